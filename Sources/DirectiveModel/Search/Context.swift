extension Source {
  /// A match with up to `columns` columns of its line before and after it, on one line; `…` stands where the line goes
  /// on. Words are not cut where they are shorter than the context.
  public func context(of match: Range<Int>, columns: Int) -> String {
    let first = line(line(at: match.lowerBound))
    let last = line(line(at: max(match.lowerBound, match.upperBound - 1)))
    let line = Whitespace.trim(first.lowerBound..<max(last.upperBound, match.upperBound), in: self)
    let lower = start(ofContextBefore: match.lowerBound, notBefore: min(line.lowerBound, match.lowerBound), columns)
    let upper = end(ofContextAfter: match.upperBound, notAfter: max(line.upperBound, match.upperBound), columns)
    return (lower > line.lowerBound ? "…" : "") + singleLine(lower..<upper) + (upper < line.upperBound ? "…" : "")
  }

  /// The same in three parts, which together are `context(of:columns:)`.
  public func contextParts(
    of match: Range<Int>, columns: Int
  ) -> (before: String, match: String, after: String) {
    let whole = context(of: match, columns: columns)
    let matched = singleLine(match)
    let line = Whitespace.trim(fullLine(line(at: match.lowerBound)), in: self)
    let lower = start(ofContextBefore: match.lowerBound, notBefore: min(line.lowerBound, match.lowerBound), columns)
    let head = (lower > line.lowerBound ? "…" : "") + singleLine(lower..<match.lowerBound)
    let rest = String(whole.unicodeScalars.dropFirst(head.unicodeScalars.count))
    let gap = rest.hasPrefix(" ") && !matched.hasPrefix(" ") ? " " : ""
    let tail = rest.unicodeScalars.dropFirst(gap.unicodeScalars.count + matched.unicodeScalars.count)
    return (head + gap, matched, String(tail))
  }

  private func start(ofContextBefore offset: Int, notBefore limit: Int, _ columns: Int) -> Int {
    var start = offset
    var wordStart: Int?
    var used = 0
    while start > limit {
      let previous = UTF8Scalar.start(of: start - 1, in: bytes, notBefore: limit)
      guard let (scalar, _) = UTF8Scalar.decode(bytes, at: previous, before: start) else { break }
      used += DisplayWidth.columns(of: scalar)
      if separates(scalar) { wordStart = start }
      guard used <= columns else { return wordStart ?? start }
      start = previous
    }
    return start
  }

  private func end(ofContextAfter offset: Int, notAfter limit: Int, _ columns: Int) -> Int {
    var end = offset
    var wordEnd: Int?
    var used = 0
    while let (scalar, length) = UTF8Scalar.decode(bytes, at: end, before: limit) {
      used += DisplayWidth.columns(of: scalar)
      if separates(scalar) { wordEnd = end }
      guard used <= columns else { return wordEnd ?? end }
      end += length
    }
    return end
  }

  /// Whether the text may be cut at a scalar without cutting a word.
  private func separates(_ scalar: Unicode.Scalar) -> Bool {
    Whitespace.isBlank(scalar) || DisplayWidth.columns(of: scalar) == 2
  }
}
