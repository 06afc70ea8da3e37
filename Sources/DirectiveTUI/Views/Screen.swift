import DirectiveModel

/// Draws the whole screen. Reads the state, and changes nothing.
func render(_ state: State) -> Frame {
  var frame = Frame(size: state.size, ellipsis: state.drawing.ellipsis)
  let areas = state.areas
  if let area = areas.titleBar { drawTitleBar(state, in: area, of: &frame) }
  if let area = areas.outline { drawOutline(state, in: area, of: &frame) }
  if let area = areas.border { drawBorder(state.drawing, in: area, of: &frame) }
  if let area = areas.breadcrumb { drawBreadcrumb(state, in: area, of: &frame) }
  if let area = areas.text {
    let (rows, current) = state.textView
    drawText(state, rows, current: current, in: area, of: &frame)
    if let area = areas.scrollBar { drawScrollBar(state, rows, in: area, of: &frame) }
  }
  switch state.mode {
  case .help(let help): HelpView.draw(help, state, of: &frame)
  case .picker(let picker): drawPicker(picker, state, of: &frame)
  case .present(let shown): drawPresentation(shown, state, of: &frame)
  case .peek(let peek): drawPeek(peek, state, of: &frame)
  case .browse, .prompt, .confirm: break
  }
  if let area = areas.tour { drawTour(state, in: area, of: &frame) }
  if let area = areas.status { drawStatus(state, in: area, of: &frame) }
  return frame
}

private func drawTitleBar(_ state: State, in area: Area, of frame: inout Frame) {
  frame.fill(area, role: .titleBar)
  let limit = area.column + area.columns
  let title = state.document.title(upTo: Document.labelLimit) ?? state.name
  frame.putShortened(title, row: area.row, column: area.column + 1, limit: limit - 1, role: .titleBar)
}

private func drawBorder(_ drawing: Drawing, in area: Area, of frame: inout Frame) {
  for row in area.row..<area.row + area.rows {
    frame.put(drawing.border, row: row, column: area.column, limit: area.column + 1, role: .border)
  }
}

/// `4 Promote … › 4.2 we should …`: the points that the text stands in. The last one is shortened last; the others
/// share what it leaves.
private func drawBreadcrumb(_ state: State, in area: Area, of frame: inout Frame) {
  guard state.outline.points.indices.contains(state.chosen) else { return }
  let labels = state.outline.path(to: state.chosen).map { id in
    (state.outline.address(of: id).map { "\($0) " } ?? "") + state.document.label(of: id, in: state.language)
  }
  let separator = " \(state.drawing.separator) "
  let limit = area.column + area.columns
  var column = area.column + ScreenAreas.textMargin
  let room = limit - column - separator.count * (labels.count - 1)
  let lastColumns = min(labels.last.map { DisplayWidth.columns(of: $0) } ?? 0, room * 2 / 3)
  for (index, label) in labels.enumerated() {
    let following = labels.count - index - 1
    if index > 0 { column = frame.put(separator, row: area.row, column: column, limit: limit, role: .border) }
    let free = limit - column - separator.count * following - (following > 0 ? lastColumns : 0)
    column = frame.putShortened(
      label, row: area.row, column: column, limit: min(limit, column + max(1, free / max(1, following))),
      role: .breadcrumb)
  }
}
