import CTextScan

/// A document's bytes seen as scalars that are folded for matching markers.
///
/// Full-width digits, brackets, stops and letters are read as their ASCII forms and blanks of every width as a space,
/// so that `１．` and `1.` are the same marker. Only matching folds; what is shown, searched or printed never is.
/// The pointer is valid only while the bytes it was made from are borrowed.
struct FoldedText {
  let base: UnsafePointer<UInt8>
  let count: Int

  @inline(__always) func byte(_ index: Int) -> UInt8 { base[index] }

  /// Has the processor bring `size` bytes from `index` on near while it does something else: of a long text they are far
  /// away, and waiting for them takes longer than reading them.
  @inline(__always) func bringNear(_ index: Int, _ size: Int = 1) { text_ahead(base + index, size) }

  /// The folded scalar at `index` and its length in bytes; (0, 0) at `limit`. Damaged bytes read as U+FFFD of length 1;
  /// what four bytes stand for is not told apart.
  @inline(__always)
  func scalar(at index: Int, before limit: Int) -> (value: UInt32, length: Int) {
    guard index < limit else { return (0, 0) }
    let first = base[index]
    if first &- 0x20 < 0x60 { return (UInt32(first), 1) }
    if first &- 0xE3 < 0x0C, limit - index >= 3, let value = ideograph(first, at: index) { return (value, 3) }
    return rareOrWide(first, at: index, before: limit)
  }

  /// A character from U+3000 to U+EFFF, of which only the first is folded.
  @inline(__always)
  private func ideograph(_ first: UInt8, at index: Int) -> UInt32? {
    let tail = UInt32(UnsafeRawPointer(base + index + 1).loadUnaligned(as: UInt16.self).littleEndian)
    guard tail & 0xC0C0 == 0x8080 else { return nil }
    let value = UInt32(first & 0x0F) << 12 | (tail & 0x3F) << 6 | tail >> 8 & 0x3F
    return value == 0x3000 ? 0x20 : value
  }

  /// A control character, or one of several bytes.
  private func rareOrWide(_ first: UInt8, at index: Int, before limit: Int) -> (value: UInt32, length: Int) {
    switch first {
    case 0xE0...0xEF:
      guard limit - index >= 3 else { return (0xFFFD, 1) }
      let tail = UInt32(UnsafeRawPointer(base + index + 1).loadUnaligned(as: UInt16.self).littleEndian)
      guard tail & 0xC0C0 == 0x8080 else { return (0xFFFD, 1) }
      return (Self.folded(UInt32(first & 0x0F) << 12 | (tail & 0x3F) << 6 | tail >> 8 & 0x3F), 3)
    case 0xC2...0xDF:
      guard index + 2 <= limit, base[index + 1] & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      let value = UInt32(first & 0x1F) << 6 | UInt32(base[index + 1] & 0x3F)
      return (value == 0xA0 || value == 0x85 ? 0x20 : value, 2)
    case 0xF0...0xF4:
      guard index + 4 <= limit else { return (0xFFFD, 1) }
      return (0x1F000, 4)
    case 0x09, 0x0C: return (0x20, 1)
    case 0..<0x80: return (UInt32(first), 1)
    default: return (0xFFFD, 1)
    }
  }

  @inline(__always)
  private static func folded(_ value: UInt32) -> UInt32 {
    switch value {
    case 0x3001...0xFEFE: value
    case 0xFF01...0xFF5E: value - 0xFEE0
    case 0x3000, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0xFEFF: 0x20
    default: value
    }
  }

  /// The first index from `index` on that holds no blank.
  @inline(__always)
  func skipBlanks(from index: Int, before limit: Int) -> Int {
    index < limit && Self.canBeginBlank(base[index]) ? skipRunOfBlanks(from: index, before: limit) : index
  }

  /// Of what can begin a blank, most are spaces before something else, or the first byte of another character: told here,
  /// which calls nothing and so saves no registers.
  @inline(never)
  private func skipRunOfBlanks(from index: Int, before limit: Int) -> Int {
    let end = text_spaces_end(base, index, limit, count)
    guard end < limit else { return end }
    switch base[end] {
    case 0xE3: if limit - end < 3 || base[end + 1] != 0x80 || base[end + 2] != 0x80 { return end }
    case 0xEF: if limit - end < 3 || base[end + 1] != 0xBB { return end }
    case 0x21..<0xC2, 0xC3..<0xE1, 0xE4...0xFF: return end
    default: break
    }
    return skipWideBlanks(from: end, before: limit)
  }

  /// Passes over blanks of every kind.
  @inline(never)
  private func skipWideBlanks(from index: Int, before limit: Int) -> Int {
    var index = index
    while true {
      let (value, length) = scalar(at: index, before: limit)
      guard value == 0x20, length > 0 else { return index }
      index += length
    }
  }

  /// Whether a blank can begin with the byte.
  @inline(__always)
  static func canBeginBlank(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte >= 0xC2 && (byte <= 0xE3 || byte == 0xEF)
  }

  /// Whether a blank can end with the byte.
  @inline(__always)
  static func canEndBlank(_ byte: UInt8) -> Bool { byte &- 0x21 >= 0x5F }

  /// The index after the last byte before `limit` that is no blank and no line end.
  @inline(__always)
  func trimBlanks(from index: Int, before limit: Int) -> Int {
    guard limit > index, Self.canEndBlank(base[limit - 1]) else { return limit }
    return endsInWideCharacter(from: index, before: limit) ? limit : trimRunOfBlanks(from: index, before: limit)
  }

  /// Whether the text ends in a character from U+3001 to U+EFFF.
  @inline(__always)
  private func endsInWideCharacter(from index: Int, before limit: Int) -> Bool {
    guard limit - index >= 3, base[limit - 3] &- 0xE3 < 0x0C, let value = ideograph(base[limit - 3], at: limit - 3)
    else {
      return false
    }
    return value != 0x20
  }

  private func trimRunOfBlanks(from index: Int, before limit: Int) -> Int {
    var limit = limit
    while limit > index {
      let last = base[limit - 1]
      if last < 0x80 {
        guard last == 0x20 || last == 0x09 || last == 0x0C || last == 0x0D || last == 0x0A else { break }
        limit -= 1
      } else if limit - index >= 2, base[limit - 2] == 0xC2, last == 0xA0 || last == 0x85 {
        limit -= 2
      } else if limit - index >= 3, isBlankOfThree(at: limit - 3) {
        limit -= 3
      } else {
        break
      }
    }
    return limit
  }

  /// Whether a blank of three bytes stands at `index`; nearly all that could are Japanese.
  @inline(__always)
  private func isBlankOfThree(at index: Int) -> Bool {
    base[index] == 0xE3
      ? base[index + 1] == 0x80 && base[index + 2] == 0x80
      : Self.canBeginBlank(base[index]) && scalar(at: index, before: index + 3) == (0x20, 3)
  }

  /// The last scalar before `limit`, folded; 0 where there is none.
  @inline(__always)
  func lastScalar(from index: Int, before limit: Int) -> UInt32 {
    guard limit > index else { return 0 }
    let last = base[limit - 1]
    return last &- 0x20 < 0x60 ? UInt32(last) : lastRareOrWide(from: index, before: limit)
  }

  private func lastRareOrWide(from index: Int, before limit: Int) -> UInt32 {
    if limit - index >= 3, base[limit - 3] &- 0xE3 < 0x0C, let value = ideograph(base[limit - 3], at: limit - 3) {
      return value
    }
    return scalar(at: lastScalarStart(from: index, before: limit), before: limit).value
  }

  /// Where the last scalar before `limit` begins.
  func lastScalarStart(from index: Int, before limit: Int) -> Int {
    var start = limit - 1
    while start > index, limit - start < 4, base[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }

  /// The columns that a stretch of text takes on a screen: 2 for wide characters, tabs to the next multiple of 8.
  func columns(from index: Int, before limit: Int) -> Int { columns_scan(base, index, limit, count) }

  /// Whether a stretch of text takes at most 120 columns.
  func isShort(from index: Int, before limit: Int) -> Bool {
    limit - index <= 120 || limit - index <= 240 && columns(from: index, before: limit) <= 120
  }

  /// `value` in lower case if it is a Latin letter of English, Western Europe, Poland or Vietnam.
  @inline(__always)
  static func lowercased(_ value: UInt32) -> UInt32 {
    guard value >= 0x80 else { return value &- 0x41 < 26 ? value + 0x20 : value }
    return value < 0x1EFA ? wideLowercased(value) : value
  }

  private static func wideLowercased(_ value: UInt32) -> UInt32 {
    switch value {
    case 0xC0...0xD6, 0xD8...0xDE: value + 0x20
    case 0x102, 0x110, 0x141, 0x1A0, 0x1AF: value + 1
    case 0x1EA0...0x1EF9: value | 1
    default: value
    }
  }

  @inline(__always)
  static func isDigit(_ value: UInt32) -> Bool { value &- 0x30 < 10 }

  @inline(__always)
  static func isLower(_ value: UInt32) -> Bool { value < 0x80 ? value &- 0x61 < 26 : isWideLower(value) }

  private static func isWideLower(_ value: UInt32) -> Bool {
    value >= 0xDF && value <= 0xFF && value != 0xF7 || value == 0x111
      || value >= 0x1EA0 && value <= 0x1EF9 && value & 1 == 1 || value >= 0x3B1 && value <= 0x3C9
      || value >= 0x430 && value <= 0x45F
  }

  @inline(__always)
  static func isUpper(_ value: UInt32) -> Bool { value < 0x80 ? value &- 0x41 < 26 : isWideUpper(value) }

  private static func isWideUpper(_ value: UInt32) -> Bool {
    value >= 0xC0 && value <= 0xDE && value != 0xD7 || value >= 0x391 && value <= 0x3A9
      || value >= 0x400 && value <= 0x42F
  }

  @inline(__always)
  static func isLetter(_ value: UInt32) -> Bool {
    value < 0x80
      ? (value | 0x20) &- 0x61 < 26 : value >= 0x100 && value < 0x250 || isWideLower(value) || isWideUpper(value)
  }

  /// Whether the scalar belongs to a script written without blanks between words.
  static func isIdeographic(_ value: UInt32) -> Bool { value >= 0x2E80 && value < 0xFF00 || value == 0x1F000 }
}
