/// Finds which points of a document its text cites.
///
/// Made once, when first needed: it holds the printed numbers of all points. What a stretch of text cites is then found
/// in that stretch alone.
public struct References: Sendable {
  private let document: Document
  private let index: PointNumbers

  public init(_ document: Document) {
    self.document = document
    index = PointNumbers(document)
  }

  /// The citations of points of this document that begin in a byte range, in order.
  ///
  /// A citation that stands in a point's own number or cites the very point it stands in is none.
  public func references(in range: Range<Int>) -> [Reference] {
    let wide = document.source.surroundings(of: range, bytes: Self.context)
    return document.source.withFoldedText { text in
      CitationScanner(text: text).citations(in: wide).compactMap { citation in
        guard range.contains(citation.range.lowerBound), !citation.isExternal else { return nil }
        return reference(of: citation)
      }
    } ?? []
  }

  /// Bytes before and after that say which work is cited.
  private static let context = 512

  private func reference(of citation: Citation) -> Reference? {
    let outline = document.outline
    guard let from = outline.point(holding: citation.range.lowerBound) else { return nil }
    let point = outline.points[from]
    if point.kind == .numbered, point.marker.overlaps(citation.range) { return nil }
    guard let cited = index.passage(cited: citation, from: from) else { return nil }
    let text = document.text(of: cited)
    if cited.id == from, cited.paragraph == nil || text.contains(citation.range.lowerBound) { return nil }
    return Reference(range: citation.range, target: cited.id, text: text)
  }

  /// All references of the document, in order.
  public func all() -> [Reference] {
    let size = 1 << 16
    let count = document.source.bytes.count
    return stride(from: 0, to: count, by: size).flatMap { references(in: $0..<min($0 + size, count)) }
  }

  /// The first reference after `offset`, or the last before it; nil where there is none.
  public func reference(after offset: Int) -> Reference? {
    var start = offset + 1
    let count = document.source.bytes.count
    while start < count {
      let end = min(start + Self.step, count)
      if let first = references(in: start..<end).first { return first }
      start = end
    }
    return nil
  }

  public func reference(before offset: Int) -> Reference? {
    var end = offset
    while end > 0 {
      let start = max(0, end - Self.step)
      if let last = references(in: start..<end).last { return last }
      end = start
    }
    return nil
  }

  private static let step = 1 << 14
}

extension Source {
  /// Runs `body` with the text as it is seen for matching numbers; nil for an empty text.
  func withFoldedText<Result>(_ body: (FoldedText) -> Result) -> Result? {
    bytes.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map { body(FoldedText(base: $0, count: bytes.count)) }
    }
  }

  /// The range with `bytes` more on both sides, to whole scalars.
  fileprivate func surroundings(of range: Range<Int>, bytes reach: Int) -> Range<Int> {
    var lower = max(0, range.lowerBound - reach)
    while lower < range.lowerBound, bytes[lower] & 0xC0 == 0x80 { lower += 1 }
    var upper = min(bytes.count, range.upperBound + reach)
    while upper < bytes.count, bytes[upper] & 0xC0 == 0x80 { upper += 1 }
    return lower..<max(upper, lower)
  }
}
