import DirectiveModel

/// What the outline is narrowed to.
struct Filter: Equatable, Sendable {
  let text: String
  /// How many points match.
  let count: Int
}

extension State {
  /// Keeps only the points whose own text matches, and the points they stand in. An empty pattern keeps all again.
  /// False, and nothing changes, where that was stopped.
  @discardableResult
  mutating func filter(by text: String, until wish: StopWish = .interrupt) -> Bool {
    guard !text.isEmpty else {
      if filter != nil { folds.keep(nil) }
      filter = nil
      return true
    }
    let interruption = interruption(by: wish)
    let range = 0..<document.source.bytes.count
    let matches = Pattern(text).matches(in: document.source, range: range, unless: interruption).matches
    if interruption?.happened ?? false { return false }
    let heat = Heat(matches, in: outline)
    let holders = heat.holders
    filter = Filter(text: text, count: holders.count)
    folds.keep(holders)
    if !folds.keeps(chosen), let first = holders.first(from: 0) { look(at: first) }
    return true
  }

  mutating func tellFilter() {
    guard let filter else { return }
    message = Message(.filtered(filter.count, with: filter.text), isFailure: filter.count == 0)
  }
}
