import CTextScan

/// Finds ASCII letters and digits as they are typed, with any run of blanks for each blank behind one.
///
/// What it finds is what the regular expression of `PatternExpansion` finds: every letter in its fullwidth form too, and
/// in either case the two letters of Unicode that fold to an ASCII one (U+017F to s, U+212A to k). Sixteen
/// places are looked at together, which matching classes of letters cannot.
struct WordSearch {
  /// Lower case where case is ignored; a space for each run of blanks.
  private let units: [UInt8]
  private let ignoresCase: Bool

  /// Nil where `text` holds anything but letters, digits and single spaces behind them.
  init?(_ text: String, ignoresCase: Bool) {
    var units: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x61...0x7A: units.append(byte)
      case 0x41...0x5A: units.append(ignoresCase ? byte | 0x20 : byte)
      case 0x20 where units.last.map { $0 != 0x20 } ?? false: units.append(byte)
      default: return nil
      }
    }
    guard !units.isEmpty else { return nil }
    self.units = units
    self.ignoresCase = ignoresCase
  }

  /// Calls `found` with each match that begins in `part` and ends at `limit` at the latest; it answers where to look on,
  /// nil for no further.
  func findMatches(
    in bytes: UnsafeBufferPointer<UInt8>, beginningIn part: Range<Int>, before limit: Int, found: (Range<Int>) -> Int?
  ) {
    guard let base = bytes.baseAddress, limit <= bytes.count else { return }
    var scan = scan
    var from = part.lowerBound
    while from < part.upperBound {
      let place = word_scan_next(&scan, base, from, part.upperBound, limit)
      guard place < part.upperBound else { return }
      from = place + 1
      guard let end = end(ofMatchAt: place, base, limit) else { continue }
      guard let next = found(place..<end) else { return }
      from = next
    }
  }

  /// What the first letters are looked for by: all places where a match begins have it, and few others.
  private var scan: word_scan {
    func wideByte(_ ascii: UInt8) -> UInt8 { UInt8(0x80 | (0xEE0 + Int(ascii)) & 0x3F) }
    let first = units[0]
    let second = units.count > 1 ? units[1] : 0x20
    let parts = ignoresCase && first >= 0x41
    let other: (UInt8, UInt8) =
      switch first {
      case 0x73 where ignoresCase: (0xC5, 0xBF)
      case 0x6B where ignoresCase: (0xE2, 0x84)
      default: (0xFF, 0xFF)
      }
    return word_scan(
      fold: parts ? 0x20 : 0, first: first, second_fold: ignoresCase && second >= 0x41 ? 0x20 : 0, second: second,
      any_second: second == 0x20 ? 1 : 0, wide_lower: wideByte(first),
      wide_upper: wideByte(parts ? first & ~0x20 : first),
      other_first: other.0, other_second: other.1)
  }

  private func end(ofMatchAt place: Int, _ base: UnsafePointer<UInt8>, _ limit: Int) -> Int? {
    var end = place
    for unit in units {
      let next = unit == 0x20 ? skipBlanks(from: end, base, limit) : self.end(of: unit, at: end, base, limit)
      guard let next, next > end else { return nil }
      end = next
    }
    return end
  }

  /// The index after a letter or digit in any of its forms; nil where another stands at `index`.
  private func end(of unit: UInt8, at index: Int, _ base: UnsafePointer<UInt8>, _ limit: Int) -> Int? {
    guard index < limit else { return nil }
    let byte = base[index]
    if byte < 0x80 { return folded(byte) == unit ? index + 1 : nil }
    if byte == 0xEF, index + 3 <= limit, base[index + 1] == 0xBC || base[index + 1] == 0xBD {
      // U+FF01 to U+FF5E are ASCII's 0x21 to 0x7E.
      let value = (Int(base[index + 1] & 0x3F) << 6 | Int(base[index + 2] & 0x3F)) - 0xEE0
      return value > 0x20 && value < 0x7F && folded(UInt8(value)) == unit ? index + 3 : nil
    }
    guard ignoresCase else { return nil }
    if unit == 0x73, byte == 0xC5, index + 2 <= limit, base[index + 1] == 0xBF { return index + 2 }
    if unit == 0x6B, byte == 0xE2, index + 3 <= limit, base[index + 1] == 0x84, base[index + 2] == 0xAA {
      return index + 3
    }
    return nil
  }

  private func folded(_ byte: UInt8) -> UInt8 {
    ignoresCase && byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }

  /// Where the blanks end that PCRE2's `\s` matches with `UCP`.
  private func skipBlanks(from index: Int, _ base: UnsafePointer<UInt8>, _ limit: Int) -> Int {
    var end = index
    while end < limit {
      if (0x09...0x0D).contains(base[end]) || base[end] == 0x20 {
        end += 1
      } else if end + 2 <= limit, base[end] == 0xC2, base[end + 1] == 0x85 || base[end + 1] == 0xA0 {
        end += 2
      } else if end + 3 <= limit, isWideBlank(base[end], base[end + 1], base[end + 2]) {
        end += 3
      } else {
        break
      }
    }
    return end
  }

  /// U+1680, U+180E, U+2000 to U+200A, U+2028, U+2029, U+202F, U+205F and U+3000 as UTF-8.
  private func isWideBlank(_ one: UInt8, _ two: UInt8, _ three: UInt8) -> Bool {
    switch (one, two, three) {
    case (0xE1, 0x9A, 0x80), (0xE1, 0xA0, 0x8E), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9),
      (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
      true
    default: false
    }
  }
}
