import DirectiveModel

/// What the bytes of a stretch of text mean: matches of the search, references, markers and headings of points.
struct TextSpans {
  private let matches: ArraySlice<Match>
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

  func role(at offset: Int) -> Role {
    if let match = matches.first(where: { $0.range.contains(offset) }) {
      return match == current ? .currentMatch : .match
    }
    if reference?.range.contains(offset) == true { return .currentReference }
    if references.contains(where: { $0.range.contains(offset) }) { return .reference }
    guard let point = holding(offset), point.kind == .numbered else { return .text }
    return point.marker.contains(offset) ? .marker : point.heading.contains(offset) ? .heading : .text
  }

  /// The point whose own text holds the byte; for the end of a long stretch found without looking at all of them.
  private func holding(_ offset: Int) -> Point? {
    var low = points.startIndex
    var high = points.endIndex
    guard low < high else { return nil }
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(points[middle].start) <= offset { low = middle } else { high = middle }
    }
    return points[low]
  }
}
