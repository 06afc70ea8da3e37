import DirectiveModel

/// A line being typed at the bottom of the screen.
struct Prompt: Sendable {
  enum Kind: Equatable, Sendable {
    case search(SearchDirection)
    case command
    /// What the outline is narrowed to.
    case filter
    /// What a reader notes at a point.
    case note(point: Int, address: String)
    /// A file name to save points to.
    case save(Selection)
    /// A command line to give points to.
    case pipe(Selection)
  }

  let kind: Kind
  var line: LineEditor
  /// What Esc returns to.
  let origin: Place
  /// The id of the point that a search keeps to; nil for the whole document.
  var scope: Int?
  var walk: History.Walk?
  var completion: Completion?

  var text: String { line.text }

  /// What stands before the text.
  var label: Phrase {
    switch kind {
    case .search(.forward): Phrase(verbatim: "/")
    case .search(.backward): Phrase(verbatim: "?")
    case .command: Phrase(verbatim: ":")
    case .filter: Phrase(verbatim: "&")
    case .note(_, let address): .noteLabel(address)
    case .save: .saveToFile
    case .pipe: Phrase(verbatim: "| ")
    }
  }

  /// Whether what is typed is looked for at once; what is no search is lost when the line is given up.
  var isSearch: Bool {
    switch kind {
    case .search, .filter: true
    case .command, .note, .save, .pipe: false
    }
  }

  /// The key that keeps a search to one point.
  static let scopeKey = Key.alt("s")

  /// Whether a key with Alt means anything in it.
  func takes(_ key: Key) -> Bool {
    if case .search = kind, key == Self.scopeKey { true } else { LineEditor.takes(key) }
  }

  /// The history that the line is kept in.
  var history: History.Kind {
    switch kind {
    case .search: .search
    case .command: .command
    case .filter: .filter
    case .save: .file
    case .note: .note
    case .pipe: .pipe
    }
  }
}

/// A place in the document, as a whole: what was chosen and folded, where the text stood, and what was searched.
struct Place: Sendable {
  let chosen: Int
  let folds: Folds
  let outlineTop: Int
  let text: TextPosition
  let readingPlace: ReadingPlace?
  let search: Search?
  let filter: Filter?
}

extension State {
  var place: Place {
    Place(
      chosen: chosen, folds: folds, outlineTop: outlineTop, text: text, readingPlace: readingPlace, search: search,
      filter: filter)
  }

  /// Goes back to a place; what was searched there stays as it is.
  mutating func restore(_ place: Place) {
    chosen = place.chosen
    folds = place.folds
    outlineTop = place.outlineTop
    text = place.text
    readingPlace = place.readingPlace
    filter = place.filter
  }

  mutating func open(_ kind: Prompt.Kind, text: String = "") {
    mode = .prompt(Prompt(kind: kind, line: LineEditor(text), origin: place))
  }

  /// A key typed into the open prompt.
  mutating func type(_ key: Key, into prompt: Prompt) -> Effect? {
    var prompt = prompt
    switch key {
    case .up, .control("p"): return walk(1, in: prompt)
    case .down, .control("n"): return walk(-1, in: prompt)
    case .tab: return complete(prompt, by: 1)
    case .backTab: return complete(prompt, by: -1)
    case Prompt.scopeKey: return narrowSearch(prompt)
    default: break
    }
    prompt.completion = nil
    let outcome = prompt.line.apply(key)
    switch outcome {
    case .ignored: return .bell
    case .moved: mode = .prompt(prompt)
    case .edited:
      prompt.walk = nil
      edited(prompt)
    case .cancelled:
      giveUp(prompt)
      keepGivenUp(prompt)
    case .accepted:
      mode = .browse
      history.add(prompt.text, to: prompt.history)
      return accept(prompt)
    }
    return nil
  }

  /// Whether characters go into a line.
  var isTyping: Bool {
    switch mode {
    case .prompt, .picker: true
    case .browse, .help, .confirm, .present, .peek: false
    }
  }

  /// Several characters typed one after the other into a line, which is looked at once.
  mutating func type(_ text: String) {
    message = nil
    _ = paste(text)
  }

  /// Text pasted by the terminal: into what is being typed, and nowhere else.
  mutating func paste(_ pasted: String) -> Effect? {
    switch mode {
    case .prompt(var prompt):
      prompt.line.insert(pasted)
      (prompt.walk, prompt.completion) = (nil, nil)
      edited(prompt)
    case .picker(var picker):
      picker.line.insert(pasted)
      narrow(picker)
    case .browse, .help, .confirm, .present, .peek:
      message = Message(.nowhereToPaste)
      return .bell
    }
    return nil
  }

  /// Shows what the changed line finds.
  private mutating func edited(_ prompt: Prompt) {
    mode = .prompt(prompt)
    switch prompt.kind {
    case .search(let direction): searchAsTyped(prompt, direction)
    case .filter:
      let known = filter
      restore(prompt.origin)  // so that the letters typed before do not matter, but for what they found
      filter = known
      filter(by: prompt.text, until: .typing)
    case .command, .note, .save, .pipe: break
    }
  }

  mutating func giveUp(_ prompt: Prompt) {
    mode = .browse
    restore(prompt.origin)
    search = prompt.origin.search
  }

  /// A note that was being written can be got back.
  private mutating func keepGivenUp(_ prompt: Prompt) {
    guard case .note(let point, _) = prompt.kind, !prompt.text.isEmpty, prompt.text != annotations.notes[point] else {
      return
    }
    history.add(prompt.text, to: .note)
    message = Message(.noteGivenUp)
  }

  private mutating func walk(_ steps: Int, in prompt: Prompt) -> Effect? {
    var prompt = prompt
    var walk = prompt.walk ?? History.Walk(history, prompt.history, from: prompt.text)
    guard let line = walk.step(steps) else { return .bell }
    prompt.line.replace(with: line)
    (prompt.walk, prompt.completion) = (walk, nil)
    edited(prompt)
    return nil
  }

  /// Keeps a search to the chosen point, then to the point around it, and so on up to the whole document.
  private mutating func narrowSearch(_ prompt: Prompt) -> Effect? {
    guard case .search = prompt.kind, outline.points.indices.contains(prompt.origin.chosen) else { return .bell }
    var prompt = prompt
    prompt.scope = prompt.scope == nil ? prompt.origin.chosen : prompt.scope.flatMap { outline.parent(of: $0) }
    edited(prompt)
    return nil
  }

  private mutating func accept(_ prompt: Prompt) -> Effect? {
    switch prompt.kind {
    case .search(let direction):
      if page != nil { return .searchDocuments(prompt.text) }
      if prompt.text.isEmpty {
        search = prompt.origin.search
      } else {
        if search?.isStopped ?? true { searchAsTyped(prompt, direction, until: .interrupt) }
        finishSearch(prompt)
      }
      return nil
    case .filter:
      if !filter(by: prompt.text, until: .interrupt) || !tellFilter() {
        giveUp(prompt)
        message = Message(.searchStopped, isFailure: true)
      }
      return nil
    case .command:
      return perform(command: prompt.text)
    case .note(let point, _):
      setNote(prompt.text, of: point)
      return nil
    case .save(let selection):
      guard !prompt.text.isEmpty else { return nil }
      return .save(path: prompt.text, Printout(selection: selection), overwrite: false)
    case .pipe(let selection):
      guard !prompt.text.isEmpty else { return nil }
      return .pipe(prompt.text, Printout(selection: selection))
    }
  }

  /// Goes to the first point that a typed place means (see `Where`); in a list of documents, in the one that is chosen.
  mutating func goTo(_ typed: String) -> Effect? {
    if let page, case .places = Where(typed) { return goTo(typed, in: page) }
    goTo(typed, in: document)
    return nil
  }

  /// The same in a document that is shown as a part of this one, the first of its points with the id `first` here.
  mutating func goTo(_ typed: String, in part: Document, from first: Int = 0) {
    do throws(NotFound) {
      let selection = try part.selection(at: typed)
      guard let id = selection.points.first, let text = selection.text.first else { return }
      jump(to: first + id, reading: Int(outline.points[first].start) + text.lowerBound)
      if let misnumbering = part.misnumbering(at: typed) { say(.misnumbering(misnumbering, in: part)) }
    } catch {
      if case .ambiguous(_, let ids) = error { openPicker(.points, found: ids.map { first + $0 }, nearestTo: chosen) }
      message = Message(.notFound(error), isFailure: true)
    }
  }
}
