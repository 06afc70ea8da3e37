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

  /// The first member among ids.
  func first(in ids: Range<Int>) -> Int? {
    let first = Self.first(in: ids) { words[$0] }
    return first < ids.upperBound ? first : nil
  }

  /// The last member among ids.
  func last(in ids: Range<Int>) -> Int? {
    var end = ids.upperBound
    while end > ids.lowerBound {
      let id = end - 1
      let word = words[id / 64] << UInt64(63 - id % 64)
      if word != 0 { return id - word.leadingZeroBitCount >= ids.lowerBound ? id - word.leadingZeroBitCount : nil }
      end = id / 64 * 64
    }
    return nil
  }

  /// The members among ids that stand in a row, the first ones from where they begin; nil where none is a member.
  func firstRun(in ids: Range<Int>) -> Range<Int>? {
    guard let first = first(in: ids) else { return nil }
    return first..<Self.first(in: first..<ids.upperBound) { ~words[$0] }
  }

  /// The place of the first bit among ids, in words of 64 bits; where they end if there is none.
  private static func first(in ids: Range<Int>, _ words: (Int) -> UInt64) -> Int {
    var id = ids.lowerBound
    while id < ids.upperBound {
      let word = words(id / 64) >> UInt64(id % 64)
      if word != 0 { return min(id + word.trailingZeroBitCount, ids.upperBound) }
      id = (id / 64 + 1) * 64
    }
    return ids.upperBound
  }

  /// Those of 64 ids that lie in a range, which holds some of them.
  static func mask(_ word: Int, in ids: Range<Int>) -> UInt64 {
    let below = ids.upperBound < word * 64 + 64 ? bit(ids.upperBound) - 1 : .max
    return ids.lowerBound > word * 64 ? below & ~(bit(ids.lowerBound) - 1) : below
  }

  private static func bit(_ id: Int) -> UInt64 { 1 << (UInt64(id) % 64) }
}
