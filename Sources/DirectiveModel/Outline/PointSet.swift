/// Some of an outline's points, by their ids: a bit for each.
package struct PointSet: Equatable, Sendable {
  private var words: [UInt64]

  /// No point of an outline that has so many.
  package init(among count: Int) {
    words = Array(repeating: 0, count: (count + 63) / 64)
  }

  package func contains(_ id: Int) -> Bool { words[id / 64] & Self.bit(id) != 0 }

  package mutating func set(_ id: Int, to isMember: Bool) {
    if isMember { words[id / 64] |= Self.bit(id) } else { words[id / 64] &= ~Self.bit(id) }
  }

  package mutating func removeAll() {
    for index in words.indices where words[index] != 0 { words[index] = 0 }
  }

  package var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// The first member from `id` on.
  package func first(from id: Int) -> Int? {
    var index = id / 64
    guard index < words.count else { return nil }
    var word = words[index] & ~(Self.bit(id) - 1)
    while word == 0 {
      index += 1
      guard index < words.count else { return nil }
      word = words[index]
    }
    return index * 64 + word.trailingZeroBitCount
  }

  /// The last member before `id`.
  package func last(before id: Int) -> Int? {
    guard id > 0 else { return nil }
    var index = (id - 1) / 64
    var word = words[index] & (Self.bit(id - 1) | (Self.bit(id - 1) - 1))
    while word == 0 {
      index -= 1
      guard index >= 0 else { return nil }
      word = words[index]
    }
    return index * 64 + 63 - word.leadingZeroBitCount
  }

  private static func bit(_ id: Int) -> UInt64 { 1 << (UInt64(id) % 64) }
}
