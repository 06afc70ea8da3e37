/// Points in reading order, and what was found inside their paragraphs.
struct MadePoints {
  var points: [Point] = []
  /// In no order, of all points but those at `borders`, where too little was known of those around.
  var inline: [InlinePoints] = []
  var borders: [Int] = []
}

/// Makes points of placed ones, with their headings, and adds what stands before the first and after the last one.
struct PointMaker {
  let text: FoldedText
  let lines: Lines
  let layout: TextLayout
  let candidates: CandidateView
  let inlineFinder: InlinePointFinder
  /// Whether headings and points inside paragraphs are asked for, which take most of the time.
  let readsHeadings: Bool

  /// A document that is one preamble.
  static let preamble = Point(
    kind: .preamble, depth: 1, parent: -1, end: 1, position: 0, line: 1, start: 0, markerStart: 0, markerEnd: 0,
    headingStart: 0, headingEnd: 0)

  /// Placed points from which on it pays to hand them over.
  static let stretch = 1 << 11

  /// Candidates from which on memory for the points is asked for before they come.
  private static let many = 1 << 15

  /// How many points later a point is made whose text is brought near.
  private static let pointsAhead = 8

  /// The preamble, the points and the closing of at most `limit` placed points, which `place` hands over.
  func points(atMost limit: Int, _ place: (Handover) -> Void) -> MadePoints {
    var last: PlacedPoint?
    let found = Guarded<[InlinePoints]>([])
    var borders: [Int] = []
    var points = [Point](unsafeUninitializedCapacity: limit + 2) { buffer, count in
      let points = buffer
      let makePoints: (Stretch) -> Void = { stretch in
        var numbers = MarkerScanner(text, styles: .all, openings: MarkerOpenings.worthMaking(forLines: 0))
        var end = stretch.placed.first.map(start) ?? stretch.end
        let made = UnsafeBufferPointer(points)
        var inline: [InlinePoints] = []
        let headings = HeadingFinder(text: text, lines: lines, layout: layout)
        let inlineFinder = inlineFinder
        for (index, placed) in stretch.placed.enumerated() {
          let start = end
          if index + Self.pointsAhead < stretch.placed.count {
            text.bringNear(self.start(of: stretch.placed[index + Self.pointsAhead]), 512)
          }
          end = index + 1 < stretch.placed.count ? self.start(of: stretch.placed[index + 1]) : stretch.end
          points.initializeElement(at: stretch.id + index, to: point(placed, in: start..<end, headings, &numbers))
          // While its text is at hand: of a point the ones around must be made.
          if readsHeadings, index >= 2, let found = inlineFinder.points(in: stretch.id + index - 1, of: made) {
            inline.append(found)
          }
        }
        if !inline.isEmpty { found.withLock { $0 += inline } }
      }
      var room = FreshMemory(UnsafeMutableRawBufferPointer(buffer))
      Pipeline.run(makePoints, meanwhile: limit < Self.many ? nil : { room.takeMore() }) { pipeline in
        let handover = Handover(self, pipeline)
        place(handover)
        if handover.hasPreamble { points.initializeElement(at: 0, to: Self.preamble) }
        (last, count, borders) = (handover.last, handover.count, handover.borders)
      }
    }
    if points[0].kind == .numbered { points[0].start = 0 }
    if let last { appendClosing(to: &points, after: candidates.list[Int(last.candidate)]) }
    return MadePoints(points: points, inline: found.withLock { $0 }, borders: borders)
  }

  /// The same of all placed points.
  func points(of placed: [PlacedPoint]) -> MadePoints {
    points(atMost: placed.count) { handover in
      for first in stride(from: 0, to: max(1, placed.count), by: Self.stretch) {
        let end = min(first + Self.stretch, placed.count)
        handover.hand(placed[first..<end], before: end < placed.count ? placed[end] : nil)
      }
    }
  }

  /// Placed points in a row, where among all points they belong, and where the one behind them begins.
  fileprivate struct Stretch {
    let id: Int
    let placed: [PlacedPoint]
    let end: Int
  }

  /// Takes placed points, stretch after stretch.
  final class Handover {
    private let maker: PointMaker
    private let pipeline: Pipeline<Stretch>
    private(set) var last: PlacedPoint?
    /// How many points there are already.
    private(set) var count = 0
    private(set) var hasPreamble = false
    /// The first and the last point of each stretch, and the preamble.
    private(set) var borders: [Int] = []

    fileprivate init(_ maker: PointMaker, _ pipeline: Pipeline<Stretch>) {
      self.maker = maker
      self.pipeline = pipeline
    }

    /// Takes what a builder has placed, if that is a stretch, but for the last one: where it ends is not known yet.
    func take(from builder: OutlineBuilder) {
      let last = builder.placed.count - 1
      guard last >= PointMaker.stretch else { return }
      hand(builder.placed[..<last], before: builder.placed[last])
      builder.forgetPlaced()
    }

    /// `next` is the one behind them; nil behind the last one.
    func hand(_ placed: ArraySlice<PlacedPoint>, before next: PlacedPoint?) {
      if count == 0, maker.isPreceded(placed.first) {
        hasPreamble = true
        count = 1
        borders.append(0)
      }
      pipeline.put(Stretch(id: count, placed: Array(placed), end: next.map(maker.start) ?? maker.text.count))
      if !placed.isEmpty { borders.append(count) }
      if placed.count > 1 { borders.append(count + placed.count - 1) }
      count += placed.count
      last = placed.last ?? last
    }
  }

  /// Whether text stands before the first point, or there is none.
  private func isPreceded(_ first: PlacedPoint?) -> Bool {
    guard let start = first.map(start) else { return true }
    return text.skipBlanksAndLineEnds(before: start) < start
  }

  private func appendClosing(to points: inout [Point], after last: Candidate) {
    guard
      let line = ClosingFinder(text: text, lines: lines)
        .closing(after: Int(last.line), hasTitleBelow: last.flags.contains(.isAlone))
    else { return }
    let start = UInt32(lines[line].lowerBound)
    let id = points.count - 1
    if points[id].headingEnd > start { points[id].headingEnd = points[id].headingStart }
    points.append(
      Point(
        kind: .closing, depth: 1, parent: -1, end: 0, position: 0, line: UInt32(line), start: start,
        markerStart: start, markerEnd: start, headingStart: start, headingEnd: start))
  }

  /// Where a point's own text begins: its line's start, or its marker for the second marker of a line.
  private func start(of placed: PlacedPoint) -> Int {
    let candidate = candidates.list[Int(placed.candidate)]
    return candidate.flags.contains(.isInner) ? Int(candidate.start) : lines.start(Int(candidate.line))
  }

  /// A point whose own text is `own`. `numbers` reads the number inside a Markdown heading.
  private func point(
    _ placed: PlacedPoint, in own: Range<Int>, _ headings: HeadingFinder, _ numbers: inout MarkerScanner
  ) -> Point {
    let candidate = candidates.list[Int(placed.candidate)]
    let reading = candidates.readings[Int(placed.reading)]
    var marker = Int(candidate.start)..<Int(reading.end)
    var style = reading.style
    if candidate.kind == .markdown {
      (marker, style) = number(behind: marker.upperBound, candidate, &numbers)
    }
    let heading =
      readsHeadings
      ? headings.heading(from: marker.upperBound, line: Int(candidate.line), before: own.upperBound)
      : HeadingFinder.Heading(range: marker.upperBound..<marker.upperBound)
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
    let start = text.skipBlanks(from: end, before: Int(candidate.limit))
    let count = numbers.found.list.count
    numbers.scan(line: 1, start: start, limit: Int(candidate.limit))
    guard count < numbers.found.list.count else { return (start..<start, NumberingStyle.markdownIndex) }
    let found = numbers.found.list[count]
    let reading = numbers.found.readings[Int(found.firstReading)]
    return (Int(found.start)..<Int(reading.end), reading.style)
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
