import DirectiveModel

/// Draws the text around the row being read, which `>` marks while the text is in focus.
func drawText(_ state: State, in area: Area, of frame: inout Frame) {
  let view = state.textView
  for (offset, bytes) in view.rows.prefix(area.rows).enumerated() {
    let row = area.row + offset
    if state.focus == .text, offset == view.current {
      frame.put(">", row: row, column: area.column, limit: area.column + 1, role: .marker)
    }
    drawTextRow(state, bytes, row: row, in: area, of: &frame)
  }
}

private func drawTextRow(_ state: State, _ bytes: TextRow, row: Int, in area: Area, of frame: inout Frame) {
  let origin = area.column + min(ScreenAreas.textMargin, area.columns - 1)
  let limit = area.column + area.columns
  let spans = Spans(state, touching: bytes)
  var column = origin
  for glyph in Glyphs(state.document.source.bytes, in: bytes) {
    let role = spans.role(at: glyph.bytes.lowerBound)
    guard
      let next = frame.put(glyph, row: row, column: column, limit: limit, origin: origin, role: role)
    else { break }
    column = next
  }
}

/// What the bytes of a row mean: matches of the search, markers and headings of points.
private struct Spans {
  private let matches: ArraySlice<Match>
  private let current: Match?
  private let points: ArraySlice<Point>

  init(_ state: State, touching bytes: TextRow) {
    let search = state.search
    matches = search?.matches(touching: bytes) ?? []
    current = search.flatMap { search in search.current.map { search.matches[$0] } }
    let all = state.outline.points
    let first = state.outline.point(holding: bytes.lowerBound) ?? 0
    let last = state.outline.point(holding: max(bytes.lowerBound, bytes.upperBound - 1)) ?? 0
    points = all.isEmpty ? [] : all[first...max(first, last)]
  }

  func role(at offset: Int) -> Role {
    if let match = matches.first(where: { $0.range.contains(offset) }) {
      return match == current ? .currentMatch : .match
    }
    for point in points where point.kind == .numbered {
      if point.marker.contains(offset) { return .marker }
      if point.heading.contains(offset) { return .heading }
    }
    return .text
  }
}
