import ArgumentParser
import DirectiveModel
import Glibc

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print points exactly as the document has them.",
    discussion: """
      WHERE is an address (2.3; a theme is printed with its points), a range or list (2.1-2.3, 2.1,4, 2.*), numbering \
      as it is printed or cited (第十二条第二款, Article 5(2)(b), § 12), preamble, closing, a phrase in quotation marks, or \
      a keyword: the best match among the headings, then among the texts. Where several points match equally well, they \
      are listed on standard error. With several documents, each is named before its points, as head does it.
      """)

  @Argument(help: "Which points.", completion: PlaceCompletion.kind)
  var `where`: String

  @OptionGroup var documents: DocumentFiles

  @Flag(name: .long, help: "Print the document's title and date, and the headings that the points stand in, too.")
  var context = false

  @Flag(name: .long, help: "Print a line below that says where the text comes from: title, date, address, lines.")
  var cite = false

  @Option(name: .long, help: ArgumentHelp("Break lines at so many columns.", valueName: "columns"))
  var width: Int?

  @Flag(name: [.customShort("n"), .long], help: "Begin each line with its number in the document.")
  var number = false

  func validate() throws {
    if let width, width < 1 { throw ValidationError("--width: a number from 1 on is needed") }
  }

  func run() throws {
    var output = Output.standard
    var outcomes = CommandOutcomes()
    let isSample = documents.inputs == [.sample]
    let layout = Printout.Layout(width: width, numbersLines: number, cites: cite)
    try documents.forEach { document, name in
      guard let selection = try outcomes.selection(at: `where`, in: document, isSample: isSample) else { return }
      if documents.files.count > 1 { try Output.writeHead(name) }
      let printout = Printout(selection: selection, part: context ? .context : .text, layout: layout)
      try output.write(printout.bytes(of: document)[...])
      try output.flush()
    } trouble: {
      outcomes.tell($0)
    }
    try outcomes.end()
  }
}

/// What came of a command that does the same with several documents.
struct CommandOutcomes {
  private var isFound = false
  private var hasTrouble = false

  mutating func tell(_ problem: Problem) {
    if problem.status == ExitStatus.trouble { hasTrouble = true }
    Output.tell(problem)
  }

  /// What `place` means (see `Where`); nil where that is nothing or not one thing, which is told. `isSample`: nobody
  /// named a document, so that it may be one.
  mutating func selection(at place: String, in document: Document, isSample: Bool) throws(Problem) -> Selection? {
    guard !Whitespace.trimmed(place).isEmpty else {
      tell(Problem("", "a place is needed: an address, a printed number, a word of its text"))
      return nil
    }
    do throws(NotFound) {
      let selection = try document.selection(at: place)
      isFound = true
      if let misnumbering = document.misnumbering(at: place) {
        Output.tell(Problem("", misnumbering.description(in: document)))
      }
      return selection
    } catch {
      if case .noMatch = error, isSample, let problem = Self.mistakenFile(place) {
        tell(problem)
      } else if case .noMatch = error {
        tell(Problem("", error.description, status: ExitStatus.notFound))
      } else {
        tell(Problem("", error.description))
      }
      if case .ambiguous(_, let ids) = error { try Output.listCandidates(ids, of: document) }
      return nil
    }
  }

  /// What is wrong where a document was named in place of a place.
  private static func mistakenFile(_ name: String) -> Problem? {
    if access(name, F_OK) == 0 {
      return Problem(name, "is a file; a place in it comes first: directives show 2.3 FILE")
    }
    guard name.contains("/") || name.endsAsFileName else { return nil }
    return Problem(name, "no such file, and the sample document does not speak of it")
  }

  /// Ends the command with its exit status where that is not 0.
  func end() throws {
    if hasTrouble { throw ExitCode(ExitStatus.trouble) }
    if !isFound { throw ExitCode(ExitStatus.notFound) }
  }
}

extension Document {
  /// What `place` means, for a command that needs one document.
  func selected(_ place: String, isSample: Bool) throws -> Selection {
    var outcomes = CommandOutcomes()
    if let selection = try outcomes.selection(at: place, in: self, isSample: isSample) { return selection }
    try outcomes.end()
    throw ExitCode(ExitStatus.trouble)
  }
}

extension Output {
  /// Points with address and heading, on standard error; of very many the first.
  static func listCandidates(_ ids: [Int], of document: Document) throws(Problem) {
    var error = Output.error
    for id in ids.prefix(listed) {
      try error.writeLine("  \(document.addressText(of: id))  \(document.label(of: id, upTo: .max))")
    }
    if ids.count > listed { try error.writeLine("  … and \(ids.count - listed) more") }
    try error.flush()
  }

  private static let listed = 50
}
