import DirectiveModel

/// Points shown one a screen, for a meeting.
struct Presentation: Equatable, Sendable {
  /// The id of the point shown.
  var point: Int
  /// The byte of the point's own text that its screens begin with; nil for the beginning, below what it stands in.
  var start: Int?
  /// Which of the screens from there on is shown, from 0.
  var screen = 0
  /// Minutes since it began.
  var minutes = 0
  /// Whether nothing was pressed yet: the keys are told then.
  var isNew = true
}

extension Presentation {
  fileprivate mutating func show(_ point: Int) { (self.point, start, screen) = (point, nil, 0) }
}

/// What is shown of a point: where it stands, its text, and the headings of the points directly inside it. Of a long
/// text a part, which another slide goes on with.
struct Slide {
  enum Line {
    case text(TextRow)
    case label(String, role: Role)
  }

  let area: Area
  let lines: [Line]
  /// Whether the text begins before what is shown of it.
  let isContinued: Bool
  /// Where the text goes on; nil where all the rest of it is shown.
  let next: Int?
  private let own: Range<Int>

  /// How many screens it takes; at least 1.
  var screens: Int { max(1, (lines.count + area.rows - 1) / max(1, area.rows)) }

  /// The lines of one of its screens.
  func lines(ofScreen number: Int) -> ArraySlice<Line> { lines.dropFirst(number * area.rows).prefix(area.rows) }

  /// How much of a text that takes several slides lies before the end of a screen, in per cent; nil where one is enough.
  func percent(ofScreen number: Int) -> Int? {
    guard isContinued || next != nil else { return nil }
    guard case .text(let row)? = lines(ofScreen: number).last else { return 100 }
    return 100 * (row.upperBound - own.lowerBound) / max(1, own.count)
  }

  /// The most screens of a slide.
  private static let screenLimit = 100
  /// Columns; a room reads shorter rows than a desk.
  private static let widest = 72

  init(_ shown: Presentation, _ state: State) {
    let id = shown.point
    let document = state.document
    let area = Self.area(on: state.size)
    own = Whitespace.trim(document.ownText(of: id), in: document.source)
    var lines: [Line] = []
    if shown.start == nil {
      lines += document.outline.path(to: id).dropLast().map { .label(state.listing(of: $0), role: .faint) }
      lines += [.label(state.placeName(of: id), role: .marker), .label("", role: .text)]
    }
    let limit = max(1, Self.screenLimit * area.rows - lines.count)
    let text = min(shown.start ?? own.lowerBound, own.upperBound)..<own.upperBound
    let rows = Self.layout(state).rows(of: text, limit: limit + 1)
    lines += rows.prefix(limit).map { .text($0) }
    next = rows.count > limit ? rows[limit].lowerBound : nil
    let children = next == nil ? document.outline.children(of: id) : []
    if !children.isEmpty {
      lines.append(.label("", role: .text))
      lines += children.map { .label("  " + state.listing(of: $0), role: .text) }
    }
    self.lines = lines
    self.area = area
    isContinued = shown.start != nil
  }

  /// Where the slide before the one that begins at `end` begins, within the same text; nil for its beginning.
  static func start(before end: Int, of id: Int, _ state: State) -> Int? {
    let own = Whitespace.trim(state.document.ownText(of: id), in: state.document.source)
    let start = layout(state).row(above: end, by: screenLimit * area(on: state.size).rows).row.lowerBound
    return start > own.lowerBound ? start : nil
  }

  private static func layout(_ state: State) -> TextLayout {
    TextLayout(document: state.document, width: area(on: state.size).columns, paragraphs: state.paragraphs)
  }

  private static func area(on size: Size) -> Area {
    let width = max(1, min(size.columns - 2 * max(1, size.columns / 10), widest))
    let top = size.rows >= 12 ? 2 : 0
    return Area(
      row: top, column: (size.columns - width) / 2, rows: max(1, size.rows - top - (size.rows >= 5 ? 2 : 0)),
      columns: width)
  }
}

extension State {
  /// The address of a point, or the word for what has none.
  func placeName(of id: Int) -> String { document.placeName(of: id, in: language) }

  /// Address and heading of a point on one line.
  func listing(of id: Int) -> String {
    (outline.address(of: id).map { "\($0) " } ?? "") + document.label(of: id, in: language)
  }

  mutating func startPresenting(from point: Int) {
    mode = .present(Presentation(point: min(point, max(0, outline.points.count - 1))))
  }

  /// Takes how long the presentation has taken.
  mutating func tellTime(_ minutes: Int) {
    guard case .present(var shown) = mode else { return }
    shown.minutes = minutes
    mode = .present(shown)
  }

  var isPresenting: Bool { if case .present = mode { true } else { false } }

  /// A key pressed while presenting: what it does in the text, in screens.
  mutating func present(_ key: Key, _ shown: Presentation) -> Effect? {
    if takesIntoNumber(key) { return nil }
    let typed = typedNumber
    typedNumber = ""
    var next = shown
    next.isNew = false
    switch slideStep(for: key) {
    case .leave:
      mode = .browse
      jump(to: shown.point)
      return nil
    case .first: next.show(0)
    case .last,
      .screens where key == .enter && !typed.isEmpty:
      if typed.isEmpty { next.show(outline.points.count - 1) } else { show(typed, on: &next) }
    case .screens(let step):
      guard let count = typed.isEmpty ? 1 : Int(typed) else {
        message = Message(.isNoCount(typed), isFailure: true)
        break
      }
      for _ in 0..<min(count, Self.mostTimes) { self.step(&next, forward: step > 0) }
    case nil: return .bell
    }
    mode = .present(next)
    return nil
  }

  private enum SlideStep {
    case screens(Int)
    case first, last, leave
  }

  private func slideStep(for key: Key) -> SlideStep? {
    switch key {
    case .escape: return .leave
    case .backTab, .character("p"): return .screens(-1)
    default: break
    }
    guard case .action(let action) = bindings.action(for: [key], in: .text) else { return nil }
    switch action {
    case .moveRows(let step), .moveHalfPages(let step), .movePoints(let step), .moveSiblings(let step):
      return .screens(step)
    case .repeatSearch(let reversed): return .screens(reversed ? -1 : 1)
    case .goToAddressOrOpen, .expandOrEnter, .switchPane: return .screens(1)
    case .collapseOrParent, .goBack: return .screens(-1)
    case .goToTop: return .first
    case .goToAddressOrBottom: return .last
    case .closeOrQuit, .quit, .interrupt, .cancel: return .leave
    default: return nil
    }
  }

  private mutating func show(_ typed: String, on shown: inout Presentation) {
    do throws(NotFound) {
      guard let id = try document.points(at: typed).first else { return }
      shown.show(id)
    } catch {
      message = Message(.notFound(error), isFailure: true)
    }
  }

  private func step(_ shown: inout Presentation, forward: Bool) {
    if forward {
      let slide = Slide(shown, self)
      if shown.screen + 1 < slide.screens {
        shown.screen += 1
      } else if let next = slide.next {
        (shown.start, shown.screen) = (next, 0)
      } else if shown.point + 1 < outline.points.count {
        shown.show(shown.point + 1)
      }
    } else if shown.screen > 0 {
      shown.screen -= 1
    } else if shown.start != nil || shown.point > 0 {
      showLastScreen(before: &shown)
    }
  }

  private func showLastScreen(before shown: inout Presentation) {
    if let start = shown.start {
      shown.start = Slide.start(before: start, of: shown.point, self)
    } else {
      shown.show(shown.point - 1)
      if Slide(shown, self).next != nil {
        shown.start = Slide.start(before: document.ownText(of: shown.point).upperBound, of: shown.point, self)
      }
    }
    shown.screen = Slide(shown, self).screens - 1
  }
}
