/// What the mouse does: a click goes to a row, folds at a fold sign, and takes hold of the border; the wheel moves the
/// pane under it.
extension State {
  mutating func take(_ event: MouseEvent) -> Effect? {
    if event.kind == .release {
      guard isDraggingBorder else { return nil }
      isDraggingBorder = false
      settings.outlineWidth = max(event.column, Settings.outlineWidths.lowerBound)
      return nil
    }
    switch mode {
    case .browse: break
    case .help(var help):
      let rows = event.kind == .wheelUp ? -Self.wheelRows : event.kind == .wheelDown ? Self.wheelRows : 0
      help.top = min(max(0, help.top + rows), lastHelpRow(help))
      mode = .help(help)
      return nil
    case .picker(let picker): return take(event, in: picker)
    case .prompt, .confirm, .present, .peek: return nil
    }
    if let area = areas.border, event.kind == .press, event.column == area.column, area.holds(event) {
      isDraggingBorder = true
    } else if let area = areas.outline, area.holds(event) {
      takeInOutline(event, area)
    } else if let area = areas.text, area.holds(event) {
      takeInText(event, area)
    }
    return nil
  }

  /// Rows that one step of the wheel moves.
  private static let wheelRows = 3

  private mutating func takeInOutline(_ event: MouseEvent, _ area: Area) {
    focusByMouse(.outline)
    switch event.kind {
    case .wheelUp: moveOutlineRows(-Self.wheelRows)
    case .wheelDown: moveOutlineRows(Self.wheelRows)
    case .press, .release:
      guard let index = outlineRow(at: event.row - area.row, of: area), folds.rows.indices.contains(index) else {
        return
      }
      let id = folds.rows[index]
      let isSign = signColumns(of: id, in: area).contains(event.column) && outline.hasChildren(id)
      if isSign { if folds.isFolded(id) { folds.unfold(id) } else { folds.fold(id) } }
      look(at: id)
    }
  }

  private mutating func takeInText(_ event: MouseEvent, _ area: Area) {
    focusByMouse(.text)
    switch event.kind {
    case .wheelUp: moveTextPage(-Self.wheelRows)
    case .wheelDown: moveTextPage(Self.wheelRows)
    case .press, .release:
      let index = event.row - area.row
      let rows = textView.rows
      guard rows.indices.contains(index) else { return }
      read(at: rows[index].lowerBound, height: index)
    }
  }

  private mutating func focusByMouse(_ pane: Pane) {
    guard focus != pane else { return }
    settle()
    focus = pane
  }

  private mutating func take(_ event: MouseEvent, in picker: Picker) -> Effect? {
    switch event.kind {
    case .wheelUp: return type(.up, into: picker)
    case .wheelDown: return type(.down, into: picker)
    case .press, .release:
      guard let area = areas.outline ?? areas.text, area.holds(event) else { return nil }
      let index = picker.top(rows: area.rows) + event.row - area.row
      guard picker.found.indices.contains(index) else { return nil }
      var picker = picker
      picker.selected = index
      showSelected(of: picker)
      return accept(picker)
    }
  }
}

extension Area {
  func holds(_ event: MouseEvent) -> Bool {
    (row..<row + max(0, rows)).contains(event.row) && (column..<column + max(0, columns)).contains(event.column)
  }
}
