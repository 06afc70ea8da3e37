import ArgumentParser
import DirectiveModel

struct MarksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "marks", abstract: "List the marks that were set in documents: path, name, address.")

  @Argument(help: "The document; without it, all.", completion: .file())
  var file: String?

  func run() throws {
    let marks = try KeptLibrary.open().marks(of: file)
    var output = Output.standard
    for mark in marks { try output.writeLine("\(mark.path)\t\(mark.name)\t\(mark.address)") }
    try output.flush()
    if marks.isEmpty { throw ExitCode(ExitStatus.notFound) }
  }
}
