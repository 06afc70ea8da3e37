/// Puts the outline together: points with their headings, preamble, closing and title.
struct OutlineAssembler {
  let text: FoldedText
  let lines: Lines
  let layout: TextLayout
  let candidates: Candidates
  let options: OutlineOptions

  /// A document that is one preamble.
  static let preamble = Point(
    kind: .preamble, depth: 1, parent: -1, end: 1, position: 0, line: 1, start: 0, markerStart: 0, markerEnd: 0,
    headingStart: 0, headingEnd: 0)

  func outline(
    placed: [PlacedPoint], title: [Range<Int>]
  ) -> Outline {
    let firstLine = placed.first.map { Int(candidates.list[Int($0.candidate)].line) } ?? lines.count + 1
    let title =
      title.isEmpty ? TitleFinder(text: text, lines: lines, layout: layout).title(before: firstLine) : title
    var points = self.points(placed) { point($0, before: $1) }
    insertInlinePoints(into: &points, of: points.indices)
    return Outline(points: points, title: title)
  }

  /// An outline without headings and title, and with points inside paragraphs only around `offsets`, which are byte
  /// offsets in order: it tells in which points these are as the whole one does, because nothing inside a paragraph
  /// changes the place of what is outside.
  func places(_ placed: [PlacedPoint], of offsets: [Int]) -> Outline {
    var points = self.points(placed) { point, _ in self.point(point) { $0..<$0 } }
    var ids: [Int] = []
    var id = 0
    for offset in offsets {
      while id + 1 < points.count, Int(points[id + 1].start) <= offset { id += 1 }
      if ids.last != id { ids.append(id) }
    }
    insertInlinePoints(into: &points, of: ids)
    return Outline(points: points)
  }

  /// The preamble, what `make` makes of each point and of where the next one begins, and the closing.
  private func points(_ placed: [PlacedPoint], _ make: (PlacedPoint, Int) -> Point) -> [Point] {
    guard !placed.isEmpty else { return [Self.preamble] }
    let firstStart = start(of: placed[0])
    let before = text.skipBlanksAndLineEnds(before: firstStart) < firstStart ? 1 : 0
    var points = [Point](unsafeUninitializedCapacity: before + placed.count + 1) { points, count in
      count = before + placed.count
      if before > 0 { points.initializeElement(at: 0, to: Self.preamble) }
      let rest = UnsafeMutableBufferPointer(rebasing: points[before...])
      _ = Chunks.map(0..<placed.count, ofAtLeast: 1 << 13) { part in
        for index in part {
          let next = index + 1 < placed.count ? start(of: placed[index + 1]) : text.count
          rest.initializeElement(at: index, to: make(placed[index], next))
        }
      }
    }
    if points[0].kind == .numbered { points[0].start = 0 }
    if let last = placed.last.map({ candidates.list[Int($0.candidate)] }),
      let line = ClosingFinder(text: text, lines: lines)
        .closing(after: Int(last.line), hasTitleBelow: last.flags.contains(.isAlone))
    {
      let start = UInt32(lines[line].lowerBound)
      let id = points.count - 1
      if points[id].headingEnd > start { points[id].headingEnd = points[id].headingStart }
      points.append(
        Point(
          kind: .closing, depth: 1, parent: -1, end: 0, position: 0, line: UInt32(line), start: start,
          markerStart: start, markerEnd: start, headingStart: start, headingEnd: start))
    }
    return points
  }

  /// The points inside a paragraph, and where the heading of the point that holds them ends.
  private struct InlinePoints {
    let holder: Int
    let headingEnd: UInt32
    let points: [Point]
  }

  /// Inserts the points inside the last paragraphs of those of the points `ids` that have no others; where nothing is
  /// numbered otherwise, of the whole text.
  private func insertInlinePoints<IDs: RandomAccessCollection>(into points: inout [Point], of ids: IDs)
  where IDs.Element == Int {
    let runs = InlineRuns(text: text, lines: lines, layout: layout, options: options)
    let found = points.withUnsafeBufferPointer { points in
      Chunks.map(0..<ids.count, ofAtLeast: 1 << 13) { part in
        ids.dropFirst(part.lowerBound).prefix(part.count).compactMap { inlinePoints(in: $0, points, runs) }
      }
    }.flatMap { $0 }
    guard !found.isEmpty else { return }
    // From the end on, each point is moved to where it belongs.
    var end = points.count
    points += repeatElement(Self.preamble, count: found.reduce(0) { $0 + $1.points.count })
    var free = points.count
    points.withUnsafeMutableBufferPointer { points in
      guard let first = points.baseAddress else { return }
      for inline in found.reversed() {
        let behind = inline.holder + 1..<end
        free -= behind.count
        (first + free).update(from: first + behind.lowerBound, count: behind.count)
        free -= inline.points.count
        for (index, point) in inline.points.enumerated() { points[free + index] = point }
        points[inline.holder].headingEnd = inline.headingEnd
        end = behind.lowerBound
      }
    }
  }

  /// What stands inside the last paragraph of the point `id`; nil where nothing does.
  private func inlinePoints(in id: Int, _ points: UnsafeBufferPointer<Point>, _ runs: InlineRuns) -> InlinePoints? {
    let holder = points[id]
    let holdsPoints = id + 1 < points.count && points[id + 1].depth > holder.depth
    guard holder.kind == .numbered ? !holdsPoints : points.count == 1 else { return nil }
    let limit = id + 1 < points.count ? Int(points[id + 1].start) : text.count
    let run = runs.run(in: Int(holder.start)..<limit, line: Int(holder.line), from: Int(holder.markerEnd))
    guard let first = run.first else { return nil }
    var headingEnd = holder.headingEnd
    if headingEnd > UInt32(first.start) {
      let end = text.trimClauseEnd(from: Int(holder.headingStart), before: first.start)
      headingEnd = max(holder.headingStart, UInt32(end))
    }
    let inline = run.indices.map { index in
      inlinePoint(run[index], before: index + 1 < run.count ? run[index + 1].start : limit, in: holder)
    }
    return InlinePoints(holder: id, headingEnd: headingEnd, points: inline)
  }

  private func inlinePoint(_ member: InlineRuns.Member, before end: Int, in holder: Point) -> Point {
    let line = lines.number(at: member.start)
    let heading = HeadingFinder(text: text, lines: lines, layout: layout)
      .heading(from: member.end, line: line, before: end)
    let headingEnd = text.trimClauseEnd(from: heading.lowerBound, before: heading.upperBound)
    return Point(
      kind: .numbered, style: member.style, isInline: true, depth: holder.kind == .numbered ? holder.depth + 1 : 1,
      parent: -1, end: 0, position: 0, line: UInt32(line), start: UInt32(member.start),
      markerStart: UInt32(member.start), markerEnd: UInt32(member.end), headingStart: UInt32(heading.lowerBound),
      headingEnd: UInt32(headingEnd))
  }

  /// Where a point's own text begins: its line's start, or its marker for the second marker of a line.
  private func start(of placed: PlacedPoint) -> Int {
    let candidate = candidates.list[Int(placed.candidate)]
    return candidate.flags.contains(.isInner) ? Int(candidate.start) : lines[Int(candidate.line)].lowerBound
  }

  private func point(_ placed: PlacedPoint, before next: Int) -> Point {
    point(placed) { markerEnd in
      HeadingFinder(text: text, lines: lines, layout: layout)
        .heading(from: markerEnd, line: Int(candidates.list[Int(placed.candidate)].line), before: next)
    }
  }

  /// `heading` tells the heading of a point by the end of its marker.
  private func point(_ placed: PlacedPoint, heading: (Int) -> Range<Int>) -> Point {
    let candidate = candidates.list[Int(placed.candidate)]
    let reading = candidates.readings[Int(placed.reading)]
    var marker = Int(candidate.start)..<Int(reading.end)
    var style = reading.style
    if style == NumberingStyle.markdownIndex { (marker, style) = numberInside(marker.upperBound, candidate) }
    let found = heading(marker.upperBound)
    return Point(
      kind: .numbered, style: style, depth: placed.depth, parent: -1, end: 0, position: 0, line: candidate.line,
      start: UInt32(start(of: placed)), markerStart: UInt32(marker.lowerBound), markerEnd: UInt32(marker.upperBound),
      headingStart: UInt32(found.lowerBound), headingEnd: UInt32(found.upperBound))
  }

  /// The numbering inside a Markdown heading, `1.2` in `## 1.2 Setup`, and its style; empty where there is none.
  private func numberInside(_ end: Int, _ candidate: Candidate) -> (Range<Int>, style: UInt8) {
    let start = text.skipBlanks(from: end, before: Int(candidate.limit))
    var scanner = MarkerScanner(text, styles: .all, openings: MarkerOpenings.worthMaking(forLines: 0))
    scanner.scan(line: 1, start: start, limit: Int(candidate.limit))
    guard let reading = scanner.found.readings.first, let found = scanner.found.list.first else {
      return (start..<start, NumberingStyle.markdownIndex)
    }
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
