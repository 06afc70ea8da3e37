import DirectiveModel

/// What was found in a document.
///
/// Searching takes a small part of the time that reading an outline takes, so the outline is read only where matches are
/// printed with their points' addresses, and only as far as these need; and where the text is not printed, it is not kept.
struct SearchedDocument: DocumentContent {
  let matches: Matches
  /// False where the pattern was given up, because it costs too much.
  let isComplete: Bool
  /// nil where nothing of it is printed.
  let document: Document?

  var memoryUse: Int { matches.count * MemoryLayout<Match>.stride + (document?.memoryUse ?? 0) }

  /// What is printed of the text.
  enum Printed: Equatable {
    case nothing, matches, lines
  }

  /// Reads a document to its end and searches it for at most `limit` matches.
  init(
    _ reading: DocumentReading, _ pattern: Pattern, limit: Int, printed: Printed
  ) throws(Problem) {
    let source = try reading.finishedSource()
    let found = pattern.matches(in: source, range: 0..<source.bytes.count, limit: limit)
    (matches, isComplete) = found
    switch printed {
    case _ where matches.isEmpty, .nothing: document = nil
    case .matches: document = reading.document(of: source, tellingPlacesOf: matches)
    case .lines: document = reading.document(of: source)
    }
  }
}
