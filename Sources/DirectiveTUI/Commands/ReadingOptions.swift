import ArgumentParser
import DirectiveModel

/// How a document is read, where the reader knows better: its bytes and its numbering.
struct ReadingOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The file's encoding, by any name that iconv knows: GBK, Big5, windows-1251. Found by itself without it.",
      valueName: "name"))
  var encoding: TextEncoding?

  @Option(name: .long, help: ArgumentHelp("The file's format. Found by itself without it.", valueName: "name"))
  var formatIn: InputFormat?

  @Option(
    name: .long,
    help: ArgumentHelp("Read only this style of numbering; may be repeated (see directives styles).", valueName: "name")
  )
  var style: [String] = []

  @Option(
    name: .long, help: ArgumentHelp("Read no numbering of this style; may be repeated.", valueName: "name"))
  var noStyle: [String] = []

  func validate() throws {
    for (option, names) in [("--style", style), ("--no-style", noStyle)] {
      for name in names where StyleNames.name(like: name) == nil {
        let near = StyleNames.suggestions(for: name)
        let hint = near.isEmpty ? "directives styles lists all" : "is it \(near.joined(separator: " or "))?"
        throw ValidationError("\(option): \(name): no such style; \(hint)")
      }
    }
  }

  var options: DocumentReading.Options {
    let styles = OutlineOptions(
      leftOut: Set(noStyle.compactMap(StyleNames.name(like:))),
      only: Set(style.compactMap(StyleNames.name(like:))))
    return DocumentReading.Options(encoding: encoding, format: formatIn, outline: styles)
  }
}

extension TextEncoding: ExpressibleByArgument {
  public init?(argument: String) { self.init(named: argument) }
}

extension InputFormat: ExpressibleByArgument {
  init?(argument: String) {
    guard let format = Self.all.first(where: { $0.name == argument.lowercased() }) else { return nil }
    self = format
  }

  static var allValueStrings: [String] { all.map(\.name) }
}
