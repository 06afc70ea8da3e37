import DirectiveModel

/// A printout as pages of text: a header with the title and the addresses on the page, and the page's number below.
struct PrintedPages {
  /// Each page's rows, at most `rows` of them.
  let pages: [[String]]

  /// What fits on A4 and letter paper in the usual ten characters and six lines to the inch, with margins.
  static let columns = 76
  static let rows = 58

  init(_ selection: Selection, of document: Document, columns: Int = columns, rows: Int = rows) {
    let columns = max(Self.fewestColumns, columns)
    let body = max(1, rows - Self.frameRows)
    let lines = Self.lines(of: selection, in: document, columns: columns)
    let starts = Array(stride(from: 0, to: max(1, lines.count), by: body))
    let title = document.title(upTo: Document.labelLimit) ?? ""
    pages = starts.enumerated().map { index, start in
      let content = lines[start..<min(start + body, lines.count)]
      let points = content.compactMap(\.point)
      let address = Self.span(points.first, points.last, in: document)
      var page = [Self.spread(title, address, columns: columns), ""]
      page += content.map(\.text)
      page += [String](repeating: "", count: body - content.count)
      let number = "\(index + 1)/\(starts.count)"
      page += ["", String(repeating: " ", count: max(0, (columns - number.count) / 2)) + number]
      return page
    }
  }

  /// Pages one after the other with a form feed between.
  var text: String { pages.map { $0.map { $0 + "\n" }.joined() }.joined(separator: "\u{C}") }

  /// Rows that are not the document's: header, footer, and a blank one at each.
  private static let frameRows = 4
  private static let fewestColumns = 20

  private struct Line {
    let text: String
    let point: Int?
  }

  private static func lines(of selection: Selection, in document: Document, columns: Int) -> [Line] {
    let source = document.source
    let pages = PageLines(document)
    var lines: [Line] = []
    for range in selection.text {
      let parts = Printout.parts(of: range, in: source, pages)
      if !lines.isEmpty, !parts.isEmpty { lines.append(Line(text: "", point: nil)) }
      for part in parts {
        for number in source.line(at: part.lowerBound)...source.line(at: part.upperBound - 1) {
          let line = source.line(number).clamped(to: part)
          for row in LineBreaker(width: columns).rows(of: line, in: source.bytes) {
            let text = visible(row.printed(source.bytes))
            lines.append(Line(text: text, point: text.isEmpty ? nil : document.outline.point(holding: row.lowerBound)))
          }
        }
      }
    }
    return lines
  }

  /// A row as a printer may have it: no control character, tabs as blanks.
  private static func visible(_ row: [UInt8]) -> String {
    var text = ""
    var column = 0
    for glyph in Glyphs(TextBytes(row), in: 0..<row.count) {
      let columns = glyph.columns(at: column)
      text += glyph.kind == .tab ? String(repeating: " ", count: columns) : glyph.text
      column += columns
    }
    return text
  }

  private static func span(_ first: Int?, _ last: Int?, in document: Document) -> String {
    guard let first, let last else { return "" }
    let ends = [first, last].map(document.addressText)
    return ends[0] == ends[1] ? ends[0] : ends.joined(separator: "-")
  }

  /// Text at the left, shortened where it must be, and text at the right.
  private static func spread(_ left: String, _ right: String, columns: Int) -> String {
    let room = columns - DisplayWidth.columns(of: right) - 2
    var shortened = ""
    var used = 0
    for glyph in Glyphs(left) {
      guard used + glyph.columns < room || used + glyph.columns == room && shortened.count + 1 == left.count else {
        shortened += "…"
        used += 1
        break
      }
      shortened += glyph.text
      used += glyph.columns
    }
    return shortened + String(repeating: " ", count: max(2, columns - used - DisplayWidth.columns(of: right))) + right
  }
}
