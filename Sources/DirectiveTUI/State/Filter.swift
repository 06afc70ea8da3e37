import DirectiveModel

/// What the outline is narrowed to.
struct Filter: Sendable {
  let text: String
  let points: MatchingPoints
  private let pattern: Pattern
  /// What it was before the last letter was typed, and so on.
  private var steps: [Filter]

  /// What `known` found of it already is not looked for again.
  init(_ text: String, in document: Document, after known: Filter?, unless interruption: Interruption?) {
    let pattern = Pattern(text)
    let steps = known.map { $0.steps + [$0] } ?? []
    if let same = steps.last(where: { $0.text == text }) {
      self = same
      return
    }
    let shorter = steps.lastIndex { pattern.narrows($0.pattern) }
    self.text = text
    self.pattern = pattern
    self.steps = shorter.map { Array(steps[...$0]) } ?? []
    points = MatchingPoints(
      pattern, in: document, among: shorter.map { steps[$0].points }, unless: interruption)
  }

  /// How many points match; nil where that is not known yet.
  var count: Int? { points.count }

  /// The letter that follows its first match in a point, as it would be typed; nil where there is none.
  func letter(in id: Int) -> Character? {
    guard let letter = points.letter(behindMatchIn: id) else { return nil }
    if letter.isWhitespace { return " " }
    return text == text.lowercased() ? letter.lowercased().first : letter
  }

  /// No letter is taken back any more.
  mutating func forgetSteps() { steps = [] }

  /// What is to be said about the pattern.
  var remark: Phrase { .remark(on: pattern, isComplete: !points.isCostly) }
}

extension State {
  /// Keeps only the points whose own text matches, and the points they stand in. An empty pattern keeps all again.
  /// False, and nothing changes, where that was stopped.
  ///
  /// Points out of sight may be looked through later: see `countFilterAtRest`.
  @discardableResult
  mutating func filter(by text: String, until wish: StopWish = .interrupt) -> Bool {
    guard !text.isEmpty else {
      folds.keep(nil)
      filter = nil
      return true
    }
    let before = self
    let interruption = interruption(by: wish)
    let filter = Filter(text, in: document, after: filter, unless: interruption)
    self.filter = filter
    folds.keep(filter.points)
    if !folds.keeps(chosen), let first = filter.points.first(in: 0..<outline.points.count) { look(at: first) }
    var view = self
    view.keepChosenInView()
    if let area = areas.outline { _ = view.outlineRows(in: area) }
    filter.points.settle()
    guard !(interruption?.happened ?? false) else {
      self = before
      return false
    }
    return true
  }

  /// Narrows another version of the document by the same text.
  mutating func filterAgain() {
    guard let text = filter?.text else { return }
    filter = nil  // what it has found is of no use here
    filter(by: text)
  }

  /// Whether it is not known yet how many points the filter keeps.
  var countsFilter: Bool { filter.map { !$0.points.isComplete } ?? false }

  /// Finds out how many points the filter keeps, unless a key stops that. True where the screen changes by it.
  func countFilterAtRest() -> Bool {
    guard let filter, countsFilter else { return false }
    return filter.points.complete(unless: interruption(by: .typing))
  }

  /// Tells how many points the filter keeps; false where counting them was stopped.
  mutating func tellFilter() -> Bool {
    guard let filter else { return true }
    guard filter.points.complete(unless: interruption(by: .interrupt)), let count = filter.count else { return false }
    self.filter?.forgetSteps()
    turn(to: .outline)
    message = Message(.filtered(count, with: filter.text, filter.remark), isFailure: count == 0)
    return true
  }
}
