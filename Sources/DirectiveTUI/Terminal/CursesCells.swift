import CNcurses
import DirectiveModel

/// The cells of a frame as ncurses has them, in the looks of a theme.
struct CursesCells {
  private var colors = CursesColors()
  /// A blank in the look of each role, by the role's number.
  private var blanks: [cchar_t] = []

  /// Takes the looks of a theme; must be called before anything else.
  mutating func prepare(_ theme: Theme) {
    let theme = colors.prepare(theme)
    blanks = Role.allCases.map { role in
      let look = theme.look(of: role)
      var blank = cchar_t()
      setcchar(&blank, [0x20, 0], Self.attributes(of: look), colors.pair(look), nil)
      return blank
    }
  }

  private static func attributes(of look: Look) -> attr_t {
    var attributes: attr_t = 0
    if look.bold { attributes |= CNC_BOLD }
    if look.faint { attributes |= CNC_DIM }
    if look.reverse { attributes |= CNC_REVERSE }
    if look.underline { attributes |= CNC_UNDERLINE }
    return attributes
  }

  /// Tells a window the cells of a row that differ from those it was told before; all where that is nil.
  func draw(
    _ row: ArraySlice<Cell>, over before: ArraySlice<Cell>?, at number: Int,
    in window: UnsafeMutablePointer<WINDOW>
  ) {
    guard let changed = Self.changed(row, over: before) else { return }
    withUnsafeTemporaryAllocation(of: cchar_t.self, capacity: row.count) { cells in
      var count = 0
      var index = changed.lowerBound
      while index < changed.upperBound {
        let columns = Self.columns(at: index, in: row)
        cells.initializeElement(at: count, to: cell(row[index], isWhole: columns > 0))
        count += 1
        index += max(1, columns)
      }
      let column = changed.lowerBound - row.startIndex
      _ = mvwadd_wchnstr(window, Int32(number), Int32(column), cells.baseAddress, Int32(count))
    }
  }

  /// From the first cell that differs to the last, and no part of a wide character.
  private static func changed(_ row: ArraySlice<Cell>, over before: ArraySlice<Cell>?) -> Range<Int>? {
    guard let before else { return row.isEmpty ? nil : row.indices }
    guard var first = row.indices.first(where: { row[$0] != before[$0] }),
      let last = row.indices.last(where: { row[$0] != before[$0] })
    else { return nil }
    if first > row.startIndex, row[first].text.isEmpty { first -= 1 }
    return first..<last + 1
  }

  /// The columns of the character at `index`; 0 for half of a wide one whose other half something else was drawn over.
  private static func columns(at index: Int, in row: ArraySlice<Cell>) -> Int {
    let value = row[index].text[0]
    if value < 0x80 { return value == 0 ? 0 : 1 }
    guard let scalar = Unicode.Scalar(value), DisplayWidth.columns(of: scalar) == 2 else { return 1 }
    return index + 1 < row.endIndex && row[index + 1].text.isEmpty ? 2 : 0
  }

  private func cell(_ cell: Cell, isWhole: Bool) -> cchar_t {
    var result = blanks[Int(cell.role.rawValue)]
    guard isWhole else { return result }
    func character(_ index: Int) -> wchar_t { wchar_t(bitPattern: cell.text[index]) }
    result.chars = (character(0), character(1), character(2), character(3), character(4))
    return result
  }
}
