import DirectiveModel

/// How many matches of a search each point holds, itself and with all points inside it. Counted where it is asked for.
struct Heat: Sendable {
  private let matches: Matches
  private let outline: Outline
  /// The most that any theme holds.
  private(set) var hottest = 0

  init(_ matches: Matches, in outline: Outline) {
    self.matches = matches
    self.outline = outline
    var (theme, first) = (0, 0)
    while theme < outline.points.count, first < matches.count {
      theme = Int(outline.points[theme].end)
      let next = index(from: start(theme), after: first)
      hottest = max(hottest, next - first)
      first = next
    }
  }

  func total(_ id: Int) -> Int {
    let first = index(from: start(id), after: 0)
    return index(from: start(Int(outline.points[id].end)), after: first) - first
  }

  /// The next point after `id` that holds a match itself, or the last one before it; nil where there is none.
  func point(after id: Int, forward: Bool) -> Int? {
    let index = forward ? index(from: start(id + 1), after: 0) : index(from: start(id), after: 0) - 1
    return matches.indices.contains(index) ? outline.point(holding: matches[index].range.lowerBound) : nil
  }

  /// One to four, as the matches of a point compare with those of the hottest theme.
  func degree(_ id: Int) -> Int {
    let total = total(id)
    guard hottest > 0, total > 0 else { return 0 }
    return min(4, (4 * total + hottest - 1) / hottest)
  }

  private func start(_ id: Int) -> Int {
    id == 0 ? 0 : id < outline.points.count ? Int(outline.points[id].start) : .max
  }

  /// The index of the first match from `offset` on, which is `first` or one behind it: most often not far.
  private func index(from offset: Int, after first: Int) -> Int {
    var (low, step) = (first, 1)
    while low + step < matches.count, matches[low + step].range.lowerBound < offset {
      low += step
      step *= 2
    }
    var high = min(low + step, matches.count)
    while low < high {
      let middle = (low + high) / 2
      if matches[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
