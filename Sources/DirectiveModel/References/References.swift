import Synchronization

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
  public func references(in range: Range<Int>) -> [Reference] { recent.references(in: range, find: find) }

  private func find(in range: Range<Int>) -> [Reference] {
    guard !range.isEmpty else { return [] }
    let wide = document.source.surroundings(of: range, bytes: Self.context)
    return document.source.withFoldedText { text in
      CitationScanner(text: text).citations(in: wide, wanted: range).compactMap { citation in
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
    return stride(from: 0, to: count, by: size).flatMap { find(in: $0..<min($0 + size, count)) }
  }

  /// The first reference after `offset`, or the last before it; nil where there is none.
  public func reference(after offset: Int) -> Reference? {
    var start = offset + 1
    let count = document.source.bytes.count
    while start < count {
      let end = min(start + Self.step, count)
      if let first = find(in: start..<end).first { return first }
      start = end
    }
    return nil
  }

  public func reference(before offset: Int) -> Reference? {
    var end = offset
    while end > 0 {
      let start = max(0, end - Self.step)
      if let last = find(in: start..<end).last { return last }
      end = start
    }
    return nil
  }

  private static let step = 1 << 14
}

/// The references of the stretch of text that was read last: a page that moves by a row looks into that row alone.
///
/// A memory, not a state: what it answers is what looking anew would answer.
private final class RecentReferences: Sendable {
  private struct Memory: Sendable {
    var stretch: Range<Int>
    var references: [Reference] = []
  }
  private let memory = Mutex(Memory(stretch: 0..<0))

  /// Bytes; some large screens.
  private static let limit = 1 << 15

  func references(in range: Range<Int>, find: (Range<Int>) -> [Reference]) -> [Reference] {
    memory.withLock { memory in
      let known = memory.stretch
      let both = min(known.lowerBound, range.lowerBound)..<max(known.upperBound, range.upperBound)
      if both.count > min(known.count + range.count, Self.limit) {
        memory = Memory(stretch: range, references: find(range))
      } else if both != known {
        let before = find(both.lowerBound..<known.lowerBound)
        let after = find(known.upperBound..<both.upperBound)
        memory = Memory(stretch: both, references: before + memory.references + after)
      }
      return memory.references.filter { range.contains($0.range.lowerBound) }
    }
  }
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
