/// Points in reading order with those inside their paragraphs, linked as they come.
struct MadePoints {
  /// Points in a row, and what is inside the paragraphs of all but the last one; `holder` is an index among them.
  struct Stretch {
    var points: [Point]
    var inline: [InlinePoints]
  }

  private(set) var points: [Point] = []
  private var linker = PointLinker()
  /// The last one, of which it is not known what follows.
  private var last: Point?
  private var memory: FreshMemory
  /// Finds points inside paragraphs.
  private let finder: InlinePointFinder

  init(capacity: Int, finder: InlinePointFinder) {
    points.reserveCapacity(capacity)
    memory = FreshMemory(behind: &points)
    self.finder = finder
  }

  var numberedCount: Int { linker.numberedCount }

  /// The line of the first numbered point, as far as they were taken.
  var firstLine: Int? { points.first { $0.kind == .numbered }.map { Int($0.line) } }

  /// The memory of the first third of them, for another thread to ask for.
  mutating func splitMemory() -> FreshMemory { memory.split(points.capacity / 3 * MemoryLayout<Point>.stride) }

  /// Takes the stretch that follows on the last one.
  mutating func take(_ stretch: Stretch) {
    guard let first = stretch.points.first, let newLast = stretch.points.last else { return }
    memory.ask(for: stretch.points.count, behind: &points)
    if let last { add(last, before: first) }
    last = newLast
    stretch.points.dropLast().withUnsafeBufferPointer { add($0, stretch.inline) }
  }

  /// Behind the last stretch.
  mutating func finish(closing: Point?) {
    if var last = last.take() {
      if let closing, last.headingEnd > closing.start { last.headingEnd = last.headingStart }
      add(last, before: closing)
    }
    if let closing { add(CollectionOfOne(closing)) }
    let linker = linker
    points.withUnsafeMutableBufferPointer { linker.finish($0) }
  }

  private mutating func add(_ point: Point, before next: Point?) {
    let inline = ([point] + (next.map { [$0] } ?? [])).withUnsafeBufferPointer { finder.points(in: 0, of: $0) }
    if let inline { add(point, inline) } else { add(CollectionOfOne(point)) }
  }

  private mutating func add(_ points: UnsafeBufferPointer<Point>, _ inline: [InlinePoints]) {
    var start = 0
    for inline in inline {
      add(UnsafeBufferPointer(rebasing: points[start..<inline.holder]))
      add(points[inline.holder], inline)
      start = inline.holder + 1
    }
    add(UnsafeBufferPointer(rebasing: points[start...]))
  }

  private mutating func add(_ holder: Point, _ inline: InlinePoints) {
    var holder = holder
    holder.headingEnd = inline.headingEnd
    add([holder] + inline.points)
  }

  private mutating func add(_ more: some Sequence<Point>) {
    let count = points.count
    points += more
    points.withUnsafeMutableBufferPointer { linker.link(count..<$0.count, of: $0) }
  }
}
