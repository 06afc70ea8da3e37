/// A document's bytes seen as scalars that are folded for matching markers.
///
/// Full-width digits, brackets, stops and letters are read as their ASCII forms and blanks of every width as a space,
/// so that `１．` and `1.` are the same marker. Only matching folds; what is shown, searched or printed never is.
/// The pointer is valid only while the bytes it was made from are borrowed.
struct FoldedText {
  let base: UnsafePointer<UInt8>
  let count: Int

  @inline(__always) func byte(_ index: Int) -> UInt8 { base[index] }

  /// The folded scalar at `index` and its length in bytes; (0, 0) at `limit`. Damaged bytes read as U+FFFD of length 1.
  @inline(__always)
  func scalar(at index: Int, before limit: Int) -> (value: UInt32, length: Int) {
    guard index < limit else { return (0, 0) }
    let first = base[index]
    if first < 0x80 { return (first == 0x09 || first == 0x0C ? 0x20 : UInt32(first), 1) }
    return wide(first, at: index, before: limit)
  }

  private func wide(_ first: UInt8, at index: Int, before limit: Int) -> (value: UInt32, length: Int) {
    switch first {
    case 0xC2...0xDF:
      guard index + 2 <= limit, base[index + 1] & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      let value = UInt32(first & 0x1F) << 6 | UInt32(base[index + 1] & 0x3F)
      return (value == 0xA0 || value == 0x85 ? 0x20 : value, 2)
    case 0xE0...0xEF:
      guard index + 3 <= limit, base[index + 1] & 0xC0 == 0x80, base[index + 2] & 0xC0 == 0x80 else {
        return (0xFFFD, 1)
      }
      let value = UInt32(first & 0x0F) << 12 | UInt32(base[index + 1] & 0x3F) << 6 | UInt32(base[index + 2] & 0x3F)
      return (Self.folded(value), 3)
    case 0xF0...0xF4:
      guard index + 4 <= limit else { return (0xFFFD, 1) }
      return (0x1F000, 4)
    default:
      return (0xFFFD, 1)
    }
  }

  private static func folded(_ value: UInt32) -> UInt32 {
    switch value {
    case 0xFF01...0xFF5E: value - 0xFEE0
    case 0x3000, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0xFEFF: 0x20
    default: value
    }
  }

  /// The first index from `index` on that holds no blank.
  @inline(__always)
  func skipBlanks(from index: Int, before limit: Int) -> Int {
    var index = index
    while true {
      let (value, length) = scalar(at: index, before: limit)
      guard value == 0x20, length > 0 else { return index }
      index += length
    }
  }

  /// The index after the last byte before `limit` that is no blank.
  func trimBlanks(from index: Int, before limit: Int) -> Int {
    var limit = limit
    while limit > index {
      let last = base[limit - 1]
      if last == 0x20 || last == 0x09 || last == 0x0C || last == 0x0D || last == 0x0A {
        limit -= 1
      } else if last >= 0x80, limit - index >= 2, scalar(at: limit - 2, before: limit) == (0x20, 2) {
        limit -= 2
      } else if last >= 0x80, limit - index >= 3, scalar(at: limit - 3, before: limit) == (0x20, 3) {
        limit -= 3
      } else {
        break
      }
    }
    return limit
  }

  /// The last scalar before `limit`, folded; 0 where there is none.
  func lastScalar(from index: Int, before limit: Int) -> UInt32 {
    var start = limit - 1
    guard start >= index else { return 0 }
    while start > index, limit - start < 4, base[start] & 0xC0 == 0x80 { start -= 1 }
    return scalar(at: start, before: limit).value
  }

  /// The columns that a stretch of text takes on a screen: 2 for wide characters, tabs to the next multiple of 8.
  func columns(from index: Int, before limit: Int) -> Int {
    var index = index
    var columns = 0
    while index < limit {
      let first = base[index]
      if first < 0x80 {
        if limit - index >= 8, Self.areSingleColumns(UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)) {
          index += 8
          columns += 8
          continue
        }
        columns = first == 0x09 ? (columns | 7) + 1 : first == 0x0C ? columns : columns + 1
        index += 1
      } else {
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        columns += first >= 0xE3 && first < 0xEF || first == 0xEF || first >= 0xF0 ? 2 : 1
        index += length
      }
    }
    return columns
  }

  /// Whether eight bytes are ASCII and none of them a control character.
  @inline(__always)
  private static func areSingleColumns(_ bytes: UInt64) -> Bool {
    (bytes | bytes &- 0x2020_2020_2020_2020) & 0x8080_8080_8080_8080 == 0
  }

  /// `value` in lower case if it is a Latin letter of English, Western Europe, Poland or Vietnam.
  @inline(__always)
  static func lowercased(_ value: UInt32) -> UInt32 {
    switch value {
    case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE: value + 0x20
    case 0x102, 0x110, 0x141, 0x1A0, 0x1AF: value + 1
    case 0x1EA0...0x1EF9: value | 1
    default: value
    }
  }

  static func isDigit(_ value: UInt32) -> Bool { value >= 0x30 && value <= 0x39 }

  static func isLower(_ value: UInt32) -> Bool {
    value >= 0x61 && value <= 0x7A || value >= 0xDF && value <= 0xFF && value != 0xF7
      || value == 0x111 || value >= 0x1EA0 && value <= 0x1EF9 && value & 1 == 1 || value >= 0x3B1 && value <= 0x3C9
      || value >= 0x430 && value <= 0x45F
  }

  static func isUpper(_ value: UInt32) -> Bool {
    value >= 0x41 && value <= 0x5A || value >= 0xC0 && value <= 0xDE && value != 0xD7
      || value >= 0x391 && value <= 0x3A9 || value >= 0x400 && value <= 0x42F
  }

  static func isLetter(_ value: UInt32) -> Bool { isLower(value) || isUpper(value) || value >= 0x100 && value < 0x250 }

  /// Whether the scalar belongs to a script written without blanks between words.
  static func isIdeographic(_ value: UInt32) -> Bool { value >= 0x2E80 && value < 0xFF00 || value == 0x1F000 }
}
