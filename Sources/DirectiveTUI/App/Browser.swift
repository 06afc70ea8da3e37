import DirectiveModel
import Glibc

/// The loop between a person and the state: keys in, screen out, and the effects in between.
struct Browser {
  private var workspace: Workspace
  /// When a presentation began, by `Clock`; nil while there is none.
  private var presentingSince: Int?

  private static let minute = 60_000
  /// Milliseconds without a key after which what is out of sight is counted.
  private static let rest: Int32 = 25

  init(_ workspace: Workspace) { self.workspace = workspace }

  /// The state of the document being read.
  private(set) var state: State {
    get { workspace.state }
    _modify { yield &workspace.state }
  }

  /// The file of the document being read; nil where it is none.
  var path: String? { workspace.path }

  /// Begins with one point a screen.
  mutating func present(from id: Int) {
    state.choose(id)
    state.startPresenting(from: id)
  }

  /// Begins with the tour.
  mutating func startTour() { state.toggleTour() }

  /// Browses until the person leaves; then prints what was asked for.
  func run() throws {
    var browser = self
    let terminal = try CursesTerminal()
    browser.state.size = terminal.size
    browser.state.hasUnicode = terminal.hasUnicode
    browser.state.asksToStop = Self.stopQuestion(on: terminal)
    let signal: Int32?
    do {
      signal = try browser.loop(terminal)
    } catch {
      terminal.close()
      throw error
    }
    terminal.close()
    if let problem = browser.workspace.leave() { Output.tell(problem) }
    if let signal { exit(128 + signal) }
    try browser.printOut()
  }

  /// Answers the signal that ended it, if one did. Throws where there is nothing to be read after all.
  private mutating func loop(_ terminal: CursesTerminal) throws(Problem) -> Int32? {
    var searched = state.history.lines[.search]?.last
    var isPressed = true  // Enter, which opens a document
    while true {
      show(on: terminal)
      // Keys that were typed in the meantime are for the whole text.
      if try workspace.finishBeginning() { continue }
      if workspace.resume() {
        searched = state.history.lines[.search]?.last
        continue
      }
      if state.findReferencesAtRest() { show(on: terminal) }
      if isPressed { terminal.giveWay() }
      var event = terminal.nextEvent(within: 0)
      if event == nil {
        let expected = isPressed ? prepareForKeys(on: terminal) : []
        event = terminal.nextEvent(or: workspace.watched, within: patience, expecting: expected)
        isPressed = false
      }
      if event == nil, state.countFilterAtRest() {
        isPressed = true  // the frames that were made did not tell the count
        continue
      }
      while let happened = event {
        if case .ended(let signal) = happened { return signal }
        if case .key = happened { isPressed = true }
        event = nil
        if !takeText(from: happened, &event, terminal), try perform(take(happened), on: terminal) { return nil }
        if let problem = workspace.keep() { _ = state.update(.notKept(problem)) }
        event = event ?? terminal.nextEvent(within: 0)
      }
      try workspace.attend()
      if let last = state.history.lines[.search]?.last, last != searched {
        searched = last
        if let problem = workspace.remember(search: last) { _ = state.update(.notKept(problem)) }
      }
    }
  }

  /// Gets ready for likely keys until something happens, or that takes too long.
  private func prepareForKeys(on terminal: CursesTerminal) -> [Anticipation] {
    nonisolated(unsafe) let terminal = terminal  // see `stopQuestion`
    let began = Clock.now
    let isOver: @Sendable () -> Bool = { Clock.now - began >= Self.longestPreparation || terminal.hasEvent() }
    var state = state
    state.asksToStop = StopQuestion(interval: 0) { _, _ in isOver() }
    var expected: [Anticipation] = []
    for keys in state.likelyKeys where Clock.now - began < Self.lastBeginning && !isOver() {
      guard let anticipation = Anticipation(of: keys, in: state, unless: isOver) else { continue }
      terminal.prepare(anticipation.frame)
      expected.append(anticipation)
    }
    return expected
  }

  /// Milliseconds, and those from which on no other frame is begun.
  private static let longestPreparation = 10
  private static let lastBeginning = 8

  /// Milliseconds until there is something to do or to show; -1 where that is only when something happens.
  private var patience: Int32 {
    if state.countsFilter { return Self.rest }
    guard let presentingSince else { return workspace.patience }
    let next = Int32(Self.minute - (Clock.now - presentingSince) % Self.minute)
    return workspace.patience < 0 ? next : min(next, workspace.patience)
  }

  /// Takes all characters at once that wait to go into a line, so that they are searched for once. False where `first` is
  /// not the first of several; `next` becomes the event that follows, where that was looked for.
  private mutating func takeText(
    from first: TerminalEvent, _ next: inout TerminalEvent?, _ terminal: CursesTerminal
  ) -> Bool {
    guard state.isTyping, case .key(.character(let character)) = first else { return false }
    next = terminal.nextEvent(within: 0)
    guard case .key(.character)? = next else { return false }
    var text = String(character)
    while case .key(.character(let character))? = next {
      text.append(character)
      next = terminal.nextEvent(within: 0)
    }
    state.type(text)
    state.keepChosenInView()
    return true
  }

  private mutating func show(on terminal: CursesTerminal) {
    presentingSince = state.isPresenting ? presentingSince ?? Clock.now : nil
    if let presentingSince { state.tellTime((Clock.now - presentingSince) / Self.minute) }
    DisplayWidth.ambiguous = state.settings.ambiguousWidth
    state.keepChosenInView()
    terminal.follow(state.settings)
    terminal.draw(render(state))
  }

  private mutating func take(_ event: TerminalEvent) -> Effect? {
    let effect: Effect? =
      switch event {
      case .key(.control("c")) where workspace.isBusy: .stop
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

  private static func stopQuestion(on terminal: CursesTerminal) -> StopQuestion {
    nonisolated(unsafe) let terminal = terminal  // a search asks on the thread that began it, which is the terminal's
    return StopQuestion { wish, screen in
      if let screen { terminal.draw(screen()) }
      return terminal.isStopped(by: wish)
    }
  }

  private mutating func say(_ message: Message) { _ = state.update(.told(message)) }

  /// Does what the state asks of the world; true when that is to leave.
  private mutating func perform(_ effect: Effect?, on terminal: CursesTerminal) throws(Problem) -> Bool {
    switch try workspace.perform(effect) {
    case nil, .openDocument, .goTo, .openFile, .enter, .listRecent, .unfold, .searchDocuments, .reload: break
    case .quit: return true
    case .redraw:
      terminal.redraw()
      _ = state.update(.resize(terminal.size))
    case .suspend:
      terminal.suspend()
      _ = state.update(.resize(terminal.size))
    case .stop: try workspace.stop()
    case .bell: terminal.bell()
    case .listFolder(let path):
      if state.update(.folderListed(Folder.names(beside: path))) == .bell { terminal.bell() }
    case .keepCorrection(let change, let line):
      workspace.keep(change, line: line)
    case .save(let path, let printout, let overwrite):
      _ = state.update(PointFile(path: path, overwrite: overwrite).save(printout, of: state.document))
    case .copy(let printout): say(state.copied(printout, send: terminal.send))
    case .pipe(let command, let printout): say(terminal.handOver(pausing: true) { state.piped(printout, to: command) })
    case .edit(let line):
      say(state.edited(path, line: line) { edit in terminal.handOver(pausing: false, edit) })
    case .printPages(let selection): say(state.printed(selection))
    }
    return false
  }

  private func printOut() throws(Problem) {
    var output = Output.standard
    let columns = isatty(STDOUT_FILENO) != 0 ? Environment.columns : nil
    var isFirst = true
    for state in workspace.states {
      for var printout in state.printouts {
        printout.layout.width = columns
        if !isFirst { try output.write("\n") }
        isFirst = false
        try output.write(printout.bytes(of: state.document)[...])
      }
    }
    try output.flush()
  }
}
