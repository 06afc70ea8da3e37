import DirectiveModel

/// Draws the text around the row being read, which `>` marks while the text is in focus.
func drawText(_ state: State, in area: Area, of frame: inout Frame) {
  let view = state.textView
  for (offset, textRow) in view.rows.prefix(area.rows).enumerated() {
    let row = area.row + offset
    if state.focus == .text, offset == view.current {
      frame.put(">", row: row, column: area.column, limit: area.column + 1, role: .marker)
    }
    drawTextRow(state, textRow, row: row, in: area, of: &frame)
  }
}

private func drawTextRow(_ state: State, _ textRow: TextRow, row: Int, in area: Area, of frame: inout Frame) {
  let margin = area.column + min(ScreenAreas.textMargin, area.columns - 1)
  let origin = margin - state.text.left
  let limit = area.column + area.columns
  let spans = Spans(state, touching: textRow.bytes)
  var column = origin + textRow.indent
  var isLeading = true
  for glyph in Glyphs(state.document.source.bytes, in: textRow.bytes) {
    if isLeading, glyph.kind == .blank || glyph.kind == .tab { continue }
    isLeading = false
    let next = column + glyph.columns(at: column - origin)
    guard column < limit else { break }
    let role = spans.role(at: glyph.bytes.lowerBound)
    if column >= margin {
      let isDrawn = frame.put(glyph, row: row, column: column, limit: limit, origin: origin, role: role) != nil
      if !isDrawn, glyph.kind == .symbol {
        frame.put(glyph.text, row: row, column: column, limit: limit, role: .symbol)
      }
    }
    column = next
  }
  if textRow.endsInSoftHyphen { frame.put("-", row: row, column: column, limit: limit, role: .text) }
}

/// Draws which part of the text is seen, by bytes: a stretch of the column at its right.
func drawScrollBar(_ state: State, in area: Area, of frame: inout Frame) {
  let rows = state.textView.rows
  let all = state.document.source.bytes.count
  guard let first = rows.first, let last = rows.last else { return }
  let isEnd = state.layout.row(after: last) == nil
  guard first.lowerBound > 0 || !isEnd else { return }
  let seen = max(1, last.upperBound - first.lowerBound)
  let length = min(max(1, seen * area.rows / all), area.rows - 1)
  let room = area.rows - length
  // The very ends are shown only where the text ends.
  let top =
    first.lowerBound == 0 ? 0 : isEnd ? room : min(max(1, first.lowerBound * room / (all - seen + 1)), max(1, room - 1))
  for row in area.row + top..<area.row + top + length {
    frame.put(state.drawing.scrollBar, row: row, column: area.column, limit: area.column + 1, role: .scrollBar)
  }
}

/// What the bytes of a row mean: matches of the search, markers and headings of points.
private struct Spans {
  private let matches: ArraySlice<Match>
  private let current: Match?
  private let points: ArraySlice<Point>

  init(_ state: State, touching bytes: Range<Int>) {
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
