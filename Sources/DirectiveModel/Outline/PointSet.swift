/// Some of an outline's points, by their ids: a bit for each.
package struct PointSet: Equatable, Sendable {
  /// Those of the first 64 points, of the next 64, and so on.
  var words: [UInt64]

  /// No point of an outline that has so many, or all of them.
  package init(among count: Int, all: Bool = false) {
    words = Array(repeating: all ? .max : 0, count: (count + 63) / 64)
    if all, count % 64 > 0 { words[count / 64] = Self.bit(count) - 1 }
  }

  package func contains(_ id: Int) -> Bool { words[id / 64] & Self.bit(id) != 0 }

  package mutating func set(_ id: Int, to isMember: Bool) {
    if isMember { words[id / 64] |= Self.bit(id) } else { words[id / 64] &= ~Self.bit(id) }
  }

  package mutating func removeAll() {
    for index in words.indices where words[index] != 0 { words[index] = 0 }
  }

  package var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// The first member of ids that are 64 in a row at most, of the same word.
  func first(in ids: Range<Int>) -> Int? {
    let word = words[ids.lowerBound / 64] & Self.mask(ids)
    return word == 0 ? nil : ids.lowerBound / 64 * 64 + word.trailingZeroBitCount
  }

  /// The last one of the same.
  func last(in ids: Range<Int>) -> Int? {
    let word = words[ids.lowerBound / 64] & Self.mask(ids)
    return word == 0 ? nil : ids.lowerBound / 64 * 64 + 63 - word.leadingZeroBitCount
  }

  private static func mask(_ ids: Range<Int>) -> UInt64 {
    let below = ids.upperBound % 64 == 0 ? UInt64.max : bit(ids.upperBound) - 1
    return below & ~(bit(ids.lowerBound) - 1)
  }

  private static func bit(_ id: Int) -> UInt64 { 1 << (UInt64(id) % 64) }
}
