import DirectiveModel

/// Draws one point over the whole screen, with large margins; at the foot what document it is, and how far.
func drawPresentation(_ shown: Presentation, _ state: State, of frame: inout Frame) {
  let size = frame.size
  frame.fill(Area(row: 0, column: 0, rows: size.rows, columns: size.columns), role: .text)
  let slide = Slide(shown, state)
  let screen = min(shown.screen, slide.screens - 1)
  let area = slide.area
  let limit = area.column + area.columns
  for (offset, line) in slide.lines(ofScreen: screen).enumerated() {
    let row = area.row + offset
    switch line {
    case .text(let textRow):
      drawTextRow(state, textRow, row: row, columns: area.column..<limit, of: &frame)
    case .label(let text, let role):
      frame.putShortened(text, row: row, column: area.column, limit: limit, role: role)
    }
  }
  guard size.rows >= 5, state.message == nil, state.typedNumber.isEmpty else { return }
  let parts =
    slide.percent(ofScreen: screen).map { "  \($0)%" }
    ?? (slide.screens > 1 ? "  \(screen + 1)/\(slide.screens)" : "")
  let time = Phrase.minutes(shown.minutes)(in: state.language)
  let place = "\(time)  \(state.countDescription(of: shown.point)(in: state.language))\(parts)"
  let column = max(0, size.columns - DisplayWidth.columns(of: place) - 2)
  let title =
    shown.isNew
    ? Phrase.slideKeys(in: state.language) : state.document.title(upTo: Document.labelLimit) ?? state.name
  frame.putShortened(title, row: size.rows - 1, column: 2, limit: column - 2, role: .faint)
  frame.put(place, row: size.rows - 1, column: column, limit: size.columns, role: .faint)
}
