/// The help panel, over the whole screen but for the title bar and the status line.
enum HelpView {
  /// Where keys begin, and where their texts do.
  static let keyColumn = 2
  static func textColumn(_ size: Size) -> Int { min(keyColumn + keyColumns, size.columns / 3) }
  private static let keyColumns = 24

  /// How many lines are shown at once.
  static func rows(_ size: Size) -> Int { max(1, size.rows - (size.rows >= 6 ? 2 : 1)) }

  static func draw(_ help: Help, _ state: State, of frame: inout Frame) {
    let first = frame.size.rows >= 6 ? 1 : 0
    let columns = frame.size.columns
    let rows = rows(frame.size)
    frame.fill(Area(row: first, column: 0, rows: rows, columns: columns), role: .text)
    let lines = state.rows(of: help)
    let top = min(help.top, max(0, lines.count - rows))  // the window may have grown
    for (offset, line) in lines.dropFirst(top).prefix(rows).enumerated() {
      let row = first + offset
      frame.put(line.keys, row: row, column: keyColumn, limit: columns, role: .marker)
      let column = line.isTitle ? 1 : textColumn(frame.size)
      frame.put(line.text, row: row, column: column, limit: columns, role: line.isTitle ? .heading : .text)
    }
  }
}
