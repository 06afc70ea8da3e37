import DirectiveModel

/// Draws the rows of text around the one being read, which `>` marks while the text is in focus.
func drawText(_ state: State, _ rows: [TextRow], current: Int, in area: Area, of frame: inout Frame) {
  guard let first = rows.first, let last = rows.last else { return }
  let spans = TextSpans(state, touching: first.lowerBound..<last.upperBound)
  let margin = area.column + min(ScreenAreas.textMargin, area.columns - 1)
  for (offset, textRow) in rows.prefix(area.rows).enumerated() {
    let row = area.row + offset
    if state.focus == .text, offset == current {
      frame.put(sign: ">", row: row, column: area.column, limit: area.column + 1, role: .marker)
    }
    drawTextRow(
      state, textRow, row: row, columns: margin..<area.column + area.columns, left: state.text.left, spans, of: &frame)
  }
}

/// Draws a row of text between two columns, of which the first is where its text begins. What belongs to the page and
/// not to the text is faint.
func drawTextRow(
  _ state: State, _ textRow: TextRow, row: Int, columns: Range<Int>, left: Int = 0, _ spans: TextSpans? = nil,
  of frame: inout Frame
) {
  let origin = columns.lowerBound - left
  let limit = columns.upperBound
  let spans = spans ?? TextSpans(state, touching: textRow.bytes)
  let source = state.document.source
  let isPageLine = state.pageLines.hold(source.line(at: textRow.lowerBound), of: source)
  var column = origin + textRow.indent
  var glyphs = Glyphs(source.bytes, in: textRow.bytes, omitting: textRow.omitted)
  var isLeading = true
  var stretch = (role: Role.text, end: 0)
  while column < limit, let glyph = glyphs.next() {
    if isLeading, glyph.kind == .blank || glyph.kind == .tab { continue }
    isLeading = false
    let next = column + glyph.columns(at: column - origin)
    if column >= columns.lowerBound {
      if glyph.bytes.lowerBound >= stretch.end { stretch = spans.stretch(at: glyph.bytes.lowerBound) }
      let role = isPageLine && stretch.role == .text ? .faint : stretch.role
      let isDrawn = frame.put(glyph, row: row, column: column, limit: limit, origin: origin, role: role) != nil
      if !isDrawn, glyph.kind == .symbol {
        frame.put(glyph.text, row: row, column: column, limit: limit, role: .symbol)
      }
      column = frame.putPlain(
        of: &glyphs, in: source.bytes, before: stretch.end, row: row, column: next, limit: limit, role: role)
    } else {
      column = next
    }
  }
  if textRow.endsInSoftHyphen { frame.put("-", row: row, column: column, limit: limit, role: .text) }
}

/// Draws which part of the text `rows` are, by bytes: a stretch of the column at its right.
func drawScrollBar(_ state: State, _ rows: [TextRow], in area: Area, of frame: inout Frame) {
  let all = state.document.source.bytes.count
  guard let first = rows.first, let last = rows.last else { return }
  let isEnd = state.layout.row(after: last) == nil
  guard first.lowerBound > 0 || !isEnd else { return }
  let seen = max(1, last.upperBound - first.lowerBound)
  let length = min(max(1, seen * area.rows / all), area.rows - 1)
  let room = area.rows - length
  // The very ends are shown only where the text ends.
  let top =
    first.lowerBound == 0 ? 0 : isEnd ? room : min(max(1, first.lowerBound * room / (all - seen + 1)), max(1, room - 1))
  for row in area.row + top..<area.row + top + length {
    frame.put(sign: state.drawing.scrollBar, row: row, column: area.column, limit: area.column + 1, role: .scrollBar)
  }
}
