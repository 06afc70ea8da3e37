/// The outline as JSON: `{"title", "points": [{"address", "depth", "line", "marker", "heading"}, …]}` in reading
/// order, one point a line.
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
    if includesText {
      json.raw(",\n \"preamble\": ")
      json.string(text(of: .preamble))
    }
    json.raw(",\n \"points\": [")
    var addresses = AddressCounter()
    var isFirst = true
    for (id, point) in document.outline.points.enumerated() where point.kind == .numbered && point.depth <= levels {
      json.raw(isFirst ? "\n  " : ",\n  ")
      isFirst = false
      write(id, point, address: addresses.next(point), to: &json)
      if json.bytes.count > 1 << 16 { try sink(json.take()) }
    }
    json.raw(isFirst ? "]" : "\n ]")
    if includesText {
      json.raw(",\n \"closing\": ")
      json.string(text(of: .closing))
    }
    json.raw("}\n")
    try sink(json.take())
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
      let text = Int(point.depth) == levels ? document.text(of: id) : document.ownText(of: id)
      json.string(Whitespace.trim(text, in: document.source), of: document.source)
    }
    json.raw("}")
  }

  private func text(of kind: Point.Kind) -> String {
    guard let id = document.outline.points.firstIndex(where: { $0.kind == kind }) else { return "" }
    return document.source.string(Whitespace.trim(document.ownText(of: id), in: document.source))
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
