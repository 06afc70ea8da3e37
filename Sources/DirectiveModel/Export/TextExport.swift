extension ExportFormat {
  static let text = ExportFormat(
    "text", fileExtension: "txt", "the text as it stands, in UTF-8, without numbers of pages and running heads"
  ) { extract, output in
    let source = extract.document.source
    guard let selection = extract.selection else { return try output.flowing(0..<source.bytes.count, of: extract) }
    for (index, text) in selection.text.enumerated() {
      let trimmed = Whitespace.trim(text, in: source)
      guard !trimmed.isEmpty else { continue }
      if index > 0 { output.raw("\n") }
      let start = max(text.lowerBound, source.fullLine(source.line(at: trimmed.lowerBound)).lowerBound)
      try output.flowing(start..<trimmed.upperBound, of: extract)
      output.raw("\n")
    }
  }
}

extension ExportOutput {
  /// Bytes as they are, in pieces, but for what belongs to pages.
  fileprivate mutating func flowing(_ range: Range<Int>, of extract: Extract) throws {
    let source = extract.document.source
    for part in extract.pages.text(in: range, of: source) {
      var start = part.lowerBound
      while start < part.upperBound {
        let end = min(part.upperBound, start + 1 << 16)
        raw(source.bytes[start..<end])
        try flow()
        start = end
      }
    }
  }
}
