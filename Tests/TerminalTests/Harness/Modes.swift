import Glibc

/// The modes of a terminal, as stty(1) shows them: two are equal when a reader could not tell the terminals apart.
struct Modes: Equatable, CustomStringConvertible {
  let input: UInt32
  let output: UInt32
  let control: UInt32
  let local: UInt32
  /// The control characters, by `VINTR`, `VEOF` and so on.
  let characters: [UInt8]

  init(_ modes: termios) {
    input = modes.c_iflag
    output = modes.c_oflag
    control = modes.c_cflag
    local = modes.c_lflag
    characters = withUnsafeBytes(of: modes.c_cc) { Array($0) }
  }

  var echoes: Bool { local & UInt32(ECHO) != 0 }

  /// Whether input arrives by lines; false in ncurses' cbreak and raw modes.
  var isCanonical: Bool { local & UInt32(ICANON) != 0 }

  /// Whether ^C, ^\ and ^Z send signals; false in raw mode.
  var sendsSignals: Bool { local & UInt32(ISIG) != 0 }

  var description: String {
    func hex(_ flags: UInt32) -> String { String(flags, radix: 16) }
    let names = [("echo", echoes), ("icanon", isCanonical), ("isig", sendsSignals)]
    let flags = names.map { ($0.1 ? "" : "-") + $0.0 }.joined(separator: " ")
    return "\(flags) (\(hex(input)):\(hex(output)):\(hex(control)):\(hex(local)):\(characters))"
  }
}
