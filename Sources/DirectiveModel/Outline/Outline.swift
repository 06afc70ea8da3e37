/// All points of a document in reading order, as one flat pre-order array.
///
/// The points' own texts, one after the other, are the document: nothing of it is outside the outline.
public struct Outline: Sendable {
  /// Preamble (if any), the numbered points, closing (if any).
  public let points: [Point]
  /// Where the document's title stands, one range for each of its lines; empty where none was found.
  public let title: [Range<Int>]

  /// How many points are numbered.
  public let numberedCount: Int

  /// Takes points in reading order, of which `kind`, `depth`, `line`, `start`, marker and heading are set, and works
  /// out parents, ends and positions. Depths may skip; the point that a point stands in is the last shallower one, but no
  /// point stands in the preamble.
  public init(points: consuming [Point], title: [Range<Int>] = []) {
    numberedCount = points.withUnsafeMutableBufferPointer { Self.link($0) }
    self.points = points
    self.title = title
  }

  /// Fills in `parent`, `end`, `position`, and makes depths count the points around each point. Returns how many points
  /// are numbered.
  private static func link(_ points: UnsafeMutableBufferPointer<Point>) -> Int {
    // The last point, and the points that it stands in, with the depth that each was given and its numbered children so
    // far. The outermost is no point, but what is around all themes.
    typealias Open = (id: Int32, depth: Int32, children: Int32)
    var last: Open = (-1, .min, 0)
    var inside = last
    var around: [Open] = []
    var numberedCount = 0
    for id in points.indices {
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
    for open in around + [inside, last] where open.id >= 0 { points[Int(open.id)].end = Int32(points.count) }
    return numberedCount
  }
}

extension Outline {
  /// The id of the point that `id` stands in; nil for a theme.
  public func parent(of id: Int) -> Int? {
    let parent = points[id].parent
    return parent < 0 ? nil : Int(parent)
  }

  public func hasChildren(_ id: Int) -> Bool { Int(points[id].end) > id + 1 }

  /// The ids from the outermost point that `id` stands in down to `id` itself.
  public func path(to id: Int) -> [Int] {
    var path = [id]
    while let parent = parent(of: path[path.count - 1]) { path.append(parent) }
    return path.reversed()
  }

  /// The ids of the points directly inside `id`, or of all themes.
  public func children(of id: Int?) -> [Int] {
    var children: [Int] = []
    var child = id.map { $0 + 1 } ?? 0
    let end = id.map { Int(points[$0].end) } ?? points.count
    while child < end {
      children.append(child)
      child = Int(points[child].end)
    }
    return children
  }

  /// The address of a numbered point, in its own document where there are several; nil for what is not numbered.
  public func address(of id: Int) -> Address? {
    let path = path(to: id)
    let own = path.lastIndex { points[$0].kind == .entry }.map { path[($0 + 1)...] } ?? path[...]
    return Address(positions: own.map { Int(points[$0].position) })
  }

  /// The same as it is written, without making it: rows of a screen have one each.
  public func writtenAddress(of id: Int) -> String? {
    func number(of id: Int) -> Int? { points[id].kind == .entry ? nil : Int(points[id].position) }
    var (size, around) = (0, Optional(id))
    while let point = around, var number = number(of: point) {
      guard number > 0 else { return nil }
      while number > 0 { (size, number) = (size + 1, number / 10) }
      around = parent(of: point)
      size += 1
    }
    guard size > 0 else { return nil }
    return String(unsafeUninitializedCapacity: size) { text in
      var (place, around) = (size, Optional(id))
      while let point = around, var number = number(of: point) {
        place -= 1
        text[place] = UInt8(ascii: ".")
        while number > 0 {
          place -= 1
          (text[place], number) = (0x30 + UInt8(number % 10), number / 10)
        }
        around = parent(of: point)
      }
      return size - 1
    }
  }

  /// The numbered point at an address; nil where there is none.
  public func point(at address: Address) -> Int? {
    var found: Int?
    for position in address.positions {
      let child = children(of: found).first { Int(points[$0].position) == position }
      guard let child else { return nil }
      found = child
    }
    return found
  }

  /// The id of the point whose own text holds the byte at `offset`.
  public func point(holding offset: Int) -> Int? {
    guard !points.isEmpty else { return nil }
    var low = 0
    var high = points.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(points[middle].start) <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
