/// The outline as JSON: `{"title", "frontMatter": {…}, "points": [{"address", "depth", "line", "marker", "heading"}, …]}`
/// in reading order, one point a line.
///
/// The front matter has the fields of `FrontMatter` that the document has, and `"annexes"` where there are any.
///
/// Points inside a paragraph stand in a list `"inline"` of the point whose paragraph it is, or beside `"points"` where
/// nothing else is numbered; their text is a part of that point's, or of the preamble.
///
/// With text, each point has its own `"text"`, and `"preamble"` and `"closing"` stand beside `"points"`; preamble,
/// texts and closing, one after the other, hold every non-blank character of the document once.
public struct OutlineJSON {
  let document: Document
  let levels: Int
  let includesText: Bool

  /// `levels`: deeper points are left out, and their text is then a part of the point around them.
  public init(_ document: Document, levels: Int = .max, includesText: Bool = false) {
    self.document = document
    self.levels = levels
    self.includesText = includesText
  }

  /// Hands the JSON to `sink` piece by piece.
  public func write<Failure>(to sink: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
    var json = JSONWriter()
    json.raw("{\"title\": ")
    json.string(document.title)
    writeFrontMatter(to: &json)
    if includesText {
      json.raw(",\n \"preamble\": ")
      json.string(text(of: .preamble))
    }
    json.raw(",\n \"points\": [")
    var addresses = AddressCounter()
    var isFirst = true
    for (id, point) in document.outline.points.enumerated() where point.kind == .numbered && point.depth <= levels {
      if point.isInline { continue }
      json.raw(isFirst ? "\n  " : ",\n  ")
      isFirst = false
      write(id, point, address: addresses.next(point), to: &json)
      if json.bytes.count > 1 << 16 { try sink(json.take()) }
    }
    json.raw(isFirst ? "]" : "\n ]")
    if document.outline.points.first?.kind == .preamble { writeInlinePoints(after: 0, to: &json) }
    if includesText {
      json.raw(",\n \"closing\": ")
      json.string(text(of: .closing))
    }
    json.raw("}\n")
    try sink(json.take())
  }

  private func writeFrontMatter(to json: inout JSONWriter) {
    let frontMatter = document.frontMatter
    json.raw(",\n \"frontMatter\": {")
    var isFirst = true
    for field in FrontMatter.Field.allCases {
      guard let text = document.text(of: field, in: frontMatter) else { continue }
      json.raw(isFirst ? "" : ", ")
      isFirst = false
      json.string(field.rawValue)
      json.raw(": ")
      json.string(text)
    }
    if !frontMatter.annexes.isEmpty {
      json.raw(isFirst ? "\"annexes\": [" : ", \"annexes\": [")
      for (index, annex) in frontMatter.annexes.enumerated() {
        json.raw(index == 0 ? "" : ", ")
        json.string(document.source.singleLine(annex))
      }
      json.raw("]")
    }
    json.raw("}")
  }

  private func write(_ id: Int, _ point: Point, address: String, to json: inout JSONWriter) {
    json.raw("{\"address\": ")
    json.string(address)
    json.raw(", \"depth\": ")
    json.number(Int(point.depth))
    json.raw(", \"line\": ")
    json.number(Int(point.line))
    json.raw(", \"marker\": ")
    json.string(document.marker(of: id))
    json.raw(", \"heading\": ")
    json.string(document.heading(of: id))
    if includesText {
      json.raw(", \"text\": ")
      let text = Int(point.depth) == levels ? document.text(of: id) : textWithInlinePoints(of: id)
      json.string(Whitespace.trim(text, in: document.source), of: document.source)
    }
    if Int(point.depth) < levels { writeInlinePoints(after: id, to: &json) }
    json.raw("}")
  }

  /// The points inside a paragraph that follow on a point or the preamble.
  private func writeInlinePoints(after id: Int, to json: inout JSONWriter) {
    let inline = document.outline.points.indices[(id + 1)...].prefix { document.outline.points[$0].isInline }
    guard !inline.isEmpty else { return }
    json.raw(", \"inline\": [")
    for inner in inline {
      json.raw(inner == inline.startIndex ? "{\"address\": " : ", {\"address\": ")
      json.string(document.outline.address(of: inner)?.description)
      json.raw(", \"line\": ")
      json.number(Int(document.outline.points[inner].line))
      json.raw(", \"marker\": ")
      json.string(document.marker(of: inner))
      json.raw(", \"heading\": ")
      json.string(document.heading(of: inner))
      json.raw("}")
    }
    json.raw("]")
  }

  /// A point's own text and that of the points inside its paragraph.
  private func textWithInlinePoints(of id: Int) -> Range<Int> {
    let points = document.outline.points
    var last = id
    while last + 1 < points.count, points[last + 1].isInline { last += 1 }
    return document.ownText(of: id).lowerBound..<document.ownText(of: last).upperBound
  }

  private func text(of kind: Point.Kind) -> String {
    guard let id = document.outline.points.firstIndex(where: { $0.kind == kind }) else { return "" }
    return document.source.string(Whitespace.trim(textWithInlinePoints(of: id), in: document.source))
  }
}

/// Spells the addresses of points met in reading order.
public struct AddressCounter {
  private var positions: [Int] = []

  public init() {}

  /// The address of the next numbered point, as text.
  public mutating func next(_ point: Point) -> String {
    positions.removeLast(max(0, positions.count - Int(point.depth) + 1))
    positions.append(Int(point.position))
    return positions.map(String.init).joined(separator: ".")
  }
}
