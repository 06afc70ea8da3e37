@testable import DirectiveModel

extension FuzzTarget {
  /// A pattern, a line end, and a text to search: matches lie in the text, in order, none is empty, a text that stands
  /// there is found unless a longer number may stand there, and it is the same whether the text is looked through at once
  /// or in parts.
  static func checkSearch(_ bytes: [UInt8]) throws(Violation) {
    guard let (typed, text) = halves(of: bytes, at: 0x0A), typed.count <= 256 else { return }
    let source = Source(utf8: text)
    for isLiteral in [false, true] {
      let pattern = Pattern(String(decoding: typed, as: UTF8.self), literal: isLiteral)
      let (matches, isComplete) = pattern.matches(in: source)
      var end = 0
      for match in matches {
        try require(match.range.lowerBound >= end && !match.range.isEmpty, "matches are in order")
        end = match.range.upperBound
        _ = source.context(of: match.range, columns: 20)
      }
      try require(end <= text.count, "matches are in the text")
      guard isComplete else { continue }
      let parted = PartedSearch(source: source, range: 0..<text.count, chunk: 7)
      let inParts = pattern.matches(in: source, parted)
      try require(!inParts.isComplete || inParts.matches == matches, "parts give what the whole gives")
    }
    let isText = String(validating: typed, as: UTF8.self) != nil
    guard isText, source.isWellFormed, typed.contains(where: { $0 > 0x20 }), text.contains(typed) else { return }
    let phrase = String(decoding: typed, as: UTF8.self)
    guard let last = phrase.unicodeScalars.last?.halfWidth, !(last.isASCII && last.isWord) else { return }
    let exact = Pattern(phrase, literal: true, case: .exact)
    try require(!exact.matches(in: source).matches.isEmpty, "what stands in the text is found")
  }
}
