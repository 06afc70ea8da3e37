import DirectiveModel

extension State {
  /// The ids of the points on the rows of the outline's pane, from its top.
  ///
  /// The points around the chosen one whose rows lie above the pane stand at its top instead, so that one sees what one is
  /// in: at most in a third of it.
  func outlineRows(in area: Area) -> [Int] {
    var rows = folds.rows(from: outlineTop, count: area.rows)
    var pinned = 0
    for id in outline.path(to: folds.shown(chosen)).dropLast()
    where pinned < min(area.rows / 3, rows.count) && id < rows[pinned] {
      rows[pinned] = id
      pinned += 1
    }
    return rows
  }

  /// Levels that are indented by two columns each; those further in, by one.
  private static let wideLevels = 3

  /// The address of a point as its row shows it: of a deep one, in a pane where it would leave its heading too little,
  /// the last part, `.2`. The status line has it whole.
  func shownAddress(of id: Int, in area: Area) -> String? {
    guard let address = outline.writtenAddress(of: id) else { return nil }
    let start = signColumns(of: id, in: area).upperBound - area.column
    guard Int(outline.points[id].depth) > Self.wideLevels, 2 * (start + address.utf8.count) > area.columns,
      let dot = address.lastIndex(of: ".")
    else { return address }
    return String(address[dot...])
  }

  /// Columns of the fold sign of a point; empty where the pane is too narrow.
  func signColumns(of id: Int, in area: Area) -> Range<Int> {
    let depth = Int(outline.points[id].depth)
    let indent = min(depth + min(depth, Self.wideLevels) - 2, max(0, area.columns - 1) / 2)
    let start = min(area.column + 1 + indent, area.column + area.columns)
    return start..<min(start + 2, area.column + area.columns)
  }
}

/// Draws the outline: a row for each point that no fold hides, with fold sign, address and heading.
///
/// So that it can be read without colours, `>` marks the row of the cursor, and `›` the points around it and, where
/// the text stands elsewhere, the point that is read.
func drawOutline(_ state: State, in area: Area, of frame: inout Frame) {
  let chosen = state.folds.shown(state.chosen)
  // Text may be read that a filter leaves no row.
  let isCursor = state.focus == .outline || state.folds.keeps(state.chosen)
  let rows = state.outlineRows(in: area)
  guard !rows.isEmpty else { return }
  var path = Set(state.outline.path(to: chosen))
  let read = state.readPoint
  if let row = rows.last(where: { $0 <= read }) ?? rows.first, state.folds.stands(row, for: read) { path.insert(row) }
  let limit = area.column + area.columns
  for (offset, id) in rows.enumerated() {
    let row = area.row + offset
    let isChosen = id == chosen && isCursor
    let role: Role = !isChosen ? .text : state.focus == .outline ? .selected : .selectedElsewhere
    if isChosen { frame.fill(row: row, from: area.column, to: limit, role: role) }
    if isChosen || path.contains(id) {
      let sign = isChosen ? ">" : state.drawing.path
      frame.put(sign: sign, row: row, column: area.column, limit: limit, role: isChosen ? role : .marker)
    }
    let heatColumn = drawHeat(state, id, row: row, columns: area.column + 1..<limit, role: role, of: &frame)
    let end = drawWeight(state, id, row: row, columns: area.column + 1..<heatColumn, role: role, of: &frame)
    let limit = drawFacts(state, id, row: row, columns: area.column + 1..<end, role: role, of: &frame)
    drawOutlineRow(state, id, row: row, in: area, limit: limit, role: role, of: &frame)
  }
}

/// How much of the text a point is, and how long it takes to read: `12% 3 min`. Returns the first column taken.
private func drawWeight(
  _ state: State, _ id: Int, row: Int, columns: Range<Int>, role: Role, of frame: inout Frame
) -> Int {
  guard let weights = state.weights, columns.count >= 24 else { return columns.upperBound }
  let text = Phrase.weight(weights.percent(id), seconds: weights.seconds(id))(in: state.language)
  let column = columns.upperBound - DisplayWidth.columns(of: text) - 1
  frame.put(text, row: row, column: column, limit: columns.upperBound, role: role == .text ? .faint : role)
  return column - 1
}

/// In a list of documents, the date of a document, where there is room for it, and the number of its points:
/// `2021-07-30    54`. Returns the first column taken.
private func drawFacts(
  _ state: State, _ id: Int, row: Int, columns: Range<Int>, role: Role, of frame: inout Frame
) -> Int {
  // Beside the number of matches, that of points has to be told by its distance.
  let fewest = state.search == nil ? 24 : 40
  guard let page = state.page, page.places[id] == .entry, columns.count >= fewest,
    let summary = page.entry(of: id).summary, summary.trouble == nil
  else { return columns.upperBound }
  let date = columns.count >= 50 ? summary.date ?? "" : ""
  let points = String(summary.points)
  let text = date + String(repeating: " ", count: max(1, (date.isEmpty ? 4 : 6) - points.count)) + points
  let column = columns.upperBound - DisplayWidth.columns(of: text) - 1
  frame.put(text, row: row, column: column, limit: columns.upperBound, role: role == .text ? .faint : role)
  return column
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
  let bar = String(repeating: state.drawing.bar, count: heat.degree(id))
  let text = String(repeating: " ", count: 1 + count - number.count) + number + " " + bar
  frame.put(text, row: row, column: column, limit: columns.upperBound, role: role == .text ? .marker : role)
  return column
}

private func drawOutlineRow(
  _ state: State, _ id: Int, row: Int, in area: Area, limit: Int, role: Role, of frame: inout Frame
) {
  let point = state.outline.points[id]
  let drawing = state.drawing
  let sign =
    state.page?.isUnopened(id) == true
    ? drawing.folded
    : !state.outline.hasChildren(id) ? " " : state.folds.isFolded(id) ? drawing.folded : drawing.unfolded
  var column = state.signColumns(of: id, in: area).lowerBound
  for sign in [sign, " "] { column = frame.put(sign: sign, row: row, column: column, limit: limit, role: role) }
  if let address = state.shownAddress(of: id, in: area) {
    let addressRole: Role = role == .text ? .marker : role
    column = frame.put(address, row: row, column: column, limit: limit, role: addressRole)
    column = frame.put(sign: " ", row: row, column: column, limit: limit, role: addressRole)
  }
  column = frame.put(state.signs(of: id), row: row, column: column, limit: limit, role: role == .text ? .marker : role)
  let labelRole: Role = role != .text ? role : point.kind != .numbered ? .faint : point.depth == 1 ? .heading : .text
  frame.putShortened(
    state.document.label(of: id, in: state.language), row: row, column: column, limit: limit, role: labelRole)
}
