/// Matching the prefixes and suffixes of numbering styles.
extension FoldedText {
  func match(pattern: [UInt32], at index: Int, before limit: Int) -> Int? {
    pattern.withUnsafeBufferPointer { match(pattern: $0, at: index, before: limit) }
  }

  /// The index after `pattern` (as `NumberingStyle` writes it) if it stands at `index`.
  @inline(__always)
  func match(pattern: StyleIndex.Pattern, at index: Int, before limit: Int) -> Int? {
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
        guard length > 0, Self.lowercased(scalar) == expected || Self.cyrillicLower(scalar) == expected else {
          return nil
        }
        end += length
      }
    }
    return end
  }

  private static func cyrillicLower(_ scalar: UInt32) -> UInt32 {
    scalar >= 0x410 && scalar <= 0x42F ? scalar + 0x20 : scalar
  }
}
