import DirectiveModel

/// A look at a point that the text cites, without leaving the place that is read.
struct Peek: Equatable, Sendable {
  let point: Int
  /// The bytes cited.
  let text: Range<Int>
  /// The first of the point's rows that is shown.
  var top = 0
}

extension State {
  mutating func peekAtReference() {
    findReferences()
    guard let reference = referenceAtHand else {
      message = Message(.noReferenceHere)
      return
    }
    mode = .peek(Peek(point: reference.target, text: reference.text))
  }

  /// A key pressed while the panel is open: what it does in the text.
  mutating func look(_ key: Key, _ peek: Peek) -> Effect? {
    var peek = peek
    guard case .action(let action) = key == .escape ? .action(.cancel) : bindings.action(for: [key], in: .text) else {
      return .bell
    }
    switch action {
    case .goToAddressOrOpen:
      mode = .browse
      jump(to: peek.point, reading: peek.text.lowerBound)
      return nil
    case .peek, .goBack, .cancel, .closeOrQuit, .quit, .interrupt:
      mode = .browse
      return nil
    case .moveRows(let rows): peek.top += rows
    case .moveHalfPages(let halves): peek.top += halves * peekArea.rows / 2
    case .goToTop: peek.top = 0
    default: return .bell
    }
    peek.top = max(0, min(peek.top, peekRows(peek).count - peekArea.rows))
    mode = .peek(peek)
    return nil
  }

  /// The lower half of the text's pane, below a line with the heading.
  var peekArea: Area {
    let text = areas.text ?? Area(row: 0, column: 0, rows: size.rows, columns: size.columns)
    let rows = max(1, text.rows / 2)
    return Area(
      row: text.row + text.rows - rows, column: text.column + ScreenAreas.textMargin, rows: rows,
      columns: max(1, text.columns - ScreenAreas.textMargin))
  }

  /// The rows of the point looked at, with all inside it.
  func peekRows(_ peek: Peek) -> [TextRow] {
    let text = Whitespace.trim(peek.text, in: document.source)
    return TextLayout(document: document, width: peekArea.columns, paragraphs: paragraphs)
      .rows(of: text, limit: peek.top + 200)
  }
}
