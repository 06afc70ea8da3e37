import ArgumentParser
import DirectiveModel

struct InfoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info",
    abstract: "Tell how a file was read, and what it says of itself: encoding, format, title, date, issuer, points.")

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @OptionGroup var input: DocumentFile

  @Option(name: .long, help: "How to print it.")
  var format = Format.text

  func run() throws {
    let reading = try input.open()
    try reading.finish()
    let facts = Facts(try reading.document(), of: reading).list
    var output = Output.standard
    switch format {
    case .text:
      let width = facts.map(\.name.count).max() ?? 0
      for fact in facts {
        let name = fact.name.prefix(1).uppercased() + fact.name.dropFirst()
        let padding = String(repeating: " ", count: width - fact.name.count + 2)
        try output.writeLine(name + padding + fact.text)
      }
    case .json:
      var json = JSONWriter()
      for (index, fact) in facts.enumerated() {
        json.raw(index == 0 ? "{" : ",\n ")
        json.string(fact.name.split(separator: " ").joined(separator: "_"))
        json.raw(": ")
        if let number = fact.number { json.number(number) } else { json.string(fact.value) }
      }
      json.raw("}\n")
      try output.write(json.bytes[...])
    }
    try output.flush()
  }
}

extension FrontMatter.Field {
  /// `document number` for `documentNumber`.
  fileprivate var title: String {
    rawValue.reduce(into: "") { $0 += $1.isUppercase ? " " + $1.lowercased() : String($1) }
  }
}

/// What is to be said of a document and its file, in the order it is told.
private struct Facts {
  struct Fact {
    let name: String
    var number: Int?
    var value: String?

    var text: String { number.map(String.init) ?? value ?? "none" }
  }

  private(set) var list: [Fact] = []

  init(_ document: Document, of reading: DocumentReading) {
    let source = document.source
    let decoding = reading.pageDecoding ?? source.decoding
    tell("file", reading.input.name)
    tell("format", reading.formats.map(\.title).joined(separator: ", "))
    tell("size", reading.fileSize)
    tell("encoding", decoding.encoding.name + (decoding.hasByteOrderMark ? " with byte order mark" : ""))
    tell("damaged bytes", decoding.damagedCount)
    let ends = source.lineEnds.names
    tell("line ends", ends.isEmpty ? nil : ends.joined(separator: ", "))
    tell("lines", source.lineCount)
    tell("characters", source.string(0..<source.bytes.count).unicodeScalars.count)
    tell("title", document.title)
    let front = document.frontMatter
    for field in FrontMatter.Field.allCases {
      guard let text = document.text(of: field, in: front) else { continue }
      tell(field.title, text)
    }
    tell("points", document.outline.numberedCount)
    tell("levels", document.outline.points.lazy.filter { $0.kind == .numbered }.map { Int($0.depth) }.max() ?? 0)
  }

  private mutating func tell(_ name: String, _ value: String?) { list.append(Fact(name: name, value: value)) }
  private mutating func tell(_ name: String, _ number: Int) { list.append(Fact(name: name, number: number)) }
}
