/// The points inside a paragraph, the index of the point that holds them, and where the heading of that one ends.
struct InlinePoints {
  let holder: Int
  let headingEnd: UInt32
  let points: [Point]
}

/// Finds the points inside the last paragraphs of points that have no others; where nothing is numbered otherwise, of the
/// whole text. Where the point's own marker begins the run, `（1）…；（2）…`, they stand beside it.
struct InlinePointFinder {
  private let text: FoldedText
  private let lines: Lines
  private let layout: TextLayout
  private let runs: InlineRuns

  init(text: FoldedText, lines: Lines, layout: TextLayout, options: OutlineOptions) {
    self.text = text
    self.lines = lines
    self.layout = layout
    runs = InlineRuns(text: text, lines: lines, layout: layout, options: options)
  }

  /// What stands inside the last paragraph of the point `id`, of which the next one is known; nil where nothing does.
  func points(in id: Int, of points: UnsafeBufferPointer<Point>) -> InlinePoints? {
    let isLast = id + 1 == points.count
    let mayHoldPoints =
      points[id].kind == .numbered ? isLast || points[id + 1].depth <= points[id].depth : points.count == 1
    guard mayHoldPoints else { return nil }
    let limit = isLast ? text.count : Int(points[id + 1].start)
    let holder = points[id]
    let own = Int(holder.start)..<limit
    let lastLine = isLast ? lines.count : Int(points[id + 1].line)
    // Behind points beside it, those of other lines would be counted wrongly.
    let mayLead =
      !holder.marker.isEmpty && (isLast || points[id + 1].kind != .numbered || points[id + 1].depth < holder.depth)
    let paragraph = runs.lastParagraph(of: own, notBehind: lastLine, after: holder.marker)
    let led = mayLead ? runs.run(in: paragraph, ledBy: holder.marker, of: holder.style)?.dropFirst() : nil
    guard let members = led ?? runs.run(in: paragraph, behind: holder.marker)?[...], let first = members.first else {
      return nil
    }
    var headingEnd = holder.headingEnd
    if headingEnd > UInt32(first.start) {
      let end = text.trimClauseEnd(from: Int(holder.headingStart), before: first.start)
      headingEnd = max(holder.headingStart, UInt32(end))
    }
    let depth = holder.kind == .preamble ? 1 : led == nil ? holder.depth + 1 : holder.depth
    let inline = members.indices.map { index in
      point(members[index], before: index + 1 < members.endIndex ? members[index + 1].start : limit, depth: depth)
    }
    return InlinePoints(holder: id, headingEnd: headingEnd, points: inline)
  }

  private func point(_ member: InlineRuns.Member, before end: Int, depth: Int32) -> Point {
    let line = lines.number(at: member.start)
    let heading = HeadingFinder(text: text, lines: lines, layout: layout)
      .heading(from: member.end, line: line, before: end)
    let headingEnd = text.trimClauseEnd(from: heading.range.lowerBound, before: heading.range.upperBound)
    return Point(
      kind: .numbered, style: member.style, isInline: true, hasSingleLine: heading.isSingleLine,
      depth: depth, parent: -1, end: 0, position: 0, line: UInt32(line),
      start: UInt32(member.start), markerStart: UInt32(member.start), markerEnd: UInt32(member.end),
      headingStart: UInt32(heading.range.lowerBound), headingEnd: UInt32(headingEnd))
  }
}
