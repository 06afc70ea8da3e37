extension ExportFormat {
  static let html = ExportFormat("html", fileExtension: "html", "one page with a folding outline, without scripts") {
    extract, output in
    try HTMLExport(extract).write(to: &output)
  }
}

/// One page that needs nothing else: the outline, which folds, beside the text; every point's `id` is its address.
private struct HTMLExport {
  private let extract: Extract
  private let blocks: TextBlocks
  private var document: Document { extract.document }

  init(_ extract: Extract) {
    self.extract = extract
    blocks = TextBlocks(extract.document, leavingOutTitle: true)
  }

  func write(to output: inout ExportOutput) throws {
    let language = DocumentLanguage(of: document.source)
    let title = document.title ?? extract.name
    output.raw("<!DOCTYPE html>\n<html")
    output.xmlAttribute("lang", language.tag)
    output.raw(">\n<head>\n<meta charset=\"utf-8\">\n")
    output.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    output.raw("<meta name=\"generator\" content=\"directives\">\n<title>")
    output.xml(title)
    output.raw("</title>\n<style>\n\(HTMLStyle.sheet)</style>\n</head>\n<body>\n<header>\n<h1 dir=\"auto\">")
    output.xml(title)
    output.raw("</h1>\n</header>\n")
    try writeOutline(to: &output)
    try writeText(to: &output)
    output.raw("</body>\n</html>\n")
  }

  private func writeOutline(to output: inout ExportOutput) throws {
    guard !extract.points.isEmpty else { return }
    output.raw("<nav aria-label=\"Outline\">\n<ul>\n")
    for event in extract.walk {
      switch event {
      case .open(let entry):
        output.raw(entry.hasChildren ? "<li><details open><summary>" : "<li>")
        output.raw("<a href=\"#\(entry.address)\">")
        let label = entry.point.kind == .numbered ? document.heading(of: entry.id) : ""
        if entry.point.kind == .numbered { output.raw("<span class=\"address\">\(entry.address)</span> ") }
        output.raw("<bdi>")
        output.xml(label.isEmpty ? entry.name(in: document) : label.shortened(to: 100))
        output.raw("</bdi></a>")
        output.raw(entry.hasChildren ? "</summary>\n<ul>\n" : "</li>\n")
      case .close(let entry) where entry.hasChildren: output.raw("</ul>\n</details></li>\n")
      case .close: break
      }
      try output.flow()
    }
    output.raw("</ul>\n</nav>\n")
  }

  private func writeText(to output: inout ExportOutput) throws {
    output.raw("<main>\n")
    for event in extract.walk {
      switch event {
      case .open(let entry):
        if !extract.isWhole, entry.depth == 1 { writePath(to: entry, output: &output) }
        output.raw("<section id=\"\(entry.address)\">\n")
        write(entry, to: &output)
      case .close: output.raw("</section>\n")
      }
      try output.flow()
    }
    output.raw("</main>\n")
  }

  /// The headings around a point that is exported alone.
  private func writePath(to entry: Entry, output: inout ExportOutput) {
    let around = document.outline.path(to: entry.id).dropLast()
    guard !around.isEmpty else { return }
    output.raw("<p class=\"path\" dir=\"auto\">")
    for id in around {
      output.xml("\(document.outline.address(of: id)?.description ?? "") \(document.exportLabel(of: id)) › ")
    }
    output.raw("\(entry.address)</p>\n")
  }

  private func write(_ entry: Entry, to output: inout ExportOutput) {
    let source = document.source
    let link =
      entry.point.kind == .numbered ? "<a class=\"address\" href=\"#\(entry.address)\">\(entry.address)</a> " : ""
    if entry.isTitled {
      let level = entry.depth + 1
      output.raw(
        level <= 6 ? "<h\(level) dir=\"auto\">" : "<div role=\"heading\" aria-level=\"\(level)\" dir=\"auto\">")
      output.raw(link)
      output.xml(source.singleLine(entry.head))
      output.raw(level <= 6 ? "</h\(level)>\n" : "</div>\n")
      write(blocks.blocks(in: entry.body(in: source)), opening: "", to: &output)
    } else {
      write(blocks.blocks(in: entry.text), opening: link, to: &output)
    }
  }

  /// Paragraphs, of which the first begins with `opening`.
  private func write(_ blocks: [TextBlocks.Block], opening: String, to output: inout ExportOutput) {
    if blocks.isEmpty, !opening.isEmpty { output.raw("<p>\(opening)</p>\n") }
    for (index, block) in blocks.enumerated() {
      let tag = block.isPreformatted ? "pre" : "p"
      if block.isPreformatted, index == 0, !opening.isEmpty { output.raw("<p>\(opening)</p>\n") }
      output.raw("<\(tag) dir=\"auto\">")
      if index == 0, !block.isPreformatted { output.raw(opening) }
      output.xml(block.text(of: document.source))
      output.raw("</\(tag)>\n")
    }
  }
}

extension Entry {
  /// What stands for a point without a heading.
  func name(in document: Document) -> String {
    switch point.kind {
    case .numbered: document.marker(of: id)
    case .preamble: "Preamble"
    case .closing: "Closing"
    case .entry: document.heading(of: id)
    }
  }
}
