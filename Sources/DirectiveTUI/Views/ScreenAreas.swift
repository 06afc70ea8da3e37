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
  /// The column right of the text that shows which part of it is seen.
  let scrollBar: Area?
  /// What the tour asks for, above the status line.
  let tour: Area?
  let status: Area?
  /// Columns that there are for the text, its margin and its scroll bar.
  let paneColumns: Int

  static let twoPaneColumns = 80
  static let textMargin = 2
  static let tourMargin = 1
  /// Below this, columns are too dear for a scroll bar.
  static let scrollBarColumns = 30
  /// The tour leaves at least so many rows to outline and text.
  private static let rowsBesideTour = 3

  init(size: Size, focus: Pane, showsOutline: Bool, settings: Settings, tourRows: Int = 0) {
    let rows = max(0, size.rows)
    let columns = max(0, size.columns)
    let titleRows = rows >= 6 ? 1 : 0
    let statusRows = rows >= 2 ? 1 : 0
    titleBar = titleRows == 1 ? Area(row: 0, column: 0, rows: 1, columns: columns) : nil
    status = statusRows == 1 ? Area(row: rows - 1, column: 0, rows: 1, columns: columns) : nil
    let between = rows - titleRows - statusRows
    let tourRows = min(tourRows, max(0, between - Self.rowsBesideTour))
    tour = tourRows > 0 ? Area(row: titleRows + between - tourRows, column: 0, rows: tourRows, columns: columns) : nil
    let body = Area(row: titleRows, column: 0, rows: between - tourRows, columns: columns)

    let sideBySide = columns >= Self.twoPaneColumns && showsOutline
    let besideText = min(max(settings.outlineWidth ?? min(60, columns * 2 / 5), 1), columns - Self.scrollBarColumns)
    let outlineColumns = sideBySide ? besideText : focus == .outline && showsOutline ? columns : 0
    outline =
      outlineColumns > 0 ? Area(row: body.row, column: 0, rows: body.rows, columns: outlineColumns) : nil
    border = sideBySide ? Area(row: body.row, column: outlineColumns, rows: body.rows, columns: 1) : nil
    guard sideBySide || outlineColumns == 0 else {
      breadcrumb = nil
      text = nil
      scrollBar = nil
      paneColumns = columns
      return
    }
    let column = sideBySide ? outlineColumns + 1 : 0
    let breadcrumbRows = body.rows >= 4 ? 1 : 0
    breadcrumb =
      breadcrumbRows == 1 ? Area(row: body.row, column: column, rows: 1, columns: columns - column) : nil
    paneColumns = columns - column
    let hasScrollBar = paneColumns >= Self.scrollBarColumns && body.rows - breadcrumbRows >= 3
    let text = Area(
      row: body.row + breadcrumbRows, column: column, rows: body.rows - breadcrumbRows,
      columns: min(paneColumns - (hasScrollBar ? 1 : 0), settings.textWidth + Self.textMargin))
    self.text = text
    scrollBar =
      hasScrollBar ? Area(row: text.row, column: column + text.columns, rows: text.rows, columns: 1) : nil
  }

  /// Columns that text is wrapped to; at least 1.
  var textWidth: Int { max(1, (text?.columns ?? Self.twoPaneColumns) - Self.textMargin) }
}

extension State {
  var areas: ScreenAreas {
    ScreenAreas(
      size: size, focus: typesFilter ? .outline : focus, showsOutline: showsOutline, settings: settings,
      tourRows: tourRows.count)
  }

  /// Whether a filter is being typed, which shows in the outline what it leaves.
  private var typesFilter: Bool {
    if case .prompt(let prompt) = mode { prompt.kind == .filter } else { false }
  }

  /// Rows of the pane in focus; at least 1.
  var pageRows: Int {
    max(1, (focus == .outline ? areas.outline?.rows : areas.text?.rows) ?? 1)
  }
}
