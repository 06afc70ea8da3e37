extension ExportFormat {
  static let text = ExportFormat("text", fileExtension: "txt", "the text exactly as it stands, in UTF-8") {
    extract, output in
    let source = extract.document.source
    guard let selection = extract.selection else { return try output.flowing(0..<source.bytes.count, of: source) }
    for (index, text) in selection.text.enumerated() {
      let trimmed = Whitespace.trim(text, in: source)
      guard !trimmed.isEmpty else { continue }
      if index > 0 { output.raw("\n") }
      let start = max(text.lowerBound, source.fullLine(source.line(at: trimmed.lowerBound)).lowerBound)
      try output.flowing(start..<trimmed.upperBound, of: source)
      output.raw("\n")
    }
  }
}

extension ExportOutput {
  /// Bytes as they are, in pieces.
  fileprivate mutating func flowing(_ range: Range<Int>, of source: Source) throws {
    var start = range.lowerBound
    while start < range.upperBound {
      let end = min(range.upperBound, start + 1 << 16)
      raw(source.bytes[start..<end])
      try flow()
      start = end
    }
  }
}
