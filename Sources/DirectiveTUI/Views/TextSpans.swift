import DirectiveModel

/// What the bytes of a stretch of text mean: matches of the search, references, markers and headings of points.
struct TextSpans {
  private let matches: [Match]
  private let current: Match?
  private let references: [Reference]
  private let reference: Reference?
  private let points: ArraySlice<Point>

  init(_ state: State, touching bytes: Range<Int>) {
    let search = state.search
    matches = search?.matches(touching: bytes) ?? []
    current = search.flatMap { search in search.current.map { search.matches[$0] } }
    references = state.references?.references(in: bytes) ?? []
    reference = state.reference
    let all = state.outline.points
    let first = state.outline.point(holding: bytes.lowerBound) ?? 0
    let last = state.outline.point(holding: max(bytes.lowerBound, bytes.upperBound - 1)) ?? 0
    points = all.isEmpty ? [] : all[first...max(first, last)]
  }

  /// What the byte at `offset` means, and up to where the bytes behind it mean the same at least.
  func stretch(at offset: Int) -> (role: Role, end: Int) {
    var end = Int.max
    /// The range that holds the byte; else the stretch ends where the range begins.
    func holds(_ range: Range<Int>) -> Bool {
      if range.contains(offset) {
        end = min(end, range.upperBound)
        return true
      }
      if range.lowerBound > offset { end = min(end, range.lowerBound) }
      return false
    }
    if let match = Self.first(of: matches, behind: offset, \.range), holds(match.range) {
      return (match == current ? .currentMatch : .match, end)
    }
    if let reference, holds(reference.range) { return (.currentReference, end) }
    if let next = Self.first(of: references, behind: offset, \.range), holds(next.range) { return (.reference, end) }
    guard let id = indexOfPoint(holding: offset) else { return (.text, end) }
    if id + 1 < points.endIndex { end = min(end, Int(points[id + 1].start)) }
    let point = points[id]
    guard point.kind == .numbered else { return (.text, end) }
    return (holds(point.marker) ? .marker : holds(point.heading) ? .heading : .text, end)
  }

  /// The first element whose range ends behind a byte, of elements whose ranges stand one after the other: on one screen
  /// there may be thousands.
  private static func first<Element>(
    of elements: [Element], behind offset: Int, _ range: (Element) -> Range<Int>
  ) -> Element? {
    var (low, high) = (0, elements.count)
    while low < high {
      let middle = (low + high) / 2
      if range(elements[middle]).upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low < elements.count ? elements[low] : nil
  }

  /// The index of the point whose own text holds the byte; for the end of a long stretch found without looking at all of them.
  private func indexOfPoint(holding offset: Int) -> Int? {
    var low = points.startIndex
    var high = points.endIndex
    guard low < high else { return nil }
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(points[middle].start) <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
