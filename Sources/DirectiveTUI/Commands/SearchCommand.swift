import ArgumentParser
import DirectiveModel
import Glibc

struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Print each match with its address and line: address:line: …context….",
    discussion: """
      The pattern is a regular expression in Perl's syntax; without capital letters it matches in either case. A \
      blank in it matches line ends too, so that a phrase is found where the text is wrapped; so is one in Chinese, \
      which has no blanks. A number beside the name of a unit, as in Article 12 or 第12条, is found as Article XII and \
      第十二条, too, and in no longer number, also with -F. A pattern that begins with a hyphen comes after --.

      With several files or a folder each line begins with the file's name. Where a match goes over several lines, its \
      line is the first. The exit status is 0 where something was found, 1 where nothing was, 2 on trouble.
      """)

  @Argument(help: "What to look for.")
  var pattern: String

  @OptionGroup var documents: DocumentFiles

  @Flag(name: [.customShort("i"), .long], help: "Match in either case, whatever the pattern.")
  var ignoreCase = false

  @Flag(name: [.customShort("s"), .long], help: "Match the case exactly, whatever the pattern.")
  var caseSensitive = false

  @Flag(name: [.customShort("F"), .long], help: "Take the pattern literally.")
  var fixedStrings = false

  @Flag(name: [.customShort("w"), .long], help: "Match whole words only.")
  var wordRegexp = false

  @Flag(name: [.customShort("c"), .long], help: "Print the number of matches alone.")
  var count = false

  @Flag(name: [.customShort("l"), .long], help: "Print the names of the files that match alone.")
  var filesWithMatches = false

  @Flag(name: [.customShort("L"), .long], help: "Print the names of the files that do not match alone.")
  var filesWithoutMatch = false

  @Flag(name: [.customShort("o"), .long], help: "Print the matched text without its context.")
  var onlyMatching = false

  @Flag(name: [.customShort("q"), .long], help: "Print nothing; the exit status tells.")
  var quiet = false

  @Option(
    name: [.customShort("m", allowingJoined: true), .long],
    help: ArgumentHelp("Stop after so many matches in a file.", valueName: "n"))
  var maxCount: Int?

  @Option(
    name: [.customShort("A", allowingJoined: true), .long],
    help: ArgumentHelp("Print whole lines, and n lines after each.", valueName: "n"))
  var afterContext: Int?

  @Option(
    name: [.customShort("B", allowingJoined: true), .long],
    help: ArgumentHelp("Print whole lines, and n lines before each.", valueName: "n"))
  var beforeContext: Int?

  @Option(
    name: [.customShort("C", allowingJoined: true), .long],
    help: ArgumentHelp("Print whole lines, and n around each.", valueName: "n"))
  var context: Int?

  @Flag(
    name: [.customShort("r"), .long],
    help: "Search all documents in folders, or in the current one; .ignore files are heeded.")
  var recursive = false

  @Flag(
    name: [.customShort("H"), .long], inversion: .prefixedNo, help: "Begin each line with the file's name.")
  var filename: Bool?

  @Flag(name: [.customShort("n"), .long], help: "Taken as grep's; lines are numbered always.")
  var lineNumber = false

  @Flag(name: [.customShort("Z"), .long], help: "End file names with a NUL byte.")
  var null = false

  @Flag(name: .long, help: "Print each match as one line of JSON; start and end are bytes of the text in UTF-8.")
  var json = false

  @Option(name: .long, help: "Colour the output: auto, always or never.")
  var color = ColorChoice.auto

  func validate() throws {
    if pattern.isEmpty { throw ValidationError("the pattern is empty") }
    if json {
      let others = [("-c", count), ("-l", filesWithMatches), ("-L", filesWithoutMatch), ("-o", onlyMatching)]
      if let other = (others + [("-A, -B and -C", lines != nil)]).first(where: \.1) {
        throw ValidationError("--json: does not go with \(other.0)")
      }
    }
    if ignoreCase, caseSensitive { throw ValidationError("-i and -s contradict each other") }
    for (name, value) in [("-A", afterContext), ("-B", beforeContext), ("-C", context), ("-m", maxCount)] {
      if let value, value < 0 { throw ValidationError("\(name): a number from 0 on is needed") }
    }
  }

  func run() throws {
    let search = Pattern(
      pattern, literal: fixedStrings, case: ignoreCase ? .ignored : caseSensitive ? .exact : .smart,
      wholeWords: wordRegexp)
    if search.isFallback { Output.tell(Problem(pattern, "no regular expression; taken literally")) }
    let report = SearchReport(
      form: form, lines: lines, showsFile: filename ?? (recursive || documents.files.count > 1),
      endsNamesWithNull: null)
    var output = Output(descriptor: STDOUT_FILENO, color: color)
    var isFound = false
    var hasTrouble = false
    let limit = min(maxCount ?? .max, form.needsOneMatch ? 1 : .max)
    let printed: SearchedDocument.Printed = !form.printsText ? .nothing : lines == nil ? .matches : .lines
    try documents.forEach(isRecursive: recursive, needOutlines: printed != .nothing) { reading throws(Problem) in
      try SearchedDocument(reading, search, limit: limit, printed: printed)
    } _: { found, name in
      if !found.isComplete {
        hasTrouble = true
        Output.tell(Problem(pattern, "costs too much to match; use -F to take it literally"))
      }
      try report.write(found, name: name, to: &output)
      isFound = isFound || found.matches.isEmpty == (form == .namesWithout)
      try output.flush()
      if quiet, isFound { throw ExitCode(ExitStatus.found) }
    } trouble: { problem in
      hasTrouble = true
      Output.tell(problem)
    }
    if hasTrouble { throw ExitCode(ExitStatus.trouble) }
    if !isFound { throw ExitCode(ExitStatus.notFound) }
  }

  private var form: SearchReport.Form {
    if quiet { return .nothing }
    if filesWithMatches { return .names }
    if filesWithoutMatch { return .namesWithout }
    if count { return .count }
    if json { return .json }
    return onlyMatching ? .matches : .context
  }

  /// Whole lines before and after each match; nil where matches are printed in their context.
  private var lines: (before: Int, after: Int)? {
    guard afterContext ?? beforeContext ?? context != nil else { return nil }
    return (beforeContext ?? context ?? 0, afterContext ?? context ?? 0)
  }
}
