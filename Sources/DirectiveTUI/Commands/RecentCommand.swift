import ArgumentParser
import DirectiveModel

struct RecentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recent", abstract: "List the documents that were opened, the last one first: when, path, title.")

  @Option(name: .shortAndLong, help: ArgumentHelp("List so many.", valueName: "number"))
  var number = 20

  func validate() throws {
    if number < 1 { throw ValidationError("--number: a number from 1 on is needed") }
  }

  func run() throws {
    let documents = try KeptLibrary.open().files.prefix(number)
    var output = Output.standard
    for document in documents {
      let title = document.title.isEmpty ? "" : "  " + document.title
      try output.writeLine("\(LocalTime.text(document.opened))  \(document.path ?? "")\(title)")
    }
    try output.flush()
    if documents.isEmpty { throw Problem("", "no document was opened yet", status: ExitStatus.notFound) }
  }
}
