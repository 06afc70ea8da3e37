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
    var linker = PointLinker()
    points.withUnsafeMutableBufferPointer { points in
      linker.link(points.indices, of: points)
      linker.finish(points)
    }
    self.init(linked: points, numberedCount: linker.numberedCount, title: title)
  }

  /// Takes points of which all is known.
  init(linked points: consuming [Point], numberedCount: Int, title: [Range<Int>]) {
    self.points = points
    self.numberedCount = numberedCount
    self.title = title
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
