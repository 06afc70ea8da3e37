import ArgumentParser
import DirectiveModel

struct OutlineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outline", abstract: "Print the outline: every point with its address and heading.")

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @OptionGroup var input: DocumentFile

  @Option(name: .long, help: ArgumentHelp("Print this many levels.", valueName: "levels"))
  var depth: Int?

  @Option(name: .long, help: "How to print it.")
  var format = Format.text

  @Flag(name: .long, help: "With --format json: each point's own text too, and what stands before and after them.")
  var text = false

  func validate() throws {
    if let depth, depth < 1 { throw ValidationError("--depth: a number from 1 on is needed") }
    if text, format != .json { throw ValidationError("--text: goes with --format json") }
  }

  func run() throws {
    let document = try input.read().document
    switch format {
    case .text: try OutlineText(document, levels: depth ?? .max).print()
    case .json:
      var output = Output.standard
      try OutlineJSON(document, levels: depth ?? .max, includesText: text).write { bytes throws(Problem) in
        try output.write(bytes[...])
      }
      try output.flush()
    }
  }
}

/// The outline as indented lines: address and heading.
struct OutlineText {
  let document: Document
  let levels: Int

  init(_ document: Document, levels: Int) {
    self.document = document
    self.levels = levels
  }

  func print() throws(Problem) {
    var output = Output.standard
    if let title = document.title { try output.writeLine(title + "\n") }
    var addresses = AddressCounter()
    for (id, point) in document.outline.points.enumerated() where point.kind == .numbered && point.depth <= levels {
      let indent = String(repeating: "  ", count: Int(point.depth) - 1)
      try output.writeLine("\(indent)\(addresses.next(point))  \(document.label(of: id))")
    }
    if document.outline.numberedCount == 0 { try output.writeLine("(no numbered points)") }
    try output.flush()
  }
}
