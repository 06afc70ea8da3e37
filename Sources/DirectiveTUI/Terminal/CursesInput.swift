import CNcurses

/// What the terminal sends, as ncurses reads it.
enum CursesInput {
  /// Codes for the marks around pasted text, beyond those of ncurses.
  private static let pasteBegins: Int32 = 2000
  private static let pasteEnds: Int32 = 2001

  /// The cursor keys' last letters (ECMA-48 CUU, CUD, CUF, CUB, and Home and End as xterm has them).
  private static let cursorKeys = [
    ("A", KEY_UP), ("B", KEY_DOWN), ("C", KEY_RIGHT), ("D", KEY_LEFT), ("H", KEY_HOME), ("F", KEY_END),
  ]

  /// Makes the marks around pasted text known as keys, and the cursor keys in both of their modes: a key may be pressed
  /// before the terminal has heard of the mode asked for, and some terminals never change theirs.
  static func prepare() {
    for (letter, key) in cursorKeys {
      for sequence in ["\u{1B}[\(letter)", "\u{1B}O\(letter)"] where key_defined(sequence) == 0 {
        define_key(sequence, key)
      }
    }
    if let begins = cnc_capability("PS"), let ends = cnc_capability("PE") {
      define_key(begins, pasteBegins)
      define_key(ends, pasteEnds)
    }
  }

  /// The next key, pasted text or move of the mouse; nil where nothing has come.
  static func next(from window: UnsafeMutablePointer<WINDOW>) -> TerminalEvent? {
    var code: wint_t = 0
    while true {
      switch wget_wch(window, &code) {
      case OK: return .key(code == 0x1B ? escaped(from: window) : key(character: code))
      case KEY_CODE_YES:
        switch Int32(code) {
        case KEY_RESIZE: continue
        case KEY_MOUSE:
          return .mouse(mouse())
        case pasteBegins: return .pasted(pasted(from: window))
        case let code:
          if let key = key(code: code) { return .key(key) }
        }
      default: return nil
      }
    }
  }

  /// Esc; with a character that came along with it, that character with Alt.
  private static func escaped(from window: UnsafeMutablePointer<WINDOW>) -> Key {
    var code: wint_t = 0
    switch wget_wch(window, &code) {
    case OK:
      if code > 0x20, code != 0x7F, let scalar = Unicode.Scalar(code) { return .alt(Character(scalar)) }
      unget_wch(wchar_t(bitPattern: code))
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

  /// The text up to the mark that ends it. What a hostile paste holds beyond characters and line ends is left out, and
  /// where the end does not come, so is what comes later than `patience`.
  private static func pasted(from window: UnsafeMutablePointer<WINDOW>) -> String {
    var text = String.UnicodeScalarView()
    var code: wint_t = 0
    wtimeout(window, patience)
    defer { nodelay(window, true) }
    while true {
      switch wget_wch(window, &code) {
      case OK: Unicode.Scalar(code).map { text.append($0) }
      case KEY_CODE_YES where Int32(code) == pasteEnds: return String(text)
      case KEY_CODE_YES: break
      default: return String(text)
      }
    }
  }

  /// Milliseconds.
  private static let patience: Int32 = 200

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
    return buttons & CNC_RELEASED != 0 ? .release : nil
  }

  private static func key(character code: wint_t) -> Key {
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
    default:
      switch keyname(code).map({ String(cString: $0) }) {
      case "kLFT3": return .altLeft
      case "kRIT3": return .altRight
      default: return nil
      }
    }
  }
}
