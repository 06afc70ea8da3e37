import DirectiveModel
import Glibc

/// The loop between a person and the state: keys in, screen out, and the effects in between.
struct Browser {
  private(set) var state: State
  /// The document's file; nil where it is none.
  let path: String?
  /// Nil where nothing is to be kept.
  private let keeper: Keeper?
  /// Where corrections of the outline are kept; nil for a document that is no file.
  private let corrections: CorrectionsFile?

  init(document: Document, name: String, path: String?, levels: Int?, config: Config, keeper: Keeper?) {
    self.keeper = keeper
    self.path = path
    corrections = path.map { CorrectionsFile(beside: $0) }
    state = State(
      document: document, name: name, size: Size(columns: 80, rows: 24), settings: config.settings,
      bindings: config.bindings, levels: levels)
    state.tell(config.problems)
  }

  /// Begins with one point a screen.
  mutating func present(from id: Int) {
    state.choose(id)
    state.startPresenting()
  }

  /// Browses until the person leaves; then prints what was asked for.
  func run() throws {
    var browser = self
    let terminal = try CursesTerminal()
    browser.state.size = terminal.size
    browser.state.hasUnicode = terminal.hasUnicode
    let signal = browser.loop(terminal)
    terminal.close()
    browser.leave()
    if let signal { exit(128 + signal) }
    try browser.printOut()
  }

  /// Answers the signal that ended it, if one did.
  private mutating func loop(_ terminal: CursesTerminal) -> Int32? {
    show(on: terminal)
    if let keeper { state.resume(keeper.open(state.document)) }
    var searched = state.history.lines[.search]?.last
    while true {
      show(on: terminal)
      if state.findReferencesAtRest() { show(on: terminal) }
      var event = terminal.nextEvent()
      while let happened = event {
        if case .ended(let signal) = happened { return signal }
        if perform(take(happened), on: terminal) { return nil }
        event = terminal.nextEvent(waiting: false)
      }
      if let last = state.history.lines[.search]?.last, last != searched {
        searched = last
        if let problem = keeper?.remember(search: last) { _ = state.update(.notKept(problem)) }
      }
      if let problem = keeper?.keep(state.annotations, of: state.document) { _ = state.update(.notKept(problem)) }
    }
  }

  private mutating func show(on terminal: CursesTerminal) {
    DisplayWidth.ambiguous = state.settings.ambiguousWidth
    state.keepChosenInView()
    terminal.follow(state.settings)
    terminal.draw(render(state))
  }

  private mutating func take(_ event: TerminalEvent) -> Effect? {
    let effect: Effect? =
      switch event {
      case .key(let key): state.press(key)
      case .pasted(let text): state.paste(text)
      case .mouse(let events): events.reduce(nil) { state.update(.mouse($1)) ?? $0 }
      case .resized(let size): state.update(.resize(size))
      case .resumed: .redraw
      case .ended: .quit
      }
    state.keepChosenInView()
    return effect
  }

  private mutating func say(_ message: Message) { _ = state.update(.told(message)) }

  /// Does what the state asks of the world; true when that is to leave.
  private mutating func perform(_ effect: Effect?, on terminal: CursesTerminal) -> Bool {
    switch effect {
    case nil: break
    case .quit: return true
    case .redraw:
      terminal.redraw()
      _ = state.update(.resize(terminal.size))
    case .suspend:
      terminal.suspend()
      _ = state.update(.resize(terminal.size))
    case .bell: terminal.bell()
    case .reload: _ = state.update(.redraw)
    case .listFolder(let path):
      if state.update(.folderListed(Folder.names(beside: path))) == .bell { terminal.bell() }
    case .keepCorrection(let change, let line):
      keeper?.reread(state.document)
      _ = state.update(
        corrections?.keep(change, line: line, of: state.document.source) ?? .keptCorrection(path: nil))
    case .save(let path, let printout, let overwrite):
      _ = state.update(PointFile(path: path, overwrite: overwrite).save(printout, of: state.document))
    case .copy(let printout): say(copied(printout, on: terminal))
    case .pipe(let command, let printout): say(piped(printout, to: command, on: terminal))
    case .edit(let line): say(edited(line: line, on: terminal))
    case .printPages(let selection): say(printed(selection))
    }
    return false
  }

  private func leave() {
    let problem = keeper?.leave(
      at: state.readText.anchor, height: state.readText.height, state.annotations, of: state.document)
    if let problem { Output.tell(problem) }
  }

  private func printOut() throws(Problem) {
    var output = Output.standard
    for printout in state.printouts { try output.write(printout.bytes(of: state.document)[...]) }
    try output.flush()
  }
}
