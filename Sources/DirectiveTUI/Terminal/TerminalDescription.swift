import CNcurses
import Glibc

/// The terminal's description as terminfo(5) has it, without shortcuts: a key is answered in half the time where ncurses
/// has one way to move the cursor, and does not look for a shorter one at each move.
enum TerminalDescription {
  /// What the terminal's description says for a capability, without its padding marks (terminfo(5)); empty for none.
  static func capability(_ name: String) -> String { withoutPadding(cnc_capability(name)) }

  static func withoutPadding(_ sequence: UnsafePointer<CChar>?) -> String {
    let value = sequence.map { String(cString: $0) } ?? ""
    return value.split(separator: "$<").enumerated().map { index, part in
      index == 0 ? String(part) : String(part.drop { $0 != ">" }.dropFirst())
    }.joined()
  }

  /// Does what makes ncurses read the description, so that it reads one without shortcuts. To be called when the
  /// description as it is was read. Where no such can be made, `body` answers nil or reads the description as it is.
  static func withoutShortcuts<Result>(_ body: () -> Result?) -> Result? {
    guard let name = Environment.value("TERM"), var entry = compiled(of: name), takeShortcuts(out: &entry) else {
      return body()
    }
    let before = Environment.value(variable)
    setenv(variable, hexadecimal(entry), 1)
    defer { if let before { setenv(variable, before, 1) } else { unsetenv(variable) } }
    return body()
  }

  /// Names a folder of descriptions, or holds one (ncurses(3x)).
  private static let variable = "TERMINFO"

  /// The compiled description, from where ncurses looks for it first; nil where it is kept in another way.
  private static func compiled(of name: String) -> [UInt8]? {
    guard let first = name.unicodeScalars.first, !name.utf8.contains(UInt8(ascii: "/")) else { return nil }
    var folders: [String] = []
    if let own = Environment.value(variable) { folders.append(own) }
    if let home = Environment.value("HOME") { folders.append(home + "/.terminfo") }
    for folder in (Environment.value("TERMINFO_DIRS") ?? "").split(separator: ":") { folders.append(String(folder)) }
    for folder in folders + ["/etc/terminfo", "/lib/terminfo", "/usr/share/terminfo"] {
      if let entry = contents(of: "\(folder)/\(first)/\(name)") { return entry }
    }
    return nil
  }

  private static func contents(of path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    let bytes = [UInt8](unsafeUninitializedCapacity: largest) { bytes, count in
      count = max(0, read(file, bytes.baseAddress, largest))
    }
    return bytes.isEmpty || bytes.count == largest ? nil : bytes
  }

  /// Bytes, as term(5) has it.
  private static let largest = 32768

  /// Takes the shortcuts out of a compiled description (term(5)): six numbers of two bytes, then names, flags, numbers,
  /// and where each string begins, which is nowhere for one that is not there. False where that is no such description,
  /// or where the cursor is moved by shortcuts alone.
  private static func takeShortcuts(out entry: inout [UInt8]) -> Bool {
    guard entry.count >= 12 else { return false }
    let bytes = entry
    func number(_ index: Int) -> Int { Int(bytes[2 * index]) | Int(bytes[2 * index + 1]) << 8 }
    guard number(0) == 0x11A || number(0) == 0x21E else { return false }
    let flagsEnd = 12 + number(1) + number(2)
    let strings = flagsEnd + flagsEnd % 2 + number(3) * (number(0) == 0x11A ? 2 : 4)
    let address = strings + 2 * Int(cnc_cursor_address())
    guard strings + 2 * number(4) <= entry.count, address + 1 < entry.count, entry[address + 1] & 0x80 == 0 else {
      return false
    }
    var index: Int32 = 0
    while case let capability = Int(cnc_shortcut(index)), capability >= 0 {
      index += 1
      guard capability < number(4) else { continue }
      entry[strings + 2 * capability] = 0xFF
      entry[strings + 2 * capability + 1] = 0xFF
    }
    return true
  }

  /// The description as `TERMINFO` may hold it.
  private static func hexadecimal(_ entry: [UInt8]) -> String {
    func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }
    return "hex:"
      + String(unsafeUninitializedCapacity: 2 * entry.count) { text in
        for (index, byte) in entry.enumerated() {
          text[2 * index] = digit(byte >> 4)
          text[2 * index + 1] = digit(byte & 0xF)
        }
        return 2 * entry.count
      }
  }

  /// Refuses a terminal before anything is sent to it: one that terminfo does not know, or that cannot move its cursor.
  static func check() throws(Problem) {
    var known: Int32 = 0
    guard setupterm(nil, STDOUT_FILENO, &known) == OK, known == 1 else { throw unusable(.unknownTerminal) }
    guard cnc_capability("cup") != nil, cnc_capability("clear") != nil else { throw unusable(.cannotMoveCursor) }
  }

  static func unusable(_ why: Phrase) -> Problem {
    Problem("TERM=\(Environment.value("TERM") ?? "")", why + .tryOutline)
  }
}
