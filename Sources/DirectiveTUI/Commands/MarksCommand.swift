import ArgumentParser
import DirectiveModel

struct MarksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "marks", abstract: "List the marks that were set in documents: path, name, address.",
    discussion: """
      With FILE, those of that document, at the addresses where their points stand now; without, those of all documents, \
      at the addresses where they were set. The exit status is 1 where there are none.
      """)

  @Argument(help: "The document; without it, all.", completion: .file())
  var file: String?

  func run() throws {
    let library = try KeptLibrary.open()
    let marks = try file.map { try library.marks(of: $0) } ?? library.marks()
    guard !marks.isEmpty else { throw Problem(file?.visible() ?? "", "no marks", status: ExitStatus.notFound) }
    var output = Output.standard
    for mark in marks {
      let lost = mark.isLost ? " (not found any more)" : ""
      try output.writeLine("\(mark.path)\t\(mark.name)\t\(mark.address)\(lost)")
    }
    try output.flush()
  }
}
