/// Several documents as one: a tree of entries — folders, documents, passages —, with the points of those documents whose
/// text is there below their entries.
///
/// What comes of it is a `Document` like any other, so that whatever reads, shows and searches one does so with many.
///
///     var tree = DocumentTree()
///     tree.add("Laws", "", depth: 1)
///     tree.add("Law on books", "books.txt  2021-07-30", depth: 2)
///     tree.add(books, depth: 3)
///     tree.document.addressText(of: 2)  // 1: the first point of the law
public struct DocumentTree {
  private var bytes: [UInt8] = []
  private var points: [Point] = []

  public init() {}

  /// The id of the next entry, or of the first point of the next document.
  public var nextID: Int { points.count }

  /// Adds an entry: a line with its heading, and one with what else is said of it. Answers where the heading begins.
  @discardableResult
  public mutating func add(_ heading: String, _ remark: String = "", depth: Int) -> Int {
    let start = bytes.count
    bytes += heading.utf8
    let end = bytes.count
    bytes.append(UInt8(ascii: "\n"))
    if !remark.isEmpty { bytes += (remark + "\n").utf8 }
    bytes.append(UInt8(ascii: "\n"))
    points.append(
      Point(
        kind: .entry, depth: Int32(depth), parent: -1, end: 0, position: 0, line: 1, start: UInt32(start),
        markerStart: UInt32(start), markerEnd: UInt32(start), headingStart: UInt32(start), headingEnd: UInt32(end)))
    return start
  }

  /// Adds the text of a document and its points, the themes among them at `depth`.
  public mutating func add(_ document: Document, depth: Int) {
    let base = UInt32(bytes.count)
    bytes += document.source.bytes
    if bytes.last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
    points += document.outline.points.map { point in
      var moved = point
      moved.depth += Int32(depth) - 1
      moved.start += base
      moved.markerStart += base
      moved.markerEnd += base
      moved.headingStart += base
      moved.headingEnd += base
      return moved
    }
  }

  /// All that was added, as one document.
  public var document: Document {
    let source = Source(utf8: bytes)
    var points = points
    for id in points.indices { points[id].line = UInt32(source.line(at: Int(points[id].start))) }
    return Document(source: source, outline: Outline(points: points))
  }
}
