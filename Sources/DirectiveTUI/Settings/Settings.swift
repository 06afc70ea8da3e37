import DirectiveModel

/// How a reader wants the screen: what keys change while reading, and what a file of settings may set at the start.
struct Settings: Equatable, Sendable {
  var theme = ThemeName.automatic
  var language = Language.english
  /// Whether a row that is too long goes on in the next one; else the text pane moves sideways.
  var wraps = true
  /// Whether paragraphs that are broken over lines wider than the pane are joined before they are wrapped.
  var joinsLines = true
  /// Whether page numbers and running heads of converted PDFs are shown.
  var showsPages = false
  /// The most columns that a row of text takes; of `textWidths`.
  var textWidth = 100
  /// Columns of the outline beside the text, of `outlineWidths`; nil for two fifths of the screen, 60 at most.
  var outlineWidth: Int?
  /// Whether the text pane shows the point that the outline's cursor is on, before it is opened.
  var previews = true
  /// Columns of what Unicode calls ambiguous in width, `“ … — ①`: 1, or 2 as in East Asian fonts.
  var ambiguousWidth = 1
  /// Whether the terminal reports the mouse; then its own selection needs Shift.
  var usesMouse = false

  static let textWidths = 20...400
  static let outlineWidths = 16...400
}

extension State {
  /// Wraps rows or stops wrapping them.
  mutating func toggleWrapping() {
    settings.wraps.toggle()
    message = Message(settings.wraps ? .wraps : .doesNotWrap)
  }

  /// Makes rows of text longer or shorter, from what is seen now.
  mutating func widenText(by columns: Int) {
    let room = max(areas.paneColumns - ScreenAreas.textMargin - 1, Settings.textWidths.lowerBound)
    let seen = min(settings.textWidth, room)
    let wanted = min(max(seen + columns, Settings.textWidths.lowerBound), room)
    // As wide as the pane is no limit for a wider one.
    settings.textWidth = wanted < room ? wanted : max(wanted, Settings().textWidth)
    message = Message(.textWidth(wanted))
  }

  /// Moves the border between outline and text.
  mutating func widenOutline(by columns: Int) {
    guard let outline = areas.outline, areas.border != nil else {
      message = Message(.onePane)
      return
    }
    settings.outlineWidth = max(outline.columns + columns, Settings.outlineWidths.lowerBound)
    settings.outlineWidth = areas.outline?.columns
  }

  /// Shows or hides how much of the text each point is.
  mutating func toggleWeights() {
    weights = weights == nil ? Weights(document) : nil
    guard let weights else { return }
    turn(to: .outline)
    message = Message(.weighs(minutes: weights.totalMinutes))
  }

  /// Goes so far into the text, in per cent of its bytes.
  mutating func goTo(percent: Int) {
    let all = document.source.bytes.count
    jump(toOffset: layout.row(holding: min(all, all * min(max(0, percent), 100) / 100)).lowerBound)
  }

  /// Where rows are not wrapped, moves them sideways until the byte at `offset` is seen; a third into the pane, so that
  /// what stands around it is seen, too.
  mutating func showSideways(_ offset: Int) {
    guard !settings.wraps else {
      text.left = 0
      return
    }
    let column = layout.row(holding: offset).column(of: offset, in: document.source.bytes)
    let width = areas.textWidth
    guard !(text.left..<text.left + max(1, width - Self.sidewaysColumns)).contains(column) else { return }
    text.left = max(0, column - width / 3) / Self.sidewaysColumns * Self.sidewaysColumns
  }

  static let sidewaysColumns = 8

  /// Moves the text sideways where rows are not wrapped; false where there is nothing to move to.
  mutating func moveTextSideways(_ columns: Int) -> Bool {
    guard !settings.wraps, columns > 0 || text.left > 0 else { return false }
    text.left = min(max(0, text.left + columns), TextLayout.blockLimit)
    return true
  }
}
