extension ExportFormat {
  /// Pairs of lines for the bulk interface of OpenSearch and Elasticsearch: an action, and the point that it indexes.
  static let jsonLines = ExportFormat(
    "jsonl", fileExtension: "jsonl", "a line for each point, ready for bulk indexing by OpenSearch"
  ) { extract, output in
    let document = extract.document
    let language = DocumentLanguage(of: document.source).tag
    var path: [(address: String, label: String)] = []
    var json = JSONWriter()
    for entry in extract.entries {
      if entry.depth == 1 {
        path = document.outline.path(to: entry.id).dropLast().map {
          (document.outline.address(of: $0)?.description ?? "", document.exportLabel(of: $0))
        }
      }
      path.removeLast(max(0, path.count - Int(entry.point.depth) + 1))
      json.raw("{\"index\":{")
      if !extract.options.index.isEmpty {
        json.raw("\"_index\":")
        json.string(extract.options.index)
        json.raw(",")
      }
      json.raw("\"_id\":")
      json.string(Self.identifier(extract.name, entry.address))
      json.raw("}}\n{\"document\":")
      json.string(extract.name)
      json.raw(",\"title\":")
      json.string(document.title)
      json.raw(",\"language\":")
      json.string(language)
      json.raw(",\"kind\":")
      json.string(entry.point.kind == .numbered ? "point" : entry.address)
      json.raw(",\"address\":")
      json.string(entry.address)
      json.raw(",\"depth\":")
      json.number(Int(entry.point.depth))
      json.raw(",\"line\":")
      json.number(document.source.line(at: entry.text.lowerBound))
      json.raw(",\"lastLine\":")
      json.number(document.source.line(at: max(entry.text.lowerBound, entry.text.upperBound - 1)))
      json.raw(",\"marker\":")
      json.string(document.marker(of: entry.id))
      json.raw(",\"heading\":")
      json.string(document.heading(of: entry.id))
      json.raw(",\"within\":")
      json.array(path.map(\.address))
      json.raw(",\"path\":")
      json.array(path.map(\.label))
      json.raw(",\"text\":")
      json.string(entry.text, of: document.source)
      json.raw("}\n")
      if entry.point.kind == .numbered { path.append((entry.address, document.exportLabel(of: entry.id))) }
      output.raw(json.take())
      try output.flow()
    }
  }

  /// `name#address` in at most 512 bytes, the most that an `_id` may have; of a longer name the end is kept.
  private static func identifier(_ name: String, _ address: String) -> String {
    let room = 512 - 1 - address.utf8.count
    var kept = name[...]
    while kept.utf8.count > room, !kept.isEmpty { kept = kept.dropFirst() }
    return "\(kept)#\(address)"
  }
}

extension JSONWriter {
  fileprivate mutating func array(_ texts: [String]) {
    raw("[")
    for (index, text) in texts.enumerated() {
      if index > 0 { raw(",") }
      string(text)
    }
    raw("]")
  }
}

extension Document {
  /// What stands for a point in a list: marker and heading.
  func exportLabel(of id: Int) -> String {
    [marker(of: id), heading(of: id)].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
