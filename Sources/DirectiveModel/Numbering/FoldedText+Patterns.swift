/// Matching the prefixes and suffixes of numbering styles.
extension FoldedText {
  func match(pattern: [UInt32], at index: Int, before limit: Int) -> Int? {
    pattern.withUnsafeBufferPointer { match(pattern: $0, at: index, before: limit) }
  }

  /// The index after `pattern` (as `NumberingStyle` writes it) if it stands at `index`.
  @inline(__always)
  func match(pattern: StyleIndex.Pattern, at index: Int, before limit: Int) -> Int? {
    guard pattern.count > 0 else { return index }
    // Most places are told by one character of ASCII, with which no blank begins.
    if index < limit, byte(index) &- 0x21 < 0x5F {
      let next = UInt32(byte(index))
      let place = pattern.count > 1 && pattern[0] == StyleIndex.anyBlanks ? 1 : 0
      let expected = pattern[place]
      if next == expected {
        if place == pattern.count - 1, next != StyleIndex.anyBlanks { return index + 1 }
        if place == 0, pattern.count == 2, pattern[1] == StyleIndex.anyBlanks {
          return skipBlanks(from: index + 1, before: limit)
        }
      } else if next | 0x20 != expected, expected != StyleIndex.anyBlanks {
        return nil
      }
    }
    return matchAll(of: pattern, at: index, before: limit)
  }

  private func matchAll(of pattern: StyleIndex.Pattern, at index: Int, before limit: Int) -> Int? {
    var end = index
    for expected in pattern {
      if expected == StyleIndex.anyBlanks {
        end = skipBlanks(from: end, before: limit)
      } else if expected == StyleIndex.blanks {
        let next = skipBlanks(from: end, before: limit)
        guard next > end else { return nil }
        end = next
      } else {
        let (scalar, length) = scalar(at: end, before: limit)
        // In one test: of a word's letters the first may be a capital, or all.
        let caseBit: UInt32 = expected &- 0x61 < 26 ? 0x20 : 0
        guard scalar | caseBit == expected || Self.isWideCapital(scalar, of: expected), length > 0 else { return nil }
        end += length
      }
    }
    return end
  }

  @inline(__always)
  private static func isWideCapital(_ scalar: UInt32, of letter: UInt32) -> Bool {
    letter >= 0x80
      && (lowercased(scalar) == letter || scalar >= 0x410 && scalar <= 0x42F && scalar + 0x20 == letter)
  }
}
