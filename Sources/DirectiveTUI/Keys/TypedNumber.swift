import DirectiveModel

/// What an action makes of the number typed before its key.
enum NumberUse: Sendable {
  /// How often, or how far.
  case count
  /// The one point that it acts on.
  case point
  /// A place, or how far into the text: the action reads it itself.
  case place
  case nothing
  /// What the world reports comes while a number is being typed.
  case none
}

extension Action {
  var numberUse: NumberUse {
    switch self {
    case .moveRows, .moveHalfPages, .moveSiblings, .movePoints, .moveThemes, .moveToReference, .collapseOrParent,
      .expandOrEnter, .goBack, .goForward, .widenText, .widenOutline, .repeatSearch, .searchWord, .moveToMatchingPoint,
      .moveToNote, .moveDocuments:
      .count
    case .show, .peek, .toggleFold, .openFold, .closeFold, .collapseSubtree, .expandSubtree, .placeLine, .present,
      .startMark, .startNote, .tick, .tellPlace:
      .point
    case .goToTop, .goToAddressOrBottom, .goToAddressOrOpen, .weighOrGoToPercent, .startSave, .copy, .startPrinting,
      .startPipe, .edit, .printOnLeaving, .cancel:
      .place
    case .openAllFolds, .closeAllFolds, .foldToLevel, .toggleWrapping, .switchPane, .toggleOutline, .startGoingToMark,
      .startSearch, .listMatches, .startFilter, .startPicker, .startCommand, .listDocuments, .showHelp, .redraw,
      .suspend, .reload, .toggleMouse, .interrupt, .closeOrQuit, .quit, .perform:
      .nothing
    case .resize, .saved, .saveFailed, .fileExists, .told, .notKept, .keptCorrection, .folderListed, .mouse: .none
    }
  }
}

/// What an action does in a list of documents.
enum UseInLists: Sendable {
  /// The same as in a document.
  case same
  /// The document that is chosen is entered, and it is done there.
  case inDocument
  /// Something of its own: see `State.answer`.
  case own
}

extension Action {
  var useInLists: UseInLists {
    switch self {
    case .moveRows, .moveHalfPages, .goToTop, .goToAddressOrBottom, .collapseOrParent, .moveSiblings, .movePoints,
      .moveThemes, .closeFold, .openAllFolds, .closeAllFolds, .foldToLevel, .collapseSubtree, .placeLine,
      .toggleWrapping, .widenText, .widenOutline, .goBack, .goForward, .startSearch, .repeatSearch,
      .moveToMatchingPoint, .listMatches, .startFilter, .startPicker, .startCommand, .moveDocuments, .listDocuments,
      .showHelp, .tellPlace, .redraw, .suspend, .reload, .toggleMouse, .interrupt, .closeOrQuit, .quit, .resize,
      .saved, .saveFailed, .fileExists, .told, .notKept, .keptCorrection, .folderListed, .mouse:
      .same
    case .moveToReference, .peek, .weighOrGoToPercent, .present, .toggleOutline, .startMark, .startGoingToMark,
      .searchWord, .perform, .startSave, .copy, .startPrinting, .startPipe, .edit, .startNote, .tick, .printOnLeaving,
      .moveToNote:
      .inDocument
    case .expandOrEnter, .toggleFold, .openFold, .expandSubtree, .goToAddressOrOpen, .switchPane, .show, .cancel: .own
    }
  }
}

/// What was typed before a key: the count or the place of the action that follows.
struct TypedNumber: Equatable, Sendable {
  /// As it was typed; empty for none.
  var text: String
  /// At least 1; 1 where none was typed.
  var count: Int
  /// The id of the point typed, or of the chosen one.
  var point: Int
}

extension State {
  /// Takes the number typed for an action. What an action cannot use is said: where it needs another, nil, and nothing
  /// is done; where it needs none, it is done.
  mutating func takeNumber(for action: Action) -> TypedNumber? {
    let (typed, use) = (typedNumber, action.numberUse)
    var number = TypedNumber(text: "", count: 1, point: chosen)
    if typed.isEmpty || use == .none { return number }
    typedNumber = ""
    switch use {
    case .count:
      guard let count = Int(typed) else { return refuse(.isNoCount(typed)) }
      number.count = min(max(1, count), Self.largestCount)
    case .point:
      guard let points = selection(at: typed)?.points else { return nil }
      guard points.count == 1 else { return refuse(.isNotOnePoint(typed)) }
      number.point = points[0]
    case .place: break
    case .nothing: message = Message(.numberNotUsed(typed))
    case .none: return number
    }
    number.text = typed
    return number
  }

  private static let largestCount = 1_000_000

  private mutating func refuse(_ why: Phrase) -> TypedNumber? {
    message = Message(why, isFailure: true)
    return nil
  }

  /// Takes a digit, then what goes on with a place (`2.1-2.3,4`, `2.*`), or Backspace. A number alone is a count, too,
  /// so that `-` after it is the key; `2.-4` are the themes 2 to 4.
  mutating func takesIntoNumber(_ key: Key) -> Bool {
    switch key {
    case .character(let character) where ("0"..."9").contains(character): typedNumber.append(character)
    case .character(let sign) where typedNumberGoesOn(with: sign): typedNumber.append(sign)
    case .backspace where !typedNumber.isEmpty: typedNumber.removeLast()
    default: return false
    }
    return true
  }

  private func typedNumberGoesOn(with sign: Character) -> Bool {
    switch sign {
    case ".", ",": !typedNumber.isEmpty
    case "-": !typedNumber.allSatisfy(\.isNumber)
    case "*": typedNumber.hasSuffix(".")
    default: false
    }
  }
}
