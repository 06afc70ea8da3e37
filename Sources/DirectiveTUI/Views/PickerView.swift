import DirectiveModel

/// Draws the list of headings that fit what is typed, over the outline or over the whole screen.
func drawPicker(_ picker: Picker, _ state: State, of frame: inout Frame) {
  let body = state.areas.outline ?? state.areas.text ?? Area(row: 0, column: 0, rows: 0, columns: 0)
  frame.fill(body, role: .text)
  let top = max(0, min(picker.selected - body.rows / 2, picker.found.count - body.rows))
  let limit = body.column + body.columns
  for (offset, id) in picker.found.dropFirst(top).prefix(max(0, body.rows)).enumerated() {
    let row = body.row + offset
    let isSelected = top + offset == picker.selected
    let role: Role = isSelected ? .selected : .text
    if isSelected {
      frame.fill(row: row, from: body.column, to: limit, role: role)
      frame.put(">", row: row, column: body.column, limit: limit, role: role)
    }
    let address = state.outline.address(of: id).map { "\($0) " } ?? ""
    let column = frame.put(
      address, row: row, column: body.column + 2, limit: limit, role: isSelected ? role : .marker)
    frame.putShortened(state.document.label(of: id), row: row, column: column, limit: limit, role: role)
  }
}
