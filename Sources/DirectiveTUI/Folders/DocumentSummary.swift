import DirectiveModel

/// What a list of documents tells of one.
struct DocumentSummary: Equatable, Sendable {
  private(set) var title: String?
  private(set) var date: String?
  /// How many numbered points it has.
  private(set) var points = 0
  /// Why it cannot be read; nil where it can.
  private(set) var trouble: String?
  /// Whether it is no text, or none of it.
  private(set) var isNoDocument = false

  init(_ document: Document) {
    title = document.title(upTo: Document.labelLimit)
    let front = document.frontMatter
    date = document.text(of: .date, in: front) ?? document.text(of: .signatureDate, in: front)
    points = document.outline.numberedCount
  }

  init(_ problem: Problem) {
    trouble = problem.why
    isNoDocument = problem.isNoText
  }

  /// Reads the document at a path.
  static func read(_ path: String, _ options: DocumentReading.Options) -> DocumentSummary {
    do throws(Problem) {
      return DocumentSummary(try DocumentReading(.file(path), options).finishedDocument())
    } catch {
      return DocumentSummary(error)
    }
  }
}
