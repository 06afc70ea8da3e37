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

  @OptionGroup var styles: StyleOptions

  var options: DocumentReading.Options {
    DocumentReading.Options(encoding: encoding, format: formatIn, outline: styles.options)
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
