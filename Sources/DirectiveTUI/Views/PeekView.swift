import DirectiveModel

/// Draws a point that the text cites over the lower half of the text's pane.
func drawPeek(_ peek: Peek, _ state: State, of frame: inout Frame) {
  let area = state.peekArea
  let left = area.column - ScreenAreas.textMargin
  let limit = area.column + area.columns
  let head = area.row - 1
  if head >= 0 {
    frame.fill(row: head, from: left, to: limit, role: .titleBar)
    frame.putShortened(state.listing(of: peek.point), row: head, column: left + 1, limit: limit, role: .titleBar)
  }
  let rows = state.peekRows(peek)
  let top = min(peek.top, max(0, rows.count - area.rows))  // the window may have grown
  for (offset, textRow) in rows.dropFirst(top).prefix(area.rows).enumerated() {
    frame.fill(row: area.row + offset, from: left, to: limit, role: .text)
    drawTextRow(state, textRow, row: area.row + offset, columns: area.column..<limit, of: &frame)
  }
  let shown = max(0, min(area.rows, rows.count - top))
  for row in area.row + shown..<area.row + area.rows { frame.fill(row: row, from: left, to: limit, role: .text) }
}
