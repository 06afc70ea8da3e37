import DirectiveModel

/// How many matches of a search each point holds, itself and with all points inside it.
struct Heat: Equatable, Sendable {
  /// By point id.
  private let totals: [Int32]
  private let own: [Int32]
  /// The most that any theme holds.
  let hottest: Int

  init(_ matches: [Match], in outline: Outline) {
    let points = outline.points
    var own = [Int32](repeating: 0, count: points.count)
    var id = 0
    for match in matches where !points.isEmpty {
      while id + 1 < points.count, Int(points[id + 1].start) <= match.range.lowerBound { id += 1 }
      own[id] += 1
    }
    var totals = own
    for id in points.indices.reversed() where points[id].parent >= 0 { totals[Int(points[id].parent)] += totals[id] }
    self.own = own
    self.totals = totals
    hottest = Int(points.indices.filter { points[$0].parent < 0 }.map { totals[$0] }.max() ?? 0)
  }

  func total(_ id: Int) -> Int { Int(totals[id]) }

  /// The next point after `id` that holds a match itself, or the last one before it; nil where there is none.
  func point(after id: Int, forward: Bool) -> Int? {
    forward ? own.indices.dropFirst(id + 1).first { own[$0] > 0 } : own.indices.prefix(id).last { own[$0] > 0 }
  }

  /// One to four, as the matches of a point compare with those of the hottest theme.
  func degree(_ id: Int) -> Int {
    guard hottest > 0, totals[id] > 0 else { return 0 }
    return min(4, (4 * Int(totals[id]) + hottest - 1) / hottest)
  }
}
