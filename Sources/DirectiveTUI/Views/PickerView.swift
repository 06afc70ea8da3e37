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
    if case .matches = picker.kind, let match = state.search?.matches[place] {
      drawMatch(match, state, row: row, columns: body.column + 2..<limit, role: role, of: &frame)
      continue
    }
    let text = state.listing(place, in: picker)
    let address = text.prefix { $0 != " " }
    let column = frame.put(
      address, row: row, column: body.column + 2, limit: limit, role: isSelected ? role : .marker)
    frame.putShortened(text.dropFirst(address.count), row: row, column: column, limit: limit, role: role)
  }
}

/// Draws a match in its context: whatever room there is, the match itself is seen, with a little before it.
private func drawMatch(
  _ match: Match, _ state: State, row: Int, columns: Range<Int>, role: Role, of frame: inout Frame
) {
  let document = state.document
  let id = document.outline.point(holding: match.range.lowerBound)
  let address = id.map { state.placeName(of: $0) } ?? ""
  let shown = address.shortened(to: max(4, columns.count / 3))
  var column = frame.put(
    shown + " ", row: row, column: columns.lowerBound, limit: columns.upperBound, role: role == .text ? .marker : role)
  let room = columns.upperBound - column
  let matched = DisplayWidth.columns(of: document.source.singleLine(match.range))
  let before = max(0, min(24, (room - matched) / 2 - 1))
  let parts = document.source.contextParts(of: match.range, columns: before)
  column = frame.put(parts.before, row: row, column: column, limit: columns.upperBound, role: role)
  column = frame.putShortened(
    parts.match, row: row, column: column, limit: columns.upperBound, role: role == .text ? .match : role)
  let after = document.source.contextParts(of: match.range, columns: max(24, room)).after
  frame.putShortened(after, row: row, column: column, limit: columns.upperBound, role: role)
}
