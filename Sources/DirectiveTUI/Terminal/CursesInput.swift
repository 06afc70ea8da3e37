import CNcurses
import Glibc

/// What the terminal sends, as ncurses reads it.
struct CursesInput {
  private let window: UnsafeMutablePointer<WINDOW>
  /// Until when, by `Clock`, what comes belongs to a paste whose end has not come; nil where none is open.
  private var pasteDue: Int?

  /// Codes for the marks around pasted text, beyond those of ncurses.
  private static let pasteBegins: Int32 = 2000
  private static let pasteEnds: Int32 = 2001

  /// Where the document came by standard input, keys are read from the terminal itself.
  static func takeKeysFromTerminal() throws(Problem) {
    guard isatty(STDIN_FILENO) == 0 else { return }
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard terminal >= 0 else { throw Problem("/dev/tty", .noTerminalForKeys) }
    dup2(terminal, STDIN_FILENO)
    Glibc.close(terminal)
  }

  /// Makes the marks around pasted text known as keys.
  init(_ window: UnsafeMutablePointer<WINDOW>) {
    self.window = window
    if let begins = cnc_capability("PS"), let ends = cnc_capability("PE") {
      define_key(begins, Self.pasteBegins)
      define_key(ends, Self.pasteEnds)
    }
  }

  /// Whether the end of a paste has not come.
  var isPasting: Bool { pasteDue != nil }

  /// The next key, pasted text or move of the mouse; nil where nothing has come.
  mutating func next() -> TerminalEvent? {
    if let due = pasteDue {
      let text = Clock.now < due ? pasted() : ""
      if pasteDue != nil, let key = Self.key(alone: text) {
        pasteDue = nil
        return .key(key)
      }
      if !text.isEmpty { return .pasted(text) }
      if pasteDue != nil, Clock.now < due { return nil }
      pasteDue = nil
    }
    var code: wint_t = 0
    while true {
      switch wget_wch(window, &code) {
      case OK:
        guard code == 0x1B else { return .key(Self.key(character: code)) }
        if let key = Self.escaped(from: window) { return .key(key) }
      case KEY_CODE_YES:
        switch Int32(code) {
        case KEY_RESIZE: continue
        case KEY_MOUSE:
          return .mouse(Self.mouse())
        case Self.pasteBegins: return .pasted(pasted())
        case let code:
          if let key = Self.key(code: code) { return .key(key) }
        }
      default: return nil
      }
    }
  }

  /// Esc; with a character that came along with it, that character with Alt; the key of a sequence that `TERM` says
  /// nothing of; nil for a sequence that is none.
  private static func escaped(from window: UnsafeMutablePointer<WINDOW>) -> Key? {
    var code: wint_t = 0
    switch wget_wch(window, &code) {
    case OK:
      guard code > 0x20, code != 0x7F, let scalar = Unicode.Scalar(code) else {
        unget_wch(wchar_t(bitPattern: code))
        return .escape
      }
      guard scalar == "[" || scalar == "O" else { return .alt(Character(scalar)) }
      let sequence = sequence(after: scalar, from: window)
      return sequence.unicodeScalars.count == 1 ? .alt(Character(scalar)) : KeySequence.key(sequence)
    case KEY_CODE_YES:
      switch key(code: Int32(code)) {
      case .left: return .altLeft
      case .right: return .altRight
      default: ungetch(Int32(code))
      }
    default: break
    }
    return .escape
  }

  /// What came after Esc, up to the end of the sequence or until nothing more of it comes.
  private static func sequence(after introducer: Unicode.Scalar, from window: UnsafeMutablePointer<WINDOW>) -> String {
    var sequence = String(introducer)
    var code: wint_t = 0
    wtimeout(window, gap)
    defer { nodelay(window, true) }
    while !KeySequence.isComplete(sequence), sequence.utf8.count < longestSequence {
      guard wget_wch(window, &code) == OK, let scalar = Unicode.Scalar(code) else { break }
      guard (0x20...0x7E).contains(code) else {
        unget_wch(wchar_t(bitPattern: code))
        break
      }
      sequence.unicodeScalars.append(scalar)
    }
    return sequence
  }

  /// Milliseconds between two characters of one sequence.
  static let gap: Int32 = 25
  static let longestSequence = 32

  /// Ctrl-C or Esc, which a reader presses where the end of a paste does not come: nothing else came between two pauses.
  private static func key(alone text: String) -> Key? {
    let codes = text.unicodeScalars.map(\.value)
    guard let last = codes.last, codes.allSatisfy({ $0 == 0x03 || $0 == 0x1B }) else { return nil }
    return last == 0x1B ? .escape : key(character: last)
  }

  /// The text up to the mark that ends it, or to a pause, behind which what comes is text still: over a slow line it is
  /// no keys. What a hostile paste holds beyond characters and line ends is left out. Where the end does not come, the
  /// paste ends after a long pause, or by a key that `key(alone:)` knows.
  private mutating func pasted() -> String {
    var text = String.UnicodeScalarView()
    var code: wint_t = 0
    // Behind a pause it is not waited for what has not come.
    wtimeout(window, pasteDue == nil ? Self.patience : 0)
    defer { nodelay(window, true) }
    while true {
      switch wget_wch(window, &code) {
      case OK: Unicode.Scalar(code).map { text.append($0) }
      case KEY_CODE_YES where Int32(code) == Self.pasteEnds:
        pasteDue = nil
        return String(text)
      case KEY_CODE_YES: break
      default:
        if pasteDue == nil || !text.isEmpty { pasteDue = Clock.now + Self.longestPause }
        return String(text)
      }
      wtimeout(window, Self.patience)
    }
  }

  /// Milliseconds that it is waited for more of a paste, and until it is over though its end has not come.
  private static let patience: Int32 = 200
  private static let longestPause = 5000

  /// What the mouse did, in order; ncurses hands over what came at once beginning with the last.
  private static func mouse() -> [MouseEvent] {
    var events: [MouseEvent] = []
    var event = MEVENT()
    while getmouse(&event) == OK {
      if let kind = kind(of: event.bstate) {
        events.append(MouseEvent(kind: kind, row: Int(event.y), column: Int(event.x)))
      }
    }
    return events.reversed()
  }

  private static func kind(of buttons: mmask_t) -> MouseEvent.Kind? {
    if buttons & CNC_WHEEL_UP != 0 { return .wheelUp }
    if buttons & CNC_WHEEL_DOWN != 0 { return .wheelDown }
    if buttons & CNC_PRESSED != 0 { return .press }
    if buttons & CNC_MOVED != 0 { return .drag }
    return buttons & CNC_RELEASED != 0 ? .release : nil
  }

  static func key(character code: wint_t) -> Key {
    switch code {
    case 0x0D, 0x0A: .enter
    case 0x09: .tab
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
    default: return keyname(code).flatMap { modifiedKey(String(cString: $0)) }
    }
  }

  /// The key of a name like `kUP5` (terminfo's extensions) or `KEY_SLEFT` (with Shift).
  private static func modifiedKey(_ name: String) -> Key? {
    if let key = shifted[name] { return key }
    guard let modifier = name.last?.wholeNumberValue, let key = extended[String(name.dropLast())] else { return nil }
    return KeySequence.modified(key, by: modifier)
  }

  private static let extended: [String: Key] = [
    "kUP": .up, "kDN": .down, "kLFT": .left, "kRIT": .right, "kHOM": .home, "kEND": .end, "kPRV": .pageUp,
    "kNXT": .pageDown, "kDC": .delete, "kIC": .insert,
  ]

  private static let shifted: [String: Key] = [
    "KEY_SR": .up, "KEY_SF": .down, "KEY_SLEFT": .left, "KEY_SRIGHT": .right, "KEY_SHOME": .home, "KEY_SEND": .end,
    "KEY_SPREVIOUS": .pageUp, "KEY_SNEXT": .pageDown, "KEY_SDC": .delete, "KEY_SIC": .insert,
    "KEY_FIND": .home, "KEY_SELECT": .end, "KEY_A1": .home, "KEY_A3": .pageUp, "KEY_C1": .end, "KEY_C3": .pageDown,
  ]
}
