extension Source {
  /// A match with up to `columns` columns of its line before and after it, on one line; `…` stands where the line goes
  /// on. Words are not cut where they are shorter than the context.
  public func context(of match: Range<Int>, columns: Int) -> String {
    Context(of: match, columns: columns, in: self).whole
  }

  /// The same in three parts, which together are `context(of:columns:)`.
  public func contextParts(
    of match: Range<Int>, columns: Int
  ) -> (before: String, match: String, after: String) {
    Context(of: match, columns: columns, in: self).parts
  }
}

/// A match, and the stretch of its line around it. However many marks without a width stand there, and however long the
/// line is, no more of it is looked at than a few bytes for each column.
private struct Context {
  private let source: Source
  private let match: Range<Int>
  private let columns: Int
  private var range: Range<Int>
  /// Whether the line goes on before and after the range.
  private var goesOn = (before: false, after: false)

  /// Bytes of a column, at most: letters of India's scripts take three, with their marks nine.
  private static let bytesOfColumn = 9

  init(of match: Range<Int>, columns: Int, in source: Source) {
    self.source = source
    self.match = match
    self.columns = columns
    range = match
    let first = source.line(source.line(at: match.lowerBound))
    let last = source.line(source.line(at: max(match.lowerBound, match.upperBound - 1)))
    let line = first.lowerBound..<max(last.upperBound, match.upperBound)
    let reach = columns * Self.bytesOfColumn + 4  // and a scalar, so that the walks end before it
    let near = line.clamped(to: match.lowerBound - reach..<match.upperBound + reach)
    let text = Whitespace.trim(near, in: source)
    let lower = start(notBefore: min(text.lowerBound, match.lowerBound))
    let upper = end(notAfter: max(text.upperBound, match.upperBound))
    goesOn.before = lower > text.lowerBound || near.lowerBound > line.lowerBound
    goesOn.after = upper < text.upperBound || near.upperBound < line.upperBound
    range = lower..<upper
  }

  private var head: String { goesOn.before ? "…" : "" }

  var whole: String { head + source.singleLine(range) + (goesOn.after ? "…" : "") }

  var parts: (before: String, match: String, after: String) {
    let matched = source.singleLine(match)
    let before = head + source.singleLine(range.lowerBound..<match.lowerBound)
    let rest = String(whole.unicodeScalars.dropFirst(before.unicodeScalars.count))
    let gap = rest.hasPrefix(" ") && !matched.hasPrefix(" ") ? " " : ""
    let after = rest.unicodeScalars.dropFirst(gap.unicodeScalars.count + matched.unicodeScalars.count)
    return (before + gap, matched, String(after))
  }

  private func start(notBefore limit: Int) -> Int {
    let bytes = source.bytes
    let nearest = match.lowerBound - columns * Self.bytesOfColumn
    var start = match.lowerBound
    var letterStart = start  // not between a letter and its marks
    var wordStart: Int?
    var used = 0
    while start > limit {
      let isASCII = bytes[start - 1] < 0x80
      let previous = isASCII ? start - 1 : UTF8Scalar.start(of: start - 1, in: bytes, notBefore: limit)
      guard let (scalar, _) = UTF8Scalar.decode(bytes, at: previous, before: start) else { break }
      let width = DisplayWidth.columns(of: scalar)
      used += width
      if Self.separates(scalar) { wordStart = start }
      guard used <= columns, previous >= nearest else { return wordStart ?? letterStart }
      start = previous
      if width > 0 { letterStart = start }
    }
    return start
  }

  private func end(notAfter limit: Int) -> Int {
    let bytes = source.bytes
    let farthest = match.upperBound + columns * Self.bytesOfColumn
    var end = match.upperBound
    var wordEnd: Int?
    var used = 0
    while let (scalar, length) = UTF8Scalar.decode(bytes, at: end, before: limit) {
      used += DisplayWidth.columns(of: scalar)
      if Self.separates(scalar) { wordEnd = end }
      guard used <= columns, end + length <= farthest else { return wordEnd ?? end }
      end += length
    }
    return end
  }

  /// Whether the text may be cut at a scalar without cutting a word.
  private static func separates(_ scalar: Unicode.Scalar) -> Bool {
    Whitespace.isBlank(scalar) || DisplayWidth.columns(of: scalar) == 2
  }
}
