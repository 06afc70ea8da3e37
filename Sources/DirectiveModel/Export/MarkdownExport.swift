extension ExportFormat {
  static let markdown = ExportFormat("markdown", fileExtension: "md", "Markdown, the points as headings") {
    extract, output in
    try MarkdownExport(extract).write(to: &output)
  }
}

/// The title as the heading of the first level, the points as those of the five levels below; deeper points are
/// paragraphs that begin with their markers. Read again, it has the same outline.
///
/// Some points of a document have a quotation before them that says where they stand. The text of a document that is
/// Markdown already stays as it is: what was no point in it may then be one, in a list of which every item is `1.`.
private struct MarkdownExport {
  private let extract: Extract
  private let blocks: TextBlocks
  private let isMarkdown: Bool
  private var document: Document { extract.document }

  init(_ extract: Extract) {
    self.extract = extract
    blocks = TextBlocks(extract.document, leavingOutTitle: true)
    isMarkdown = extract.document.isMarkdown
  }

  func write(to output: inout ExportOutput) throws {
    var isFirst = true
    func paragraph(_ text: String) {
      if !isFirst { output.raw("\n") }
      output.raw(text + "\n")
      isFirst = false
    }
    if let title = document.title { paragraph("# " + MarkdownText.heading(title)) }
    for entry in extract.entries {
      if !extract.isWhole, entry.depth == 1 { paragraph("> " + path(to: entry)) }
      let headRange = head(of: entry)
      let head = document.source.singleLine(headRange)
      if !head.isEmpty {
        let heading = isMarkdown ? head : MarkdownText.heading(head)
        paragraph(entry.depth <= 5 ? String(repeating: "#", count: entry.depth + 1) + " " + heading : heading)
      }
      let rest = headRange.upperBound..<max(headRange.upperBound, entry.text.upperBound)
      let body = Whitespace.trim(rest, in: document.source)
      if isMarkdown {
        let text = entry.point.kind == .preamble ? blocks.withoutTitle(body) : blocks.string(body)
        if !text.isEmpty { paragraph(text) }
      } else {
        for block in blocks.blocks(in: body) {
          let text = block.text(of: document.source)
          paragraph(block.isPreformatted ? MarkdownText.fenced(text) : MarkdownText.paragraph(text))
        }
      }
      try output.flow()
    }
  }

  /// The part of a point's text that is its heading here: a marker alone on its line stays so, or it would read otherwise.
  private func head(of entry: Entry) -> Range<Int> {
    let (marker, heading) = (entry.point.marker, entry.point.heading)
    guard !entry.head.isEmpty else { return entry.text.lowerBound..<entry.text.lowerBound }
    let isAlone =
      !marker.isEmpty && !heading.isEmpty
      && document.source.line(at: marker.lowerBound) != document.source.line(at: heading.lowerBound)
    return isAlone ? entry.head.clamped(to: 0..<marker.upperBound) : entry.head
  }

  /// `2 Care for the books › 2.1`
  private func path(to entry: Entry) -> String {
    let around = document.outline.path(to: entry.id).dropLast().map { id in
      let point = document.outline.points[id]
      let isNamed = point.isUnit || point.heading.isEmpty
      let label = isNamed ? document.exportLabel(of: id) : document.heading(of: id)
      return "\(document.addressText(of: id)) \(MarkdownText.heading(label))"
    }
    return (around + [entry.address]).joined(separator: " › ")
  }
}

extension Document {
  /// Whether a point is a heading of Markdown, or begins in bold.
  fileprivate var isMarkdown: Bool {
    outline.points.indices.contains { id in
      guard outline.points[id].kind == .numbered else { return false }
      let start = Whitespace.trim(ownText(of: id), in: source).lowerBound
      return [Array("#".utf8), Array("**".utf8)].contains { source.bytes[start...].starts(with: $0) }
    }
  }
}
