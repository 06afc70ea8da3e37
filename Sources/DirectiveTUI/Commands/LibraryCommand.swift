import ArgumentParser
import DirectiveModel

struct LibraryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "library",
    abstract: "Print the documents in a folder and the folders inside: path, title, date, number of points.",
    discussion: """
      What is no document is left out, and so are hidden files and what .ignore files name. \
      With text, the columns are parted by tabs.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Argument(help: "The folder; the current one without it.", completion: .directory)
  var folder = "."

  @OptionGroup(title: "Reading") var reading: ReadingOptions

  @Option(name: .long, help: "How to print it.")
  var format = Format.text

  func run() throws { try FolderTable(folder, reading.options).print(format) }
}

/// The table of the documents in a folder.
struct FolderTable {
  private let folder: String
  private let options: DocumentReading.Options

  init(_ folder: String, _ options: DocumentReading.Options) {
    self.folder = folder
    self.options = options
  }

  func print(_ format: LibraryCommand.Format) throws {
    var found: [String] = []
    var trouble: Problem?
    FileWalker().walk(
      folder, file: { if InputFormat.isDocumentName($0) { found.append($0) } }, trouble: { trouble = trouble ?? $0 })
    if let trouble, trouble.what == folder { throw trouble }
    guard !found.isEmpty else { throw Problem(folder, "holds no documents", status: ExitStatus.notFound) }
    let (paths, options) = (found, self.options)
    var output = Output.standard
    var json = JSONWriter()
    let crew = Crew(count: paths.count) { DocumentSummary.read(paths[$0], options) }
    if format == .json { json.raw("[") }
    try crew.inOrder { index, summary in
      switch format {
      case .text: try output.writeLine(Self.line(paths[index], summary))
      case .json:
        json.raw(index == 0 ? "\n  " : ",\n  ")
        Self.write(paths[index], summary, to: &json)
        try output.write(json.take()[...])
      }
    }
    if format == .json {
      json.raw("\n]\n")
      try output.write(json.take()[...])
    }
    try output.flush()
  }

  private static func line(_ path: String, _ summary: DocumentSummary) -> String {
    let title = summary.trouble.map { "(\($0))" } ?? summary.title ?? ""
    return [path, String(summary.points), summary.date ?? "", title].joined(separator: "\t")
  }

  private static func write(_ path: String, _ summary: DocumentSummary, to json: inout JSONWriter) {
    json.raw("{\"path\": ")
    json.string(path)
    json.raw(", \"title\": ")
    json.string(summary.title)
    json.raw(", \"date\": ")
    json.string(summary.date)
    json.raw(", \"points\": ")
    json.number(summary.points)
    if let trouble = summary.trouble {
      json.raw(", \"trouble\": ")
      json.string(trouble)
    }
    json.raw("}")
  }
}
