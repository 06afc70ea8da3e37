import ArgumentParser
import DirectiveModel

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print a point's text exactly as the document has it.",
    discussion: """
      WHERE is an address (2.3; a theme is printed with its points), preamble, closing, or a keyword: the best match \
      among the headings, then among the texts. Where several match equally well, they are listed on standard error.
      """)

  @Argument(help: "An address or a keyword.")
  var place: String

  @OptionGroup var input: DocumentFile

  func run() throws {
    let document = try input.read().document
    var output = Output.standard
    try output.write(try document.selected(place), of: document)
    try output.flush()
  }
}

extension Document {
  /// What `place` means (see `Where`); where it is ambiguous, what it could mean is listed on standard error.
  func selected(_ place: String) throws -> Selection {
    do throws(NotFound) {
      return try selection(at: place)
    } catch {
      if case .noMatch = error { throw Problem("", error.description, status: ExitStatus.notFound) }
      guard case .ambiguous(_, let ids) = error else { throw Problem("", error.description) }
      Output.tell(Problem("", error.description))
      try Output.listCandidates(ids, of: self)
      throw ExitCode(ExitStatus.trouble)
    }
  }
}

extension Output {
  /// The selected text, each stretch of it without blank lines around it and ended by a line end.
  mutating func write(_ selection: Selection, of document: Document) throws(Problem) {
    let source = document.source
    for text in selection.text {
      let trimmed = Whitespace.trim(text, in: source)
      guard !trimmed.isEmpty else { continue }
      let lineStart = max(text.lowerBound, source.fullLine(source.line(at: trimmed.lowerBound)).lowerBound)
      try write(source.bytes[lineStart..<trimmed.upperBound])
      try write("\n")
    }
  }

  /// Points with address and heading, on standard error.
  static func listCandidates(_ ids: [Int], of document: Document) throws(Problem) {
    var error = Output.error
    for id in ids {
      try error.writeLine("  \(document.addressText(of: id))  \(document.label(of: id, upTo: .max))")
    }
    try error.flush()
  }
}
