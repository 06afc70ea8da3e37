/// The help panel, over the whole screen but for the title bar and the status line.
enum HelpView {
  /// Columns of the keys.
  private static let keyColumns = 24

  /// How many lines are shown at once.
  static func rows(_ size: Size) -> Int { max(1, size.rows - (size.rows >= 6 ? 2 : 1)) }

  static func draw(_ help: Help, _ state: State, of frame: inout Frame) {
    let first = frame.size.rows >= 6 ? 1 : 0
    let columns = frame.size.columns
    let rows = rows(frame.size)
    frame.fill(Area(row: first, column: 0, rows: rows, columns: columns), role: .text)
    for (offset, line) in state.lines(of: help).dropFirst(help.top).prefix(rows).enumerated() {
      let row = first + offset
      if line.isTitle {
        frame.put(line.text(in: state.language), row: row, column: 1, limit: columns, role: .heading)
        continue
      }
      let end = frame.put(line.keys, row: row, column: 2, limit: columns, role: .marker)
      let column = max(end + 1, min(2 + keyColumns, columns / 3))
      frame.putShortened(line.text(in: state.language), row: row, column: column, limit: columns, role: .text)
    }
  }
}
