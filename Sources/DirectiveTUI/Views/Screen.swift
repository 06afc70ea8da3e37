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
    frame.put(sign: drawing.border, row: row, column: area.column, limit: area.column + 1, role: .border)
  }
}

/// `4 Promote … › … › 4.2.1 we should …`: the points that the text stands in. Where there is no room for all, the outermost
/// and the innermost stay, and the innermost is shortened last.
private func drawBreadcrumb(_ state: State, in area: Area, of frame: inout Frame) {
  guard let shown = state.outline.point(holding: state.text.anchor) else { return }
  var labels = state.outline.path(to: shown).map { state.listing(of: $0) }
  let separator = " \(state.drawing.separator) "
  let limit = area.column + area.columns
  var column = area.column + ScreenAreas.textMargin
  var widths = labels.map { DisplayWidth.columns(of: $0) }
  if widths.reduce(separator.count * (labels.count - 1), +) > limit - column, labels.count > 1 {
    if labels.count > 2 {
      labels.replaceSubrange(1..<labels.count - 1, with: [String(state.drawing.ellipsis)])
      widths.replaceSubrange(1..<widths.count - 1, with: [1])
    }
    let last = labels.count - 1
    let room = limit - column - separator.count * last - (last - 1)
    widths[last] = min(widths[last], max(room * 2 / 3, room - widths[0]))
    widths[0] = max(1, room - widths[last])
  }
  for (index, label) in labels.enumerated() {
    if index > 0 { column = frame.put(separator, row: area.row, column: column, limit: limit, role: .border) }
    column = frame.putShortened(
      label, row: area.row, column: column, limit: min(limit, column + widths[index]), role: .breadcrumb)
  }
}
