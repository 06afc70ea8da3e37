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
    guard let cited = index.passage(cited: citation, from: from) else { return nil }
    let range = document.text(of: cited)
    if cited.id == from, cited.paragraph == nil || range.contains(citation.range.lowerBound) { return nil }
    return Reference(range: citation.range, target: cited.id, text: range)
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
