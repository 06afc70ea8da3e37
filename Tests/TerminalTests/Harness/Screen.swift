import CVterm

/// What a terminal of this size would show: libvterm, fed with a program's output.
final class Screen {
  /// How one cell is drawn. libvterm knows no dim text: look for `ESC [ 2 m` in the raw output.
  struct Attributes: Equatable {
    var bold = false
    var italic = false
    var underline = false
    var blink = false
    var reverse = false
    var foreground = Color.standard
    var background = Color.standard
  }

  enum Color: Equatable {
    /// The terminal's own.
    case standard
    /// One of the 256 of the palette; 0-7 are the old eight.
    case indexed(Int)
    case rgb(UInt8, UInt8, UInt8)
  }

  private let emulator: OpaquePointer
  private let screen: OpaquePointer
  private let callbacks: UnsafeMutablePointer<VTermScreenCallbacks>

  /// What the terminal has to say to the program: keys, and answers to its questions.
  private var replies: [UInt8] = []

  /// The beginning of a character, the rest of which has not come yet.
  private var unfinished: [UInt8] = []

  private(set) var size: (columns: Int, rows: Int)

  private(set) var isCursorVisible = true

  /// Whether the program asked to be told of the mouse.
  private(set) var wantsMouse = false

  /// How often the bell has rung.
  private(set) var bells = 0

  init(columns: Int, rows: Int) {
    size = (columns, rows)
    emulator = vterm_new(Int32(rows), Self.emulated(columns))
    screen = vterm_obtain_screen(emulator)
    callbacks = .allocate(capacity: 1)
    callbacks.initialize(to: VTermScreenCallbacks())
    callbacks.pointee.settermprop = { property, value, context in
      guard let screen = Screen.at(context), let value else { return 0 }
      switch property {
      case VTERM_PROP_CURSORVISIBLE: screen.isCursorVisible = value.pointee.boolean != 0
      case VTERM_PROP_MOUSE: screen.wantsMouse = value.pointee.number != 0
      default: break
      }
      return 1
    }
    callbacks.pointee.bell = { context in
      Screen.at(context)?.bells += 1
      return 1
    }
    vterm_set_utf8(emulator, 1)
    vterm_screen_enable_altscreen(screen, 1)
    let context = Unmanaged.passUnretained(self).toOpaque()
    vterm_screen_set_callbacks(screen, callbacks, context)
    vterm_output_set_callback(
      emulator,
      { bytes, count, context in
        Screen.at(context)?.replies += UnsafeRawBufferPointer(start: bytes, count: count)
      }, context)
    vterm_screen_reset(screen, 1)
  }

  deinit {
    vterm_free(emulator)
    callbacks.deallocate()
  }

  /// The screen that a C callback belongs to.
  private static func at(_ context: UnsafeMutableRawPointer?) -> Screen? {
    context.map { Unmanaged<Screen>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Changes the size, as xterm does: the scrolling region is the whole screen again, and the cursor stays on it.
  ///
  /// libvterm 0.1.4 does neither, and crashes at the next character.
  func resize(columns: Int, rows: Int) {
    size = (columns, rows)
    let (row, column) = cursor
    feed("\u{1B}[r\u{1B}[\(row + 1);\(column + 1)H".utf8)
    vterm_set_size(emulator, Int32(rows), Self.emulated(columns))
    let moved = cursor
    feed("\u{1B}[\(max(0, moved.row) + 1);\(max(0, moved.column) + 1)H".utf8)
  }

  /// libvterm 0.1.4 crashes where a wide character meets a single column, so it is given two.
  private static func emulated(_ columns: Int) -> Int32 { Int32(max(2, columns)) }

  /// libvterm 0.1.4 knows only the first of several modes in a sequence, so it gets them one by one; of a character that
  /// comes in two pieces, the first piece waits, because libvterm may keep it for a later one.
  func feed(_ bytes: some Collection<UInt8>) {
    let text = Array(bytes).split(separator: 0x1B, omittingEmptySubsequences: false).map { part -> [UInt8] in
      guard part.starts(with: "[?".utf8), let end = part.firstIndex(where: { $0 == 0x68 || $0 == 0x6C }) else {
        return Array(part)
      }
      let modes = part[(part.startIndex + 2)..<end].split(separator: UInt8(ascii: ";"))
      guard modes.count > 1 else { return Array(part) }
      let single = modes.map { Array("[?".utf8) + $0 + [part[end]] }
      return Array(single.joined(separator: [0x1B])) + part[(end + 1)...]
    }
    var bytes = unfinished + text.joined(separator: [0x1B])
    unfinished = Self.unfinished(of: bytes)
    bytes.removeLast(unfinished.count)
    bytes.withUnsafeBytes {
      _ = vterm_input_write(emulator, $0.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
    }
  }

  /// The beginning of a character at the end of bytes.
  private static func unfinished(of bytes: [UInt8]) -> [UInt8] {
    guard let start = bytes.suffix(3).lastIndex(where: { $0 & 0xC0 != 0x80 }), bytes[start] >= 0xC2 else { return [] }
    let count = bytes[start] >= 0xF0 ? 4 : bytes[start] >= 0xE0 ? 3 : 2
    return bytes.count - start < count ? Array(bytes[start...]) : []
  }

  /// Hands over what the terminal has to say since the last call.
  func takeReplies() -> [UInt8] {
    defer { replies = [] }
    return replies
  }

  func press(_ key: Key) {
    switch key.code {
    case .named(let code): vterm_keyboard_key(emulator, code, key.modifiers)
    case .function(let number):
      let code = VTermKey(rawValue: VTERM_KEY_FUNCTION_0.rawValue + UInt32(number))
      vterm_keyboard_key(emulator, code, key.modifiers)
    case .bytes(let bytes): replies += bytes
    }
  }

  /// Presses and lets go a mouse button; says nothing unless the program asked for the mouse.
  func click(row: Int, column: Int, button: Int) {
    guard wantsMouse else { return }
    vterm_mouse_move(emulator, Int32(row), Int32(column), VTERM_MOD_NONE)
    vterm_mouse_button(emulator, Int32(button), true, VTERM_MOD_NONE)
    vterm_mouse_button(emulator, Int32(button), false, VTERM_MOD_NONE)
  }

  /// Presses the first button at one place and moves to another, where it is still held.
  func drag(from start: (row: Int, column: Int), to end: (row: Int, column: Int)) {
    guard wantsMouse else { return }
    vterm_mouse_move(emulator, Int32(start.row), Int32(start.column), VTERM_MOD_NONE)
    vterm_mouse_button(emulator, 1, true, VTERM_MOD_NONE)
    vterm_mouse_move(emulator, Int32(end.row), Int32(end.column), VTERM_MOD_NONE)
  }

  var cursor: (row: Int, column: Int) {
    var position = VTermPos()
    vterm_state_get_cursorpos(vterm_obtain_state(emulator), &position)
    return (Int(position.row), Int(position.col))
  }

  /// The text of a row (from 0) without the blanks at its end; a row outside the screen is empty.
  func line(_ row: Int) -> String {
    guard row >= 0, row < size.rows else { return "" }
    var text = String.UnicodeScalarView()
    var column = 0
    while column < size.columns {
      let cell = cell(row: row, column: column)
      let scalars = withUnsafeBytes(of: cell.chars) {
        $0.bindMemory(to: UInt32.self).prefix { $0 != 0 && $0 != .max }.compactMap(Unicode.Scalar.init)
      }
      text.append(contentsOf: scalars.isEmpty ? [" "] : scalars)
      column += max(1, Int(cell.width))
    }
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  func attributes(row: Int, column: Int) -> Attributes {
    let cell = cell(row: row, column: column)
    return Attributes(
      bold: cell.attrs.bold != 0, italic: cell.attrs.italic != 0, underline: cell.attrs.underline != 0,
      blink: cell.attrs.blink != 0, reverse: cell.attrs.reverse != 0,
      foreground: Color(cell.fg), background: Color(cell.bg))
  }

  /// A place on the screen as a reader sees it: a blank has the looks that can be told, the second half of a wide
  /// character none.
  struct Place: Equatable {
    var text: [UInt32]
    var attributes: Attributes
  }

  /// All places, row by row.
  var picture: [[Place]] {
    (0..<size.rows).map { row in (0..<size.columns).map { place(row: row, column: $0) } }
  }

  private func place(row: Int, column: Int) -> Place {
    let cell = cell(row: row, column: column)
    var place = Place(
      text: withUnsafeBytes(of: cell.chars) { Array($0.bindMemory(to: UInt32.self).prefix { $0 != 0 && $0 != 0x20 }) },
      attributes: attributes(row: row, column: column))
    if place.text == [.max] { place.attributes = Attributes() }
    if place.text.isEmpty, !place.attributes.underline, !place.attributes.reverse {
      place.attributes = Attributes(background: place.attributes.background)
    }
    return place
  }

  private func cell(row: Int, column: Int) -> VTermScreenCell {
    var cell = VTermScreenCell()
    vterm_screen_get_cell(screen, VTermPos(row: Int32(row), col: Int32(column)), &cell)
    return cell
  }
}

extension Screen.Color {
  init(_ color: VTermColor) {
    let kind = UInt32(color.type)
    if kind & VTERM_COLOR_DEFAULT_MASK.rawValue != 0 {
      self = .standard
    } else if kind & VTERM_COLOR_TYPE_MASK.rawValue == VTERM_COLOR_INDEXED.rawValue {
      self = .indexed(Int(color.indexed.idx))
    } else {
      self = .rgb(color.rgb.red, color.rgb.green, color.rgb.blue)
    }
  }
}
