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
    guard !placed.isEmpty else {
      return Outline(points: withInlinePoints([Self.preamble], in: [0]), title: title)
    }
    let points = self.points(placed) { point($0, before: $1) }
    return Outline(points: withInlinePoints(points, in: points.indices), title: title)
  }

  /// An outline without headings and title, and with points inside paragraphs only around `offsets`, which are byte
  /// offsets in order: it tells in which points these are as the whole one does, because nothing inside a paragraph
  /// changes the place of what is outside.
  func places(_ placed: [PlacedPoint], of offsets: [Int]) -> Outline {
    let points = self.points(placed) { point, _ in self.point(point) { $0..<$0 } }
    var ids: [Int] = []
    var id = 0
    for offset in offsets {
      while id + 1 < points.count, Int(points[id + 1].start) <= offset { id += 1 }
      if ids.last != id { ids.append(id) }
    }
    return Outline(points: withInlinePoints(points, in: ids))
  }

  /// The preamble, what `make` makes of each point and of where the next one begins, and the closing.
  private func points(_ placed: [PlacedPoint], _ make: (PlacedPoint, Int) -> Point) -> [Point] {
    guard !placed.isEmpty else { return [Self.preamble] }
    var points: [Point] = []
    points.reserveCapacity(placed.count + 2)
    let firstStart = start(of: placed[0])
    if text.skipBlanksAndLineEnds(before: firstStart) < firstStart { points.append(Self.preamble) }
    for part in Chunks.map(
      0..<placed.count, ofAtLeast: 1 << 14,
      { part in
        part.map { index in
          make(placed[index], index + 1 < placed.count ? start(of: placed[index + 1]) : text.count)
        }
      })
    { points += part }
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

  /// Adds the points inside the last paragraphs of those of the points `ids` that have no others; where nothing is
  /// numbered otherwise, of the whole text.
  private func withInlinePoints<IDs: RandomAccessCollection>(_ points: [Point], in ids: IDs) -> [Point]
  where IDs.Element == Int {
    let runs = InlineRuns(text: text, lines: lines, layout: layout, options: options)
    let found = Chunks.map(0..<ids.count, ofAtLeast: 1 << 13) { part in
      ids.dropFirst(part.lowerBound).prefix(part.count).compactMap { id -> (id: Int, run: [InlineRuns.Member])? in
        let holdsPoints = id + 1 < points.count && points[id + 1].depth > points[id].depth
        guard points[id].kind == .numbered ? !holdsPoints : points.count == 1 else { return nil }
        let end = id + 1 < points.count ? Int(points[id + 1].start) : text.count
        let run = runs.run(
          in: Int(points[id].start)..<end, line: Int(points[id].line), from: Int(points[id].markerEnd))
        return run.isEmpty ? nil : (id, run)
      }
    }.flatMap { $0 }
    guard !found.isEmpty else { return points }
    var result: [Point] = []
    result.reserveCapacity(points.count + found.reduce(0) { $0 + $1.run.count })
    var copied = 0
    for (id, run) in found {
      result += points[copied...id]
      copied = id + 1
      let holder = result.count - 1
      let limit = copied < points.count ? Int(points[copied].start) : text.count
      if result[holder].headingEnd > UInt32(run[0].start) {
        let end = text.trimClauseEnd(from: Int(result[holder].headingStart), before: run[0].start)
        result[holder].headingEnd = max(result[holder].headingStart, UInt32(end))
      }
      for (index, member) in run.enumerated() {
        let end = index + 1 < run.count ? run[index + 1].start : limit
        result.append(inlinePoint(member, before: end, in: points[id]))
      }
    }
    result += points[copied...]
    return result
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
    var scanner = MarkerScanner(text, styles: .all, openings: .worthMaking(forLines: 0))
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
