/// Chinese numerals: `十二`, `一百〇三`, `廿一`, by digit `二〇`, and the forms of bookkeeping `壹`, `贰`.
enum ChineseNumeral {
  private static let digits: [(StaticString, Int)] = [
    ("零〇○", 0), ("一壹弌", 1), ("二贰貳两兩", 2), ("三叁參", 3), ("四肆", 4), ("五伍", 5), ("六陆陸", 6), ("七柒", 7),
    ("八捌", 8), ("九玖", 9), ("十拾", 10), ("廿", 20), ("卅", 30), ("百佰", 100), ("千仟", 1000),
  ]

  static let scalars: [UInt32] = digits.flatMap { $0.0.description.unicodeScalars.map(\.value) }

  /// What one character stands for: 0-9, 10, 20, 30, 100, 1000; nil for no numeral.
  @inline(__always)
  static func value(of scalar: UInt32) -> Int? { scalar < 0x25CB ? nil : wideValue(of: scalar) }

  private static func wideValue(of scalar: UInt32) -> Int? {
    switch scalar {
    case 0x96F6, 0x3007, 0x25CB: 0
    case 0x4E00, 0x58F9, 0x5F0C: 1
    case 0x4E8C, 0x8D30, 0x8CB3, 0x4E24, 0x5169: 2
    case 0x4E09, 0x53C1, 0x53C3: 3
    case 0x56DB, 0x8086: 4
    case 0x4E94, 0x4F0D: 5
    case 0x516D, 0x9646, 0x9678: 6
    case 0x4E03, 0x67D2: 7
    case 0x516B, 0x634C: 8
    case 0x4E5D, 0x7396: 9
    case 0x5341, 0x62FE: 10
    case 0x5EFF: 20
    case 0x5345: 30
    case 0x767E, 0x4F70: 100
    case 0x5343, 0x4EDF: 1000
    default: nil
    }
  }

  /// Reads at most eight characters. Behind 第 blanks may stand between them, as `第 十 二 条` is set; elsewhere a blank
  /// ends the numeral: `三　二の回路` is point 三.
  static func read(_ text: FoldedText, at index: Int, before limit: Int) -> NumeralMatch? {
    var end = index
    var total = 0
    var current = 0
    var last = 0
    var count = 0
    var positional = true
    var next = index
    var isSpaced: Bool?
    while true {
      let (scalar, length) = text.scalar(at: next, before: limit)
      if scalar == 0x20, count > 0, next < end + 6 {
        if isSpaced == nil { isSpaced = followsOrdinalSign(text, index) }
        guard isSpaced == true else { break }
        next += length
        continue
      }
      guard let digit = value(of: scalar) else { break }
      count += 1
      guard count <= 8 else { return nil }
      switch digit {
      case 0...9:
        current = last < 10 && count > 1 ? current * 10 + digit : digit
      case 20, 30:
        positional = false
        total += digit
        current = 0
      default:
        positional = false
        total += max(current, 1) * digit
        current = 0
      }
      last = digit
      next += length
      end = next
    }
    guard count > 0 else { return nil }
    let value = total + current
    guard value > 0 || positional, value < 10_000 else { return nil }
    return NumeralMatch(value: value, end: end)
  }

  /// Whether 第, and at most one blank, stands before `index`.
  private static func followsOrdinalSign(_ text: FoldedText, _ index: Int) -> Bool {
    /// With so many bytes of a blank between them.
    func follows(_ blank: Int) -> Bool {
      let start = index - blank - 3
      return start >= 0 && text.byte(start) == 0xE7 && text.scalar(at: start, before: index).value == 0x7B2C
        && text.skipBlanks(from: index - blank, before: index) == index
    }
    return follows(0) || follows(1) || follows(3)
  }

  static func write(_ value: Int) -> String? {
    guard value < 10_000 else { return nil }
    let names = Array("零一二三四五六七八九")
    var result = ""
    var rest = value
    var owesZero = false
    for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
      let digit = rest / unit
      rest %= unit
      guard digit > 0 else {
        owesZero = !result.isEmpty
        continue
      }
      if owesZero { result += "零" }
      owesZero = false
      let isTeen = unit == 10 && digit == 1 && result.isEmpty
      result += (isTeen ? "" : String(names[digit])) + name
    }
    return result
  }
}
