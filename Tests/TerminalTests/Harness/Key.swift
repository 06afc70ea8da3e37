import CVterm

/// A key as it is pressed; which bytes it sends depends on what the program asked of its terminal.
struct Key {
  enum Code {
    case named(VTermKey)
    case function(Int)
    case bytes([UInt8])
  }

  let code: Code
  var modifiers = VTERM_MOD_NONE

  static let up = Key(code: .named(VTERM_KEY_UP))
  static let down = Key(code: .named(VTERM_KEY_DOWN))
  static let left = Key(code: .named(VTERM_KEY_LEFT))
  static let right = Key(code: .named(VTERM_KEY_RIGHT))
  static let pageUp = Key(code: .named(VTERM_KEY_PAGEUP))
  static let pageDown = Key(code: .named(VTERM_KEY_PAGEDOWN))
  static let home = Key(code: .named(VTERM_KEY_HOME))
  static let end = Key(code: .named(VTERM_KEY_END))
  static let insert = Key(code: .named(VTERM_KEY_INS))
  static let delete = Key(code: .named(VTERM_KEY_DEL))
  static let enter = Key(code: .named(VTERM_KEY_ENTER))
  static let tab = Key(code: .named(VTERM_KEY_TAB))
  static let backTab = Key(code: .named(VTERM_KEY_TAB), modifiers: VTERM_MOD_SHIFT)
  static let backspace = Key(code: .named(VTERM_KEY_BACKSPACE))
  /// Programs wait a moment for what may follow: wait for the effect of this key before sending the next.
  static let escape = Key(code: .named(VTERM_KEY_ESCAPE))
  static let f1 = function(1)
  static let f2 = function(2)
  static let f5 = function(5)

  static func function(_ number: Int) -> Key { Key(code: .function(number)) }

  /// A letter or one of `@[\]^_?` with Ctrl, as xterm sends it: one control character.
  static func control(_ character: Character) -> Key {
    guard let ascii = character.uppercased().utf8.first else { return Key(code: .bytes([])) }
    return Key(code: .bytes([ascii ^ 0x40]))
  }

  static func alt(_ character: Character) -> Key { Key(code: .bytes([0x1B] + Array(character.utf8))) }

  static func alt(_ key: Key) -> Key { key.adding(VTERM_MOD_ALT) }
  static func shift(_ key: Key) -> Key { key.adding(VTERM_MOD_SHIFT) }
  static func control(_ key: Key) -> Key { key.adding(VTERM_MOD_CTRL) }

  private func adding(_ modifier: VTermModifier) -> Key {
    Key(code: code, modifiers: VTermModifier(rawValue: modifiers.rawValue | modifier.rawValue))
  }
}
