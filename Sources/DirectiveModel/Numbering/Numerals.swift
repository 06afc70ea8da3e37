/// Half- and full-width digits, at most four: larger numbers are amounts, not markers.
enum ArabicNumeral {
  static func read(_ text: FoldedText, at index: Int, before limit: Int) -> NumeralMatch? {
    var end = index
    var value = 0
    var digits = 0
    while true {
      let (scalar, length) = text.scalar(at: end, before: limit)
      guard FoldedText.isDigit(scalar) else { break }
      digits += 1
      guard digits <= 4 else { return nil }
      value = value * 10 + Int(scalar - 0x30)
      end += length
    }
    return digits > 0 ? NumeralMatch(value: value, end: end) : nil
  }
}

/// Roman numerals in canonical spelling, one case throughout.
enum RomanNumeral {
  static func read(_ text: FoldedText, at index: Int, before limit: Int, upper: Bool) -> NumeralMatch? {
    var end = index
    var total = 0
    var last = 0
    var digits = 0
    while let digit = value(of: text.scalar(at: end, before: limit).value, upper: upper) {
      total += digit > last && last > 0 ? digit - 2 * last : digit
      last = digit
      end += text.scalar(at: end, before: limit).length
      digits += 1
      if digits > 9 { return nil }
    }
    guard total > 0, total < 400, isCanonical(text, at: index, count: digits, value: total, before: limit) else {
      return nil
    }
    return NumeralMatch(value: total, end: end)
  }

  private static func value(of scalar: UInt32, upper: Bool) -> Int? {
    switch upper ? scalar : scalar >= 0x61 ? scalar - 0x20 : 0 {
    case 0x49: 1
    case 0x56: 5
    case 0x58: 10
    case 0x4C: 50
    case 0x43: 100
    case 0x44: 500
    case 0x4D: 1000
    default: nil
    }
  }

  private static let steps: [(Int, StaticString)] = [
    (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
  ]

  /// Whether the numeral is spelt as `write` spells its value.
  private static func isCanonical(_ text: FoldedText, at index: Int, count: Int, value: Int, before limit: Int) -> Bool
  {
    var rest = value
    var index = index
    var left = count
    for (step, letters) in steps {
      while rest >= step {
        rest -= step
        for offset in 0..<letters.utf8CodeUnitCount {
          let (scalar, length) = text.scalar(at: index, before: limit)
          guard left > 0, scalar & ~0x20 == UInt32(letters.utf8Start[offset]) else { return false }
          index += length
          left -= 1
        }
      }
    }
    return left == 0
  }

  static func write(_ value: Int) -> String? {
    guard value < 400 else { return nil }
    var rest = value
    var result = ""
    for (step, letters) in steps {
      while rest >= step {
        rest -= step
        result += letters.description
      }
    }
    return result
  }
}

/// Latin letters in order; after z the letters are doubled: aa is 27, bb 28.
enum LetterNumeral {
  static func read(_ text: FoldedText, at index: Int, before limit: Int, upper: Bool) -> NumeralMatch? {
    let base: UInt32 = upper ? 0x41 : 0x61
    let (first, length) = text.scalar(at: index, before: limit)
    if first == vietnamese, !upper { return NumeralMatch(value: 4, end: index + length) }
    guard first >= base, first < base + 26 else { return nil }
    let value = Int(first - base) + 1
    let (second, secondLength) = text.scalar(at: index + length, before: limit)
    guard second == first else { return NumeralMatch(value: value, end: index + length) }
    return NumeralMatch(value: value + 26, end: index + length + secondLength)
  }

  /// đ, which stands between d and e: it is read as inserted behind d.
  static let vietnamese: UInt32 = 0x111

  /// Whether đ is the numeral that ends at `end`.
  static func isVietnamese(_ text: FoldedText, endingAt end: Int) -> Bool {
    end > 1 && text.scalar(at: end - 2, before: end).value == vietnamese
  }

  static func readDoubled(_ text: FoldedText, at index: Int, before limit: Int) -> NumeralMatch? {
    guard var match = read(text, at: index, before: limit, upper: false), match.value > 26 else { return nil }
    match.value -= 26
    return match
  }

  static func write(_ value: Int) -> String? {
    guard value <= 52, let scalar = Unicode.Scalar(UInt32(0x60 + (value - 1) % 26 + 1)) else { return nil }
    return String(repeating: String(scalar), count: value > 26 ? 2 : 1)
  }
}

/// `L311-3`, `R*132-6-1`, `D113-1`, `1er`, `5`: the articles of French codes.
enum FrenchArticleNumeral {
  static func read(_ text: FoldedText, at index: Int, before limit: Int) -> NumeralMatch? {
    var end = index
    let (first, length) = text.scalar(at: end, before: limit)
    guard first == 0x4C || first == 0x52 || first == 0x44 || first == 0x41 else { return nil }
    end += length
    while true {
      let (scalar, length) = text.scalar(at: end, before: limit)
      guard scalar == 0x2E || scalar == 0x2A || scalar == 0x20 else { break }
      end += length
    }
    var digits = 0
    while true {
      let (scalar, length) = text.scalar(at: end, before: limit)
      let isHyphen = scalar == 0x2D && FoldedText.isDigit(text.scalar(at: end + length, before: limit).value)
      guard FoldedText.isDigit(scalar) || isHyphen && digits > 0 else { break }
      digits += 1
      end += length
    }
    return digits > 0 ? NumeralMatch(value: 0, end: end) : nil
  }
}
