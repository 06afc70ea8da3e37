import CNcurses
import CTerminalGuard
import Glibc

/// What the terminal reports.
enum TerminalEvent: Equatable {
  case key(Key)
  case resized(Size)
  /// The program was stopped and goes on.
  case resumed
  /// A signal asks the program to end, or the terminal is gone (SIGHUP).
  case ended(signal: Int32)
}

/// The screen through ncurses: the only place that knows it.
///
/// One at a time, on one thread. The terminal is left as it was found by `close()`; on a trap, by the guard.
final class CursesTerminal {
  private let screen: OpaquePointer
  private let window: UnsafeMutablePointer<WINDOW>
  private let signals: Int32
  private let theme: Theme
  private var pairs: [ColorPair: Int16] = [:]
  private var isOpen = true

  private struct ColorPair: Hashable {
    let foreground: Int16
    let background: Int16
  }

  /// Takes over the terminal that standard output is on; keys come from it too where standard input is no terminal.
  init() throws(Problem) {
    try Self.takeKeysFromTerminal()
    try Self.checkTerminal()
    setlocale(LC_ALL, "")
    if String(cString: nl_langinfo(Int32(CODESET))) != "UTF-8" { setlocale(LC_CTYPE, "C.UTF-8") }
    signals = terminal_guard_signals()
    _ = terminal_guard_arm(STDOUT_FILENO, nil, 0)
    guard let screen = cnc_newterm(), let window = cnc_stdscr() else {
      terminal_guard_disarm()
      throw Self.unusable("unknown terminal")
    }
    self.screen = screen
    self.window = window
    let restoring = ["rmcup", "cnorm", "rmkx", "sgr0"].map(Self.capability).joined()
    _ = terminal_guard_set_sequence(restoring, restoring.utf8.count)
    cnc_set_escdelay(25)
    raw()
    noecho()
    nonl()
    keypad(window, true)
    nodelay(window, true)
    let wantsColor = Theme.wantsColor(Environment.value)
    if wantsColor {
      start_color()
      use_default_colors()
    }
    theme = Theme(colors: wantsColor ? Int(cnc_colors()) : 0, environment: Environment.value)
    adoptSize()
  }

  /// Refuses a terminal before anything is sent to it: one that terminfo does not know, or that cannot move its cursor.
  private static func checkTerminal() throws(Problem) {
    var known: Int32 = 0
    guard setupterm(nil, STDOUT_FILENO, &known) == OK, known == 1 else { throw unusable("unknown terminal") }
    guard cnc_capability("cup") != nil, cnc_capability("clear") != nil else {
      throw unusable("this terminal cannot move its cursor")
    }
  }

  /// What the terminal's description says for a capability, without its padding marks (terminfo(5)); empty for none.
  private static func capability(_ name: String) -> String {
    let value = cnc_capability(name).map { String(cString: $0) } ?? ""
    return value.split(separator: "$<").enumerated().map { index, part in
      index == 0 ? String(part) : String(part.drop { $0 != ">" }.dropFirst())
    }.joined()
  }

  private static func unusable(_ why: String) -> Problem {
    Problem("TERM=\(Environment.value("TERM") ?? "")", "\(why); try: directives outline FILE")
  }

  /// Where the document came by standard input, keys are read from the terminal itself.
  private static func takeKeysFromTerminal() throws(Problem) {
    guard isatty(STDIN_FILENO) == 0 else { return }
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard terminal >= 0 else { throw Problem("/dev/tty", "no terminal to read keys from") }
    dup2(terminal, STDIN_FILENO)
    Glibc.close(terminal)
  }

  var size: Size { Size(columns: Int(getmaxx(window)), rows: Int(getmaxy(window))) }

  /// Puts the terminal back as it was found.
  func close() {
    guard isOpen else { return }
    isOpen = false
    endwin()
    delscreen(screen)
    terminal_guard_disarm()
  }

  // MARK: - Drawing

  func draw(_ frame: Frame) {
    werase(window)
    for row in 0..<min(frame.size.rows, size.rows) { drawRow(Array(frame.row(row)), row: row) }
    if let cursor = frame.cursor {
      curs_set(1)
      wmove(window, Int32(cursor.row), Int32(cursor.column))
    } else {
      curs_set(0)
    }
    wrefresh(window)
  }

  /// Moves to the start of each run of one look, so that a terminal that disagrees on a width spoils no more than it.
  private func drawRow(_ cells: [Cell], row: Int) {
    var column = 0
    while column < min(cells.count, size.columns) {
      let start = column
      let role = cells[start].role
      var text: [wchar_t] = []
      while column < cells.count, cells[column].role == role {
        text += cells[column].text.unicodeScalars.map { wchar_t(bitPattern: $0.value) }
        column += 1
      }
      set(theme.look(of: role))
      mvwaddnwstr(window, Int32(row), Int32(start), text, Int32(text.count))
    }
  }

  private func set(_ look: Look) {
    var attributes: attr_t = 0
    if look.bold { attributes |= CNC_BOLD }
    if look.faint { attributes |= CNC_DIM }
    if look.reverse { attributes |= CNC_REVERSE }
    if look.underline { attributes |= CNC_UNDERLINE }
    wattr_set(window, attributes, pair(look), nil)
  }

  private func pair(_ look: Look) -> Int16 {
    let colors = ColorPair(foreground: look.foreground, background: look.background)
    guard theme.usesColor, colors != ColorPair(foreground: -1, background: -1) else { return 0 }
    if let pair = pairs[colors] { return pair }
    let pair = Int16(pairs.count + 1)
    init_pair(pair, colors.foreground, colors.background)
    pairs[colors] = pair
    return pair
  }

  /// Draws everything anew at the next `draw`.
  func redraw() { clearok(window, true) }

  func bell() { beep() }

  // MARK: - Events

  /// Waits for something to happen. With `waiting` false it answers nil where nothing has happened yet.
  func nextEvent(waiting: Bool = true) -> TerminalEvent? {
    while true {
      if let event = nextSignal() ?? nextKey() { return event }
      var polled = [
        pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
        pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
      ]
      let ready = poll(&polled, 2, waiting ? -1 : 0)
      if ready == 0 { return nil }
      let events = Int32(polled[0].revents)
      if events & (POLLHUP | POLLERR | POLLNVAL) != 0, events & POLLIN == 0 { return .ended(signal: SIGHUP) }
      if events & POLLIN != 0 {
        if let key = nextKey() { return key }
        var available: Int32 = 0
        if ioctl(STDIN_FILENO, UInt(FIONREAD), &available) != 0 || available == 0, polled[1].revents == 0 {
          return .ended(signal: SIGHUP)
        }
      }
    }
  }

  private func nextSignal() -> TerminalEvent? {
    var byte: UInt8 = 0
    var resized = false
    while read(signals, &byte, 1) == 1 {
      switch Int32(byte) {
      case SIGWINCH: resized = true
      case SIGCONT: return resume()
      case let signal: return .ended(signal: signal)
      }
    }
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

  /// Stops the program as the terminal's suspend key does, until it is continued.
  func suspend() {
    kill(0, SIGTSTP)  // ncurses restores the screen around the stop
    _ = resume()
  }

  /// ncurses sends the keypad mode anew only when it is told to.
  private func resume() -> TerminalEvent {
    keypad(window, true)
    clearok(window, true)
    wrefresh(window)
    adoptSize()
    return .resumed
  }

  private func nextKey() -> TerminalEvent? {
    var code: wint_t = 0
    while true {
      switch wget_wch(window, &code) {
      case OK: return .key(Self.key(character: code))
      case KEY_CODE_YES:
        if Int32(code) == KEY_RESIZE { continue }
        if let key = Self.key(code: Int32(code)) { return .key(key) }
      default: return nil
      }
    }
  }

  private static func key(character code: wint_t) -> Key {
    switch code {
    case 0x0D, 0x0A: .enter
    case 0x09: .tab
    case 0x1B: .escape
    case 0x7F, 0x08: .backspace
    case 0..<0x20: .control(Character(Unicode.Scalar(UInt8(code) + 0x60)))
    default: .character(Character(Unicode.Scalar(code) ?? "\u{FFFD}"))
    }
  }

  private static func key(code: Int32) -> Key? {
    switch code {
    case KEY_UP: return .up
    case KEY_DOWN: return .down
    case KEY_LEFT: return .left
    case KEY_RIGHT: return .right
    case KEY_HOME: return .home
    case KEY_END: return .end
    case KEY_NPAGE: return .pageDown
    case KEY_PPAGE: return .pageUp
    case KEY_BACKSPACE: return .backspace
    case KEY_DC: return .delete
    case KEY_IC: return .insert
    case KEY_ENTER: return .enter
    case KEY_BTAB: return .backTab
    case cnc_function_key(1)...cnc_function_key(12): return .function(Int(code - cnc_function_key(0)))
    default:
      switch keyname(code).map({ String(cString: $0) }) {
      case "kLFT3": return .altLeft
      case "kRIT3": return .altRight
      default: return nil
      }
    }
  }
}
