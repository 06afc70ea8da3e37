extension ExportFormat {
  /// A table by RFC 4180: CRLF, and quotes around every text.
  static let csv = ExportFormat("csv", fileExtension: "csv", "a table with a row for each point (RFC 4180)") {
    extract, output in
    let document = extract.document
    if extract.options.byteOrderMark { output.raw("\u{FEFF}") }
    output.raw("address,depth,line,marker,heading,text\r\n")
    for entry in extract.entries {
      output.raw("\(entry.address),\(entry.point.depth),\(document.source.line(at: entry.text.lowerBound)),")
      output.raw(document.marker(of: entry.id).csv())
      output.raw(",")
      output.raw(document.heading(of: entry.id).csv())
      output.raw(",")
      output.raw(document.source.string(entry.text).csv())
      output.raw("\r\n")
      try output.flow()
    }
  }
}

extension String {
  /// The text as a field of a table by RFC 4180, between quotes.
  ///
  /// A spreadsheet would take a text that begins with `=`, `+`, `-`, `@`, a tab or a line end for a formula: such a text
  /// gets an apostrophe before it, by which spreadsheets know a text.
  public func csv() -> String {
    var field = "\""
    switch unicodeScalars.first {
    case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": field += "'"
    default: break
    }
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": field += "\"\""
      case "\0": field += "\u{2400}"
      default: field.unicodeScalars.append(scalar)
      }
    }
    return field + "\""
  }
}
