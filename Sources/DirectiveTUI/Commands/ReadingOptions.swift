import ArgumentParser
import DirectiveModel

/// How a file's bytes are read, where the reader knows better.
struct ReadingOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The file's encoding, by any name that iconv knows: GBK, Big5, windows-1251. Found by itself without it.",
      valueName: "name"))
  var encoding: TextEncoding?
}

extension TextEncoding: ExpressibleByArgument {
  public init?(argument: String) { self.init(named: argument) }
}
