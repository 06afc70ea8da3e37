import DirectiveModel

/// What the outline is narrowed to.
struct Filter: Equatable, Sendable {
  let text: String
  /// How many points match.
  let count: Int
}

extension State {
  /// Keeps only the points whose own text matches, and the points they stand in. An empty pattern keeps all again.
  mutating func filter(by text: String) {
    guard !text.isEmpty else {
      guard filter != nil else { return }
      filter = nil
      return folds.keep(nil)
    }
    let heat = Heat(Pattern(text).matches(in: document.source).matches, in: outline)
    let kept = outline.points.indices.map { heat.total($0) > 0 }
    filter = Filter(text: text, count: heat.holders)
    folds.keep(kept)
    if !kept[chosen], let first = heat.point(after: -1, forward: true) { look(at: first) }
  }

  mutating func tellFilter() {
    guard let filter else { return }
    message = Message(.filtered(filter.count, with: filter.text), isFailure: filter.count == 0)
  }
}
