import DirectiveModel

/// Draws the list of places that fit what is typed, over the outline or over the whole screen.
func drawPicker(_ picker: Picker, _ state: State, of frame: inout Frame) {
  guard let body = state.areas.outline ?? state.areas.text else { return }
  frame.fill(body, role: .text)
  let top = picker.top(rows: body.rows)
  let limit = body.column + body.columns
  for (offset, place) in picker.found.dropFirst(top).prefix(max(0, body.rows)).enumerated() {
    let row = body.row + offset
    let isSelected = top + offset == picker.selected
    let role: Role = isSelected ? .selected : .text
    if isSelected {
      frame.fill(row: row, from: body.column, to: limit, role: role)
      frame.put(">", row: row, column: body.column, limit: limit, role: role)
    }
    let text = state.listing(place, in: picker)
    let address = text.prefix { $0 != " " }
    let column = frame.put(
      address, row: row, column: body.column + 2, limit: limit, role: isSelected ? role : .marker)
    frame.putShortened(text.dropFirst(address.count), row: row, column: column, limit: limit, role: role)
  }
}
