/// A document as the reader holds it: its text and its outline.
public struct Document: Sendable {
  public let source: Source
  public let outline: Outline
  /// How the outline was read.
  public let options: OutlineOptions

  public init(source: Source, outline: Outline, options: OutlineOptions = OutlineOptions()) {
    self.source = source
    self.outline = outline
    self.options = options
  }

  /// Reads the outline of `source`. Never fails: a text without numbering is all preamble.
  public init(source: Source, options: OutlineOptions = OutlineOptions()) {
    self.init(source: source, outline: OutlineReader.outline(of: source, options: options), options: options)
  }

  /// Reads the outline of `source` only as far as it takes to say in which points `matches` are, in less than half the
  /// time: without headings and title, and with points inside paragraphs only around `matches`.
  public init(source: Source, tellingPlacesOf matches: Matches, options: OutlineOptions) {
    let offsets = matches.map(\.range.lowerBound)
    self.init(
      source: source, outline: OutlineReader.places(of: offsets, in: source, options: options), options: options)
  }

  /// For each line that is or nearly is a point, the style and rule that decided. Reads the outline once more.
  public func explanations() -> [Explanation] {
    OutlineReader.explainedOutline(of: source, options: options).explanations
  }

  /// The document's title on one line; nil where none was found.
  public var title: String? { title(upTo: .max) }

  /// The title, of each of its lines at most so many bytes: enough for a screen, where a line may be the whole file.
  public func title(upTo limit: Int) -> String? {
    let lines = outline.title.map { source.singleLine($0, upTo: limit) }
    guard var title = lines.first else { return nil }
    for line in lines.dropFirst() {
      let joined =
        title.unicodeScalars.last.map { DisplayWidth.columns(of: $0) == 2 } ?? false
        && line.unicodeScalars.first.map { DisplayWidth.columns(of: $0) == 2 } ?? false
      title += joined ? line : " " + line
    }
    return title
  }

  /// The point's heading on one line, whole, without its marker.
  public func heading(of id: Int) -> String { heading(of: id, upTo: .max) }

  /// The same of at most the first `limit` bytes of the heading.
  public func heading(of id: Int, upTo limit: Int) -> String {
    let point = outline.points[id]
    if point.hasSingleLine, source.isWellFormed, point.heading.count <= limit { return source.string(point.heading) }
    return source.singleLine(point.heading, upTo: limit)
  }

  /// Writes a point's heading on one line, whole: at most as many bytes as `Source.writeSingleLine`.
  @inline(__always)
  func writeHeading(of point: Point, to writer: inout ByteWriter) {
    if point.hasSingleLine, source.isWellFormed {
      source.bytes.withUnsafeBufferPointer { writer.write(UnsafeBufferPointer(rebasing: $0[point.heading])) }
    } else {
      source.writeSingleLine(point.heading, to: &writer)
    }
  }

  /// The point's numbering as printed.
  public func marker(of id: Int) -> String { source.singleLine(outline.points[id].marker) }

  /// The bytes of the point's own text: from its marker (or the blanks before it) to where the next point begins.
  public func ownText(of id: Int) -> Range<Int> { start(of: id)..<start(of: id + 1) }

  /// The bytes of the point with all points inside it.
  public func text(of id: Int) -> Range<Int> { start(of: id)..<start(of: Int(outline.points[id].end)) }

  /// Where a point's own text begins; for one past the last id, the end of the text.
  package func start(of id: Int) -> Int {
    let points = outline.points
    return id < points.count ? Int(points[id].start) : source.bytes.count
  }
}
