/// Makes an outline of points: with the title, or with what is inside paragraphs around some places.
struct OutlineAssembler {
  let text: FoldedText
  let lines: Lines
  let layout: TextLayout
  let options: OutlineOptions

  var inlineFinder: InlinePointFinder {
    InlinePointFinder(text: text, lines: lines, layout: layout, options: options)
  }

  /// The outline of points that have headings. A document whose `title` is empty says so itself.
  func outline(_ made: consuming MadePoints, title: [Range<Int>]) -> Outline {
    let (points, numberedCount) = (made.points, made.numberedCount)
    let firstLine = points.first { $0.kind == .numbered }.map { Int($0.line) } ?? lines.count + 1
    let title =
      title.isEmpty ? TitleFinder(text: text, lines: lines, layout: layout).title(before: firstLine) : title
    return Outline(linked: points, numberedCount: numberedCount, title: title)
  }

  /// An outline without headings and title, and with points inside paragraphs only around `offsets`, which are byte
  /// offsets in order: it tells in which points these are as the whole one does, because nothing inside a paragraph
  /// changes the place of what is outside.
  func places(_ made: MadePoints, of offsets: [Int]) -> Outline {
    let points = made.points
    var ids: [Int] = []
    var id = 0
    for offset in offsets {
      while id + 1 < points.count, Int(points[id + 1].start) <= offset { id += 1 }
      if ids.last != id { ids.append(id) }
    }
    let finder = inlineFinder
    let found = points.withUnsafeBufferPointer { points in
      Chunks.map(ids.indices, ofAtLeast: 1 << 13) { part in
        ids[part].compactMap { finder.points(in: $0, of: points) }
      }
    }
    let all = MadePoints(points, with: found.flatMap { $0 })
    return Outline(linked: all.points, numberedCount: all.numberedCount, title: [])
  }
}
