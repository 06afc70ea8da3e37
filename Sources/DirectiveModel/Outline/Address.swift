/// A point's place in the outline as numbers from 1: `2.3` is the third point of the second theme.
///
/// It is what people type, scripts print and bookmarks keep. It counts positions, so it stays unambiguous where a
/// document's own numbers restart, skip or repeat.
public struct Address: Hashable, Sendable, CustomStringConvertible {
  /// Positions among siblings, outermost first; never empty, each at least 1.
  public let positions: [Int]

  public init?(positions: [Int]) {
    guard !positions.isEmpty, positions.allSatisfy({ $0 >= 1 }) else { return nil }
    self.positions = positions
  }

  /// Reads `2.3`; one full stop at the end is allowed. Nil for anything else.
  public init?(_ text: some StringProtocol) {
    let body = text.hasSuffix(".") ? text.dropLast() : text[...]
    var positions: [Int] = []
    for part in body.split(separator: ".", omittingEmptySubsequences: false) {
      guard let number = Int(part), number >= 1, part.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
        return nil
      }
      positions.append(number)
    }
    self.init(positions: positions)
  }

  public var description: String {
    var text = ""
    for position in positions { text += text.isEmpty ? String(position) : "." + String(position) }
    return text
  }
}
