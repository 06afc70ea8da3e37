import DirectiveModel

extension FuzzTarget {
  /// Bytes as a file: nothing is lost, lines are the text, and what has come so far is the beginning of the whole.
  static func checkDecoding(_ bytes: [UInt8]) throws(Violation) {
    guard let source = try? Decoder.source(from: bytes) else { return }
    let decoding = source.decoding
    if decoding.encoding == .utf8 {
      let text = bytes.dropFirst(decoding.hasByteOrderMark ? 3 : 0)
      try require(source.bytes.elementsEqual(text), "UTF-8 is taken as it is")
      try require(source.isWellFormed == (decoding.damagedCount == 0), "damage is counted")
    } else {
      try require(source.isWellFormed, "what is decoded is UTF-8")
    }
    let isValid = String(validating: source.bytes, as: UTF8.self) != nil
    try require(source.isWellFormed == isValid, "what is well formed is known")
    try checkLines(of: source)
    // Of the converters for Big5 the one is taken that finds least damage, and another one at the end.
    if decoding.encoding != .big5,
      let begun = try? Decoder.source(from: bytes, encoding: decoding.encoding, isComplete: false)
    {
      try require(source.bytes.starts(with: begun.bytes), "what has come so far is the beginning of the whole")
    }
  }

  private static func checkLines(of source: Source) throws(Violation) {
    var next = 0
    for number in 1..<max(1, source.lineCount + 1) {
      let line = source.fullLine(number)
      try require(line.lowerBound == next && !line.isEmpty, "lines follow one another")
      try require(source.line(at: line.lowerBound) == number, "a line's first byte is in it")
      try require(source.line(at: line.upperBound - 1) == number, "a line's last byte is in it")
      let text = source.line(number)
      try require(text.lowerBound == line.lowerBound && text.upperBound <= line.upperBound, "a line holds its text")
      next = line.upperBound
    }
    try require(next == source.bytes.count, "lines hold the whole text")
  }
}
