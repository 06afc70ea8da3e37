import ArgumentParser
import DirectiveModel

struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Print each match with its address and line: address:line: …context….",
    discussion: """
      The pattern is a regular expression in Perl's syntax; without capital letters it matches in either case. A \
      blank in it matches line ends too, so that a phrase is found where the text is wrapped. \
      The exit status is 0 where something was found, 1 where nothing was, 2 on trouble.
      """)

  @Argument(help: "What to look for.")
  var pattern: String

  @Flag(name: [.customShort("F"), .long], help: "Take the pattern literally.")
  var fixedStrings = false

  @OptionGroup var input: DocumentFile

  func validate() throws {
    if pattern.isEmpty { throw ValidationError("the pattern is empty") }
  }

  func run() throws {
    let document = try input.read().document
    let search = Pattern(pattern, literal: fixedStrings)
    if search.isFallback { Output.tell(Problem(pattern, "no regular expression; taken literally")) }
    let (matches, isComplete) = search.matches(in: document.source)
    var output = Output.standard
    for match in matches {
      guard let id = document.outline.point(holding: match.range.lowerBound) else { continue }
      let line = document.source.line(at: match.range.lowerBound)
      let context = document.source.context(of: match.range, columns: Self.contextColumns)
      try output.writeLine("\(document.addressText(of: id)):\(line): \(context)")
    }
    try output.flush()
    guard isComplete else { throw Problem(pattern, "costs too much to match; use -F to take it literally") }
    if matches.isEmpty { throw ExitCode(ExitStatus.notFound) }
  }

  /// Columns of text before and after a match.
  private static let contextColumns = 40
}
