/// The lines of a document as byte ranges without their line ends, numbered from 1.
///
/// A view of `Source.lineStarts` for scanning; valid only while they are borrowed.
struct Lines {
  let starts: UnsafePointer<UInt32>
  let count: Int
  let text: FoldedText
  /// Whether all lines but the last one are known to end with a single LF: then nothing need be looked at.
  let havePlainEnds: Bool

  @inline(__always)
  subscript(_ number: Int) -> Range<Int> {
    if havePlainEnds, number < count { return Int(starts[number - 1])..<Int(starts[number]) - 1 }
    return withAnyEnd(number)
  }

  private func withAnyEnd(_ number: Int) -> Range<Int> {
    let start = Int(starts[number - 1])
    var end = Int(starts[number])
    if end > start, text.byte(end - 1) == 0x0A { end -= 1 }
    if end > start, text.byte(end - 1) == 0x0D { end -= 1 }
    if end == starts[number], end > start + 1, text.byte(end - 1) == 0x85, text.byte(end - 2) == 0xC2 { end -= 2 }
    return start..<end
  }

  /// Whether the line holds nothing but a line feed; others may hold nothing but blanks.
  @inline(__always)
  func isEmpty(_ number: Int) -> Bool {
    let start = starts[number - 1]
    return starts[number] == start + 1 && text.byte(Int(start)) == 0x0A
  }

  /// Calls `body` with each line of `numbers` that is not empty, and its range; meanwhile the processor brings near what
  /// begins `ahead` lines later. Each line's start is read once.
  @inline(__always)
  func forEachNonempty(_ numbers: Range<Int>, bringingNear ahead: Int, _ body: (Int, Range<Int>) -> Void) {
    var start = starts[numbers.lowerBound - 1]
    for number in numbers {
      text.bringNear(Int(starts[min(number &+ ahead &- 1, count)]))
      let next = starts[number]
      if havePlainEnds, number < count {
        if next &- start > 1 { body(number, Int(start)..<Int(next) &- 1) }
      } else if !isEmpty(number) {
        body(number, withAnyEnd(number))
      }
      start = next
    }
  }

  /// Has the processor bring near where a line begins and the one before it ends.
  @inline(__always)
  func bringNear(_ number: Int) { if number <= count { text.bringNear(start(number)) } }

  /// Where a candidate's line ends.
  func limit(of candidate: Candidate) -> Int { self[Int(candidate.line)].upperBound }

  /// Where a line begins.
  func start(_ number: Int) -> Int { Int(starts[number - 1]) }

  /// The number of the line that holds the byte at `offset`.
  func number(at offset: Int) -> Int {
    var (low, high) = (0, count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// Whether the line holds nothing but blanks.
  @inline(__always)
  func isBlank(_ number: Int) -> Bool {
    let line = self[number]
    return text.skipBlanks(from: line.lowerBound, before: line.upperBound) >= line.upperBound
  }

  /// The line without the blanks at either end.
  @inline(__always)
  func trimmed(_ number: Int) -> Range<Int> {
    let line = self[number]
    let end = text.trimBlanks(from: line.lowerBound, before: line.upperBound)
    return min(text.skipBlanks(from: line.lowerBound, before: end), end)..<end
  }
}

extension Source {
  /// Calls `body` with the text and its lines as scanning reads them; nil where there is no line.
  func withLines<Result>(_ body: (FoldedText, Lines) -> Result) -> Result? {
    bytes.withUnsafeBufferPointer { bytes in
      lineStarts.withUnsafeBufferPointer { starts in
        guard let base = bytes.baseAddress, let first = starts.baseAddress, lineCount > 0 else { return nil }
        let text = FoldedText(base: base, count: bytes.count)
        return body(text, Lines(starts: first, count: lineCount, text: text, havePlainEnds: hasPlainEnds))
      }
    }
  }
}
