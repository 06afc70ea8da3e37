import ArgumentParser
import DirectiveModel

struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Print each match with its address and line: address:line: …context….",
    discussion: """
      The pattern is taken literally; without capital letters it matches in either case. \
      The exit status is 0 where something was found, 1 where nothing was, 2 on trouble.
      """)

  @Argument(help: "The text to look for.")
  var pattern: String

  @OptionGroup var input: DocumentFile

  func validate() throws {
    if pattern.isEmpty { throw ValidationError("the pattern is empty") }
  }

  func run() throws {
    let document = try input.read().document
    let matches = Pattern(pattern).matches(in: document.source)
    var output = Output.standard
    for match in matches {
      guard let id = document.outline.point(holding: match.range.lowerBound) else { continue }
      let line = document.source.line(at: match.range.lowerBound)
      let context = document.source.context(of: match.range, columns: Self.contextColumns)
      try output.writeLine("\(document.addressText(of: id)):\(line): \(context)")
    }
    try output.flush()
    if matches.isEmpty { throw ExitCode(ExitStatus.notFound) }
  }

  /// Columns of text before and after a match.
  private static let contextColumns = 40
}
