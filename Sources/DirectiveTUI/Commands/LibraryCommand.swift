import ArgumentParser
import DirectiveModel

struct LibraryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "library",
    abstract: "Print the documents in a folder and the folders inside: path, title, date, number of points.",
    discussion: """
      What is no document is left out, and so are hidden files and what .ignore files name. \
      With text, the columns are parted by tabs. The exit status is 2 where something cannot be read.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Argument(help: "The folder; the current one without it.", completion: .directory)
  var folder = "."

  @OptionGroup(title: "Reading") var reading: ReadingOptions

  @Option(name: .long, help: "How to print it.")
  var format = Format.text

  func run() throws {
    guard try FolderTable(folder, reading.options).print(format) else { throw ExitCode(ExitStatus.trouble) }
  }
}

/// The table of the documents in a folder.
struct FolderTable {
  private let folder: String
  private let options: DocumentReading.Options

  init(_ folder: String, _ options: DocumentReading.Options) {
    self.folder = folder
    self.options = options
  }

  /// Hands over the path of each document, in order, with what is told of it. Throws where there is none. What cannot be
  /// read goes to `trouble`, and a document of which that is so is handed over, too.
  func read(
    _ body: (String, DocumentSummary) throws(Problem) -> Void, trouble tell: (Problem) -> Void
  ) throws(Problem) {
    var troubles: [Problem] = []
    let paths = FileWalker().documents(in: folder) { troubles.append($0) }
    if let trouble = troubles.first(where: { $0.what == folder }) { throw trouble }
    troubles.forEach(tell)
    let options = self.options
    let crew = Crew(count: paths.count) { DocumentSummary.read(paths[$0], options) }
    var isEmpty = true
    try crew.inOrder { (index, summary) throws(Problem) in
      guard !summary.isNoDocument else { return }
      isEmpty = false
      if let trouble = summary.trouble { tell(Problem(paths[index], trouble)) }
      try body(paths[index], summary)
    }
    if isEmpty { throw Problem(folder, "holds no documents", status: ExitStatus.notFound) }
  }

  /// Prints it; false where something could not be read, which is told.
  func print(_ format: LibraryCommand.Format) throws(Problem) -> Bool {
    var isWhole = true
    var output = Output.standard
    var json = JSONWriter()
    var isFirst = true
    try read { (path, summary) throws(Problem) in
      switch format {
      case .text: try output.writeLine(Self.line(path, summary))
      case .json:
        json.raw(isFirst ? "[\n  " : ",\n  ")
        isFirst = false
        Self.write(path, summary, to: &json)
        try output.write(json.take()[...])
      }
    } trouble: { problem in
      isWhole = false
      Output.tell(problem)
    }
    if format == .json {
      json.raw("\n]\n")
      try output.write(json.take()[...])
    }
    try output.flush()
    return isWhole
  }

  static func line(_ path: String, _ summary: DocumentSummary) -> String {
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
