/// A point, or one of the paragraphs in it that carry no number.
struct Passage: Equatable, Sendable {
  let id: Int
  /// Bytes; nil for the whole point.
  var paragraph: Range<Int>?

  init(_ id: Int, paragraph: Range<Int>? = nil) {
    self.id = id
    self.paragraph = paragraph
  }
}

extension Document {
  /// The unnumbered paragraph of a point that is counted, from 1; nil where it has fewer.
  func paragraph(_ number: Int, of id: Int) -> Passage? {
    let paragraphs = UnnumberedParagraphs(of: id, in: self).ranges
    return paragraphs.indices.contains(number - 1) ? Passage(id, paragraph: paragraphs[number - 1]) : nil
  }

  /// The ids of the points inside a passage.
  func points(inside passage: Passage) -> Range<Int> {
    let points = outline.points
    let inside = passage.id + 1..<Int(points[passage.id].end)
    guard let paragraph = passage.paragraph else { return inside }
    let lower = inside.partitionPoint { Int(points[$0].start) < paragraph.lowerBound }
    return lower..<inside.partitionPoint { Int(points[$0].start) < paragraph.upperBound }
  }

  /// The bytes of a passage with all that is inside it.
  func text(of passage: Passage) -> Range<Int> { passage.paragraph ?? text(of: passage.id) }
}

/// The paragraphs of an article that carry no number, as laws count them: 第二款 is the second.
///
/// A paragraph begins with a line that is set off from the one before: after a blank line, or after one that ends a
/// sentence, or indented deeper. A title, and a marker alone on its line, belong to the first paragraph. Numbered points
/// inside the article belong to the paragraph before them, except numbered paragraphs of Japanese laws, which are
/// paragraphs themselves.
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

/// The paragraphs of the points that were asked about, each point divided once.
///
/// A memory, not a state: what it answers is what looking anew would answer.
final class KnownParagraphs: Sendable {
  private let memory = Guarded<[Int: [Range<Int>]]>([:])

  func ranges(of id: Int, in document: Document) -> [Range<Int>] {
    if let known = memory.withLock({ $0[id] }) { return known }
    let ranges = UnnumberedParagraphs(of: id, in: document).ranges  // while others ask for other points
    memory.withLock { $0[id] = ranges }
    return ranges
  }
}
