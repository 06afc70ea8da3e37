import CTextScan

/// Finds ASCII letters and digits as they are typed, with any run of blanks for each blank behind one, and numbers
/// beside units in all their spellings.
///
/// What it finds is what the regular expression of `PatternExpansion` finds: every letter in its fullwidth form too, and
/// in either case the two letters of Unicode that fold to an ASCII one (U+017F to s, U+212A to k). 32
/// places are looked at together, which matching classes of letters cannot.
struct WordSearch {
  /// Letters and digits, in lower case where case is ignored, `blanks` and `number`.
  private let units: [UInt8]
  /// The spellings of the numbers, in their order.
  private let numbers: [[Spelling]]
  private let ignoresCase: Bool
  private let scan: word_scan
  private let beginning: Beginning

  private static let blanks = UInt8(ascii: " ")
  private static let number = UInt8(ascii: "#")

  /// The first letters and digits, eight at most, as ASCII has them.
  private struct Beginning {
    private(set) var count = 0
    private var bytes: UInt64 = 0
    private var mask: UInt64 = 0
    private var fold: UInt64 = 0

    init(_ units: [UInt8], ignoresCase: Bool) {
      for unit in units.prefix(8).prefix(while: { $0 >= 0x30 }) {
        bytes |= UInt64(unit) << (8 * count)
        mask |= 0xFF << (8 * count)
        if ignoresCase, unit >= 0x41 { fold |= 0x20 << (8 * count) }
        count += 1
      }
    }

    /// Whether eight bytes begin with them; nil where others than those of ASCII may be a form of them.
    func begins(_ text: UInt64) -> Bool? {
      let text = UInt64(littleEndian: text)
      if (text | fold) & mask == bytes { return true }
      return text & mask & 0x8080_8080_8080_8080 == 0 ? false : nil
    }
  }

  private struct Spelling {
    let units: [UInt8]
    let end: PatternPiece.End
  }

  /// Nil where there is anything but letters, digits, blanks behind them, and numbers.
  init?(_ pieces: [PatternPiece], ignoresCase: Bool) {
    var units: [UInt8] = []
    var numbers: [[Spelling]] = []
    func folded(_ byte: UInt8) -> UInt8 { Self.folded(byte, ignoresCase) }
    for piece in pieces {
      switch piece {
      case .scalar(let scalar):
        guard let unit = UInt8(exactly: scalar.halfWidth.value), Self.isUnit(unit) else { return nil }
        units.append(folded(unit))
      case .blanks:
        guard !units.isEmpty else { return nil }
        units.append(Self.blanks)
      case .number(let spellings):
        units.append(Self.number)
        numbers.append([])
        for spelling in spellings {
          guard spelling.text.utf8.allSatisfy(Self.isUnit) else { return nil }
          numbers[numbers.count - 1].append(Spelling(units: spelling.text.utf8.map(folded), end: spelling.end))
        }
      case .syntax, .seam: return nil
      }
    }
    guard !units.isEmpty else { return nil }
    self.units = units
    self.numbers = numbers
    self.ignoresCase = ignoresCase
    scan = Self.scan(units, ignoresCase: ignoresCase)
    beginning = Beginning(units, ignoresCase: ignoresCase)
  }

  /// Calls `found` with each match that begins in one of `parts` and ends at `limit` at the latest; it answers where to
  /// look on, nil for no further. False where the search was given up.
  func findMatches(
    in bytes: UnsafeBufferPointer<UInt8>, beginningIn parts: [Range<Int>], before limit: Int,
    unless interruption: Interruption? = nil, found: (Range<Int>) -> Int?
  ) -> Bool {
    guard let base = bytes.baseAddress, limit <= bytes.count else { return true }
    let text = UnsafeBufferPointer(rebasing: bytes[..<limit])
    var scan = scan
    return units.withUnsafeBufferPointer { units in
      Interruption.goThrough(parts, of: bytes, asking: interruption, every: LiteralSearch.slice) { part in
        var from = part.lowerBound
        while from < part.upperBound {
          let place = word_scan_next(&scan, base, from, part.upperBound, limit)
          guard place < part.upperBound else { break }
          from = place + 1
          guard let end = end(of: units, at: place, text) else { continue }
          guard let next = found(place..<end) else { return nil }
          from = next
        }
        return from
      }
    }
  }

  /// What the first letters are looked for by: all places where a match begins have it, and few others.
  private static func scan(_ units: [UInt8], ignoresCase: Bool) -> word_scan {
    func wideByte(_ ascii: UInt8) -> UInt8 { UInt8(0x80 | (0xEE0 + Int(ascii)) & 0x3F) }
    let first = units[0]
    let second = units.count > 1 && isUnit(units[1]) ? units[1] : nil
    let parts = ignoresCase && first >= 0x41
    let other: (UInt8, UInt8) =
      switch first {
      case 0x73 where ignoresCase: (0xC5, 0xBF)
      case 0x6B where ignoresCase: (0xE2, 0x84)
      default: (0xFF, 0xFF)
      }
    return word_scan(
      fold: parts ? 0x20 : 0, first: first, second_fold: ignoresCase && second ?? 0 >= 0x41 ? 0x20 : 0,
      second: second ?? 0, any_second: second == nil ? 1 : 0, wide_lower: wideByte(first),
      wide_upper: wideByte(parts ? first & ~0x20 : first),
      other_first: other.0, other_second: other.1)
  }

  private func end(of units: UnsafeBufferPointer<UInt8>, at place: Int, _ text: UnsafeBufferPointer<UInt8>) -> Int? {
    var end = place
    var count = 0
    var rest = units[...]
    if place + 8 <= text.count,
      let begins = beginning.begins(UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: place, as: UInt64.self))
    {
      guard begins else { return nil }
      end += beginning.count
      rest = units[beginning.count...]
    }
    for unit in rest {
      if unit >= 0x30, end < text.count, folded(text[end]) == unit {
        end += 1
        continue
      }
      var next: Int?
      switch unit {
      case Self.blanks: next = skipBlanks(from: end, text)
      case Self.number:
        for spelling in numbers[count] where next == nil { next = self.end(of: spelling, at: end, text) }
        count += 1
      default: next = self.end(of: unit, at: end, text)
      }
      guard let next, next > end else { return nil }
      end = next
    }
    return end
  }

  private func end(of spelling: Spelling, at index: Int, _ text: UnsafeBufferPointer<UInt8>) -> Int? {
    var end = index
    for unit in spelling.units {
      guard let next = self.end(of: unit, at: end, text) else { return nil }
      end = next
    }
    return spelling.end.isAllowed(at: end, in: text) ? end : nil
  }

  /// Whether it is one of ASCII's letters and digits.
  private static func isUnit(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
  }

  /// The index after a letter or digit in any of its forms; nil where another stands at `index`.
  private func end(of unit: UInt8, at index: Int, _ text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard index < text.count else { return nil }
    let byte = text[index]
    if byte < 0x80 { return folded(byte) == unit ? index + 1 : nil }
    if byte == 0xEF, index + 3 <= text.count, text[index + 1] == 0xBC || text[index + 1] == 0xBD {
      // U+FF01 to U+FF5E are ASCII's 0x21 to 0x7E.
      let value = (Int(text[index + 1] & 0x3F) << 6 | Int(text[index + 2] & 0x3F)) - 0xEE0
      return value > 0x20 && value < 0x7F && folded(UInt8(value)) == unit ? index + 3 : nil
    }
    guard ignoresCase else { return nil }
    if unit == 0x73, byte == 0xC5, index + 2 <= text.count, text[index + 1] == 0xBF { return index + 2 }
    if unit == 0x6B, byte == 0xE2, index + 3 <= text.count, text[index + 1] == 0x84, text[index + 2] == 0xAA {
      return index + 3
    }
    return nil
  }

  private func folded(_ byte: UInt8) -> UInt8 { Self.folded(byte, ignoresCase) }

  private static func folded(_ byte: UInt8, _ ignoresCase: Bool) -> UInt8 {
    ignoresCase && byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }

  /// Where the blanks end that PCRE2's `\s` matches with `UCP`.
  private func skipBlanks(from index: Int, _ text: UnsafeBufferPointer<UInt8>) -> Int {
    var end = index
    while end < text.count {
      if (0x09...0x0D).contains(text[end]) || text[end] == 0x20 {
        end += 1
      } else if end + 2 <= text.count, text[end] == 0xC2, text[end + 1] == 0x85 || text[end + 1] == 0xA0 {
        end += 2
      } else if end + 3 <= text.count, isWideBlank(text[end], text[end + 1], text[end + 2]) {
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
