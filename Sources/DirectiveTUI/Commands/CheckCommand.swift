import ArgumentParser
import DirectiveModel

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Report what is odd about the numbering: file:line: message.",
    discussion: """
      Reported are numbers that are missing, repeated or out of order, promised counts that are not kept (“five \
      resolutions” followed by four), and entries of the contents that are not found again. \
      The exit status is 0 where nothing is odd, 1 where something is, 2 on trouble.
      """)

  @Argument(help: "The documents; - for standard input.", completion: .file())
  var files: [String]

  @OptionGroup(title: "Reading") var reading: ReadingOptions

  func run() throws {
    var output = Output.standard
    var status = ExitStatus.found
    for file in files {
      do throws(Problem) {
        let opened = try DocumentReading(Input(file), reading.options.brief)
        for note in try opened.finishedNotes() {
          try output.writeLine("\(opened.input.name):\(note.line): \(note.message)")
          status = max(status, ExitStatus.notFound)
        }
        try output.flush()
      } catch {
        Output.tell(error)
        status = max(status, error.status)
      }
    }
    if status != ExitStatus.found { throw ExitCode(status) }
  }
}
