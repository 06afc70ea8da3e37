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

  /// Keys that may well come, and what is done about them.
  struct Expected {
    let keys: [Key]
    /// What the terminal sends for them.
    fileprivate let bytes: [UInt8]
    fileprivate let answer: () -> Void

    /// Nil for keys of which that is not known.
    init?(_ keys: [Key], answer: @escaping () -> Void) {
      let parts = keys.compactMap(CursesInput.bytes)
      guard !parts.isEmpty, parts.count == keys.count else { return nil }
      (self.keys, bytes, self.answer) = (keys, Array(parts.joined()), answer)
    }
  }

  /// Answers keys that are `expected` if they have come, and nothing else has, and takes them. They are read past ncurses,
  /// which asks the system about each byte; what is not expected is given back to it.
  ///
  /// Must be called only when `next` has told that nothing has come.
  func takeAnswered(_ expected: [Expected]) -> [Key]? {
    guard pasteDue == nil, !expected.isEmpty else { return nil }
    let count = Self.waitingCount
    guard expected.contains(where: { $0.bytes.count == count }) else { return nil }
    var bytes = Self.read(count)
    if let expected = expected.first(where: { $0.bytes == bytes }) {
      expected.answer()
      return expected.keys
    }
    if bytes == [0x1B], Self.hasMore(within: Self.gap) {
      bytes += Self.read(min(Self.waitingCount, Self.longestSequence))  // ncurses takes a hundred bytes back, no more
    }
    Self.giveBack(bytes[...])
    return nil
  }

  /// How many bytes have come that were not read.
  private static var waitingCount: Int {
    var count: Int32 = 0
    return ioctl(STDIN_FILENO, UInt(FIONREAD), &count) == 0 ? Int(count) : 0
  }

  private static func read(_ count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { bytes, length in
      length = max(0, Glibc.read(STDIN_FILENO, bytes.baseAddress, count))
    }
  }

  private static func hasMore(within milliseconds: Int32) -> Bool {
    var polled = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&polled, 1, milliseconds) > 0
  }

  /// Has ncurses read the bytes next: as the keys that they are to it, and what is none one by one, because it would not
  /// make keys of that.
  private static func giveBack(_ bytes: ArraySlice<UInt8>) {
    guard let first = bytes.first else { return }
    let key = key(before: bytes)
    giveBack(bytes.dropFirst(key?.length ?? 1))
    ungetch(key?.code ?? Int32(first))
  }

  /// The key whose sequence `bytes` begin with, and how long that is.
  private static func key(before bytes: ArraySlice<UInt8>) -> (code: Int32, length: Int)? {
    // It answers also for what goes on behind the sequence.
    let code = bytes.first == 0x1B ? key_defined(String(decoding: bytes, as: UTF8.self)) : 0
    guard code > 0, let sequence = sent(for: code).first(where: { bytes.starts(with: $0) }) else { return nil }
    return (code, sequence.count)
  }

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

  /// What the terminal sends for a key; nil for one that is read in several ways or parts.
  private static func bytes(of key: Key) -> [UInt8]? {
    switch key {
    case .character(let character): character.unicodeScalars.count == 1 ? Array(String(character).utf8) : nil
    case .control(let character): character.asciiValue.flatMap { sent($0 & 0x1F, as: key) }
    case .tab: [0x09]
    case .up: sent(for: KEY_UP).first
    case .down: sent(for: KEY_DOWN).first
    case .left: sent(for: KEY_LEFT).first
    case .right: sent(for: KEY_RIGHT).first
    case .pageUp: sent(for: KEY_PPAGE).first
    case .pageDown: sent(for: KEY_NPAGE).first
    default: nil
    }
  }

  /// A control character, if it is `key`.
  private static func sent(_ byte: UInt8, as key: Key) -> [UInt8]? {
    Self.key(character: wint_t(byte)) == key && byte != 0x1B ? [byte] : nil
  }

  /// What the terminal may send for a key of ncurses, what its description has first.
  private static func sent(for code: Int32) -> [[UInt8]] {
    var sequences: [[UInt8]] = []
    while let sequence = keybound(code, Int32(sequences.count)) {
      sequences.append(Array(String(cString: sequence).utf8))
      free(sequence)
    }
    return sequences
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
  private static let gap: Int32 = 25
  private static let longestSequence = 32

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
