import ArgumentParser
import DirectiveModel

struct WhereCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "where",
    abstract: "Say at which address and line a quoted passage stands.",
    discussion: """
      Line ends, blanks, hyphens, widths and quotation marks of the passage need not be those of the document. Each \
      place is printed as address:line: and the passage in its context; for a passage of several points or lines, from \
      the first to the last.

      Where the passage stands nowhere, the passage that is most like it is printed, with what only the quotation has \
      as [-…-] and what only the document has as {+…+}, and the exit status is 1.
      """)

  @Argument(help: "The passage; - reads it from standard input.")
  var phrase: String

  @OptionGroup var input: DocumentFile

  func validate() throws {
    if phrase == "-", input.file == nil || input.file == "-" {
      throw ValidationError("where - takes the passage from standard input, and so needs a FILE")
    }
  }

  func run() throws {
    let passage = phrase == "-" ? try DocumentReading.text(of: Input("-")) : phrase
    guard !Quotation(passage).isEmpty else { throw Problem("", "the passage is empty") }
    let document = try input.read().document
    let matches = Quotation(passage).matches(in: document.source)
    var output = Output.standard
    for match in matches {
      let context = document.source.context(of: match, columns: Self.contextColumns)
      try output.writeLine("\(document.place(of: match)): \(context)")
    }
    try output.flush()
    guard matches.isEmpty else { return }
    try tellNearest(to: passage, in: document)
    throw ExitCode(ExitStatus.notFound)
  }

  private func tellNearest(to passage: String, in document: Document) throws {
    let shortened = passage.count > 40 ? passage.prefix(39) + "…" : passage[...]
    guard let nearest = NearestPassage(passage, in: document.source) else {
      throw Problem("“\(Whitespace.collapse(String(shortened)))”", "no passage is like it", status: ExitStatus.notFound)
    }
    let places = nearest.differences == 1 ? "1 place" : "\(nearest.differences) places"
    Output.tell(
      Problem(
        "“\(Whitespace.collapse(String(shortened)))”",
        "stands nowhere; the nearest passage differs in \(places): [-quoted-] {+printed+}"))
    let compared = nearest.pieces.map { piece in
      switch piece {
      case .same(let text): text
      case .quoted(let text): Self.marked(text, "[-", "-]")
      case .printed(let text): Self.marked(text, "{+", "+}")
      }
    }
    var output = Output.standard
    try output.writeLine("\(document.place(of: nearest.range)): \(compared.joined())")
    try output.flush()
  }

  /// The blank before a change stands outside its marks.
  private static func marked(_ text: String, _ open: String, _ close: String) -> String {
    text.hasPrefix(" ") ? " \(open)\(text.dropFirst())\(close)" : open + text + close
  }

  /// Columns of text before and after a passage.
  private static let contextColumns = 30
}

extension Document {
  /// Addresses and lines of a byte range: `2.3:41`, `2.3-2.4:41-60`.
  func place(of range: Range<Int>) -> String {
    let last = max(range.lowerBound, range.upperBound - 1)
    let points = [range.lowerBound, last].compactMap { outline.point(holding: $0) }.map(addressText)
    let lines = [range.lowerBound, last].map { "\(source.line(at: $0))" }
    return "\(Self.span(points)):\(Self.span(lines))"
  }

  /// From the first to the last, or one where both are the same.
  private static func span(_ ends: [String]) -> String {
    guard let first = ends.first, let last = ends.last, first != last else { return ends.first ?? "" }
    return "\(first)-\(last)"
  }
}
