import DirectiveModel

/// Reads a document line by line, for screen readers, dumb terminals and pipes of commands.
///
/// A line that is typed is an address or a command, as in the browser; the answer is plain text. Nothing is drawn: no
/// cursor is moved, no colour set, no box made of characters.
final class LinearReader: LinearReading {
  private var state: State
  private let path: String?
  private let keeper: Keeper?

  /// `path` is the document's file; notes, ticks and marks are kept by `keeper`.
  init(document: Document, name: String, language: Language, path: String? = nil, keeper: Keeper? = nil) {
    // Rows play no part; a size that has both panes keeps what is common with the browser working.
    state = State(document: document, name: name, size: Size(columns: 80, rows: 24))
    state.settings.language = language
    state.focus = .text
    self.path = path
    self.keeper = keeper
    state.isKept = false
    if let keeper { state.takeUp(keeper.open(document)) }
  }

  var language: Language { state.language }

  /// What is said before the first command: what the document is, how to get help, and what of it was not kept.
  var greeting: String {
    let title = state.document.title(upTo: Document.labelLimit) ?? state.name
    return title + "\n" + say(.linearGreeting(state.outline.numberedCount))
      + (state.message.map { say($0.phrase) } ?? "")
  }

  /// What stands before what is typed.
  var prompt: String { state.placeName(of: state.chosen) + "> " }

  /// Performs a line; nil where it ends the reading.
  func perform(_ typed: String) -> String? {
    let line = Whitespace.collapse(typed)
    if case .confirm = state.mode { return answer { $0.press(line.first.map(Key.character) ?? .enter) } }
    let words = line.split(separator: " ", maxSplits: 1).map(String.init)
    guard let word = words.first else { return move { $0.movePoints(1) } }
    if let command = LinearCommand.named(word) { return command.perform(self, words.count > 1 ? words[1] : nil) }
    if line.hasPrefix(":") { return answer { $0.perform(command: String(line.dropFirst())) } }
    if LinearCommand.ofBrowser.contains(word) { return answer { $0.perform(command: line) } }
    switch line.first {
    case "/", "?": return search { Self.type(line, into: &$0) }
    case "&": return filter(by: String(line.dropFirst()))
    case "'" where line.count == 2: return answer { $0.take(.character(line.last ?? "'"), asMarkTo: .goTo) }
    default: break
    }
    if isKey(line) { return say(.linearKey(line)) }
    return go(to: line.hasPrefix("@") ? String(line.dropFirst()) : line) { own($0.points[0]) }
  }

  private static func type(_ line: String, into state: inout State) -> Effect? {
    for character in line { _ = state.press(.character(character)) }
    return state.press(.enter)
  }

  /// Whether a line is keys of the browser, and no place.
  private func isKey(_ line: String) -> Bool {
    guard line.utf8.count <= 2, state.bindings.action(for: KeyBindings.sequence(line), in: .text) != .none else {
      return false
    }
    guard case .places = Where(line) else { return true }
    return (try? state.document.points(at: line)) == nil
  }

  private func say(_ phrase: Phrase) -> String { phrase(in: language) + "\n" }

  // MARK: - What the browser does

  /// Does what is done in the browser, too: what is said of it there, and listed, is the answer, and the text of the point
  /// that one has come to.
  func answer(to change: (inout State) -> Effect?) -> String? {
    let before = state.chosen
    state.message = nil
    guard perform(change(&state)) else { return nil }
    let (message, printed, listed) = (state.message, taken(), panel())
    let answer = printed.isEmpty ? (message.map { say($0.phrase) } ?? "") + listed : printed
    return answer + (state.chosen == before || message?.isFailure == true ? "" : own(state.chosen)) + keep()
  }

  /// False where that is to leave.
  private func perform(_ effect: Effect?) -> Bool {
    switch effect {
    case nil, .bell: break
    case .quit: return false
    case .save(let path, let printout, let overwrite):
      _ = state.update(PointFile(path: path, overwrite: overwrite).save(printout, of: state.document))
    case .copy(let printout): state.message = state.copied(printout) { _ in false }
    case .pipe(let command, let printout): state.message = state.piped(printout, to: command)
    case .printPages(let selection): state.message = state.printed(selection)
    case .keepCorrection(let change, let line):
      if let keeper { state.annotations = keeper.reread(state.document, state.annotations) }
      let path = keeper == nil ? nil : path
      _ = state.update(CorrectionsFile.keep(change, line: line, of: state.document.source, beside: path))
    case .edit(let line): state.message = state.edited(path, line: line) { $0() }
    default: state.message = Message(.linearCannot, isFailure: true)
    }
    return true
  }

  /// What is open over outline and text, as lines; it is closed, but for a question.
  private func panel() -> String {
    let mode = state.mode
    if case .confirm(let question, _) = mode { return say(question) }
    state.mode = .browse
    switch mode {
    case .picker(let picker):
      state.restore(picker.origin)
      return picker.found.map { state.listing($0, in: picker) + "\n" }.joined()
    case .help(let help):
      return state.rows(of: help).dropFirst(help.top).map { row in
        row.keys.isEmpty || row.text.isEmpty ? row.keys + row.text + "\n" : "\(row.keys): \(row.text)\n"
      }.joined()
    case .prompt(let prompt):
      state.giveUp(prompt)
      return say(.linearNeedsText)
    case .present, .peek: return say(.linearCannot)
    case .browse, .confirm: return ""
    }
  }

  /// What is to be printed is printed at once.
  private func taken() -> String {
    let printouts = state.printouts
    state.printouts = []
    return printouts.map { String(decoding: $0.bytes(of: state.document), as: UTF8.self) }.joined()
  }

  private func keep() -> String {
    guard let keeper else { return "" }
    defer { state.isKept = keeper.keeps }
    return keeper.keep(state.annotations, of: state.document).map { say(.notKept($0)) } ?? ""
  }

  // MARK: - Moving

  func move(_ change: (inout State) -> Void) -> String {
    let before = (state.chosen, state.text.anchor)
    state.message = nil
    change(&state)
    if let message = state.message { return say(message.phrase) }
    return before == (state.chosen, state.text.anchor) ? say(.linearEnd) : own(state.chosen)
  }

  func up() -> String {
    guard let parent = state.outline.parent(of: state.chosen) else { return say(.linearTop) }
    return move { $0.jump(to: parent) }
  }

  /// Goes to an address or a keyword, and answers what `read` makes of all that is meant; or why it could not.
  private func go(to place: String, _ read: (Selection) -> String) -> String {
    do throws(NotFound) {
      let selection = try state.document.selection(at: place)
      state.jump(to: selection.points[0])
      return read(selection)
    } catch {
      guard case .ambiguous(_, let ids) = error else { return say(.notFound(error)) }
      return say(.notFound(error)) + lines(ids)
    }
  }

  // MARK: - Searching

  func search(_ change: (inout State) -> Effect?) -> String {
    state.message = nil
    _ = change(&state)
    var answer = state.message.map { say($0.phrase) } ?? ""
    if let search = state.search, let current = search.current, state.message?.isFailure != true {
      let match = search.matches[current].range
      let line = state.document.source.line(at: match.lowerBound)
      answer += "\(state.placeName(of: state.chosen)), \(Phrase.line(line)(in: language)): "
      answer += state.document.source.context(of: match, columns: 60) + "\n"
    }
    return answer
  }

  private func filter(by text: String) -> String {
    state.message = nil
    state.filter(by: text)
    guard let filter = state.filter else { return say(.points(state.outline.numberedCount)) }
    _ = filter.points.complete(unless: nil)
    return say(.linearFiltered(filter.count ?? 0, with: text, filter.remark))
  }

  // MARK: - Reading

  /// A point's own text, what was noted there, and how many points are inside it.
  private func own(_ id: Int) -> String {
    let document = state.document
    let inside = document.outline.children(of: id).count
    let tick = state.annotations.ticks[id].map { say(.ticked(state.placeName(of: id), $0)) } ?? ""
    let note = state.annotations.notes[id].map { say(.noteLabel(state.placeName(of: id)) + Phrase(verbatim: $0)) } ?? ""
    return "\(state.placeName(of: id))\n\(readable(document.ownText(of: id)))\n" + tick + note
      + (inside > 0 ? say(.pointsInside(inside)) : "")
  }

  func place() -> String { say(state.placeDescription(of: state.chosen)) }

  /// Points with all that is inside them, parted by blank lines; those typed, or the one that is read.
  func print(_ place: String?) -> String {
    func text(_ selection: Selection) -> String { selection.text.map(readable).joined(separator: "\n\n") + "\n" }
    return place.map { go(to: $0, text) } ?? text(Selection(state.chosen, in: state.document))
  }

  private func readable(_ range: Range<Int>) -> String {
    let source = state.document.source
    let parts = Printout.parts(of: Whitespace.trim(range, in: source), in: source, state.pageLines)
    return parts.map(source.string).joined()
  }

  /// The points inside the one that is read, or the themes, or the levels asked for: `list all`.
  func list(_ argument: String?) -> String {
    let outline = state.outline
    if argument == "all" { return lines(Array(outline.points.indices)) }
    let inside = outline.children(of: state.chosen)
    return lines(inside.isEmpty ? outline.children(of: outline.parent(of: state.chosen)) : inside)
  }

  /// The points of a list, but for those that a filter hides.
  private func lines(_ ids: [Int]) -> String {
    ids.filter(state.folds.keeps).map { id in
      let inside = state.outline.children(of: id).count
      return state.listing(of: id) + (inside > 0 ? " (\(inside))" : "") + "\n"
    }.joined()
  }

  func references() -> String {
    state.findReferences()
    guard let all = state.references?.all() else { return "" }
    let text = state.document.text(of: state.chosen)
    let about = all.filter { text.contains($0.range.lowerBound) || $0.target == state.chosen }
    if about.isEmpty { return say(.noReferences) }
    return about.map { state.document.line(of: $0) + "\n" }.joined()
  }

  func weights() -> String {
    let weights = Weights(state.document)
    return state.outline.children(of: nil).map {
      "\(state.listing(of: $0)): \(Phrase.weight(weights.percent($0), seconds: weights.seconds($0))(in: language))\n"
    }.joined()
  }
}
