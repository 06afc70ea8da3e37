import ArgumentParser
import DirectiveModel
import Glibc

struct CountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "count",
    abstract: "Count patterns by theme and document.",
    discussion: """
      The words on the command line are patterns, up to the first that names a file or is -; from there on they are \
      documents. With -e all words are documents. Patterns are those of search. The exit status is 0 where any was \
      found, 1 where none was, 2 on trouble.
      """)

  @Argument(help: "Patterns, then documents.", completion: .file())
  var words: [String] = []

  @Option(name: [.customShort("e"), .long], help: ArgumentHelp("A pattern; may be repeated.", valueName: "pattern"))
  var pattern: [String] = []

  @Flag(name: [.customShort("i"), .long], help: "Match in either case.")
  var ignoreCase = false

  @Flag(name: [.customShort("F"), .long], help: "Take the patterns literally.")
  var fixedStrings = false

  @Flag(name: [.customShort("w"), .long], help: "Match whole words only.")
  var wordRegexp = false

  @Flag(name: [.customShort("r"), .long], help: "Count in all documents of folders.")
  var recursive = false

  @Option(name: .long, help: ArgumentHelp("Count for points down to this level; 1 for themes.", valueName: "levels"))
  var depth = 1

  @Option(name: .long, help: "How to print it.")
  var format = TableFormat.text

  @Flag(name: .long, help: "Draw bars in place of the table.")
  var bars = false

  @OptionGroup(title: "Reading") var reading: ReadingOptions

  func validate() throws {
    if depth < 1 { throw ValidationError("--depth: a number from 1 on is needed") }
    if patterns.isEmpty { throw ValidationError("a pattern is needed") }
    if patterns.contains("") { throw ValidationError("the pattern is empty") }
    if bars, format != .text { throw ValidationError("--bars: goes with --format text") }
  }

  /// Where the documents begin among the words.
  private var firstFile: Int {
    guard pattern.isEmpty else { return 0 }
    return words.indices.first { $0 > 0 && (words[$0] == "-" || access(words[$0], F_OK) == 0) } ?? words.count
  }

  /// Each once.
  private var patterns: [String] {
    let given = pattern.isEmpty ? Array(words[..<firstFile]) : pattern
    return given.indices.filter { !given[..<$0].contains(given[$0]) }.map { given[$0] }
  }

  /// A word after the first that looks like the name of a file, where no word names one.
  private var missingFile: String? {
    guard pattern.isEmpty, firstFile == words.count else { return nil }
    return words.dropFirst().first(where: \.endsAsFileName)
  }

  func run() throws {
    if let missingFile { throw Problem(missingFile, "no such file; -e names patterns") }
    let files = Array(words[firstFile...])
    let searches = patterns.map {
      Pattern($0, literal: fixedStrings, case: ignoreCase ? .ignored : .smart, wholeWords: wordRegexp)
    }
    var rows: [CountTable.Row] = []
    var hasTrouble = false
    let namesDocuments = recursive || files.count > 1
    try DocumentFiles.forEach(files, isRecursive: recursive, reading.options) { reading throws(Problem) in
      try reading.finishedDocument()
    } _: { document, name in
      var counts = [[Int: Int]](repeating: [:], count: document.outline.points.count)
      for (column, search) in searches.enumerated() {
        let (matches, isComplete) = search.matches(in: document.source)
        if !isComplete {
          hasTrouble = true
          Output.tell(Problem(patterns[column], "costs too much to match; use -F to take it literally"))
        }
        for match in matches {
          guard let id = document.outline.point(holding: match.range.lowerBound) else { continue }
          counts[id][column, default: 0] += 1
        }
      }
      rows += Tally(counts, in: document, levels: depth).rows.map { row in
        CountTable.Row(
          document: namesDocuments ? name : nil, address: document.addressText(of: row.id),
          heading: document.label(of: row.id), counts: searches.indices.map { row.counts[$0, default: 0] })
      }
    } trouble: { problem in
      hasTrouble = true
      Output.tell(problem)
    }
    if rows.isEmpty, hasTrouble { throw ExitCode(ExitStatus.trouble) }
    let table = CountTable(columns: patterns, rows: rows)
    if bars { try table.printBars(columns: Environment.columns) } else { try table.print(format) }
    if hasTrouble { throw ExitCode(ExitStatus.trouble) }
    if rows.allSatisfy({ $0.counts.allSatisfy { $0 == 0 } }) { throw ExitCode(ExitStatus.notFound) }
  }
}
