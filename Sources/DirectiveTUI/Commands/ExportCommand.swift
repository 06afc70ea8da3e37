import ArgumentParser
import DirectiveModel

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the document, or a part of it, in another format.",
    discussion: """
      \(ExportFormat.all.map { "\($0.name.padded(to: 10))\($0.summary)" }.joined(separator: "\n"))

      WHERE is read as for show; without it, the whole document is written. The same document gives the same \
      bytes each time. In csv, a text that a spreadsheet would take for a formula gets an apostrophe before it.
      """)

  @Argument(
    help: "What to export: an address, a range, a keyword. One argument alone is a FILE if there is such a file.",
    completion: PlaceCompletion.kind)
  var place: String?

  @OptionGroup var input: DocumentFile

  @Option(
    name: .long,
    help: ArgumentHelp(
      "One of those above; without it, told from the ending of the output's name.", valueName: "format"),
    completion: .list(ExportFormat.all.map(\.name)))
  var format: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write to this file, which must not exist; - is standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @Flag(name: .long, help: "With --output: replace a file that exists.")
  var force = false

  @Option(name: .long, help: ArgumentHelp("Export this many levels; deeper points are text.", valueName: "levels"))
  var depth: Int?

  @Option(name: .long, help: ArgumentHelp("With jsonl: the index that each action names.", valueName: "name"))
  var index = ""

  @Flag(name: .long, help: "With csv: begin with a byte order mark, which some spreadsheets need.")
  var bom = false

  @Flag(name: .long, help: "Print the JSON Schema of the json format, and nothing else.")
  var schema = false

  func validate() throws {
    if let depth, depth < 1 { throw ValidationError("--depth: a number from 1 on is needed") }
    if schema { return }
    let chosen = try chosenFormat()
    if !index.isEmpty, chosen.name != "jsonl" { throw ValidationError("--index: goes with --format jsonl") }
    if bom, chosen.name != "csv" { throw ValidationError("--bom: goes with --format csv") }
    if force, output == nil { throw ValidationError("--force: goes with --output") }
  }

  func run() throws {
    if schema { return try write { sink in try sink(Array(OutlineSchema.text.utf8)) } }
    let format = try chosenFormat()
    var input = input
    let place = input.takeDocument(from: place)
    let (document, name) = try input.read()
    let selection = try place.map { try document.selected($0, isSample: input.isSample) }
    var options = ExportOptions()
    options.index = index
    options.byteOrderMark = bom
    let extract = Extract(document, name: name, selection: selection, levels: depth ?? .max, options: options)
    try write { sink in try format.export(extract, to: sink) }
  }

  private func chosenFormat() throws -> ExportFormat {
    if let format {
      if let found = ExportFormat(named: format) { return found }
      let names = ExportFormat.all.map(\.name).joined(separator: ", ")
      throw ValidationError("\(format): no such format; there are \(names)")
    }
    if let found = output.flatMap({ ExportFormat(of: $0) }) { return found }
    throw ValidationError("--format: one of \(ExportFormat.all.map(\.name).joined(separator: ", ")) is needed")
  }

  /// Lets `body` write to standard output, or to the file that was asked for.
  private func write(_ body: (@escaping ([UInt8]) throws -> Void) throws -> Void) throws {
    guard let path = output, !Output.isStandard(path) else {
      var output = Output.standard
      try body { try output.write($0[...]) }
      return try output.flush()
    }
    do {
      let file = try NewFile(path, replacing: force)
      do {
        try body { try file.write($0) }
        try file.keep()
      } catch {
        file.discard()
        throw error
      }
    } catch let failure as NewFile.Failure {
      throw failure == .exists ? Problem(path, "exists already; --force replaces it") : Problem(path, failure)
    }
  }
}

extension ExportFormat {
  /// The format that a file's name ends in.
  init?(of path: String) {
    let name = path.split(separator: "/").last ?? ""
    let ending = name.lastIndex(of: ".").map { name[$0...].dropFirst().lowercased() }
    guard let found = Self.all.first(where: { $0.fileExtension == ending }) else { return nil }
    self = found
  }
}

extension String {
  fileprivate func padded(to columns: Int) -> String { self + String(repeating: " ", count: max(1, columns - count)) }
}
