import DirectiveModel

/// How many matches of a search each point holds, itself and with all points inside it. Counted where it is asked for.
struct Heat: Sendable {
  private let matches: Matches
  private let document: Document
  /// The most that any theme holds.
  private(set) var hottest = 0

  init(_ matches: Matches, in document: Document) {
    self.matches = matches
    self.document = document
    var (theme, first) = (0, 0)
    let points = document.outline.points
    while theme < points.count, first < matches.count {
      theme = Int(points[theme].end)
      let next = index(from: document.start(of: theme), after: first)
      hottest = max(hottest, next - first)
      first = next
    }
  }

  func total(_ id: Int) -> Int {
    let text = document.text(of: id)
    let first = index(from: text.lowerBound, after: 0)
    return index(from: text.upperBound, after: first) - first
  }

  /// The next point after `id` that holds a match itself, or the last one before it; nil where there is none.
  func point(after id: Int, forward: Bool) -> Int? {
    let own = document.ownText(of: id)
    let index = forward ? index(from: own.upperBound, after: 0) : index(from: own.lowerBound, after: 0) - 1
    return matches.indices.contains(index) ? document.outline.point(holding: matches[index].range.lowerBound) : nil
  }

  /// One to four, as the matches of a point compare with those of the hottest theme.
  func degree(_ id: Int) -> Int {
    let total = total(id)
    guard hottest > 0, total > 0 else { return 0 }
    return min(4, (4 * total + hottest - 1) / hottest)
  }

  /// The index of the first match from `offset` on, which is `first` or one behind it: most often not far.
  private func index(from offset: Int, after first: Int) -> Int {
    var (low, step) = (first, 1)
    while low + step < matches.count, matches[low + step].range.lowerBound < offset {
      low += step
      step *= 2
    }
    return (low..<min(low + step, matches.count)).partitionPoint { matches[$0].range.lowerBound < offset }
  }
}
