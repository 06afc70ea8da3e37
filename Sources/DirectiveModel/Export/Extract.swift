/// What is exported: a document, or some of its points with all points inside them.
public struct Extract: Sendable {
  public let document: Document
  /// What the document is called where a format needs a name for it: its file's name without the folder.
  public let name: String
  /// Deeper points are no points of their own: their text is a part of the point around them.
  public let levels: Int
  /// The ids of the points, in reading order; none inside another.
  let points: [Int]
  /// The part of the document that it is; nil for all of it.
  let selection: Selection?
  var isWhole: Bool { selection == nil }
  let options: ExportOptions
  /// What belongs to pages, and is left out where text is to be read.
  let pages: PageLines

  /// `selection`: the part that is exported; nil for the whole document.
  public init(
    _ document: Document, name: String, selection: Selection? = nil, levels: Int = .max,
    options: ExportOptions = ExportOptions()
  ) {
    self.document = document
    let base = name.split(separator: "/").last.map(String.init) ?? ""
    self.name = base.isEmpty ? "document" : base
    self.levels = levels
    self.options = options
    self.selection = selection
    pages = PageLines(document)
    points = selection?.points ?? document.outline.children(of: nil)
  }

  /// The points in reading order, each opened before the points inside it and closed after them.
  var walk: ExtractWalk { ExtractWalk(self) }

  /// The points in reading order.
  var entries: some Sequence<Entry> {
    walk.lazy.compactMap { event in
      if case .open(let entry) = event { entry } else { nil }
    }
  }

  /// The entry of preamble or closing; nil where it has none.
  func entry(of kind: Point.Kind) -> Entry? {
    let id = points.first { document.outline.points[$0].kind == kind }
    return id.map { Entry($0, of: document, address: Document.word(for: kind), depth: 1, levels: levels) }
  }
}

/// What some formats are told besides.
public struct ExportOptions: Sendable {
  /// The index that JSON Lines name in every action; empty for the one that they are sent to.
  public var index = ""
  /// Whether CSV begins with a byte order mark, without which some spreadsheets take it for another encoding.
  public var byteOrderMark = false

  public init() {}
}

/// A point as it is exported.
struct Entry {
  let id: Int
  let point: Point
  /// `2.3`, `preamble` or `closing`.
  let address: String
  /// 1 for the outermost exported points.
  let depth: Int
  /// Its own text, without blanks at either end; with the text of all points inside where those are left out.
  let text: Range<Int>
  /// The part of its text that names it: marker and heading, with what stands before them and the full stop that ends
  /// them; but without the `#` of a heading of Markdown.
  let head: Range<Int>
  /// Whether points inside it are exported.
  let hasChildren: Bool
  /// Whether its head is a heading, and not the first sentence of a paragraph.
  let isTitled: Bool

  init(_ id: Int, of document: Document, address: String, depth: Int, levels: Int) {
    let point = document.outline.points[id]
    let isCut = Int(point.depth) >= levels
    let source = document.source
    self.id = id
    self.point = point
    self.address = address
    self.depth = depth
    text = Whitespace.trim(isCut ? document.text(of: id) : document.ownText(of: id), in: source)
    hasChildren = !isCut && document.outline.hasChildren(id)
    guard point.kind == .numbered, !point.marker.isEmpty || !point.heading.isEmpty else {
      head = text.lowerBound..<text.lowerBound
      isTitled = false
      return
    }
    let name = point.marker.isEmpty ? point.heading.lowerBound : point.marker.lowerBound
    let start = Self.skipHashes(from: text.lowerBound, before: name, in: source)
    let sentence = max(point.marker.upperBound, point.heading.upperBound)
    // A heading may end in blanks that its text is without.
    let end = min(text.upperBound, Self.skipStop(after: sentence, before: text.upperBound, in: source.bytes))
    head = min(max(start, text.lowerBound), end)..<end
    let line = end > 0 ? source.line(source.line(at: end - 1)).upperBound : 0
    let endsLine = Whitespace.trim(end..<max(end, min(line, text.upperBound)), in: source).isEmpty
    isTitled = end <= sentence && endsLine && (hasChildren || end < text.upperBound)
  }

  /// What of its text follows its head.
  func body(in source: Source) -> Range<Int> {
    Whitespace.trim(max(text.lowerBound, head.upperBound)..<text.upperBound, in: source)
  }

  /// The index after the `#` of a heading and the blanks behind them.
  private static func skipHashes(from start: Int, before limit: Int, in source: Source) -> Int {
    var index = start
    while index < limit, source.bytes[index] == UInt8(ascii: "#") { index += 1 }
    return index == start ? start : Whitespace.trim(index..<limit, in: source).lowerBound
  }

  /// The index after a full stop and the marks that close a quotation or bracket with it.
  private static func skipStop(after index: Int, before limit: Int, in bytes: TextBytes) -> Int {
    let stops: Set<Unicode.Scalar> = [".", "。", "．"]
    let closing: Set<Unicode.Scalar> = ["\"", "'", "”", "’", ")", "）", "」", "』", "*"]
    guard let (stop, length) = UTF8Scalar.decode(bytes, at: index, before: limit), stops.contains(stop) else {
      return index
    }
    var end = index + length
    while let (mark, length) = UTF8Scalar.decode(bytes, at: end, before: limit), closing.contains(mark) {
      end += length
    }
    return end
  }
}

/// Goes through an extract: a sequence of points that open and close, as brackets do.
struct ExtractWalk: Sequence, IteratorProtocol {
  enum Event {
    case open(Entry)
    case close(Entry)
  }

  private let extract: Extract
  private var nextPart = 0
  private var id = 0
  private var end = 0
  private var open: [(entry: Entry, end: Int)] = []
  private var addresses = AddressCounter()

  init(_ extract: Extract) { self.extract = extract }

  mutating func next() -> Event? {
    if let last = open.last, id >= last.end {
      open.removeLast()
      return .close(last.entry)
    }
    if id >= end {
      guard nextPart < extract.points.count else { return nil }
      id = extract.points[nextPart]
      end = Int(extract.document.outline.points[id].end)
      nextPart += 1
      if let around = extract.document.outline.parent(of: id) {
        addresses = AddressCounter(inside: extract.document.outline.address(of: around))
      }
    }
    let point = extract.document.outline.points[id]
    let address = point.kind == .numbered ? addresses.next(point) : Document.word(for: point.kind)
    let entry = Entry(id, of: extract.document, address: address, depth: open.count + 1, levels: extract.levels)
    let pointEnd = Int(point.end)
    id = Int(point.depth) >= extract.levels ? pointEnd : id + 1
    open.append((entry, pointEnd))
    return .open(entry)
  }
}

extension Document {
  /// What stands for the address of a point that has none.
  static func word(for kind: Point.Kind) -> String {
    switch kind {
    case .preamble: "preamble"
    case .closing: "closing"
    case .numbered, .entry: ""
    }
  }
}
