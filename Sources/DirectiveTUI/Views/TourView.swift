import DirectiveModel

extension State {
  /// What the tour asks for, in rows of the screen's width; none without a tour, or where something covers the screen.
  var tourRows: [String] {
    guard let tour else { return [] }
    switch mode {
    case .help, .present: return []
    case .browse, .prompt, .picker, .confirm, .peek: break
    }
    let text = TextBytes(tour.text(bindings)(in: language))
    let rows = LineBreaker(width: max(1, size.columns - 2 * ScreenAreas.tourMargin)).rows(of: 0..<text.count, in: text)
    return rows.map { String(decoding: text[$0.bytes], as: UTF8.self) }
  }
}

/// Draws what the tour asks for; where there are too few rows for it, the last is shortened.
func drawTour(_ state: State, in area: Area, of frame: inout Frame) {
  frame.fill(area, role: .message)
  let rows = state.tourRows
  let (column, limit) = (area.column + ScreenAreas.tourMargin, area.column + area.columns)
  for offset in 0..<min(area.rows, rows.count) {
    let text = offset == area.rows - 1 ? rows[offset...].joined() : rows[offset]
    frame.putShortened(text, row: area.row + offset, column: column, limit: limit, role: .message)
  }
}
