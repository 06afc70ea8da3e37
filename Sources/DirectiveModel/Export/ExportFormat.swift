/// A format in which an outline and its texts leave the program.
///
/// Every format holds each non-blank character of what is exported, but for a line drawn under the title and the `#` of
/// headings of Markdown, of which it makes headings of its own; what belongs to pages is no part of a text that is read.
/// `dot` and `svg` draw the outline alone. The same document gives the same bytes wherever and whenever it is exported.
public struct ExportFormat: Sendable {
  /// What it is called on the command line.
  public let name: String
  /// The usual ending of a file's name, without the full stop.
  public let fileExtension: String
  /// What it is, in a few words.
  public let summary: String
  let write: @Sendable (Extract, inout ExportOutput) throws -> Void

  /// Every format; a new one is a file and its name here.
  public static let all: [ExportFormat] = [
    text, markdown, html, json, jsonLines, csv, opml, akomaNtoso, dot, svg,
  ]

  /// The format of that name, or of the files that end so, in either case.
  public init?(named name: String) {
    let name = name.lowercased()
    let named = Self.all.first { $0.name == name } ?? Self.all.first { $0.fileExtension == name }
    guard let format = named else { return nil }
    self = format
  }

  init(
    _ name: String, fileExtension: String, _ summary: String,
    write: @escaping @Sendable (Extract, inout ExportOutput) throws -> Void
  ) {
    self.name = name
    self.fileExtension = fileExtension
    self.summary = summary
    self.write = write
  }

  /// Hands the export of `extract` to `sink` piece by piece, as UTF-8.
  public func export(_ extract: Extract, to sink: @escaping ([UInt8]) throws -> Void) throws {
    var output = ExportOutput(sink)
    try write(extract, &output)
    try output.finish()
  }
}
