/// Works out in which point each one stands, in reading order: fills in `parent`, `end` and `position`, and makes depths
/// count the points around each.
struct PointLinker {
  /// The id of a point, the depth that it was given, and its numbered children so far.
  private typealias Open = (id: Int32, depth: Int32, children: Int32)

  /// How many points are numbered.
  private(set) var numberedCount = 0

  // The last point, and the points that it stands in. The outermost is no point, but what is around all themes.
  private var last: Open = (-1, .min, 0)
  private var inside: Open = (-1, .min, 0)
  private var around: [Open] = []

  /// Links the points with these ids, which follow on the last ones.
  mutating func link(_ ids: Range<Int>, of points: UnsafeMutableBufferPointer<Point>) {
    for id in ids {
      let (depth, kind) = (points[id].depth, points[id].kind)
      if depth > last.depth {
        around.append(inside)
        inside = last
      } else {
        points[Int(last.id)].end = Int32(id)
        while inside.depth >= depth {
          points[Int(inside.id)].end = Int32(id)
          inside = around.removeLast()
        }
      }
      let isNumbered = kind == .numbered
      if isNumbered {
        inside.children += 1
        numberedCount += 1
      }
      points[id].parent = inside.id
      points[id].depth = Int32(around.count)
      points[id].position = isNumbered ? inside.children : 0
      // No point stands in the preamble.
      last = (Int32(id), kind == .preamble ? .max : depth, 0)
    }
  }

  /// Behind the last point, where those end that are open still.
  func finish(_ points: UnsafeMutableBufferPointer<Point>) {
    for open in around + [inside, last] where open.id >= 0 { points[Int(open.id)].end = Int32(points.count) }
  }
}
