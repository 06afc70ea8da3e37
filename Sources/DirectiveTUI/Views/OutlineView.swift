import DirectiveModel

/// Draws the outline: a row for each point that no fold hides, with fold sign, address and heading.
///
/// `>` marks the chosen point, so that it can be found without colours.
func drawOutline(_ state: State, in area: Area, of frame: inout Frame) {
  let rows = state.folds.rows
  let chosenRow = state.folds.row(of: state.chosen)
  let limit = area.column + area.columns
  for (offset, index) in (state.outlineTop..<state.outlineTop + area.rows).enumerated() where index < rows.count {
    let id = rows[index]
    let row = area.row + offset
    let isChosen = index == chosenRow
    let role: Role = !isChosen ? .text : state.focus == .outline ? .selected : .selectedElsewhere
    if isChosen {
      frame.fill(row: row, from: area.column, to: limit, role: role)
      frame.put(">", row: row, column: area.column, limit: limit, role: role)
    }
    let heatColumn = drawHeat(state, id, row: row, columns: area.column + 1..<limit, role: role, of: &frame)
    drawOutlineRow(state, id, row: row, columns: area.column + 1..<heatColumn, role: role, of: &frame)
  }
}

/// The matches of the search in a point and all inside it, at the right: `12 ▮▮`. Returns the first column taken.
private func drawHeat(
  _ state: State, _ id: Int, row: Int, columns: Range<Int>, role: Role, of frame: inout Frame
) -> Int {
  guard let heat = state.search?.heat, heat.hottest > 0, columns.count >= 20 else { return columns.upperBound }
  let count = String(heat.hottest).count
  let column = columns.upperBound - count - 6
  guard heat.total(id) > 0 else { return column }
  let number = String(heat.total(id))
  let bar = String(repeating: "▮", count: heat.degree(id))
  let text = String(repeating: " ", count: 1 + count - number.count) + number + " " + bar
  frame.put(text, row: row, column: column, limit: columns.upperBound, role: role == .text ? .marker : role)
  return column
}

private func drawOutlineRow(
  _ state: State, _ id: Int, row: Int, columns: Range<Int>, role: Role, of frame: inout Frame
) {
  let point = state.outline.points[id]
  let limit = columns.upperBound
  let indent = min(2 * Int(point.depth - 1), columns.count / 2)
  let sign = !state.outline.hasChildren(id) ? "  " : state.folds.isFolded(id) ? "▸ " : "▾ "
  var column = frame.put(sign, row: row, column: columns.lowerBound + indent, limit: limit, role: role)
  if let address = state.outline.address(of: id) {
    let addressRole: Role = role == .text ? .marker : role
    column = frame.put("\(address) ", row: row, column: column, limit: limit, role: addressRole)
  }
  column = frame.put(state.signs(of: id), row: row, column: column, limit: limit, role: role == .text ? .marker : role)
  let labelRole: Role = role != .text ? role : point.kind != .numbered ? .faint : point.depth == 1 ? .heading : .text
  frame.putShortened(
    state.document.label(of: id, in: state.language), row: row, column: column, limit: limit, role: labelRole)
}
