/// Widens a typed regular expression to what a reader means by it.
///
/// - A blank matches any run of blanks, line ends included, so a phrase is found where the text is wrapped.
/// - A letter, digit or sign matches its fullwidth form too, and the other way round: `12` is `１２`.
/// - A number beside the name of a unit matches every way to write it: `第12条` is `第十二条`, `Article 12` is
///   `Article XII`. A number that stands alone is only itself: `1` must not match every `一` and `I`.
///
/// What has a meaning in the syntax (classes, escapes, groups, repeats) is left as it is.
struct PatternExpansion {
  private var rest: ArraySlice<Unicode.Scalar>
  /// The text typed so far, without syntax.
  private var typed = String.UnicodeScalarView()
  private var result = String.UnicodeScalarView()

  /// `literal`: every character stands for itself.
  static func expand(_ pattern: String, literal: Bool) -> String {
    var expansion = PatternExpansion(rest: Array(pattern.unicodeScalars)[...])
    while let scalar = expansion.rest.first {
      if literal || !expansion.copySyntax(scalar) { expansion.expandText(scalar) }
    }
    return String(expansion.result)
  }

  private init(rest: ArraySlice<Unicode.Scalar>) {
    self.rest = rest
  }

  // MARK: - Syntax

  /// Copies what has a meaning of its own; false where `scalar` is text.
  private mutating func copySyntax(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\\": copy(2)
    case "[": copyClass()
    case "(": copyGroupHead()
    case "{": copyThrough("}")
    case ")", "|", "*", "+", "?", ".", "^", "$", "}": copy(1)
    default: return false
    }
    return true
  }

  private mutating func copy(_ count: Int) {
    result.append(contentsOf: rest.prefix(count))
    rest = rest.dropFirst(count)
  }

  private mutating func copyThrough(_ end: Unicode.Scalar) {
    copy((rest.firstIndex(of: end).map { $0 - rest.startIndex } ?? rest.count - 1) + 1)
  }

  /// `[…]`, in which a `]` that comes first, and one behind a backslash, are members.
  private mutating func copyClass() {
    copy(1)
    if rest.first == "^" { copy(1) }
    if rest.first == "]" { copy(1) }
    while let scalar = rest.first {
      copy(scalar == "\\" ? 2 : 1)
      if scalar == "]" { return }
    }
  }

  /// `(`, or `(?` with what belongs to it.
  private mutating func copyGroupHead() {
    copy(1)
    guard rest.first == "?" || rest.first == "*" else { return }
    let head = rest.prefix { !":=!>|)".unicodeScalars.contains($0) }.count
    copy(head + 1)
  }

  // MARK: - Text

  private mutating func expandText(_ scalar: Unicode.Scalar) {
    if Self.isBlank(scalar) {
      rest = rest.drop(while: Self.isBlank)
      result.append(contentsOf: "\\s+".unicodeScalars)
      typed.append(" ")
    } else if let number = numberBesideUnit() {
      result.append(contentsOf: "(?:\(number.spellings.joined(separator: "|")))".unicodeScalars)
      rest = rest.dropFirst(number.length)
      typed.append("0")
    } else {
      result.append(contentsOf: Self.bothWidths(scalar).unicodeScalars)
      rest = rest.dropFirst()
      typed.append(scalar)
    }
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
  private func numberBesideUnit() -> (spellings: [String], length: Int)? {
    var before = String(String.UnicodeScalarView(typed.suffix(Self.longestUnitName))).lowercased()
    while before.hasSuffix(" ") { before.removeLast() }
    let isChinese = before.hasSuffix("第")
    guard isChinese || Self.unitNames.contains(where: before.hasSuffix) else { return nil }
    let systems: [NumeralSystem] = isChinese ? [.arabic, .chinese] : [.arabic, .upperRoman, .lowerRoman]
    guard let (value, length) = Self.numeral(at: rest, in: systems), let digits = NumeralSystem.arabic.write(value)
    else { return nil }
    let wide = digits.unicodeScalars.map(Self.bothWidths).joined() + "(?!\\d)"
    let words = systems.dropFirst().compactMap { $0.write(value) }.map { isChinese ? $0 : $0 + "(?!\\w)" }
    return ([wide] + words, length)
  }

  /// The longest numeral of these systems at the beginning of `scalars`.
  private static func numeral(
    at scalars: ArraySlice<Unicode.Scalar>, in systems: [NumeralSystem]
  ) -> (value: Int, length: Int)? {
    let bytes = Array(String(String.UnicodeScalarView(scalars.prefix(longestNumeral))).utf8)
    let match = bytes.withUnsafeBufferPointer { buffer -> NumeralMatch? in
      guard let base = buffer.baseAddress else { return nil }
      let text = FoldedText(base: base, count: buffer.count)
      return systems.compactMap { $0.read(text, at: 0, before: buffer.count) }.max { $0.end < $1.end }
    }
    guard let match, match.end > 0, match.value > 0 else { return nil }
    return (match.value, String(decoding: bytes.prefix(match.end), as: UTF8.self).unicodeScalars.count)
  }

  /// Scalars.
  private static let longestNumeral = 20
  /// Scalars, with a blank after it.
  private static let longestUnitName = 12

  private static let unitNames = [
    "article", "section", "chapter", "part", "title", "annex", "schedule", "art.", "sec.", "§",
  ]
}
