import CNcurses
import DirectiveModel

/// The cells of a frame as ncurses has them, in the looks of a theme.
struct CursesCells {
  private var colors = CursesColors()
  /// A blank in the look of each role, by the role's number.
  private var blanks: [cchar_t] = []
  /// A bit for each role, by its number: whether a blank in its look cannot be told from any other.
  private var plain: UInt32 = 0

  /// Takes the looks of a theme; must be called before anything else.
  mutating func prepare(_ theme: Theme) {
    let theme = colors.prepare(theme)
    blanks = Role.allCases.map { role in
      let look = colors.shown(theme.look(of: role))
      var blank = cchar_t()
      setcchar(&blank, [0x20, 0], Self.attributes(of: look), colors.pair(look), nil)
      return blank
    }
    plain = 0
    for role in Role.allCases {
      let look = theme.look(of: role)
      if !look.reverse, !look.underline, look.background == nil { plain |= 1 << UInt32(role.rawValue) }
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
    row.withUnsafeBufferPointer { row in
      let changed = before.map { $0.withUnsafeBufferPointer { Self.changed(row, over: $0) } } ?? row.indices
      guard !changed.isEmpty else { return }
      withUnsafeTemporaryAllocation(of: cchar_t.self, capacity: changed.count) { cells in
        var gap = Gap(before: changed.upperBound, in: row, plain)
        var (first, index) = (cells.count, changed.upperBound)
        while index > changed.lowerBound {
          index -= 1
          first -= 1
          let isWide = index > 0 && row[index].text.isEmpty && Self.isWide(row[index - 1])
          if isWide { index -= 1 }
          let cell = row[index]
          let isWhole = isWide || !cell.text.isEmpty && !Self.isWide(cell)
          cells.initializeElement(at: first, to: self.cell(cell.text, in: gap.role(of: cell), isWhole: isWhole))
        }
        let told = UnsafeBufferPointer(rebasing: cells[first...])
        _ = mvwadd_wchnstr(
          window, Int32(number), Int32(changed.lowerBound), told.baseAddress, Int32(told.count))
      }
    }
  }

  /// From the first cell that differs to the last, and both halves of wide characters.
  private static func changed(
    _ row: UnsafeBufferPointer<Cell>, over before: UnsafeBufferPointer<Cell>
  ) -> Range<Int> {
    guard var first = row.indices.first(where: { row[$0] != before[$0] }),
      var last = row.indices.last(where: { row[$0] != before[$0] })
    else { return 0..<0 }
    if first > 0, row[first].text.isEmpty { first -= 1 }
    if last + 1 < row.count, row[last + 1].text.isEmpty { last += 1 }
    return first..<last + 1
  }

  /// Whether a character takes two columns; what stands for half of one, where something else was drawn over the other
  /// half, is a blank.
  private static func isWide(_ cell: Cell) -> Bool {
    let value = cell.text[0]
    return value >= 0x80 && Unicode.Scalar(value).map { DisplayWidth.columns(of: $0) } == 2
  }

  private func cell(_ text: CellText, in role: Role, isWhole: Bool) -> cchar_t {
    var result = blanks[Int(role.rawValue)]
    guard isWhole else { return result }
    func character(_ index: Int) -> wchar_t { wchar_t(bitPattern: text[index]) }
    result.chars.0 = character(0)
    guard text[1] != 0 else { return result }
    result.chars = (character(0), character(1), character(2), character(3), character(4))
    return result
  }

  /// The blanks before a word, from the right to the left: they take its look, where none is to be seen of that, because
  /// every change of looks costs ten bytes and more.
  private struct Gap {
    /// The look of the word; nil where there is none.
    private var word: Role?
    private var columns = 0
    private let plain: UInt32

    /// Longer ones are rather the end of what stands before them.
    private static let longest = 4

    init(before column: Int, in row: UnsafeBufferPointer<Cell>, _ plain: UInt32) {
      self.plain = plain
      for cell in row[column...].prefix(Self.longest + 1).reversed() { _ = role(of: cell) }
    }

    mutating func role(of cell: Cell) -> Role {
      let isPlain = plain & 1 << UInt32(cell.role.rawValue) != 0
      guard isPlain, cell.text == CellText(" ") else {
        (word, columns) = (isPlain ? cell.role : nil, 0)
        return cell.role
      }
      columns += 1
      return columns <= Self.longest ? word ?? cell.role : cell.role
    }
  }
}
