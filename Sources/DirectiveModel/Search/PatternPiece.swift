/// A part of a typed pattern, as it is meant.
enum PatternPiece: Equatable, Sendable {
  /// Taken as it is.
  case syntax(String)
  case blanks
  case scalar(Unicode.Scalar)
  /// One of these, no two different ones of which can stand in the same place.
  case number([Spelling])
  /// Between wide characters, where one line may end and the next begin.
  case seam

  /// How a number may be written.
  struct Spelling: Equatable, Sendable {
    let text: String
    let end: End
  }

  /// What may not stand behind a number.
  enum End: Equatable, Sendable {
    case any
    case noDigit
    /// No letter and no digit.
    case noWord
    /// No letters that make a longer Roman numeral of it: `i` is found in `is`, not in `iv`.
    case noNumeral
  }

  // MARK: - As a regular expression

  var expression: String {
    switch self {
    case .syntax(let text): text
    case .blanks: "\\s+"
    case .scalar(let scalar): Self.bothWidths(scalar)
    case .number(let spellings): "(?:\(spellings.map(\.expression).joined(separator: "|")))"
    case .seam: "(?:\\h*(?:\\r\\n?|[\\n\\x{85}])\\h*)?"
    }
  }

  /// A scalar and its other width, as a class; a scalar that has no other width, escaped where it must be.
  fileprivate static func bothWidths(_ scalar: Unicode.Scalar) -> String {
    let half = scalar.halfWidth
    guard half.isASCII, let wide = Unicode.Scalar(half.value + 0xFEE0), half.value > 0x20 else { return String(scalar) }
    return "[\(half.isWord ? "" : "\\")\(half)\(wide)]"
  }
}

extension PatternPiece.Spelling {
  fileprivate var expression: String {
    var expression = ""
    for (index, scalar) in text.unicodeScalars.enumerated() {
      if index > 0, scalar.isSetWide { expression += PatternPiece.seam.expression }
      expression += PatternPiece.bothWidths(scalar)
    }
    return expression + end.expression
  }
}

extension PatternPiece.End {
  fileprivate var expression: String {
    switch self {
    case .any: ""
    case .noDigit: "(?!\\p{Nd})"
    case .noWord: "(?!\(Self.word))"
    case .noNumeral: "(?![IVXLCDMivxlcdm]+(?!\(Self.word)))"
    }
  }

  /// Letters, digits and the underscore: those of which `isWord` is true. Not `\\w`, which has others in other versions.
  private static let word = "[\\p{L}\\p{N}_]"

  /// Whether a number may end before a scalar, whatever follows that.
  func isAllowed(before scalar: Unicode.Scalar) -> Bool {
    switch self {
    case .any: true
    case .noDigit: scalar.properties.generalCategory != .decimalNumber
    case .noWord, .noNumeral: !scalar.isWord
    }
  }

  /// Whether it may end at `index`.
  func isAllowed(at index: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard self != .any, let scalar = Self.scalar(at: index, in: text), !isAllowed(before: scalar) else { return true }
    guard self == .noNumeral else { return false }
    let end = text[index...].firstIndex { !Self.isRoman($0) } ?? text.endIndex
    return end == index || Self.scalar(at: end, in: text)?.isWord == true
  }

  private static func isRoman(_ byte: UInt8) -> Bool {
    byte < 0x80 && "IVXLCDMivxlcdm".utf8.contains(byte)
  }

  private static func scalar(at index: Int, in text: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
    guard index < text.count else { return nil }
    if text[index] < 0x80 { return Unicode.Scalar(text[index]) }
    let next = TextBytes(Array(text[index...].prefix(4)))
    return UTF8Scalar.decode(next, at: 0, before: next.count)?.0
  }
}

extension Unicode.Scalar {
  /// Whether it is a letter, a digit or the underscore.
  var isWord: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber:
      true
    default: self == "_"
    }
  }

  /// The ASCII character of which it is the fullwidth form, or itself.
  var halfWidth: Self { (0xFF01...0xFF5E).contains(value) ? Self(value - 0xFEE0) ?? self : self }

  /// Whether it is set without blanks beside it, and a line may end on either side: wide, but no fullwidth letter or
  /// digit, which is an ASCII one in another form.
  var isSetWide: Bool {
    !(halfWidth.isASCII && halfWidth.isWord) && DisplayWidth.columns(of: self, ambiguous: 1) == 2
  }
}
