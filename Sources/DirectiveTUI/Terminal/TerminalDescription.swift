import CNcurses
import Glibc

/// The terminal's description as terminfo(5) has it, without shortcuts: a key is answered in half the time where ncurses
/// has one way to move the cursor, and does not look for a shorter one at each move.
enum TerminalDescription {
  /// Does what makes ncurses read the description, so that it reads one without shortcuts. To be called when the
  /// description as it is was read. Where no such can be made, `body` answers nil or reads the description as it is.
  static func withoutShortcuts<Result>(_ body: () -> Result?) -> Result? {
    guard let entry = Environment.value("TERM").flatMap(compiled).flatMap(withoutShortcuts) else { return body() }
    let before = Environment.value(variable)
    setenv(variable, "hex:" + String(decoding: entry.flatMap(hexadecimal), as: UTF8.self), 1)
    defer { if let before { setenv(variable, before, 1) } else { unsetenv(variable) } }
    return body()
  }

  /// Names a folder of descriptions, or holds one (ncurses(3x)).
  private static let variable = "TERMINFO"

  /// The compiled description, from where ncurses looks for it first; nil where it is kept in another way.
  private static func compiled(of name: String) -> [UInt8]? {
    guard let first = name.first, !name.contains("/") else { return nil }
    let folders =
      [Environment.value(variable), Environment.value("HOME").map { $0 + "/.terminfo" }].compactMap { $0 }
      + (Environment.value("TERMINFO_DIRS") ?? "").split(separator: ":").map(String.init)
      + ["/etc/terminfo", "/lib/terminfo", "/usr/share/terminfo"]
    return folders.lazy.compactMap { contents(of: "\($0)/\(first)/\(name)") }.first
  }

  private static func contents(of path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: largest)
    let count = read(file, &bytes, bytes.count)
    return count > 0 && count < largest ? Array(bytes.prefix(count)) : nil
  }

  /// Bytes, as term(5) has it.
  private static let largest = 32768

  /// Takes the shortcuts out of a compiled description (term(5)): six numbers of two bytes, then names, flags, numbers, and
  /// where each string begins, which is nowhere for one that is not there. Nil where that is no such description.
  private static func withoutShortcuts(_ compiled: [UInt8]) -> [UInt8]? {
    guard compiled.count >= 12 else { return nil }
    let header = (0..<6).map { Int(compiled[2 * $0]) | Int(compiled[2 * $0 + 1]) << 8 }
    guard let numberSize = [0x11A: 2, 0x21E: 4][header[0]] else { return nil }
    let flagsEnd = 12 + header[1] + header[2]
    let strings = flagsEnd + flagsEnd % 2 + header[3] * numberSize
    guard strings + 2 * header[4] <= compiled.count else { return nil }
    var entry = compiled
    for capability in (0...).lazy.map({ Int(cnc_shortcut($0)) }).prefix(while: { $0 >= 0 }) where capability < header[4]
    {
      entry[strings + 2 * capability] = 0xFF
      entry[strings + 2 * capability + 1] = 0xFF
    }
    return entry
  }

  private static func hexadecimal(_ byte: UInt8) -> [UInt8] {
    [byte >> 4, byte & 0xF].map { $0 < 10 ? 0x30 + $0 : 0x57 + $0 }
  }
}
