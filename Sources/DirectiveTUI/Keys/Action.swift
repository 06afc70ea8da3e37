import DirectiveModel

/// Everything a person can do. Counts and typed addresses are in the state when an action arrives.
enum Action: Equatable, Sendable {
  /// Rows of the focused pane: a point in the outline, a row in the text. Negative is up.
  case moveRows(Int)
  /// Half pages of the focused pane; negative is up.
  case moveHalfPages(Int)
  /// The first point or the first row.
  case goToTop
  /// The typed address, or the last point or row where none was typed.
  case goToAddressOrBottom
  /// The typed address; without one as `open`.
  case goToAddressOrOpen

  /// Fold the point; where it is folded or has nothing inside, go to the point around it.
  case collapseOrParent
  /// Unfold the point; where it is open, go to the first point inside; from a leaf into the text.
  case expandOrEnter
  /// Show the point and stay in the outline; `cancel` returns to what was read.
  case show
  case moveSiblings(Int)
  case movePoints(Int)
  case moveThemes(Int)

  case toggleFold, openFold, closeFold, openAllFolds, closeAllFolds
  case foldToLevel(Int)
  case collapseSubtree, expandSubtree
  case placeLine(LinePlace)

  /// Wrap rows that are too long, or move sideways.
  case toggleWrapping
  /// Columns more or fewer for rows of text; for the outline.
  case widenText(Int)
  case widenOutline(Int)

  /// The next references in the text; negative is back.
  case moveToReference(Int)
  /// Show the point cited, over the text.
  case peek
  /// Show or hide how much of the text each point is; after a number, go that far into the text, in per cent.
  case weighOrGoToPercent
  /// One point a screen, for a meeting.
  case present

  case switchPane
  case toggleOutline
  case goBack, goForward
  /// Mark the place by the letter that follows; go to a mark by its letter.
  case startMark, startGoingToMark

  case startSearch(SearchDirection)
  /// The next match; with true, against the direction of the search.
  case repeatSearch(reversed: Bool)
  /// Search the word on the row being read.
  case searchWord(SearchDirection)
  /// The next points that hold a match; negative is back.
  case moveToMatchingPoint(Int)
  /// The next points with a note; negative is back.
  case moveToNote(Int)
  /// All matches as a list.
  case listMatches
  /// Keep only the points that match.
  case startFilter
  case startPicker
  case startCommand
  /// What was typed after `:`.
  case perform(String)
  case startSave
  /// Copy that part of the point to the clipboard.
  case copy(PointPart)
  /// Send the point to a printer.
  case startPrinting
  /// Give the point to a command.
  case startPipe
  /// Open the document in an editor at the point's line.
  case edit
  /// Write a note on the point.
  case startNote
  /// Tick the point as read, to discuss or done.
  case tick
  /// Print that part of the point to the terminal on leaving.
  case printOnLeaving(PointPart)

  /// The next of the open documents; negative is back.
  case moveDocuments(Int)
  case listDocuments
  /// With `reload`, the file is read again, and the place kept.
  case showHelp, tellPlace, redraw, suspend, reload, toggleMouse
  /// Stop what is running.
  case interrupt
  /// Close the panel, or leave.
  case closeOrQuit
  case quit
  /// Give up what is being typed or shown; never leaves the program.
  case cancel

  // From the world
  case resize(Size)
  case saved(path: String, points: Int)
  case saveFailed(path: String, why: Phrase)
  case fileExists(path: String, Printout)
  /// What came of an effect, in words.
  case told(Message)
  case notKept(Problem)
  /// A correction of the outline was written down; nil where the document is no file beside which it could be.
  case keptCorrection(path: String?)
  /// The names in the folder that a path being typed stands in; folders end with a slash.
  case folderListed([String])
  case mouse(MouseEvent)
}

extension Action {
  /// Whether it leaves, writes or starts something.
  var outlastsReading: Bool {
    switch self {
    case .closeOrQuit, .quit, .suspend, .tick, .startSave, .startPrinting, .startPipe, .edit: true
    default: false
    }
  }
}

enum SearchDirection: Equatable, Sendable {
  case forward, backward
}

/// Where in the pane the current line stands.
enum LinePlace: Equatable, Sendable {
  case top, middle, bottom
}

/// What the world must do in answer to an action.
enum Effect: Equatable, Sendable {
  case quit
  case redraw
  /// Stop what is under way.
  case stop
  /// The document with that index of the shelf.
  case openDocument(Int)
  /// A place in another of the open documents, that was jumped from.
  case goTo(JumpList.Place)
  /// Another document, beside those that are open.
  case openFile(String)
  /// A document of the list, at a place in it, and what is done there then.
  case enter(Arrival, then: Action?)
  /// The list of the documents that were opened lately.
  case listRecent
  /// Read the document of that path, show its points in the list, and go to a place there.
  case unfold(path: String, place: String?)
  /// Search all documents of the list; for nothing, show all again.
  case searchDocuments(String)
  case suspend
  case reload
  case bell
  /// List the folder that a path being typed stands in.
  case listFolder(of: String)
  /// Write down what was put right about a line, or with nil take it back.
  case keepCorrection(LineCorrection?, line: Int)
  case save(path: String, Printout, overwrite: Bool)
  case copy(Printout)
  /// Give it to a command line.
  case pipe(String, Printout)
  /// Open the document at that line, from 1.
  case edit(line: Int)
  case printPages(Selection)
}
