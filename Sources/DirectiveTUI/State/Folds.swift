import DirectiveModel

/// Which points of the outline are folded, and so which rows it has.
///
/// Rows are not listed: one leads to those beside it, so that whatever folds or narrows an outline costs as much as is
/// shown of it. A row is known by the id of its point.
struct Folds: Sendable {
  private let outline: Outline
  /// Points of this depth and deeper are folded, and others are not.
  private var levels: Int
  /// Those with which it is the other way round.
  private var exceptions: PointSet
  /// The points that have a row, with all that they stand in; nil where all points may.
  private var kept: MatchingPoints?
  /// How many levels were shown at first.
  let initialLevels: Int

  init(_ outline: Outline, showing levels: Int = .max) {
    self.outline = outline
    self.levels = levels
    initialLevels = levels
    exceptions = PointSet(among: outline.points.count)
  }

  /// Folds the points that begin at these bytes.
  init(_ outline: Outline, foldedAt starts: Set<UInt32>) {
    self.init(outline)
    for id in outline.points.indices where starts.contains(outline.points[id].start) { fold(id) }
  }

  // MARK: - Folding

  func isFolded(_ id: Int) -> Bool {
    (Int(outline.points[id].depth) >= levels) != exceptions.contains(id) && outline.hasChildren(id)
  }

  mutating func fold(_ id: Int) { set(id, folded: true) }

  mutating func unfold(_ id: Int) { set(id, folded: false) }

  mutating func set(_ id: Int, folded isFolded: Bool) {
    exceptions.set(id, to: (Int(outline.points[id].depth) >= levels) != isFolded)
  }

  mutating func setSubtree(_ id: Int, folded isFolded: Bool) {
    for inner in id..<Int(outline.points[id].end) { set(inner, folded: isFolded) }
  }

  /// Folds so that `levels` levels are shown.
  mutating func showLevels(_ levels: Int) {
    self.levels = levels
    exceptions.removeAll()
  }

  /// Unfolds whatever hides `id`.
  mutating func reveal(_ id: Int) {
    for around in outline.path(to: id).dropLast() where isFolded(around) { unfold(around) }
  }

  /// Leaves the rows of these points and of those that they stand in; nil keeps all.
  mutating func keep(_ kept: MatchingPoints?) { self.kept = kept }

  // MARK: - Rows

  /// Whether a point, or one inside it, is among those that are kept.
  func keeps(_ id: Int) -> Bool {
    kept?.hasAny(in: id..<Int(outline.points[id].end)) ?? true
  }

  /// The point whose row stands for `id`: itself, the folded point that hides it, or else the row before it.
  func shown(_ id: Int) -> Int {
    guard outline.points.indices.contains(id) else { return id }
    let last = keeps(id) ? id : lastKept(before: id)
    return last.map(unhidden) ?? firstKept(from: 0) ?? id
  }

  var firstRow: Int? { firstKept(from: 0) }

  var lastRow: Int? { lastKept(before: outline.points.count).map(unhidden) }

  /// The row below a row.
  func row(after id: Int) -> Int? { firstKept(from: isFolded(id) ? Int(outline.points[id].end) : id + 1) }

  /// The row above a row.
  func row(before id: Int) -> Int? { lastKept(before: id).map(unhidden) }

  /// The point so many of those that are kept behind or before a point, or the last one there is, folded or not.
  func point(_ id: Int, movedBy count: Int) -> Int {
    var (point, left) = (id, abs(count))
    while left > 0, let next = count > 0 ? firstKept(from: point + 1) : lastKept(before: point) {
      (point, left) = (next, left - 1)
    }
    return point
  }

  /// Of `ids`, the one so many of those that are kept behind or before an index, or the last one there is.
  func kept(among ids: [Int], from index: Int, movedBy count: Int) -> Int? {
    let way = count > 0 ? Array(ids.dropFirst(index + 1)) : ids.prefix(max(0, index)).reversed()
    var (found, left) = (Int?.none, abs(count))
    for id in way where left > 0 && keeps(id) { (found, left) = (id, left - 1) }
    return found
  }

  /// The row so many rows below or above a row, or the last one there is, and how far that is.
  func row(_ id: Int, movedBy count: Int) -> (row: Int, distance: Int) {
    var (row, distance) = (id, 0)
    while distance != count, let next = count > 0 ? self.row(after: row) : self.row(before: row) {
      row = next
      distance += count.signum()
    }
    return (row, distance)
  }

  /// The first rows from a row on.
  func rows(from id: Int, count: Int = .max) -> [Int] {
    guard count > 0, outline.points.indices.contains(id), keeps(id) else { return [] }
    var rows = [id]
    while rows.count < count, let next = row(after: rows[rows.count - 1]) { rows.append(next) }
    return rows
  }

  /// Whether there are more rows than so many.
  func hasRows(beyond count: Int) -> Bool { firstRow.map { row($0, movedBy: count).distance == count } ?? false }

  /// All rows.
  var rows: [Int] { firstRow.map { rows(from: $0) } ?? [] }

  /// The outermost folded point that hides a point, or the point itself.
  private func unhidden(_ id: Int) -> Int {
    var (row, around) = (id, id)
    while let parent = outline.parent(of: around) {
      around = parent
      if isFolded(around) { row = around }
    }
    return row
  }

  /// The first point from `id` on that is kept.
  private func firstKept(from id: Int) -> Int? {
    guard id < outline.points.count, let kept else { return id < outline.points.count ? id : nil }
    guard var first = kept.first(in: id..<outline.points.count) else { return nil }
    while let parent = outline.parent(of: first), parent >= id { first = parent }
    return first
  }

  /// The last point before `id` that is kept: one that matches, or the first one around `id` in which one does behind it.
  private func lastKept(before id: Int) -> Int? {
    guard let kept else { return id > 0 ? id - 1 : nil }
    var around = id < outline.points.count ? outline.parent(of: id) : nil
    while let point = around, !kept.hasAny(in: id..<Int(outline.points[point].end)) {
      around = outline.parent(of: point)
    }
    return kept.last(in: (around ?? -1) + 1..<id) ?? around
  }

  /// Whether a row stands for a point: the last row up to it, or the first of all.
  func stands(_ row: Int, for id: Int) -> Bool {
    row > id ? self.row(before: row) == nil : self.row(after: row).map { $0 > id } ?? true
  }
}
