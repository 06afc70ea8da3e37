import ArgumentParser
import DirectiveModel

struct TermsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "terms",
    abstract: "List the words that carry duty (must, shall, 应当, 不得 …) by point, with counts.",
    discussion: """
      Each point's own text is counted, without the points inside it; with --depth, all that is inside counts for the \
      point of that level. The words are a table: --list prints it, --terms replaces it by a file of the same form. It \
      counts words and is no legal analysis.
      """)

  @OptionGroup var input: DocumentFile

  @Flag(name: .long, help: "Print the table of words, ready to be edited.")
  var list = false

  @Option(name: .long, help: ArgumentHelp("Take the words from a file.", valueName: "file"), completion: .file())
  var terms: String?

  @Option(name: .long, help: ArgumentHelp("Add up what is inside the points of this level.", valueName: "levels"))
  var depth: Int?

  @Option(name: .long, help: "How to print it.")
  var format = TableFormat.text

  func validate() throws {
    if let depth, depth < 1 { throw ValidationError("--depth: a number from 1 on is needed") }
  }

  func run() throws {
    let table = try terms.map { try DocumentReading.text(of: Input($0)) } ?? DutyTerms.standardTable
    if list {
      var output = Output.standard
      try output.write(table)
      return try output.flush()
    }
    guard let words = DutyTerms(table: table) else { throw Problem(terms ?? "", "holds no words") }
    let document = try input.read().document
    let counts = Tally(words.counts(in: document), in: document, levels: depth ?? .max).rows
    let used = words.terms.indices.filter { term in counts.contains { $0.counts[term, default: 0] > 0 } }
    switch format {
    case .text: try write(counts, words, used, document)
    case .csv, .json:
      let rows = counts.map { row in
        CountTable.Row(
          document: nil, address: document.addressText(of: row.id), heading: document.label(of: row.id),
          counts: used.map { row.counts[$0, default: 0] })
      }
      try CountTable(columns: used.map { words.terms[$0].text }, rows: rows).print(format)
    }
    if used.isEmpty { throw ExitCode(ExitStatus.notFound) }
  }

  /// A line for each point that holds any: its words, the most frequent first, and its heading; then the sums by what
  /// the words carry.
  private func write(_ rows: [Tally.Row], _ words: DutyTerms, _ used: [Int], _ document: Document) throws(Problem) {
    var output = Output.standard
    for row in rows where !row.counts.isEmpty {
      let found = row.counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        .map { "\(words.terms[$0.key].text) \($0.value)" }.joined(separator: ", ")
      try output.writeLine("\(document.addressText(of: row.id))  \(found)  (\(document.label(of: row.id)))")
    }
    var groups: [String] = []
    for term in used where !groups.contains(words.terms[term].group) { groups.append(words.terms[term].group) }
    if !groups.isEmpty { try output.writeLine("") }
    for group in groups {
      let sums = used.filter { words.terms[$0].group == group }.map { term in
        (term, rows.reduce(0) { $0 + $1.counts[term, default: 0] })
      }
      let list = sums.map { "\(words.terms[$0.0].text) \($0.1)" }.joined(separator: ", ")
      try output.writeLine("\(group.isEmpty ? "words" : group) \(sums.reduce(0) { $0 + $1.1 }): \(list)")
    }
    try output.flush()
  }
}
