/// Where the parts of the screen lie.
///
/// From 80 columns on, outline and text stand side by side; below that, the pane in focus has the whole width. A part
/// for which there is no room is nil.
struct ScreenAreas: Equatable {
  let titleBar: Area?
  let outline: Area?
  /// The column of the line between the panes.
  let border: Area?
  let breadcrumb: Area?
  /// The text's rows: one column for the mark of the current row and one blank before the text.
  let text: Area?
  let status: Area?

  static let twoPaneColumns = 80
  /// Columns; longer rows are hard to read.
  static let widestText = 100
  static let textMargin = 2

  init(size: Size, focus: Pane, showsOutline: Bool) {
    let rows = max(0, size.rows)
    let columns = max(0, size.columns)
    let titleRows = rows >= 6 ? 1 : 0
    let statusRows = rows >= 2 ? 1 : 0
    titleBar = titleRows == 1 ? Area(row: 0, column: 0, rows: 1, columns: columns) : nil
    status = statusRows == 1 ? Area(row: rows - 1, column: 0, rows: 1, columns: columns) : nil
    let body = Area(row: titleRows, column: 0, rows: rows - titleRows - statusRows, columns: columns)

    let sideBySide = columns >= Self.twoPaneColumns && showsOutline
    let outlineColumns = sideBySide ? min(60, columns * 2 / 5) : focus == .outline && showsOutline ? columns : 0
    outline =
      outlineColumns > 0 ? Area(row: body.row, column: 0, rows: body.rows, columns: outlineColumns) : nil
    border = sideBySide ? Area(row: body.row, column: outlineColumns, rows: body.rows, columns: 1) : nil
    guard sideBySide || outlineColumns == 0 else {
      breadcrumb = nil
      text = nil
      return
    }
    let column = sideBySide ? outlineColumns + 1 : 0
    let breadcrumbRows = body.rows >= 4 ? 1 : 0
    breadcrumb =
      breadcrumbRows == 1 ? Area(row: body.row, column: column, rows: 1, columns: columns - column) : nil
    text = Area(
      row: body.row + breadcrumbRows, column: column, rows: body.rows - breadcrumbRows,
      columns: min(columns - column, Self.widestText + Self.textMargin))
  }

  /// Columns that text is wrapped to; at least 1.
  var textWidth: Int { max(1, (text?.columns ?? Self.twoPaneColumns) - Self.textMargin - 1) }
}

extension State {
  var areas: ScreenAreas { ScreenAreas(size: size, focus: focus, showsOutline: showsOutline) }

  /// Rows of the pane in focus; at least 1.
  var pageRows: Int {
    max(1, (focus == .outline ? areas.outline?.rows : areas.text?.rows) ?? 1)
  }
}
