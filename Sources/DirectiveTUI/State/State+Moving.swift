import DirectiveModel

/// Going from point to point and from row to row.
extension State {
  // MARK: - The outline

  /// Chooses a point, and shows its text from its beginning.
  mutating func choose(_ id: Int) {
    reference = nil
    chosen = min(max(0, id), max(0, outline.points.count - 1))
    text = TextPosition(anchor: textStart(of: chosen))
    showSideways(text.anchor)
  }

  /// The same by a jump: the place is left for `goBack`, and the point's row is unfolded.
  mutating func jump(to id: Int) {
    leavePlace(for: textStart(of: id))
    reveal(id)
    choose(id)
  }

  /// Unfolds whatever hides a point; a filter that does is taken away, which is said.
  mutating func reveal(_ id: Int) {
    if !folds.keeps(id) {
      filter(by: "")
      say(.filterTakenAway)
    }
    folds.reveal(id)
  }

  /// The same, and reads on at `offset` where that is further inside the point.
  mutating func jump(to id: Int, reading offset: Int) {
    jump(to: id)
    if offset > textStart(of: id) { show(offset) }
  }

  mutating func moveOutlineRows(_ count: Int) {
    let row = folds.shown(chosen)
    if outline.points.indices.contains(row), folds.keeps(row) { look(at: folds.row(row, movedBy: count).row) }
  }

  /// Moves among the points of one level around the same point; stops at the first and last.
  mutating func moveSiblings(_ count: Int) {
    let siblings = outline.children(of: outline.parent(of: chosen))
    guard let index = siblings.firstIndex(of: chosen) else { return }
    step(to: folds.kept(among: siblings, from: index, movedBy: count) ?? chosen)
  }

  mutating func movePoints(_ count: Int) {
    step(to: folds.point(chosen, movedBy: count))
  }

  mutating func moveThemes(_ count: Int) {
    let themes = outline.children(of: nil)
    let theme = outline.path(to: chosen)[0]
    guard let index = themes.firstIndex(of: theme) else { return }
    let behind = chosen != theme && count < 0 ? 1 : 0  // the first theme before a point is the one that it stands in
    guard let found = folds.kept(among: themes, from: index + behind, movedBy: count) else {
      message = Message(.noFurtherTheme(after: count > 0))
      return
    }
    step(to: found)
  }

  /// Chooses a point and unfolds what hides it. A step, not a jump.
  private mutating func step(to id: Int) {
    guard outline.points.indices.contains(id) else { return }
    reveal(id)
    if focus == .outline { look(at: id) } else { choose(id) }
  }

  // MARK: - The text

  var layout: TextLayout {
    let width = areas.textWidth
    var paragraphs = paragraphs
    if settings.showsPages { paragraphs.pages = nil }
    return TextLayout(
      document: document, width: settings.wraps ? width : nil,
      paragraphs: settings.wraps && settings.joinsLines && paragraphs.width > width ? paragraphs : nil,
      pages: paragraphs.pages, readLine: document.source.line(at: text.anchor), known: laidOutRows)
  }

  /// Rows of the text pane; at least 1.
  var textRows: Int { max(1, areas.text?.rows ?? 1) }

  /// What the text pane shows: its rows, and the index among them of the row being read.
  var textView: (rows: [TextRow], current: Int) {
    let layout = self.layout
    let (top, distance) = layout.row(above: text.anchor, by: min(max(0, text.height), textRows - 1))
    return (layout.rows(from: top, count: textRows), distance)
  }

  /// Where reading a point begins.
  func textStart(of id: Int) -> Int {
    outline.points.indices.contains(id) ? document.textStart(of: id) : 0
  }

  /// Moves the row being read; the page moves with it, but not past the end of the text.
  mutating func moveTextRows(_ count: Int) {
    let layout = self.layout
    let view = textView
    let (row, moved) = layout.row(layout.row(holding: text.anchor), movedBy: count)
    guard count > 0, let last = view.rows.last else { return read(at: row.lowerBound, height: view.current) }
    let rowsBelow = layout.rows(from: last, count: moved + 1).count - 1
    read(at: row.lowerBound, height: view.current + max(0, moved - rowsBelow))
  }

  /// Moves the page by `count` rows; at the end of the text, the row being read goes to its end.
  mutating func moveTextPage(_ count: Int) {
    let layout = self.layout
    let view = textView
    guard let first = view.rows.first, let last = view.rows.last else { return }
    if count < 0 {
      let top = layout.row(above: first.lowerBound, by: -count).row
      return read(at: top.lowerBound, height: 0)
    }
    let following = layout.rows(from: first, count: count + textRows)
    let steps = min(count, following.count - textRows)
    if steps > 0 {
      read(at: following[steps].lowerBound, height: 0)
    } else {
      read(at: last.lowerBound, height: view.rows.count - 1)
    }
  }

  /// Puts the row being read at `offset`, and chooses the point it belongs to.
  mutating func read(at offset: Int, height: Int) {
    reference = nil
    text = TextPosition(anchor: offset, height: height, left: text.left)
    chosen = outline.point(holding: offset) ?? 0
  }

  /// Goes to `offset`: without moving the page where it can be seen already.
  mutating func jump(toOffset offset: Int) {
    leavePlace(for: offset)
    show(offset)
  }

  /// Makes the row that holds `offset` the one being read, keeping the page where it can be seen already.
  mutating func show(_ offset: Int) {
    let row = layout.row(holding: offset)
    let visible = textView.rows.firstIndex(of: row)
    read(at: offset, height: visible ?? textRows / 3)
    showSideways(offset)
    reveal(chosen)
  }

  /// Goes back to a place: the row being read stands where it stood.
  mutating func show(_ place: TextPosition) {
    read(at: place.anchor, height: place.height)
    text.left = place.left
    showSideways(place.anchor)
    reveal(chosen)
  }

  mutating func placeLine(_ place: LinePlace) {
    switch (focus, place) {
    case (.text, .top): text.height = 0
    case (.text, .middle): text.height = textRows / 2
    case (.text, .bottom): text.height = textRows - 1
    case (.outline, let place):
      let rows = max(1, areas.outline?.rows ?? 1)
      placeChosen(at: place == .top ? 0 : place == .middle ? rows / 2 : rows - 1)
    }
  }
}

extension Document {
  /// The first byte of the point's own text that is not blank.
  func textStart(of id: Int) -> Int {
    let own = ownText(of: id)
    let trimmed = Whitespace.trim(own, in: source)
    return trimmed.isEmpty ? own.lowerBound : trimmed.lowerBound
  }
}
