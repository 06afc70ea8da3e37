/// Finds which points of a document its text cites.
///
/// Made once, when first needed: it holds the printed numbers of all points. What a stretch of text cites is then found
/// in that stretch alone.
public struct References: Sendable {
  private let document: Document
  private let index: PointNumbers
  private let recent = RecentReferences()

  public init(_ document: Document) {
    self.document = document
    index = PointNumbers(document)
  }

  /// The citations of points of this document that begin in a byte range, in order.
  ///
  /// A citation that stands in a point's own number or cites the very point it stands in is none.
  public func references(in range: Range<Int>) -> [Reference] {
    guard !range.isEmpty else { return [] }
    let blocks = range.lowerBound / Self.block..<(range.upperBound - 1) / Self.block + 1
    return recent.references(in: blocks, find).filter { range.contains($0.range.lowerBound) }
  }

  /// Bytes that are looked through at once. Where a block begins is the same for all who ask, so that what is found at a
  /// place does not depend on what they ask for.
  static let block = 1 << 13

  /// Those in the block of this number.
  private func find(_ number: Int) -> [Reference] {
    let start = number * Self.block
    let range = start..<min(start + Self.block, document.source.bytes.count)
    return document.source.withFoldedText { text in
      CitationScanner(text: text).citations(in: text.surroundings(of: range), wanted: range).compactMap { citation in
        guard range.contains(citation.range.lowerBound), !citation.isExternal else { return nil }
        return reference(of: citation, in: text)
      }
    } ?? []
  }

  private var blocks: Range<Int> { 0..<(document.source.bytes.count + Self.block - 1) / Self.block }

  private func reference(of citation: Citation, in text: FoldedText) -> Reference? {
    let outline = document.outline
    guard let from = outline.point(holding: citation.range.lowerBound) else { return nil }
    let point = outline.points[from]
    if point.kind == .numbered, point.marker.overlaps(citation.range) { return nil }
    if from + 1 < outline.points.count, citation.range.contains(Int(outline.points[from + 1].start)) {
      // What was taken for its end is the next point's own number.
      let own = citation.range.lowerBound..<Int(outline.points[from + 1].start)
      return CitationScanner(text: text).citations(in: own).first.flatMap { reference(of: $0, in: text) }
    }
    guard let (cited, others) = index.passage(cited: citation, from: from),
      !isContentsEntry(citation, of: point, in: text)
    else { return nil }
    let range = document.text(of: cited)
    if cited.id == from, cited.paragraph == nil || range.contains(citation.range.lowerBound) { return nil }
    return Reference(range: citation.range, target: cited.id, text: range, others: others)
  }

  /// Whether a citation stands in an entry of a list of contents: a line that begins with a citation and goes on with the
  /// heading of a point of that number, and at most with a bracket or the number of a page. The first line of `point` itself,
  /// in which it stands, is none.
  private func isContentsEntry(_ citation: Citation, of point: Point, in text: FoldedText) -> Bool {
    guard let start = text.lineStart(of: citation.range.lowerBound), start <= citation.range.lowerBound,
      point.marker.isEmpty || point.marker.lowerBound != start
    else { return false }
    let first =
      start == citation.range.lowerBound
      ? citation : CitationScanner(text: text).citations(in: start..<citation.range.lowerBound).first
    guard let first, first.range.lowerBound == start, first.steps.count == 1 else { return false }
    return index.whole(first.steps[0])?.ids.contains { id in
      text.repeats(document.outline.points[id].heading, from: first.range.upperBound)
    } ?? false
  }

  /// All references of the document, in order.
  public func all() -> [Reference] { Chunks.map(blocks, ofAtLeast: 16) { $0.flatMap(find) }.flatMap { $0 } }

  /// The first reference after `offset`, or the last before it; nil where there is none.
  public func reference(after offset: Int) -> Reference? {
    for number in blocks.dropFirst(max(0, offset / Self.block)) {
      if let first = recent.references(in: number..<number + 1, find).first(where: { $0.range.lowerBound > offset }) {
        return first
      }
    }
    return nil
  }

  public func reference(before offset: Int) -> Reference? {
    for number in blocks.prefix(max(0, offset / Self.block + 1)).reversed() {
      if let last = recent.references(in: number..<number + 1, find).last(where: { $0.range.lowerBound < offset }) {
        return last
      }
    }
    return nil
  }
}

/// The references of the blocks of text that were read last.
///
/// A memory, not a state: what it answers is what looking anew would answer.
private final class RecentReferences: Sendable {
  private let memory = Guarded<[Int: [Reference]]>([:])

  /// Blocks; some large screens.
  private static let limit = 32

  func references(in blocks: Range<Int>, _ find: (Int) -> [Reference]) -> [Reference] {
    var known = memory.withLock { $0 }
    for block in blocks where known[block] == nil { known[block] = find(block) }
    if known.count > Self.limit { known = known.filter { blocks.contains($0.key) } }
    let found = blocks.flatMap { known[$0] ?? [] }
    memory.withLock { [known] in $0 = known }
    return found
  }
}

extension Source {
  /// Runs `body` with the text as it is seen for matching numbers; nil for an empty text.
  func withFoldedText<Result>(_ body: (FoldedText) -> Result) -> Result? {
    bytes.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map { body(FoldedText(base: $0, count: bytes.count)) }
    }
  }
}

extension FoldedText {
  /// Where the text of the line begins that holds the byte at `index`, behind blanks and signs; nil where that is far before.
  fileprivate func lineStart(of index: Int) -> Int? {
    var start = index
    while start > 0, ![0x0A, 0x0D].contains(byte(start - 1)) {
      guard index - start < Self.longestEntry else { return nil }
      start -= 1
    }
    skipSigns(&start, before: index)
    return start
  }

  /// Bytes of an entry of a list of contents.
  private static let longestEntry = 256

  private func skipSigns(_ index: inout Int, before limit: Int) {
    while index < limit {
      let (scalar, length) = scalar(at: index, before: limit)
      if Self.isWord(scalar) || scalar == 0x0A || scalar == 0x0D { return }
      index += max(length, 1)
    }
  }

  /// Whether the rest of a line is a heading or as much of it as a line holds, but for signs, and then at most a number.
  fileprivate func repeats(_ heading: Range<Int>, from index: Int) -> Bool {
    var (place, end, agreed) = (heading.lowerBound, index, 0)
    var behind = index
    let limit = min(count, index + Self.longestEntry)
    while true {
      skipSigns(&place, before: heading.upperBound)
      skipSigns(&end, before: limit)
      guard place < heading.upperBound, end < limit else { break }
      let (one, other) = (scalar(at: place, before: heading.upperBound), scalar(at: end, before: limit))
      guard Self.lowercased(one.value) == Self.lowercased(other.value) else { break }
      (place, end, agreed) = (place + one.length, end + other.length, agreed + 1)
      behind = end
    }
    let isWhole = place >= heading.upperBound
    if isWhole {
      if agreed > 0, scalar(at: skipBlanks(from: behind, before: limit), before: limit).value == 0x28 { return true }
      while end < limit, Self.isDigit(scalar(at: end, before: limit).value) { end += 1 }
      skipSigns(&end, before: limit)
    }
    return agreed > (isWhole ? 0 : 7) && (end >= count || byte(end) == 0x0A || byte(end) == 0x0D)
  }

  /// Whether a scalar is no blank and no sign but that of an article.
  private static func isWord(_ scalar: UInt32) -> Bool {
    isLetter(scalar) || isDigit(scalar) || scalar == 0xA7
      || scalar >= 0x250 && scalar < 0xFF00 && !(0x2000..<0x2E80).contains(scalar)
        && !(0x3000...0x303F).contains(scalar)
  }

  /// A range with what says which works and parts are cited in it: some text on both sides, behind the whole of a list
  /// that reaches over an end of the range.
  fileprivate func surroundings(of range: Range<Int>) -> Range<Int> {
    var lower = max(0, listStart(before: range.lowerBound) - Self.reach)
    while lower < range.lowerBound, byte(lower) & 0xC0 == 0x80 { lower += 1 }
    var upper = min(count, listEnd(from: range.upperBound) + Self.reach)
    while upper < count, byte(upper) & 0xC0 == 0x80 { upper += 1 }
    return lower..<upper
  }

  /// Bytes that say which work is cited, and those of the longest list.
  private static let reach = 512
  private static let longestList = 1 << 14

  private func listStart(before end: Int) -> Int {
    var (start, letters) = (end, 0)
    while start > max(0, end - Self.longestList) {
      var previous = start - 1
      while previous > 0, start - previous < 4, byte(previous) & 0xC0 == 0x80 { previous -= 1 }
      guard Self.standsInList(scalar(at: previous, before: start).value, &letters) else { break }
      start = previous
    }
    return start
  }

  private func listEnd(from start: Int) -> Int {
    var (end, letters) = (start, 0)
    while end < min(count, start + Self.longestList) {
      let (value, length) = scalar(at: end, before: count)
      guard Self.standsInList(value, &letters) else { break }
      end += length
    }
    return end
  }

  /// Whether a character may be one of a list of numbers, `第一条、第二条` or `1, 2(a) and 5`: of words those that are short.
  private static func standsInList(_ scalar: UInt32, _ letters: inout Int) -> Bool {
    letters = isLetter(scalar) && scalar < 0x2E80 ? letters + 1 : 0
    return letters > 0 ? letters < 6 : scalar < 0x41 || scalar == 0x2013 || listSigns.contains(scalar)
  }

  private static let listSigns = Set("第条條款项項章节節编編目号號〇零一二三四五六七八九十百千、及和或至与與之並び又は".unicodeScalars.map(\.value))
}
