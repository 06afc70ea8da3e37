import CNcurses
import CTerminalGuard
import Glibc

/// The screen through ncurses: the only place that knows it.
///
/// One at a time, on one thread. The terminal is left as it was found by `close()`; on a trap, by the guard.
final class CursesTerminal {
  private let screen: OpaquePointer
  private let window: UnsafeMutablePointer<WINDOW>
  private var input: CursesInput
  private let output: CursesOutput
  private let signals: Int32
  /// What SIGTSTP did before.
  private var stopAction = sigaction()
  /// Where keys and signals come from.
  private let descriptors: [pollfd]
  /// What has been followed so far; nil before the first.
  private var settings: Settings?
  private var cells = CursesCells()
  private var isOpen = true
  /// What the terminal shows; nil where everything is to be drawn.
  private var shown: Frame?
  /// What ncurses has been told to show; nil where it is to be told anew.
  private var told: Frame?
  private var prepared = PreparedFrames()
  /// Whether the terminal had time to show what it was sent.
  private var isSeen = true
  /// What was read while something else went on, the oldest first.
  private var waiting: [TerminalEvent] = []
  /// Whether the locale is UTF-8; text is sent as UTF-8 in any case.
  let hasUnicode: Bool

  /// Takes over the terminal that standard output is on; keys come from it too where standard input is no terminal.
  init() throws(Problem) {
    try CursesInput.takeKeysFromTerminal()
    try TerminalDescription.check()
    hasUnicode = Self.adoptLocale()
    sigaction(SIGTSTP, nil, &stopAction)
    signals = terminal_guard_signals()
    descriptors = [STDIN_FILENO, signals].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    _ = terminal_guard_arm(STDOUT_FILENO, nil, 0)
    guard let output = CursesOutput(),
      let screen = TerminalDescription.withoutShortcuts({ cnc_newterm(output.stream) }) ?? cnc_newterm(output.stream),
      let window = cnc_stdscr()
    else {
      terminal_guard_disarm()
      sigaction(SIGTSTP, &stopAction, nil)
      throw TerminalDescription.unusable(.unknownTerminal)
    }
    self.output = output
    self.screen = screen
    self.window = window
    Self.arm(mouse: false)
    cnc_set_escdelay(25)
    raw()
    noecho()
    nonl()
    CursesOutput.passThrough()
    keypad(window, true)
    input = CursesInput(window)
    leaveUnseen()
    nodelay(window, true)
    typeahead(-1)  // ncurses would ask for keys while it draws, and do nothing about them
    takesPastes(true)
    adoptSize()
  }

  /// Takes the locale's characters; UTF-8 where it has others. Whether it has UTF-8, or names it and is not installed.
  private static func adoptLocale() -> Bool {
    setlocale(LC_CTYPE, "")
    if String(cString: nl_langinfo(Int32(CODESET))) == "UTF-8" { return true }
    setlocale(LC_CTYPE, "C.UTF-8")
    let name = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(Environment.value).first { !$0.isEmpty } ?? ""
    return ["utf-8", "utf8"].contains { name.lowercased().hasSuffix($0) }
  }

  /// Leaves the screen and comes back, and what is said about that goes nowhere: until it was left once, ncurses 6.4
  /// sends each move of the cursor by itself, some twenty times a frame.
  private func leaveUnseen() {
    output.kept {
      endwin()
      doupdate()
      keypad(window, true)
    }
    redraw()
  }

  var size: Size { Size(columns: Int(getmaxx(window)), rows: Int(getmaxy(window))) }

  /// Puts the terminal back as it was found.
  func close() {
    guard isOpen else { return }
    isOpen = false
    if settings?.usesMouse == true { setMouse(false) }
    takesPastes(false)
    leave()
    delscreen(screen)
    output.close()
    terminal_guard_disarm()
    // What is reported is read no more: from here on the program can be stopped, but signals do not end it before the
    // place is kept.
    sigaction(SIGTSTP, &stopAction, nil)
  }

  /// Leaves the screen. Some terminals (libvterm's) hide the cursor with that once more, which ncurses has shown before.
  private func leave() {
    endwin()
    _ = send(Array(TerminalDescription.capability("cnorm").utf8))
  }

  /// Sends what the terminal's description has for a capability without parameters.
  private func send(_ capability: String) {
    guard let sequence = cnc_capability(capability) else { return }
    cnc_put(sequence)
  }

  /// Has the terminal mark what is pasted, for as long as it is ours.
  private func takesPastes(_ wanted: Bool) { send(wanted ? "BE" : "BD") }

  // MARK: - Settings

  /// Follows the settings that the terminal has to do with.
  func follow(_ new: Settings) {
    guard new != settings else { return }
    forget()
    if new.theme != settings?.theme { cells.prepare(Theme(new.theme, environment: Environment.value)) }
    if new.usesMouse != settings?.usesMouse ?? false { setMouse(new.usesMouse) }
    settings = new
  }

  /// Asks to be told of the mouse, or no longer. ncurses asks for presses; reports of a move with the button held are
  /// asked for here, where the terminal has a mouse (xterm's mode 1002).
  private func setMouse(_ wanted: Bool) {
    guard cnc_capability("kmous") != nil else { return }
    if !wanted { reportDrags(false) }
    cnc_set_mouse(wanted)
    if wanted { reportDrags(true) }
    Self.arm(mouse: wanted)
  }

  private func reportDrags(_ wanted: Bool) { _ = send(Array("\u{1B}[?1002\(wanted ? "h" : "l")".utf8)) }

  /// Tells the guard what a crash has to take back.
  private static func arm(mouse: Bool) {
    let mouseOff = mouse ? "\u{1B}[?1002l\u{1B}[?1000l\u{1B}[?1006l" : ""
    let restoring = mouseOff + ["BD", "rmcup", "cnorm", "rmkx", "sgr0"].map(TerminalDescription.capability).joined()
    _ = terminal_guard_set_sequence(restoring, restoring.utf8.count)
  }

  // MARK: - Drawing

  /// Shows a frame.
  func draw(_ frame: Frame) {
    if let bytes = prepared.bytes(for: frame), adopt(frame, isSent: send(bytes)) { return }
    if frame == shown { return }
    isSeen = false
    prepared.takeBack()
    _ = send(correction)
    update(to: frame)
    shown = frame
  }

  /// Takes note that the terminal was sent a frame that was prepared; false where that has failed, and all is to be drawn.
  private func adopt(_ frame: Frame, isSent: Bool) -> Bool {
    prepared.take(frame)
    (shown, isSeen) = (frame, false)
    if !isSent { redraw() }
    return isSent
  }

  /// Gets ready for a frame that may well be drawn next: then it takes one write to the terminal. Not where that shows or
  /// hides the cursor, which ncurses believes to have done then.
  func prepare(_ frame: Frame) {
    guard let shown, shown != frame, shown.size == frame.size, (shown.cursor == nil) == (frame.cursor == nil) else {
      return
    }
    prepared.add(frame) {
      let correction = correction
      let bytes = output.kept { update(to: frame) }
      return bytes.isEmpty ? [] : correction + bytes
    }
  }

  /// Has everything told anew at the next `draw`.
  private func forget() {
    prepared.takeBack()
    (shown, told) = (nil, nil)
  }

  /// What brings the cursor to where ncurses believes it to be: to its place in what was told last, which may be a frame
  /// that was never sent.
  private var correction: [UInt8] {
    let believed = Self.place(told)
    return believed == Self.place(shown)
      ? [] : Array(TerminalDescription.withoutPadding(cnc_cursor_move(believed.row, believed.column)).utf8)
  }

  /// Where the cursor ends.
  private static func place(_ frame: Frame?) -> (row: Int32, column: Int32) {
    frame?.cursor.map { (Int32($0.row), Int32($0.column)) } ?? (0, 0)
  }

  /// Tells ncurses what differs from the frame before, and has it write what differs from what the terminal shows.
  private func update(to frame: Frame) {
    let size = size
    let before = told?.size == frame.size ? told : nil
    if before == nil { werase(window) }
    for row in 0..<min(frame.size.rows, size.rows) {
      cells.draw(frame.row(row).prefix(size.columns), over: before?.row(row), at: row, in: window)
    }
    told = frame
    curs_set(frame.cursor == nil ? 0 : 1)
    let place = Self.place(frame)
    wmove(window, place.row, place.column)
    wnoutrefresh(window)
    doupdate()
  }

  /// Draws everything anew at the next `draw`.
  func redraw() {
    forget()
    clearok(window, true)
  }

  func bell() { beep() }

  // MARK: - Events

  /// Waits for something to happen, for `milliseconds` at most; for ever where that is -1. Answers nil where nothing
  /// has happened on the terminal until then, or where one of the descriptors waited for besides is ready. Of a step that
  /// is `expected` the frame is drawn as soon as its keys have come.
  func nextEvent(
    or others: [pollfd] = [], within milliseconds: Int32 = -1, expecting expected: [Anticipation] = []
  ) -> TerminalEvent? {
    if let event = waiting.first {
      if case .key(let key) = event, let step = expected.first(where: { $0.keys.contains([key]) }) {
        draw(step.frame)
        giveWay()
      }
      return waiting.removeFirst()
    }
    let answers = ExpectedKeys(of: expected, preparedIn: prepared)
    return readEvent(or: others, within: milliseconds, expecting: answers)
  }

  /// Whether something has happened already.
  func hasEvent() -> Bool {
    if waiting.isEmpty, let event = readEvent(within: 0) { waiting.append(event) }
    return !waiting.isEmpty
  }

  /// Milliseconds for which the processor is left to the terminal after a frame.
  static let pause: Int32 = 1

  /// Leaves the processor to the terminal, which is to show what it was sent, for a moment or until something happens.
  /// Where both have the same one, it would wait for all that is worked out meanwhile, the questions whether a key has
  /// come among it.
  func giveWay() {
    guard waiting.isEmpty, !isSeen else { return }
    var polled = descriptors
    _ = poll(&polled, nfds_t(polled.count), Self.pause)
    isSeen = true
  }

  /// Whether what came meanwhile stops a search. Ctrl-C is taken, and what was typed before it forgotten, as terminals
  /// do; all else stays to be read.
  func isStopped(by wish: StopWish) -> Bool {
    // Of a terminal that has gone there is no end of ends.
    while waiting.last?.isEnd != true, let event = readEvent(within: 0) { waiting.append(event) }
    let interrupt = waiting.lastIndex(of: .key(.control("c")))
    if case .interrupt = wish, let interrupt { waiting.removeFirst(interrupt + 1) }
    if interrupt != nil || waiting.contains(where: \.isEnd) { return true }
    guard case .typing = wish, let first = waiting.first(where: \.isTyped) else { return false }
    return first != .key(.enter)
  }

  private func readEvent(
    or others: [pollfd] = [], within milliseconds: Int32, expecting expected: ExpectedKeys = .none
  ) -> TerminalEvent? {
    while true {
      if let event = nextSignal() ?? input.next() { return event }
      var polled = descriptors + others
      let expected = input.isPasting ? .none : expected
      let (ready, answer) = expected.wait(for: &polled, within: milliseconds)
      if ready == 0 { return nil }
      if let answer { return taken(answer) }
      let events = Int32(polled[0].revents)
      // What can be read may be no key: half a character, or what ncurses throws away because the program was stopped.
      if events & POLLIN != 0, let key = input.next() { return key }
      if events & (POLLHUP | POLLERR | POLLNVAL) != 0 { return .ended(signal: SIGHUP) }
      if ready > 0, polled.dropFirst(2).contains(where: { $0.revents != 0 }) { return nextSignal() }
    }
  }

  /// The first of the keys that were answered.
  private func taken(_ answer: ExpectedKeys.Answer) -> TerminalEvent {
    if !adopt(answer.frame, isSent: answer.isSent) { draw(answer.frame) }
    isSeen = answer.isSent
    waiting += answer.keys.dropFirst().map(TerminalEvent.key)
    return .key(answer.keys[0])
  }

  private func nextSignal() -> TerminalEvent? {
    var byte: UInt8 = 0
    var (resized, stopped, continued) = (false, false, false)
    while read(signals, &byte, 1) == 1 {
      switch Int32(byte) {
      case SIGWINCH: resized = true
      case SIGTSTP: stopped = true
      case SIGCONT: (stopped, continued) = (false, true)
      case let signal: return .ended(signal: signal)
      }
    }
    if stopped {
      stop(getpid())
      return .resumed
    }
    if continued { return resume() }
    guard resized, adoptSize() else { return nil }
    redraw()  // what the terminal kept of the old screen is its own affair, even where the size is the same again
    return .resized(size)
  }

  /// Tells ncurses the terminal's size; false where it cannot be known.
  @discardableResult
  private func adoptSize() -> Bool {
    var window = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_row > 0, window.ws_col > 0 else {
      return false
    }
    resizeterm(Int32(window.ws_row), Int32(window.ws_col))
    return true
  }

  /// Stops the program, and all of its group, as the terminal's suspend key does, until it is continued.
  func suspend() { stop(0) }

  /// Stops what is numbered as kill(2) does, this program among it.
  private func stop(_ process: pid_t) { handOver(pausing: false) { _ = kill(process, SIGTSTP) } }

  /// ncurses sends the keypad mode anew only when it is told to.
  private func resume() -> TerminalEvent {
    keypad(window, true)
    redraw()
    wrefresh(window)
    takesPastes(true)
    if settings?.usesMouse == true { reportDrags(true) }
    adoptSize()
    return .resumed
  }

  /// Sends an escape sequence of ours past the screen; false where it could not be sent whole.
  func send(_ sequence: [UInt8]) -> Bool {
    var sent = 0
    while sent < sequence.count {
      let count = sequence[sent...].withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  /// Gives the terminal to another program while `body` runs: as it was before ours, with its signals. `pausing` waits
  /// for Enter afterwards, so that what the program wrote can be read.
  ///
  /// Ctrl-C and Ctrl-\ are for that program alone; on Ctrl-Z both stop, and both go on.
  func handOver<Result>(pausing: Bool, _ body: () -> Result) -> Result {
    prepared.takeBack()
    def_prog_mode()
    takesPastes(false)
    if settings?.usesMouse == true { reportDrags(false) }
    leave()
    let result = LentTerminal.during {
      let result = body()
      if pausing {
        _ = send(Array("\r\n[Enter]".utf8))
        LentTerminal.waitForEnter()
      }
      return result
    }
    reset_prog_mode()
    _ = resume()
    return result
  }
}
