/// The paragraphs of an article that carry no number, as laws count them: 第二款 is the second.
///
/// A paragraph begins with a line that is set off from the one before: after a blank line, or after one that ends a
/// sentence, or indented deeper. A title, and a marker alone on its line, belong to the first paragraph. Numbered points inside the article belong to the paragraph before them, except
/// numbered paragraphs of Japanese laws, which are paragraphs themselves.
struct UnnumberedParagraphs {
  /// Bytes, in reading order; together they are the point's text.
  let ranges: [Range<Int>]

  init(of id: Int, in document: Document) {
    let source = document.source
    let text = Whitespace.trim(document.text(of: id), in: source)
    let points = document.outline.points
    let inside = points[id + 1..<Int(points[id].end)]
    let items = Set(inside.filter { !Self.isParagraph($0, in: source) }.map(\.line))
    var starts = [text.lowerBound]
    var isTitle = true  // no more than that so far
    guard !text.isEmpty else {
      ranges = []
      return
    }
    let first = source.line(at: text.lowerBound)
    let last = source.line(at: text.upperBound - 1)
    var previous = source.line(first)
    var follows = false  // a blank line
    for number in first..<last {
      let line = source.line(number + 1)
      let content = Whitespace.trim(line, in: source)
      guard !content.isEmpty else {
        follows = true
        continue
      }
      let isItem = items.contains(UInt32(number + 1))
      let indent = content.lowerBound - line.lowerBound
      let previousIndent = Whitespace.trim(previous, in: source).lowerBound - previous.lowerBound
      let isSetOff = follows || Self.endsSentence(previous, in: source) || indent > previousIndent
      isTitle = isTitle && !Self.endsSentence(previous, in: source)
      if !isItem, isSetOff, !isTitle { starts.append(line.lowerBound) }
      isTitle = isTitle && !isSetOff
      follows = false
      previous = line
    }
    ranges = starts.indices.map { starts[$0]..<($0 + 1 < starts.count ? starts[$0 + 1] : text.upperBound) }
  }

  private static func isParagraph(_ point: Point, in source: Source) -> Bool {
    source.bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return false }
      var scanner = MarkerScanner(FoldedText(base: base, count: bytes.count), styles: .all)
      scanner.heedsContext = false
      return scanner.readings(at: point.marker.lowerBound, before: point.marker.upperBound)
        .contains { NumberingStyle.all[Int($0.reading.style)].isParagraph }
    }
  }

  private static func endsSentence(_ line: Range<Int>, in source: Source) -> Bool {
    let content = Whitespace.trim(line, in: source)
    guard let last = source.string(content).unicodeScalars.last else { return true }
    return "。：；！？”」.:;!?".unicodeScalars.contains(last)
  }
}
