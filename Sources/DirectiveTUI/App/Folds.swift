import DirectiveModel

/// Which points of the outline are folded, and so which rows it has.
struct Folds: Sendable {
  private let outline: Outline
  private var folded: [Bool]
  /// By point id, whether it may have a row; nil while all may.
  private var kept: [Bool]?
  /// The ids of the points that have a row, in order.
  private(set) var rows: [Int] = []
  /// How many levels were shown at first.
  let initialLevels: Int

  init(_ outline: Outline, showing levels: Int = .max) {
    self.outline = outline
    initialLevels = levels
    folded = Array(repeating: false, count: outline.points.count)
    showLevels(levels)
  }

  /// Folds the points that begin at these bytes.
  init(_ outline: Outline, foldedAt starts: Set<UInt32>) {
    self.outline = outline
    initialLevels = .max
    folded = outline.points.indices.map { starts.contains(outline.points[$0].start) && outline.hasChildren($0) }
    list()
  }

  func isFolded(_ id: Int) -> Bool { folded[id] }

  /// The row of a point, or of the folded point that hides it.
  func row(of id: Int) -> Int {
    var low = 0
    var high = rows.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if rows[middle] <= id { low = middle } else { high = middle }
    }
    return low
  }

  /// The point whose row stands for `id`.
  func shown(_ id: Int) -> Int { rows.isEmpty ? id : rows[row(of: id)] }

  mutating func fold(_ id: Int) {
    guard outline.hasChildren(id) else { return }
    folded[id] = true
    list()
  }

  mutating func unfold(_ id: Int) {
    folded[id] = false
    list()
  }

  /// Folds or unfolds many points, after which `relist` is to be called.
  mutating func set(_ id: Int, folded isFolded: Bool) { folded[id] = isFolded && outline.hasChildren(id) }

  mutating func relist() { list() }

  mutating func setSubtree(_ id: Int, folded isFolded: Bool) {
    for inner in id..<Int(outline.points[id].end) { folded[inner] = isFolded && outline.hasChildren(inner) }
    list()
  }

  /// Folds so that `levels` levels are shown.
  mutating func showLevels(_ levels: Int) {
    for id in folded.indices {
      folded[id] = Int(outline.points[id].depth) >= levels && outline.hasChildren(id)
    }
    list()
  }

  /// Unfolds whatever hides `id`.
  mutating func reveal(_ id: Int) {
    let hiding = outline.path(to: id).dropLast().filter { folded[$0] }
    guard !hiding.isEmpty else { return }
    for id in hiding { folded[id] = false }
    list()
  }

  /// Leaves out the rows of points that are not kept; nil keeps all.
  mutating func keep(_ kept: [Bool]?) {
    self.kept = kept
    list()
  }

  private mutating func list() {
    rows.removeAll(keepingCapacity: true)
    var id = 0
    while id < folded.count {
      if let kept, !kept[id] {
        id = Int(outline.points[id].end)  // what is inside is not kept either
      } else {
        rows.append(id)
        id = folded[id] ? Int(outline.points[id].end) : id + 1
      }
    }
  }
}
