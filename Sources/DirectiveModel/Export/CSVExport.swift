extension ExportFormat {
  /// A table by RFC 4180: CRLF, and quotes around every text.
  ///
  /// A spreadsheet would take a text that begins with `=`, `+`, `-`, `@`, a tab or a line end for a formula: such a text
  /// gets an apostrophe before it, by which spreadsheets know a text.
  static let csv = ExportFormat("csv", fileExtension: "csv", "a table with a row for each point (RFC 4180)") {
    extract, output in
    let document = extract.document
    if extract.options.byteOrderMark { output.raw("\u{FEFF}") }
    output.raw("address,depth,line,marker,heading,text\r\n")
    for entry in extract.entries {
      output.raw("\(entry.address),\(entry.point.depth),\(document.source.line(at: entry.text.lowerBound)),")
      output.csv(document.marker(of: entry.id))
      output.raw(",")
      output.csv(document.heading(of: entry.id))
      output.raw(",")
      output.csv(document.source.string(entry.text))
      output.raw("\r\n")
      try output.flow()
    }
  }
}

extension ExportOutput {
  fileprivate mutating func csv(_ text: String) {
    raw("\"")
    switch text.unicodeScalars.first {
    case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": raw("'")
    default: break
    }
    append(text) { $0 == "\"" ? "\"\"" : $0 == "\0" ? "\u{2400}" : nil }
    raw("\"")
  }
}
