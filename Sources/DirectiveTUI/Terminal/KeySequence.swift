/// The keys behind the sequences that terminals send, whatever `TERM` says of them.
///
/// terminfo has one sequence for each key, and has that of another terminal where `TERM` names another than the one in
/// use: inside tmux, through PuTTY. The forms are those of ECMA-48, with the numbers of the VT220 and xterm's modifiers.
enum KeySequence {
  /// The key of what followed Esc: `[1~`, `[1;5A`, `OP`. Nil for a sequence that is no key known here.
  static func key(_ sequence: some StringProtocol) -> Key? {
    let bytes = Array(sequence.utf8)
    guard bytes.count >= 2, let last = bytes.last else { return nil }
    let final = Character(Unicode.Scalar(last))
    if sequence.hasPrefix("[["), bytes.count == 3 { return consoleKeys[final] }
    let parameters = sequence.dropFirst().dropLast().split(separator: ";").map { Int($0) ?? 0 }
    let key = final == "~" ? parameters.first.flatMap { numbered[$0] } : lettered[final]
    return key.map { modified($0, by: parameters.count > 1 ? parameters[1] : 1) }
  }

  /// Whether `sequence`, as far as it has come, wants no further character.
  static func isComplete(_ sequence: some StringProtocol) -> Bool {
    let bytes = Array(sequence.utf8)
    guard let last = bytes.last, bytes.count > 1 else { return false }
    if sequence == "[[" { return false }
    return sequence.hasPrefix("O") ? !(0x30...0x3B).contains(last) : !(0x20...0x3F).contains(last)
  }

  /// The arrows with Alt have a meaning of their own; every other key means with Alt, Ctrl or Shift what it means alone.
  static func modified(_ key: Key, by modifier: Int) -> Key {
    guard modifier == altModifier else { return key }
    return key == .left ? .altLeft : key == .right ? .altRight : key
  }

  /// xterm's number for Alt.
  private static let altModifier = 3

  private static let lettered: [Character: Key] = [
    "A": .up, "B": .down, "C": .right, "D": .left, "H": .home, "F": .end, "Z": .backTab, "M": .enter,
    "P": .function(1), "Q": .function(2), "R": .function(3), "S": .function(4),
  ]

  /// VT220, rxvt (7, 8, 11 to 14), and the Linux console and tmux (1, 4).
  private static let numbered: [Int: Key] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
    17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
    23: .function(11), 24: .function(12),
  ]

  /// The Linux console's own.
  private static let consoleKeys: [Character: Key] = [
    "A": .function(1), "B": .function(2), "C": .function(3), "D": .function(4), "E": .function(5),
  ]
}
