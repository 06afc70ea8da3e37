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
    switch document.find(place) {
    case .success(let id):
      var output = Output.standard
      try output.writePoint(id, of: document)
      try output.flush()
    case .failure(.ambiguous(let keyword, let ids)):
      Output.tell(Problem(keyword, "\(ids.count) points match equally well"))
      try Output.listCandidates(ids, of: document)
      throw ExitCode(ExitStatus.trouble)
    case .failure(let failure):
      if case .noMatch = failure { throw Problem("", failure.description, status: ExitStatus.notFound) }
      throw Problem("", failure.description)
    }
  }
}

extension Output {
  /// The point with all points inside it, without blank lines around it, ended by a line end.
  mutating func writePoint(_ id: Int, of document: Document) throws(Problem) {
    let source = document.source
    let text = document.text(of: id)
    let trimmed = Whitespace.trim(text, in: source)
    guard !trimmed.isEmpty else { return }
    let lineStart = max(text.lowerBound, source.fullLine(source.line(at: trimmed.lowerBound)).lowerBound)
    try write(source.bytes[lineStart..<trimmed.upperBound])
    try write("\n")
  }

  /// Points with address and heading, on standard error.
  static func listCandidates(_ ids: [Int], of document: Document) throws(Problem) {
    var error = Output.error
    for id in ids {
      try error.writeLine("  \(document.addressText(of: id))  \(document.label(of: id))")
    }
    try error.flush()
  }
}
