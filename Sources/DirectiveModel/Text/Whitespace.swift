/// What counts as blank in a document: spaces of every width, tabs, line ends, form feeds and zero-width spaces.
public enum Whitespace {
  public static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF: true
    default: false
    }
  }

  /// `text` without blanks at either end, and with one space for every run of blanks inside; a run that holds a line
  /// end between two wide characters leaves nothing.
  public static func collapse(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var blanks = 0
    var lineEnd = false
    for scalar in text.unicodeScalars {
      if isBlank(scalar) {
        blanks += 1
        if scalar == "\n" || scalar == "\r" || scalar == "\u{85}" { lineEnd = true }
        continue
      }
      if blanks > 0, let last = result.last {
        let joined = lineEnd && DisplayWidth.columns(of: last) == 2 && DisplayWidth.columns(of: scalar) == 2
        if !joined { result.append(" ") }
      }
      result.append(scalar)
      blanks = 0
      lineEnd = false
    }
    return String(result)
  }

  /// `text` without the blanks at either end.
  static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    let start = scalars.firstIndex { !isBlank($0) } ?? scalars.endIndex
    let end = scalars.lastIndex { !isBlank($0) }.map(scalars.index(after:)) ?? start
    return String(scalars[start..<end])
  }

  /// The part of `range` without the blanks at either end.
  public static func trim(_ range: Range<Int>, in source: Source) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, let (scalar, length) = UTF8Scalar.decode(source.bytes, at: lower, before: upper),
      isBlank(scalar)
    {
      lower += length
    }
    while upper > lower {
      let start = UTF8Scalar.start(of: upper - 1, in: source.bytes, notBefore: lower)
      guard let (scalar, length) = UTF8Scalar.decode(source.bytes, at: start, before: upper),
        start + length == upper, isBlank(scalar)
      else { break }
      upper = start
    }
    return lower..<upper
  }
}
