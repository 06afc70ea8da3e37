extension ExportFormat {
  static let json = ExportFormat("json", fileExtension: "json", "the outline and its texts as one JSON object") {
    extract, output in
    let json = OutlineJSON(
      extract.document, levels: extract.levels, includesText: true, selection: extract.selection)
    try json.write { bytes in
      output.raw(bytes)
      try output.flow()
    }
  }
}

/// The outline as JSON: `{"title", "frontMatter": {…}, "points": [{"address", "depth", "line", "marker", "heading"}, …]}`
/// in reading order, one point a line. `OutlineSchema` describes it.
///
/// The front matter has the fields of `FrontMatter` that the document has, and `"annexes"` where there are any.
///
/// Points inside a paragraph stand in a list `"inline"` of the point whose paragraph it is, or beside `"points"` where
/// nothing else is numbered; their text is a part of that point's, or of the preamble.
///
/// With text, each point has its own `"text"`, and `"preamble"` and `"closing"` stand beside `"points"`; preamble,
/// texts and closing, one after the other, hold every non-blank character of the document once. Of a selection,
/// preamble and closing are there only where they belong to it.
public struct OutlineJSON {
  let document: Document
  let levels: Int
  let includesText: Bool
  /// The only points that are written; nil for all.
  let selection: Selection?

  /// `levels`: deeper points are left out, and their text is then a part of the point around them.
  public init(_ document: Document, levels: Int = .max, includesText: Bool = false, selection: Selection? = nil) {
    self.selection = selection
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
    writeText(of: .preamble, as: "preamble", to: &json)
    json.raw(",\n \"points\": [")
    var isFirst = true
    let points = document.outline.points
    for part in selection?.points.map({ $0..<Int(points[$0].end) }) ?? [points.indices] {
      var addresses = AddressCounter(
        inside: part.first.flatMap { document.outline.parent(of: $0) }.flatMap(document.outline.address))
      for id in part where points[id].kind == .numbered {
        // What was asked for is written, wherever it stands.
        let isSelected = selection != nil && id == part.lowerBound
        guard isSelected || points[id].depth <= levels && !points[id].isInline else { continue }
        json.raw(isFirst ? "\n  " : ",\n  ")
        isFirst = false
        write(id, points[id], address: addresses.next(points[id]), to: &json)
        if json.bytes.count > 1 << 16 { try sink(json.take()) }
      }
    }
    json.raw(isFirst ? "]" : "\n ]")
    if selection == nil, document.outline.points.first?.kind == .preamble { writeInlinePoints(after: 0, to: &json) }
    writeText(of: .closing, as: "closing", to: &json)
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
    let annexes = document.annexes
    if !annexes.isEmpty {
      json.raw(isFirst ? "\"annexes\": [" : ", \"annexes\": [")
      for (index, annex) in annexes.enumerated() {
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
      let text = showsInlinePoints(of: id) ? textWithInlinePoints(of: id) : document.text(of: id)
      json.string(Whitespace.trim(text, in: document.source), of: document.source)
    }
    if showsInlinePoints(of: id) { writeInlinePoints(after: id, to: &json) }
    json.raw("}")
  }

  /// Whether points inside the paragraph of a point stand on levels that are written: below it or beside it.
  private func showsInlinePoints(of id: Int) -> Bool {
    let points = document.outline.points
    return inlinePoints(after: id).isEmpty ? points[id].depth < levels : points[id + 1].depth <= levels
  }

  /// The list of the points inside the paragraph of a point or the preamble; none where there are none.
  private func writeInlinePoints(after id: Int, to json: inout JSONWriter) {
    let inline = inlinePoints(after: id)
    guard !inline.isEmpty else { return }
    json.raw(", \"inline\": [")
    for inner in inline {
      json.raw(inner == inline.lowerBound ? "{\"address\": " : ", {\"address\": ")
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
    document.ownText(of: id).lowerBound..<document.ownText(of: inlinePoints(after: id).upperBound - 1).upperBound
  }

  /// The points inside the paragraph of a point or the preamble; of one that is inside itself, those inside it. Beside a
  /// point that was asked for there are none.
  private func inlinePoints(after id: Int) -> Range<Int> {
    let points = document.outline.points
    var end = id + 1
    while end < points.count, points[end].isInline { end += 1 }
    guard end > id + 1, points[id].kind == .numbered else { return id + 1..<end }
    let asked = points[id].isInline ? id : selection?.points.last { $0 <= id }
    return id + 1..<(asked.map { min(end, Int(points[$0].end)) } ?? end)
  }

  private func writeText(of kind: Point.Kind, as name: String, to json: inout JSONWriter) {
    let id = document.outline.points.firstIndex { $0.kind == kind }
    guard includesText, selection.map({ $0.points.contains { $0 == id } }) ?? true else { return }
    json.raw(",\n ")
    json.string(name)
    json.raw(": ")
    let text = id.map { Whitespace.trim(textWithInlinePoints(of: $0), in: document.source) } ?? 0..<0
    json.string(text, of: document.source)
  }
}
