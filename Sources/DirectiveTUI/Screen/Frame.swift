import DirectiveModel

/// What a piece of the screen means. Colours and attributes are chosen from it in one place, `Theme`.
enum Role: UInt8, CaseIterable, Sendable {
  case text, heading, marker, faint, symbol
  case match, currentMatch
  case reference, currentReference
  case selected, selectedElsewhere
  case titleBar, breadcrumb, border, scrollBar, status, message, failure, prompt
}

/// Rows and columns of a terminal.
struct Size: Equatable, Sendable {
  var columns: Int
  var rows: Int
}

/// A rectangle of the screen; rows and columns count from 0.
struct Area: Equatable {
  var row: Int
  var column: Int
  var rows: Int
  var columns: Int
}

/// What the screen shows: a grid of cells, and where the cursor stands if it is to be seen.
struct Frame: Equatable {
  let size: Size
  private(set) var cells: [Cell]
  var cursor: (row: Int, column: Int)?

  /// What stands for the rest of a text that is cut; one column.
  private let ellipsis: Unicode.Scalar

  init(size: Size, ellipsis: Unicode.Scalar = "…") {
    self.ellipsis = ellipsis
    self.size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
    cells = Array(repeating: Cell(), count: self.size.columns * self.size.rows)
  }

  static func == (one: Frame, other: Frame) -> Bool {
    one.size == other.size && one.cells == other.cells && one.cursor?.row == other.cursor?.row
      && one.cursor?.column == other.cursor?.column
  }

  /// The cells of row `row`.
  func row(_ row: Int) -> ArraySlice<Cell> {
    cells[row * size.columns..<(row + 1) * size.columns]
  }

  /// Draws a glyph where it fits whole between `column` and `limit`; returns the column after it, or nil. Tab stops
  /// count from `origin`.
  @discardableResult
  mutating func put(_ glyph: Glyph, row: Int, column: Int, limit: Int, origin: Int = 0, role: Role) -> Int? {
    let columns = glyph.columns(at: column - origin)
    guard (0..<size.rows).contains(row), column >= 0, column + columns <= min(limit, size.columns) else { return nil }
    guard columns > 0 else { return column }
    let at = row * size.columns + column
    let role = glyph.kind == .symbol && role == .text ? .symbol : role
    for next in 0..<columns { cells[at + next] = Cell(text: glyph.text(inColumn: next), role: role) }
    return column + columns
  }

  /// Draws a character that is known to take one column; returns the column after it.
  @discardableResult
  mutating func put(sign: Unicode.Scalar, row: Int, column: Int, limit: Int, role: Role) -> Int {
    guard (0..<size.rows).contains(row), column >= 0, column < min(limit, size.columns) else { return column }
    cells[row * size.columns + column] = Cell(text: CellText(sign), role: role)
    return column + 1
  }

  /// Draws the characters of `bytes` that come next, as far as nothing but ASCII comes and there is room, and before
  /// `end`; returns the column after them.
  mutating func putPlain(
    of glyphs: inout Glyphs, in bytes: TextBytes, before end: Int = .max, row: Int, column: Int, limit: Int, role: Role
  ) -> Int {
    guard (0..<size.rows).contains(row), column >= 0 else { return column }
    let plain = glyphs.takePlain(atMost: min(limit, size.columns) - column, before: end)
    let first = row * size.columns + column
    cells.withUnsafeMutableBufferPointer { cells in
      for (offset, byte) in bytes[plain].enumerated() {
        cells[first + offset] = Cell(text: CellText(ascii: byte), role: role)
      }
    }
    return column + plain.count
  }

  /// Draws `text` from `column` on, cut at `limit`; returns the column after it.
  @discardableResult
  mutating func put(_ text: some StringProtocol, row: Int, column: Int, limit: Int, role: Role) -> Int {
    guard !text.isEmpty else { return column }
    if let end = putPlain(text, row: row, column: column, limit: limit, role: role) { return end }
    let bytes = TextBytes(text)
    var glyphs = Glyphs(bytes, in: bytes.indices)
    var at = column
    while true {
      at = putPlain(of: &glyphs, in: bytes, row: row, column: at, limit: limit, role: role)
      guard let glyph = glyphs.next(), let next = put(glyph, row: row, column: at, limit: limit, role: role) else {
        return at
      }
      at = next
    }
  }

  /// Draws a text as far as there is room for it, where that is ASCII alone; with `ellipsis` as its last column where it
  /// does not fit whole. Returns the column after it, nil where nothing was drawn.
  private mutating func putPlain(
    _ text: some StringProtocol, cutBy ellipsis: Unicode.Scalar? = nil, row: Int, column: Int, limit: Int, role: Role
  ) -> Int? {
    let room = limit - column
    guard (0..<size.rows).contains(row), column >= 0, room > 0, limit <= size.columns else { return nil }
    let first = row * size.columns + column
    let count = text.utf8.withContiguousStorageIfAvailable { bytes -> Int? in
      let seen = bytes.prefix(room + 1)  // behind the last one that is drawn, a mark may follow
      guard seen.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return nil }
      cells.withUnsafeMutableBufferPointer { cells in
        for (offset, byte) in seen.prefix(room).enumerated() {
          cells[first + offset] = Cell(text: CellText(ascii: byte), role: role)
        }
      }
      return seen.count
    }
    guard case let count?? = count else { return nil }
    if count > room, let ellipsis { cells[first + room - 1] = Cell(text: CellText(ellipsis), role: role) }
    return column + min(count, room)
  }

  /// Draws `text`, and an ellipsis as its last column where it does not fit whole.
  @discardableResult
  mutating func putShortened(_ text: some StringProtocol, row: Int, column: Int, limit: Int, role: Role) -> Int {
    if let end = putPlain(text, cutBy: ellipsis, row: row, column: column, limit: limit, role: role) { return end }
    let bytes = TextBytes(text)
    var glyphs = Glyphs(bytes, in: bytes.indices)
    var at = column
    var last: Glyph?  // reaches to the limit: there is room for it where nothing follows
    while true {
      if last == nil { at = putPlain(of: &glyphs, in: bytes, row: row, column: at, limit: limit - 1, role: role) }
      guard let glyph = glyphs.next() else { break }
      let columns = glyph.columns(at: at)
      if last == nil, at + columns < limit {
        put(glyph, row: row, column: at, limit: limit, role: role)
        at += columns
      } else if last == nil, at + columns == limit {
        last = glyph
      } else if columns > 0 {
        return put(sign: ellipsis, row: row, column: at, limit: limit, role: role)
      }
    }
    return last.flatMap { put($0, row: row, column: at, limit: limit, role: role) } ?? at
  }

  /// Blanks the cells from `column` to before `limit`.
  mutating func fill(row: Int, from column: Int, to limit: Int, role: Role) {
    guard (0..<size.rows).contains(row) else { return }
    for at in max(0, column)..<max(0, column, min(limit, size.columns)) {
      cells[row * size.columns + at] = Cell(role: role)
    }
  }

  mutating func fill(_ area: Area, role: Role) {
    for row in area.row..<area.row + max(0, area.rows) {
      fill(row: row, from: area.column, to: area.column + area.columns, role: role)
    }
  }

  /// The screen as text, one line a row, without the blanks at the ends of rows.
  var text: String {
    (0..<size.rows).map { row in
      var line = self.row(row).map(\.text.string).joined()
      while line.hasSuffix(" ") { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }
}
