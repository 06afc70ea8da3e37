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
    let header = header
    if !header.isEmpty { try output.writeLine(header + "\n") }
    let points = document.outline.points
    // A stretch of points after the other, so that no more text is held than of one.
    for start in stride(from: 0, to: points.count, by: Self.stretch) {
      let stretch = start..<min(points.count, start + Self.stretch)
      for part in Chunks.map(stretch, ofAtLeast: Self.stretch / 8, lines(of:)) { try output.write(part[...]) }
    }
    if document.outline.numberedCount == 0 { try output.writeLine("(no numbered points)") }
    try output.flush()
  }

  /// How many points later a line is made whose text is brought near.
  private static let pointsAhead = 8

  /// Points whose lines are made before they are written.
  private static let stretch = 1 << 15

  /// The lines of the points `ids`, as bytes: making a String for each of a hundred thousand points takes longer than
  /// reading them.
  private func lines(of ids: Range<Int>) -> [UInt8] {
    let points = document.outline.points
    let shown = ids.lazy.filter { points[$0].kind == .numbered && points[$0].depth <= levels }
    let size = shown.reduce(0) { size, id in
      size + 2 * Int(points[id].depth) + AddressCounter.size(of: points[id]) + document.labelSize(of: id) + 1
    }
    let around = document.outline.parent(of: ids.lowerBound)
    var addresses = AddressCounter(inside: around.flatMap(document.outline.address))
    return [UInt8](unsafeUninitializedCapacity: size) { lines, count in
      var writer = ByteWriter(lines)
      for id in shown {
        if id + Self.pointsAhead < points.count {
          document.source.bytes.bringNear(Int(points[id + Self.pointsAhead].markerStart))
        }
        writer.write(UInt8(ascii: " "), times: 2 * Int(points[id].depth - 1))
        addresses.writeNext(points[id], to: &writer)
        writer.write(UInt8(ascii: " "), times: 2)
        document.writeLabel(of: id, to: &writer)
        writer.write(UInt8(ascii: "\n"))
      }
      count = writer.count
    }
  }

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
