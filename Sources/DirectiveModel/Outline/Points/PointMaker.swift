/// Makes points of placed ones, with their headings, and adds what stands before the first and after the last one.
struct PointMaker {
  let text: FoldedText
  let lines: Lines
  let layout: TextLayout
  let candidates: CandidateView
  let inlineFinder: InlinePointFinder
  let asked: Asked

  /// What is asked for; headings and points inside paragraphs take most of the time.
  enum Asked {
    case everything
    /// In which points these byte offsets are, which are in order: no headings, and what is inside paragraphs around them.
    case places(of: [Int])
  }

  /// A document that is one preamble.
  static let preamble = Point(
    kind: .preamble, depth: 1, parent: -1, end: 1, position: 0, line: 1, start: 0, markerStart: 0, markerEnd: 0,
    headingStart: 0, headingEnd: 0)

  /// Placed points from which on it pays to hand them over.
  static let stretch = 1 << 11

  /// Points from which on a thread is sure to be needed, and memory that the system has to give out.
  private static let many = 1 << 15

  /// How many points later a point is made whose text is brought near.
  private static let pointsAhead = 8

  /// The preamble, the points and the closing of at most `limit` placed points, which `place` hands over. `begin` is called
  /// once, with the line of the first numbered point, as soon as that is made; with one behind the last where there is none.
  func points(atMost limit: Int, begin: (Int) -> Void, _ place: (Handover) -> Void) -> MadePoints {
    var made = MadePoints(capacity: limit + 2, finder: inlineFinder)
    var last: PlacedPoint?
    var hasBegun = false
    // Placing begins with a look at all units.
    let memory = limit >= Self.many ? made.splitMemory() : nil
    Pipeline.run(preparing: memory.map { memory in { memory.askForAll() } }, points) { pipeline in
      let handover = Handover(self, pipeline)
      place(handover)
      last = handover.last
    } inOrder: {
      made.take($0)
      if !hasBegun, let line = made.firstLine {
        hasBegun = true
        begin(line)
      }
    }
    made.finish(closing: last.flatMap { closing(after: candidates[$0]) })
    if !hasBegun { begin(made.firstLine ?? lines.count + 1) }
    return made
  }

  /// The points of a stretch, and what is inside the paragraphs of all but the last one, of which it is not known what
  /// follows.
  private func points(_ stretch: Stretch) -> MadePoints.Stretch {
    var numbers = MarkerScanner(text, styles: .all, openings: MarkerOpenings.worthMaking(forLines: 0))
    let headings = HeadingFinder(text: text, lines: lines, layout: layout)
    let (placed, inlineFinder) = (stretch.placed, inlineFinder)
    var places = AskedStretches(asked, from: stretch.hasPreamble ? 0 : stretch.start)
    var inline: [InlinePoints] = []
    let points = [Point](unsafeUninitializedCapacity: placed.count + 1) { points, count in
      if stretch.hasPreamble {
        points.initializeElement(at: 0, to: Self.preamble)
        count = 1
      }
      var end = stretch.start
      for (index, point) in placed.enumerated() {
        let start = end
        if index + Self.pointsAhead < placed.count {
          text.bringNear(self.start(of: placed[index + Self.pointsAhead]), 512)
        }
        end = index + 1 < placed.count ? self.start(of: placed[index + 1]) : stretch.end
        points.initializeElement(at: count, to: self.point(point, in: start..<end, headings, &numbers))
        count += 1
        // While its text is at hand: of a point the next one must be made.
        if count >= 2, places.holdsNext(before: start),
          let found = inlineFinder.points(in: count - 2, of: UnsafeBufferPointer(rebasing: points[..<count]))
        {
          inline.append(found)
        }
      }
    }
    return MadePoints.Stretch(points: points, inline: inline)
  }

  /// The same of all placed points.
  func points(of placed: [PlacedPoint], begin: (Int) -> Void) -> MadePoints {
    points(atMost: placed.count, begin: begin) { handover in
      for first in stride(from: 0, to: max(1, placed.count), by: Self.stretch) {
        let end = min(first + Self.stretch, placed.count)
        handover.hand(placed[first..<end], before: end < placed.count ? placed[end] : nil)
      }
    }
  }

  /// Placed points in a row, where the first of them begins, and the one behind them.
  fileprivate struct Stretch {
    let hasPreamble: Bool
    let placed: [PlacedPoint]
    let start: Int
    let end: Int
  }

  /// Takes placed points, stretch after stretch.
  final class Handover {
    private let maker: PointMaker
    private let pipeline: Pipeline<Stretch>
    private(set) var last: PlacedPoint?
    /// Where the next stretch begins.
    private var start = 0

    fileprivate init(_ maker: PointMaker, _ pipeline: Pipeline<Stretch>) {
      self.maker = maker
      self.pipeline = pipeline
    }

    /// Takes what a builder has placed, if that is a stretch, but for the last one: where it ends is not known yet.
    func take(from builder: OutlineBuilder) {
      let last = builder.placed.count - 1
      guard last >= PointMaker.stretch else { return }
      hand(builder.placed.dropLast(), before: builder.placed[last])
      builder.forgetPlaced()
    }

    /// `next` is the one behind them; nil behind the last one.
    func hand(_ placed: some BidirectionalCollection<PlacedPoint>, before next: PlacedPoint?) {
      let hasPreamble = last == nil && maker.isPreceded(placed.first)
      if hasPreamble { start = placed.first.map(maker.start) ?? maker.text.count }
      let end = next.map(maker.start) ?? maker.text.count
      pipeline.put(Stretch(hasPreamble: hasPreamble, placed: Array(placed), start: start, end: end))
      start = end
      last = placed.last ?? last
    }
  }

  /// Whether text stands before the first point, or there is none.
  private func isPreceded(_ first: PlacedPoint?) -> Bool {
    guard let start = first.map(start) else { return true }
    return text.skipBlanksAndLineEnds(before: start) < start
  }

  /// What stands behind all points; nil where nothing does.
  private func closing(after last: Candidate) -> Point? {
    guard
      let line = ClosingFinder(text: text, lines: lines)
        .closing(after: Int(last.line), hasTitleBelow: last.flags.contains(.isAlone))
    else { return nil }
    let start = UInt32(lines[line].lowerBound)
    return Point(
      kind: .closing, depth: 1, parent: -1, end: 0, position: 0, line: UInt32(line), start: start,
      markerStart: start, markerEnd: start, headingStart: start, headingEnd: start)
  }

  /// Where a point's own text begins: its line's start, or its marker for the second marker of a line.
  private func start(of placed: PlacedPoint) -> Int {
    let candidate = candidates[placed]
    return candidate.flags.contains(.isInner) ? Int(candidate.start) : lines.start(Int(candidate.line))
  }

  /// A point whose own text is `own`. `numbers` reads the number inside a Markdown heading.
  private func point(
    _ placed: PlacedPoint, in own: Range<Int>, _ headings: HeadingFinder, _ numbers: inout MarkerScanner
  ) -> Point {
    let candidate = candidates[placed]
    let reading = candidates.readings[Int(placed.reading)]
    var marker = Int(candidate.start)..<Int(reading.end)
    var style = reading.style
    if candidate.kind == .markdown {
      (marker, style) = number(behind: marker.upperBound, candidate, &numbers)
    }
    let heading =
      switch asked {
      case .everything: headings.heading(from: marker.upperBound, line: Int(candidate.line), before: own.upperBound)
      case .places: HeadingFinder.Heading(range: marker.upperBound..<marker.upperBound)
      }
    return Point(
      kind: .numbered, style: style, hasSingleLine: heading.isSingleLine, depth: placed.depth, parent: -1, end: 0,
      position: 0, line: candidate.line, start: UInt32(own.lowerBound), markerStart: UInt32(marker.lowerBound),
      markerEnd: UInt32(marker.upperBound), headingStart: UInt32(heading.range.lowerBound),
      headingEnd: UInt32(heading.range.upperBound))
  }

  /// The numbering inside a Markdown heading, `1.2` in `## 1.2 Setup`, and its style; empty where there is none.
  private func number(
    behind end: Int, _ candidate: Candidate, _ numbers: inout MarkerScanner
  ) -> (Range<Int>, style: UInt8) {
    let limit = lines.limit(of: candidate)
    let start = text.skipBlanks(from: end, before: limit)
    let count = numbers.found.list.count
    numbers.scan(line: 1, start: start, limit: limit)
    guard count < numbers.found.list.count else { return (start..<start, NumberingStyle.markdownIndex) }
    let found = numbers.found.list[count]
    let reading = numbers.found.readings[Int(found.firstReading)]
    return (Int(found.start)..<Int(reading.end), reading.style)
  }
}

/// Tells of stretches of a text that follow on one another which of them are asked about.
private struct AskedStretches {
  /// Byte offsets in order; nil where all are.
  private let places: [Int]?
  /// The first one that is not before the next stretch.
  private var next = 0

  init(_ asked: PointMaker.Asked, from start: Int) {
    switch asked {
    case .everything: places = nil
    case .places(let offsets):
      places = offsets
      next = offsets.indices.partitionPoint { offsets[$0] < start }
    }
  }

  /// Whether the next stretch is, which ends before `end`.
  mutating func holdsNext(before end: Int) -> Bool {
    guard let places else { return true }
    let first = next
    while next < places.count, places[next] < end { next += 1 }
    return next > first
  }
}

extension FoldedText {
  /// The index of the first byte before `limit` that is no blank and no line end; `limit` where there is none.
  func skipBlanksAndLineEnds(before limit: Int) -> Int {
    var index = 0
    while index < limit {
      index = skipBlanks(from: index, before: limit)
      guard index < limit, byte(index) == 0x0A || byte(index) == 0x0D || byte(index) == 0x0B else { return index }
      index += 1
    }
    return limit
  }
}
