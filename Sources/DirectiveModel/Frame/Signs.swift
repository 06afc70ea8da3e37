/// Which characters stand on a line, or can be those that a pattern looks for: enough to tell, at the price of a glance,
/// that it matches nothing there.
struct Signs: ExpressibleByStringLiteral {
  /// A bit for each character of ASCII, and as many that all others share.
  private var bits = SIMD4<UInt64>()
  private var holdsYear = false

  /// Of these characters; with `orYear`, of four digits in a row too.
  init(_ characters: String = "", orYear: Bool = false) {
    for scalar in characters.unicodeScalars { insert(scalar) }
    holdsYear = orYear
  }

  init(stringLiteral characters: String) { self.init(characters) }

  /// Of what stands in `range`.
  init(_ bytes: TextBytes, _ range: Range<Int>) {
    var index = range.lowerBound
    var digits = 0
    while let (scalar, length) = UTF8Scalar.decode(bytes, at: index, before: range.upperBound) {
      insert(scalar)
      digits = Self.isDigit(scalar) ? digits + 1 : 0
      if digits == 4 { holdsYear = true }
      index += length
    }
  }

  /// Whether they have any in common.
  func meet(_ other: Signs) -> Bool { holdsYear && other.holdsYear || any((bits & other.bits) .!= 0) }

  private mutating func insert(_ scalar: Unicode.Scalar) {
    let bit = Int(scalar.value < 0x80 ? scalar.value : 0x80 | scalar.value & 0x7F)
    bits[bit >> 6] |= 1 << UInt64(bit & 63)
  }

  /// Of any script, as `\d` has it.
  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39: true
    // Nearly all that is not ASCII, and no digit among it.
    case ..<0x660, 0x2000..<0xA620, 0xAC00..<0xFF10: false
    default: scalar.properties.generalCategory == .decimalNumber
    }
  }
}
