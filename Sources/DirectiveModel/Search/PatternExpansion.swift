/// Widens a typed regular expression to what a reader means by it.
///
/// - A blank matches any run of blanks, line ends included, so a phrase is found where the text is wrapped.
/// - A letter, digit or sign matches its fullwidth form too, and the other way round: `12` is `１２`.
/// - A number beside the name of a unit matches every way to write it: `第12条` is `第十二条`, `Article 12` is
///   `Article XII`. A number that stands alone is only itself: `1` must not match every `一` and `I`.
///
/// What has a meaning in the syntax (classes, escapes, groups, repeats) is left as it is.
struct PatternExpansion {
  /// What is typed, as it is meant.
  enum Piece: Equatable, Sendable {
    case syntax(String)
    case blanks
    case scalar(Unicode.Scalar)
    /// In all its spellings, no two of which can stand in the same place.
    case number([Spelling])

    /// What finds it.
    var expression: String {
      switch self {
      case .syntax(let text): text
      case .blanks: "\\s+"
      case .scalar(let scalar): PatternExpansion.bothWidths(scalar)
      case .number(let spellings): "(?:\(spellings.map(\.expression).joined(separator: "|")))"
      }
    }
  }

  /// How a number may be written.
  enum Spelling: Equatable, Sendable {
    /// In either width; no other digit stands behind them.
    case digits(String)
    /// No letter and no digit stands behind them.
    case letters(String)
    case chinese(String)

    fileprivate var expression: String {
      switch self {
      case .digits(let text): text.unicodeScalars.map(PatternExpansion.bothWidths).joined() + "(?!\\d)"
      case .letters(let text): text + "(?!\\w)"
      case .chinese(let text): text
      }
    }
  }

  private var rest: ArraySlice<Unicode.Scalar>
  private let literal: Bool
  /// The text typed so far, without syntax.
  private var typed: [Unicode.Scalar] = []

  /// `literal`: every character stands for itself.
  static func pieces(of pattern: String, literal: Bool) -> [Piece] {
    var expansion = PatternExpansion(rest: Array(pattern.unicodeScalars)[...], literal: literal)
    var pieces: [Piece] = []
    while let piece = expansion.next() { pieces.append(piece) }
    return pieces
  }

  /// The characters that have a meaning in the syntax.
  static func hasSyntax(_ pattern: String) -> Bool {
    pattern.unicodeScalars.contains { $0.isASCII && "\\[({)|*+?.^$}".unicodeScalars.contains($0) }
  }

  private init(rest: ArraySlice<Unicode.Scalar>, literal: Bool) {
    self.rest = rest
    self.literal = literal
  }

  private mutating func next() -> Piece? {
    guard let scalar = rest.first else { return nil }
    if !literal, let length = syntaxLength(of: scalar) {
      let syntax = rest.prefix(length)
      rest = rest.dropFirst(length)
      return .syntax(String(String.UnicodeScalarView(syntax)))
    }
    return text(scalar)
  }

  // MARK: - Syntax

  /// How much has a meaning of its own here, in scalars; nil where `scalar` is text.
  private func syntaxLength(of scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "\\": 2
    case "[": classLength
    case "(": groupHeadLength
    case "{": (rest.firstIndex(of: "}") ?? rest.endIndex - 1) - rest.startIndex + 1
    case ")", "|", "*", "+", "?", ".", "^", "$", "}": 1
    default: nil
    }
  }

  /// `[…]`, in which a `]` that comes first, and one behind a backslash, are members.
  private var classLength: Int {
    var members = rest.dropFirst()
    if members.first == "^" { members = members.dropFirst() }
    if members.first == "]" { members = members.dropFirst() }
    while let scalar = members.first {
      members = members.dropFirst(scalar == "\\" ? 2 : 1)
      if scalar == "]" { break }
    }
    return members.startIndex - rest.startIndex
  }

  /// `(`, or `(?` with what belongs to it.
  private var groupHeadLength: Int {
    let inside = rest.dropFirst()
    guard inside.first == "?" || inside.first == "*" else { return 1 }
    return inside.prefix { !":=!>|)".unicodeScalars.contains($0) }.count + 2
  }

  // MARK: - Text

  private mutating func text(_ scalar: Unicode.Scalar) -> Piece {
    if Self.isBlank(scalar) {
      rest = rest.drop(while: Self.isBlank)
      typed.append(" ")
      return .blanks
    }
    if let number = numberBesideUnit() {
      rest = rest.dropFirst(number.length)
      typed.append("0")
      return .number(number.spellings)
    }
    rest = rest.dropFirst()
    typed.append(scalar)
    return .scalar(scalar)
  }

  /// Whether `\s` matches it: of the blanks those that have a width.
  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    Whitespace.isBlank(scalar) && ![0x200B, 0xFEFF].contains(scalar.value)
  }

  /// A scalar and its other width, as a class; a scalar that has no other width, escaped where it must be.
  private static func bothWidths(_ scalar: Unicode.Scalar) -> String {
    let other: UInt32? =
      switch scalar.value {
      case 0x21...0x7E: scalar.value + 0xFEE0
      case 0xFF01...0xFF5E: scalar.value - 0xFEE0
      default: nil
      }
    guard let other = other.flatMap(Unicode.Scalar.init) else { return String(scalar) }
    return "[\(escaped(scalar))\(escaped(other))]"
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    let isSign = scalar.isASCII && !scalar.properties.isAlphabetic && scalar.properties.numericType == nil
    return (isSign ? "\\" : "") + String(scalar)
  }

  /// The number that begins here, in all its spellings, if the name of a unit stands before it; `length` in scalars.
  private func numberBesideUnit() -> (spellings: [Spelling], length: Int)? {
    var before = typed[...]
    while before.last == " " { before.removeLast() }
    let isChinese = before.last == "第"
    guard isChinese || Self.unitNames.contains(where: { Self.ends(before, in: $0) }) else { return nil }
    let systems: [NumeralSystem] = isChinese ? [.arabic, .chinese] : [.arabic, .upperRoman, .lowerRoman]
    guard let (value, length) = Self.numeral(at: rest, in: systems), let digits = NumeralSystem.arabic.write(value)
    else { return nil }
    let words = systems.dropFirst().compactMap { $0.write(value) }
    return ([.digits(digits)] + words.map { isChinese ? .chinese($0) : .letters($0) }, length)
  }

  /// Whether a text ends in a name, in either case.
  private static func ends(_ text: ArraySlice<Unicode.Scalar>, in name: [UInt32]) -> Bool {
    text.count >= name.count
      && zip(text.suffix(name.count), name).allSatisfy { scalar, letter in
        scalar.value == letter || scalar.value | 0x20 == letter && ("A"..."Z").contains(scalar)
      }
  }

  /// The longest numeral of these systems at the beginning of `scalars`.
  private static func numeral(
    at scalars: ArraySlice<Unicode.Scalar>, in systems: [NumeralSystem]
  ) -> (value: Int, length: Int)? {
    var bytes: [UInt8] = []
    for scalar in scalars.prefix(longestNumeral) { bytes += scalar.utf8 }
    let match = bytes.withUnsafeBufferPointer { buffer -> NumeralMatch? in
      guard let base = buffer.baseAddress else { return nil }
      let text = FoldedText(base: base, count: buffer.count)
      return systems.compactMap { $0.read(text, at: 0, before: buffer.count) }.max { $0.end < $1.end }
    }
    guard let match, match.end > 0, match.value > 0 else { return nil }
    return (match.value, bytes.prefix(match.end).count { $0 & 0xC0 != 0x80 })
  }

  /// Scalars.
  private static let longestNumeral = 20
  private static let unitNames = [
    "article", "section", "chapter", "part", "title", "annex", "schedule", "art.", "sec.", "§",
  ].map { $0.unicodeScalars.map(\.value) }
}
