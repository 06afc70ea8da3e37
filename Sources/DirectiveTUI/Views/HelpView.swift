/// The help screen, made from the key table.
enum HelpView {
  /// A row of help: a title, or keys and what they do.
  struct Line: Equatable {
    let keys: String
    let text: Phrase
    var isTitle: Bool { keys.isEmpty }
  }

  static let lines: [Line] = KeyBindings.table.flatMap { section in
    [Line(keys: "", text: section.title)]
      + section.rows.map { Line(keys: $0.keys.joined(separator: " "), text: $0.help) }
      + [Line(keys: "", text: .nothing)]
  }.dropLast()

  /// Columns of the keys.
  private static let keyColumns = 20

  /// How many lines are shown at once.
  static func rows(_ size: Size) -> Int { max(1, size.rows - (size.rows >= 6 ? 2 : 1)) }

  static func draw(from top: Int, in language: Language, of frame: inout Frame) {
    let first = frame.size.rows >= 6 ? 1 : 0
    let columns = frame.size.columns
    let rows = rows(frame.size)
    frame.fill(Area(row: first, column: 0, rows: rows, columns: columns), role: .text)
    for (offset, line) in lines.dropFirst(top).prefix(rows).enumerated() {
      let row = first + offset
      if line.isTitle {
        frame.put(line.text(in: language), row: row, column: 1, limit: columns, role: .heading)
        continue
      }
      let end = frame.put(line.keys, row: row, column: 2, limit: columns, role: .marker)
      let column = max(end + 1, min(2 + keyColumns, columns / 3))
      frame.putShortened(line.text(in: language), row: row, column: column, limit: columns, role: .text)
    }
  }
}
