/// What a mouse button takes hold of and drags.
enum MouseHold: Sendable {
  /// The border between the panes.
  case border
  case scrollBar
}

/// What the mouse does: a click goes to a row, folds at a fold sign, and takes hold of the border or the scroll bar; the
/// wheel moves the pane under it.
extension State {
  mutating func take(_ event: MouseEvent) -> Effect? {
    switch event.kind {
    case .drag, .release:
      drag(event)
      if event.kind == .release { held = nil }
      return nil
    case .press, .wheelUp, .wheelDown:
      held = nil
      message = nil
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
    if let area = areas.border, event.kind == .press, area.holds(event) {
      held = .border
    } else if let area = areas.scrollBar, event.kind == .press, area.holds(event) {
      focusByMouse(.text)
      leavePlace()
      held = .scrollBar
      drag(event)
    } else if let area = areas.outline, area.holds(event) {
      return takeInOutline(event, area)
    } else if let area = areas.text, area.holds(event), page == nil {
      takeInText(event, area)
    }
    return nil
  }

  /// Moves what is held to where the mouse is.
  private mutating func drag(_ event: MouseEvent) {
    switch held {
    case .border: settings.outlineWidth = max(event.column, Settings.outlineWidths.lowerBound)
    case .scrollBar:
      guard let area = areas.scrollBar else { return }
      let row = min(max(0, event.row - area.row), area.rows - 1)
      let all = document.source.bytes.count
      read(at: layout.row(holding: all * row / max(1, area.rows - 1)).lowerBound, height: row == 0 ? 0 : textRows / 2)
      folds.reveal(chosen)
    case nil: break
    }
  }

  /// Rows that one step of the wheel moves.
  private static let wheelRows = 3

  private mutating func takeInOutline(_ event: MouseEvent, _ area: Area) -> Effect? {
    focusByMouse(.outline)
    switch event.kind {
    case .wheelUp: moveOutlineRows(-Self.wheelRows)
    case .wheelDown: moveOutlineRows(Self.wheelRows)
    case .press, .release, .drag:
      let rows = outlineRows(in: area)
      guard rows.indices.contains(event.row - area.row) else { return nil }
      let id = rows[event.row - area.row]
      let isSign = signColumns(of: id, in: area).contains(event.column)
      if isSign, outline.hasChildren(id) { if folds.isFolded(id) { folds.unfold(id) } else { folds.fold(id) } }
      look(at: id)
      if isSign, page?.isUnopened(id) == true { return update(.openFold) }
    }
    return nil
  }

  private mutating func takeInText(_ event: MouseEvent, _ area: Area) {
    focusByMouse(.text)
    switch event.kind {
    case .wheelUp: moveTextPage(-Self.wheelRows)
    case .wheelDown: moveTextPage(Self.wheelRows)
    case .press, .release, .drag:
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
    case .press, .release, .drag:
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
