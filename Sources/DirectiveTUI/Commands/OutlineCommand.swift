import ArgumentParser
import CGnu
import DirectiveModel

struct OutlineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outline", abstract: "Print the outline: every point with its address and heading.")

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @OptionGroup var documents: DocumentFiles

  @Option(name: .long, help: ArgumentHelp("Print this many levels.", valueName: "levels"))
  var depth: Int?

  @Option(name: .long, help: "How to print it.")
  var format = Format.text

  @Flag(name: .long, help: "With --format json: each point's own text too, and what stands before and after them.")
  var text = false

  @Flag(
    name: .long,
    help: "Instead, for each line that is or nearly is a point: line, address, marker, style of numbering and rule.")
  var explain = false

  func validate() throws {
    if let depth, depth < 1 { throw ValidationError("--depth: a number from 1 on is needed") }
    if explain, text || depth != nil { throw ValidationError("--explain: goes with neither --text nor --depth") }
    if text, format != .json { throw ValidationError("--text: goes with --format json") }
  }

  func run() throws { try outlining.run() }

  /// What the arguments come to.
  var outlining: Outlining {
    Outlining(
      files: documents.files, reading: documents.reading.options, levels: depth ?? .max, format: format,
      includesText: text, explains: explain)
  }
}

/// The outline as indented lines, address and heading, below the title and what the document says of itself.
struct OutlineText {
  let document: Document
  let levels: Int

  init(_ document: Document, levels: Int) {
    self.document = document
    self.levels = levels
  }

  func print() throws(Problem) {
    var output = Output.standard
    let points = document.outline.points.indices
    var hasHeader = false
    var problem: Problem?
    // A stretch of points after the other, so that no more text is held than of one where its reader is slow.
    for start in stride(from: 0, to: points.count, by: Self.stretch) {
      Chunks.forEach(start..<min(points.count, start + Self.stretch), ofAtLeast: Self.part) {
        document.outlineLines(of: $0, levels: levels)
      } inOrder: { lines in
        guard problem == nil else { return }
        do throws(Problem) {
          // Made while another core makes lines.
          let header = hasHeader ? "" : header
          hasHeader = true
          if !header.isEmpty { try output.writeLine(header + "\n") }
          try output.write(lines[...])
        } catch {
          problem = error
        }
      }
      if let problem { throw problem }
    }
    if document.outline.numberedCount == 0 { try output.writeLine("(no numbered points)") }
    try output.flush()
  }

  /// Points whose lines are made, a part on each core, while those before them are written.
  private static let stretch = 1 << 17
  private static let part = 1 << 12

  /// The title; below it who issued the document, when and where, each at most once.
  private var header: String {
    let front = document.frontMatter
    func text(_ fields: FrontMatter.Field...) -> String? {
      fields.lazy.compactMap { document.text(of: $0, in: front) }.first
    }
    let parts = [
      text(.documentNumber), text(.issuer, .signature), text(.speaker), text(.occasion), text(.date, .signatureDate),
    ]
    let title = document.title ?? ""
    var below = ""
    for case let part? in parts where !Self.holds(title, part) { below += (below.isEmpty ? "" : " · ") + part }
    return title + (title.isEmpty || below.isEmpty ? "" : "\n") + below
  }

  /// Whether the bytes of a text stand in another one.
  private static func holds(_ text: String, _ part: String) -> Bool {
    var (text, part) = (text, part)
    return text.withUTF8 { text in
      part.withUTF8 { part in memmem(text.baseAddress, text.count, part.baseAddress, part.count) != nil }
    }
  }
}
