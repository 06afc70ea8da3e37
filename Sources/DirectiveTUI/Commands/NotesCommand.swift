import ArgumentParser
import DirectiveModel

struct NotesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notes",
    abstract: "List or export the notes and ticks that were left in documents, with citations.",
    discussion: """
      With FILE, those of that document, at the addresses where their points stand now; without, those of all documents, \
      as they were cited when they were written. The exit status is 1 where there are none.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, markdown, json
  }

  @OptionGroup var input: DocumentFile

  @Option(name: .long, help: "How to print them.")
  var format = Format.text

  func run() throws {
    let library = try KeptLibrary.open()
    let notebooks =
      try input.path.map { try library.notebook(of: $0, in: input.read().document) } ?? library.notebooks()
    guard notebooks.contains(where: { !$0.entries.isEmpty }) else {
      throw Problem(input.path?.visible() ?? "", "no notes and no ticks", status: ExitStatus.notFound)
    }
    var output = Output.standard
    switch format {
    case .text: for notebook in notebooks { try output.write(notebook.text) }
    case .markdown: try output.write(notebooks.map(\.markdown).joined(separator: "\n"))
    case .json: try output.write(Notebook.json(notebooks)[...])
    }
    try output.flush()
  }
}
