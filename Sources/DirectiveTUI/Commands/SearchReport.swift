import DirectiveModel

/// How the matches of a document are printed for scripts and people.
struct SearchReport {
  enum Form: Equatable {
    /// `address:line: …context…`
    case context
    /// `address:line:match`
    case matches
    case count, names, namesWithout, json, nothing

    /// Whether it tells where the matches are, and prints them.
    var printsText: Bool { [.context, .matches, .json].contains(self) }

    /// Whether it tells no more than whether there is a match.
    var needsOneMatch: Bool { [.names, .namesWithout, .nothing].contains(self) }
  }

  let form: Form
  /// Whole lines before and after each match, as grep has them.
  let lines: (before: Int, after: Int)?
  let showsFile: Bool
  let endsNamesWithNull: Bool

  /// Columns of text before and after a match.
  private static let contextColumns = 40

  func write(_ found: SearchedDocument, name: String, to output: inout Output) throws(Problem) {
    let matches = found.matches
    switch form {
    case .nothing: break
    case .names where !matches.isEmpty, .namesWithout where matches.isEmpty: try writeName(name, to: &output)
    case .names, .namesWithout: break
    case .count:
      try writeFile(name, ":", to: &output)
      try output.writeLine("\(matches.count)")
    case .json, .context, .matches:
      if let document = found.document { try write(matches, in: document, name: name, to: &output) }
    }
  }

  private func write(
    _ matches: Matches, in document: Document, name: String, to output: inout Output
  ) throws(Problem) {
    switch form {
    case .json: for match in matches { try writeJSON(match, in: document, name: name, to: &output) }
    case .context where lines != nil: try writeLines(matches, in: document, name: name, to: &output)
    default: for match in matches { try write(match, in: document, name: name, to: &output) }
    }
  }

  // MARK: - One match a line

  private func write(_ match: Match, in document: Document, name: String, to output: inout Output) throws(Problem) {
    let source = document.source
    try writePlace(match.range.lowerBound, ":", in: document, name: name, to: &output)
    guard form == .context else {
      try output.write(source.singleLine(match.range), as: .match)
      return try output.write("\n")
    }
    let (before, matched, after) = source.contextParts(of: match.range, columns: Self.contextColumns)
    try output.write(" " + before)
    try output.write(matched, as: .match)
    try output.writeLine(after)
  }

  /// `file:address:line:`, with the separator given.
  private func writePlace(
    _ offset: Int, _ separator: String, in document: Document, name: String, to output: inout Output
  ) throws(Problem) {
    try writeFile(name, separator, to: &output)
    let address = document.outline.point(holding: offset).map { document.addressText(of: $0) } ?? ""
    try output.write(address, as: .address)
    try output.write(separator, as: .separator)
    try output.write("\(document.source.line(at: offset))", as: .line)
    try output.write(separator, as: .separator)
  }

  private func writeFile(_ name: String, _ separator: String, to output: inout Output) throws(Problem) {
    guard showsFile else { return }
    try output.write(name, as: .file)
    if endsNamesWithNull { try output.writeNull() } else { try output.write(separator, as: .separator) }
  }

  private func writeName(_ name: String, to output: inout Output) throws(Problem) {
    try output.write(name, as: .file)
    if endsNamesWithNull { try output.writeNull() } else { try output.write("\n") }
  }

  // MARK: - Whole lines

  /// As grep prints them: a colon for lines of matches, a hyphen for lines around them, `--` where lines are left out.
  private func writeLines(
    _ matches: Matches, in document: Document, name: String, to output: inout Output
  ) throws(Problem) {
    guard let lines else { return }
    let source = document.source
    let spans = matches.map { source.line(at: $0.range.lowerBound)...source.line(at: $0.range.upperBound - 1) }
    var next = 0  // the first span that may still go on
    var last = 0  // the last line printed
    for span in spans {
      let first = max(last + 1, span.lowerBound - lines.before)
      let final = min(source.lineCount, span.upperBound + lines.after)
      guard first <= final else { continue }
      if last > 0, first > last + 1 { try output.write("--\n", as: .separator) }
      for number in first...final {
        while next < spans.count, spans[next].upperBound < number { next += 1 }
        let isMatch = next < spans.count && spans[next].contains(number)
        try writeLine(number, matches, from: next, isMatch, in: document, name: name, to: &output)
      }
      last = final
    }
  }

  private func writeLine(
    _ number: Int, _ matches: Matches, from next: Int, _ isMatch: Bool, in document: Document, name: String,
    to output: inout Output
  ) throws(Problem) {
    let line = document.source.line(number)
    try writePlace(line.lowerBound, isMatch ? ":" : "-", in: document, name: name, to: &output)
    var start = line.lowerBound
    for match in matches[next...] {
      guard match.range.lowerBound < line.upperBound else { break }
      let part = match.range.clamped(to: line)
      guard !part.isEmpty else { continue }
      try output.write(document.source.bytes[start..<part.lowerBound])
      try output.write(Array(document.source.bytes[part])[...], as: .match)
      start = part.upperBound
    }
    try output.write(document.source.bytes[start..<line.upperBound])
    try output.write("\n")
  }

  // MARK: - JSON

  /// `{"file":…,"address":…,"line":…,"start":…,"end":…,"match":…,"context":…}`; start and end are bytes of the text as
  /// UTF-8; the address is what `show` takes, preamble and closing among it.
  private func writeJSON(
    _ match: Match, in document: Document, name: String, to output: inout Output
  ) throws(Problem) {
    let source = document.source
    let id = document.outline.point(holding: match.range.lowerBound)
    var json = JSONWriter()
    json.raw("{\"file\":")
    json.string(name)
    json.raw(",\"address\":")
    json.string(id.map { document.addressText(of: $0) })
    json.raw(",\"line\":")
    json.number(source.line(at: match.range.lowerBound))
    json.raw(",\"start\":")
    json.number(match.range.lowerBound)
    json.raw(",\"end\":")
    json.number(match.range.upperBound)
    json.raw(",\"match\":")
    json.string(source.string(match.range))
    json.raw(",\"context\":")
    json.string(source.context(of: match.range, columns: Self.contextColumns))
    json.raw("}\n")
    try output.write(json.take()[...])
  }
}
