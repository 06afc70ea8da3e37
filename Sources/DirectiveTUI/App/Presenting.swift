import DirectiveModel

/// Points shown one a screen, for a meeting.
struct Presentation: Equatable, Sendable {
  /// The id of the point shown.
  var point: Int
  /// Which of the point's screens is shown, from 0, where it is longer than one.
  var screen = 0
  /// Minutes since it began.
  var minutes = 0
}

extension Presentation {
  fileprivate mutating func show(_ point: Int) { (self.point, screen) = (point, 0) }
}

/// What is shown of a point: where it stands, its text, and the headings of the points directly inside it.
struct Slide {
  enum Line {
    case text(TextRow)
    case label(String, role: Role)
  }

  let area: Area
  let lines: [Line]

  /// How many screens it takes; at least 1.
  var screens: Int { max(1, (lines.count + area.rows - 1) / max(1, area.rows)) }

  /// The lines of one of its screens.
  func lines(ofScreen number: Int) -> ArraySlice<Line> { lines.dropFirst(number * area.rows).prefix(area.rows) }

  /// The most rows of text that are laid out.
  private static let rowLimit = 2000
  /// Columns; a room reads shorter rows than a desk.
  private static let widest = 72

  init(of id: Int, _ state: State) {
    let size = state.size
    let width = max(1, min(size.columns - 2 * max(1, size.columns / 10), Self.widest))
    let top = size.rows >= 12 ? 2 : 0
    area = Area(
      row: top, column: (size.columns - width) / 2, rows: max(1, size.rows - top - (size.rows >= 5 ? 2 : 0)),
      columns: width)
    let document = state.document
    var lines: [Line] = []
    let path = document.outline.path(to: id)
    for around in path.dropLast() {
      lines.append(.label(state.listing(of: around), role: .faint))
    }
    lines.append(.label(document.addressText(of: id), role: .marker))
    lines.append(.label("", role: .text))
    let layout = TextLayout(document: document, width: width, paragraphs: state.paragraphs)
    let own = Whitespace.trim(document.ownText(of: id), in: document.source)
    lines += layout.rows(of: own, limit: Self.rowLimit).map { .text($0) }
    let children = document.outline.children(of: id)
    if !children.isEmpty {
      lines.append(.label("", role: .text))
      lines += children.map { .label("  " + state.listing(of: $0), role: .text) }
    }
    self.lines = lines
  }
}

extension State {
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

  /// A key pressed while presenting.
  mutating func present(_ key: Key, _ shown: Presentation) -> Effect? {
    if takesIntoNumber(key) { return nil }
    let typed = typedNumber
    typedNumber = ""
    let last = outline.points.count - 1
    var next = shown
    switch key {
    case .enter where !typed.isEmpty:
      do throws(NotFound) {
        next.show(try document.points(at: typed)[0])
      } catch {
        message = Message(.notFound(error), isFailure: true)
      }
    case .enter, .right, .down, .pageDown, .tab: step(&next, forward: true)
    case .character(let character) where " jnlf}".contains(character): step(&next, forward: true)
    case .left, .up, .pageUp, .backspace, .backTab: step(&next, forward: false)
    case .character(let character) where "kphb{".contains(character): step(&next, forward: false)
    case .home, .character("g"): next.show(0)
    case .end, .character("G"): next.show(last)
    case .escape, .control("c"), .character("q"), .character("Q"):
      mode = .browse
      jump(to: shown.point)
      return nil
    default: return .bell
    }
    mode = .present(next)
    return nil
  }

  private func step(_ shown: inout Presentation, forward: Bool) {
    if forward {
      if shown.screen + 1 < Slide(of: shown.point, self).screens {
        shown.screen += 1
      } else if shown.point + 1 < outline.points.count {
        shown.show(shown.point + 1)
      }
    } else if shown.screen > 0 {
      shown.screen -= 1
    } else if shown.point > 0 {
      shown.show(shown.point - 1)
      shown.screen = Slide(of: shown.point, self).screens - 1
    }
  }
}
