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
    /// A file name to save a point to.
    case save(point: Int)
  }

  let kind: Kind
  var text = ""
  /// What Esc returns to.
  let origin: Place

  /// What stands before the text.
  var label: Phrase {
    switch kind {
    case .search(.forward): Phrase(verbatim: "/")
    case .search(.backward): Phrase(verbatim: "?")
    case .command: Phrase(verbatim: ":")
    case .filter: Phrase(verbatim: "&")
    case .note(_, let address): .noteLabel(address)
    case .save: .saveToFile
    }
  }
}

/// A place in the document, as a whole: what was chosen and folded, where the text stood, and what was searched.
struct Place: Sendable {
  let chosen: Int
  let folds: Folds
  let text: TextPosition
  let search: Search?
  let filter: Filter?
}

/// What a key does to a line of text.
enum LineEdit {
  case edited, accepted, cancelled, ignored

  /// Applies `key` to `text`: characters, Backspace, `^U` and `^W`; Enter accepts; Esc, and Backspace in an empty line,
  /// give up.
  static func apply(_ key: Key, to text: inout String) -> LineEdit {
    switch key {
    case .character(let character): text.append(character)
    case .backspace where text.isEmpty: return .cancelled
    case .backspace: text.removeLast()
    case .control("u"): text = ""
    case .control("w"):
      while text.last == " " { text.removeLast() }
      while let last = text.last, last != " " { text.removeLast() }
    case .enter: return .accepted
    case .escape, .control("c"), .control("g"): return .cancelled
    default: return .ignored
    }
    return .edited
  }
}

extension State {
  var place: Place { Place(chosen: chosen, folds: folds, text: text, search: search, filter: filter) }

  mutating func restore(_ place: Place) {
    chosen = place.chosen
    folds = place.folds
    text = place.text
  }

  mutating func open(_ kind: Prompt.Kind, text: String = "") {
    mode = .prompt(Prompt(kind: kind, text: text, origin: place))
  }

  /// A key typed into the open prompt.
  mutating func type(_ key: Key, into prompt: Prompt) -> Effect? {
    var prompt = prompt
    switch LineEdit.apply(key, to: &prompt.text) {
    case .ignored: return .bell
    case .edited:
      mode = .prompt(prompt)
      switch prompt.kind {
      case .search(let direction): searchAsTyped(prompt, direction)
      case .filter: filter(by: prompt.text)
      case .command, .note, .save: break
      }
      return nil
    case .cancelled:
      mode = .browse
      restore(prompt.origin)
      search = prompt.origin.search
      filter = prompt.origin.filter
      return nil
    case .accepted:
      mode = .browse
      return accept(prompt)
    }
  }

  private mutating func accept(_ prompt: Prompt) -> Effect? {
    switch prompt.kind {
    case .search:
      if prompt.text.isEmpty {
        search = prompt.origin.search
      } else {
        finishSearch(prompt)
      }
      return nil
    case .filter:
      filter(by: prompt.text)
      tellFilter()
      return nil
    case .command:
      return perform(command: prompt.text)
    case .note(let point, _):
      setNote(prompt.text, of: point)
      return nil
    case .save(let point):
      guard !prompt.text.isEmpty else { return nil }
      return .save(path: prompt.text, point: point, overwrite: false)
    }
  }

  /// Performs a line typed after `:`.
  private mutating func perform(command line: String) -> Effect? {
    let words = line.split(separator: " ", maxSplits: 1)
    guard let word = words.first else { return nil }
    let argument = words.count > 1 ? Whitespace.collapse(String(words[1])) : ""
    switch word {
    case "q", "quit": return .quit
    case "h", "help":
      mode = .help(top: 0)
      return nil
    case "w", "write", "s", "save":
      guard !argument.isEmpty else {
        message = Message(.needsFileName, isFailure: true)
        return nil
      }
      return .save(path: argument, point: chosen, overwrite: false)
    case "note":
      addNote(argument)
      return nil
    default:
      if let correction = CorrectionWord(rawValue: String(word)) { return correct(correction, level: argument) }
      goTo(Whitespace.collapse(line))
      return nil
    }
  }

  /// Goes to the first point that a typed place means (see `Where`).
  mutating func goTo(_ typed: String) {
    do throws(NotFound) {
      let selection = try document.selection(at: typed)
      guard let id = selection.points.first, let text = selection.text.first else { return }
      jump(to: id)
      if text.lowerBound > textStart(of: id) { show(text.lowerBound) }
    } catch {
      message = Message(.notFound(error), isFailure: true)
    }
  }
}
