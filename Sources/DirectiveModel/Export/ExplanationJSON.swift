/// Explanations as JSON: `{"lines": [{"line", "marker", "style", "rule", "isPoint", "address"}, …]}` in reading order;
/// the address is null where the line is no point.
public struct ExplanationJSON {
  let document: Document
  let explanations: [Explanation]

  public init(_ document: Document, _ explanations: [Explanation]) {
    self.document = document
    self.explanations = explanations
  }

  /// Hands the JSON to `sink` piece by piece.
  public func write<Failure>(to sink: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
    var json = JSONWriter()
    json.raw("{\"lines\": [")
    var isFirst = true
    for explanation in explanations {
      json.raw(isFirst ? "\n  {\"line\": " : ",\n  {\"line\": ")
      isFirst = false
      json.number(explanation.line)
      json.raw(", \"marker\": ")
      json.string(explanation.marker, of: document.source)
      json.raw(", \"style\": ")
      json.string(explanation.style)
      json.raw(", \"rule\": ")
      json.string(explanation.rule.rawValue)
      json.raw(explanation.isPoint ? ", \"isPoint\": true, \"address\": " : ", \"isPoint\": false, \"address\": ")
      json.string(explanation.point.flatMap { document.outline.address(of: $0)?.description })
      json.raw("}")
      if json.bytes.count > 1 << 16 { try sink(json.take()) }
    }
    json.raw(isFirst ? "]}\n" : "\n ]}\n")
    try sink(json.take())
  }
}
