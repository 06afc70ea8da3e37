extension ExportFormat {
  /// OPML 2.0, as outliners and mind map programs read it: a point's text is its `_note`.
  static let opml = ExportFormat("opml", fileExtension: "opml", "OPML 2.0, for outliners and mind map programs") {
    extract, output in
    let document = extract.document
    output.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n  <head>\n    <title>")
    output.xml(document.title ?? extract.name)
    output.raw("</title>\n  </head>\n  <body>\n")
    var isEmpty = true
    for event in extract.walk {
      switch event {
      case .open(let entry):
        isEmpty = false
        output.raw(String(repeating: "  ", count: entry.depth + 1) + "<outline")
        let head = document.source.singleLine(entry.head)
        output.xmlAttribute("text", head.isEmpty ? entry.address : head)
        output.xmlAttribute("_address", entry.address)
        let note = extract.pages.string(entry.body(in: document.source), of: document.source)
        if !note.isEmpty { output.xmlAttribute("_note", note) }
        output.raw(entry.hasChildren ? ">\n" : "/>\n")
      case .close(let entry) where entry.hasChildren:
        output.raw(String(repeating: "  ", count: entry.depth + 1) + "</outline>\n")
      case .close: break
      }
      try output.flow()
    }
    if isEmpty { output.raw("    <outline text=\"\"/>\n") }  // a body holds at least one
    output.raw("  </body>\n</opml>\n")
  }
}
