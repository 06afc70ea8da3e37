/// Puts the outline together: points with their headings, preamble, closing and title.
struct OutlineAssembler {
  let text: FoldedText
  let lines: Lines
  let layout: TextLayout
  let options: OutlineOptions

  /// The outline of points that have headings. A document whose `title` is empty says so itself.
  func outline(_ made: consuming [Point], title: [Range<Int>]) -> Outline {
    var points = made
    let firstLine = points.first { $0.kind == .numbered }.map { Int($0.line) } ?? lines.count + 1
    let title =
      title.isEmpty ? TitleFinder(text: text, lines: lines, layout: layout).title(before: firstLine) : title
    insertInlinePoints(into: &points, of: points.indices)
    return Outline(points: consume points, title: title)
  }

  /// An outline without headings and title, and with points inside paragraphs only around `offsets`, which are byte
  /// offsets in order: it tells in which points these are as the whole one does, because nothing inside a paragraph
  /// changes the place of what is outside.
  func places(_ made: consuming [Point], of offsets: [Int]) -> Outline {
    var points = made
    var ids: [Int] = []
    var id = 0
    for offset in offsets {
      while id + 1 < points.count, Int(points[id + 1].start) <= offset { id += 1 }
      if ids.last != id { ids.append(id) }
    }
    insertInlinePoints(into: &points, of: ids)
    return Outline(points: consume points)
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
    points += repeatElement(PointMaker.preamble, count: found.reduce(0) { $0 + $1.points.count })
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
    let headingEnd = text.trimClauseEnd(from: heading.range.lowerBound, before: heading.range.upperBound)
    return Point(
      kind: .numbered, style: member.style, isInline: true, hasSingleLine: heading.isSingleLine,
      depth: holder.kind == .numbered ? holder.depth + 1 : 1, parent: -1, end: 0, position: 0, line: UInt32(line),
      start: UInt32(member.start), markerStart: UInt32(member.start), markerEnd: UInt32(member.end),
      headingStart: UInt32(heading.range.lowerBound), headingEnd: UInt32(headingEnd))
  }
}
