import DirectiveModel

@testable import DirectiveTUI

/// A person at the program, without a terminal: keys in, screen as text out.
///
/// Files that are saved are kept in `files` and not written.
struct Session {
  private(set) var state: State
  private(set) var effects: [Effect] = []
  /// What has been saved, by path; a path that is in it exists.
  var files: [String: String] = [:]

  init(
    _ document: Document, columns: Int = 80, rows: Int = 24, levels: Int? = nil, language: Language = .english,
    config: String = ""
  ) {
    var settings = Settings()
    settings.language = language
    var file = Config(settings: settings)
    file.take(config, from: "config")
    state = State(
      document: document, name: "test", size: Size(columns: columns, rows: rows), settings: file.settings,
      bindings: file.bindings, levels: levels)
    state.tell(file.problems)
    state.keepChosenInView()
  }

  init(_ text: String, columns: Int = 80, rows: Int = 24, language: Language = .english, config: String = "") {
    self.init(Document(source: Source(text)), columns: columns, rows: rows, language: language, config: config)
  }

  /// Presses keys in the notation of `Key.script`: `2.1<Enter>/pay`.
  mutating func press(_ script: String) {
    for key in Key.script(script) {
      perform(state.press(key))
      state.keepChosenInView()
    }
  }

  init(_ text: String, shelf: Shelf) {
    self.init(text)
    state.shelf = shelf
  }

  /// The document has become another text.
  mutating func adopt(_ text: String) {
    state.adopt(Document(source: Source(text)))
    state.keepChosenInView()
  }

  /// The documents of a list are known as they are now.
  mutating func show(_ catalog: Catalog, unfolded: String? = nil) {
    state.show(CatalogPage(catalog, remark: state.remark), unfolded: unfolded)
    state.keepChosenInView()
  }

  mutating func arrive(at arrival: Arrival) {
    state.arrive(at: arrival)
    state.keepChosenInView()
  }

  /// Takes up what was kept of the document.
  mutating func resume(_ opening: Keeper.Opening) {
    state.resume(opening)
    state.keepChosenInView()
  }

  /// What the program does once its first screen is shown.
  @discardableResult
  mutating func findReferences() -> Bool { state.findReferencesAtRest() }

  /// So many minutes of presenting have passed.
  mutating func tellTime(_ minutes: Int) { state.tellTime(minutes) }

  mutating func resize(columns: Int, rows: Int) {
    perform(state.update(.resize(Size(columns: columns, rows: rows))))
    state.keepChosenInView()
  }

  /// Goes on in a locale without characters beyond ASCII.
  mutating func withoutUnicode() { state.hasUnicode = false }

  /// Goes on as with `--no-state`.
  mutating func keepsNothing() { state.isKept = false }

  /// Goes on with somebody who is asked whether to stop what takes long.
  mutating func asksToStop(_ question: @escaping StopQuestion.Ask) { state.asksToStop = StopQuestion(ask: question) }

  mutating func paste(_ text: String) { perform(state.paste(text)) }

  /// Letters that waited to be read.
  mutating func type(_ text: String) {
    state.type(text)
    state.keepChosenInView()
  }

  mutating func mouse(_ kind: MouseEvent.Kind, row: Int, column: Int) {
    perform(state.update(.mouse(MouseEvent(kind: kind, row: row, column: column))))
    state.keepChosenInView()
  }

  private mutating func perform(_ effect: Effect?) {
    guard let effect else { return }
    effects.append(effect)
    if case .listFolder(let path) = effect {
      let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
      let names = files.keys.filter { $0.hasPrefix(folder) }.map { $0.dropFirst(folder.count) }
      perform(
        state.update(.folderListed(names.filter { !$0.isEmpty && !$0.dropLast().contains("/") }.map(String.init))))
    }
    guard case .save(let path, let printout, let overwrite) = effect else { return }
    if files[path] != nil, !overwrite {
      _ = state.update(.fileExists(path: path, printout))
    } else {
      files[path] = String(decoding: printout.bytes(of: state.document), as: UTF8.self)
      _ = state.update(.saved(path: path, points: 1))
    }
  }

  var frame: Frame {
    _ = state.countFilterAtRest()
    return render(state)
  }

  /// The screen as text.
  var screen: String { frame.text }

  /// Row `row` of the screen, from 0.
  func line(_ row: Int) -> String {
    screen.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[row]
  }

  /// The rows of the outline beside the text, but for those that are blank.
  var outlineRows: [String] {
    (1..<state.size.rows - 1).compactMap { row in
      var text = line(row).prefix { $0 != "│" }
      while text.last == " " { text.removeLast() }
      return text.isEmpty ? nil : String(text)
    }
  }

  /// The last row.
  var status: String { line(state.size.rows - 1) }

  /// The address of the chosen point, or the word for what has none.
  var place: String { state.document.addressText(of: state.chosen) }

  /// The text of the cells with a role, in reading order.
  func cells(_ role: Role) -> String {
    frame.cells.filter { $0.role == role }.map(\.text.string).joined()
  }
}
