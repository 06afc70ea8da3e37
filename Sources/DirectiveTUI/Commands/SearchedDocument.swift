import DirectiveModel

/// What was found in a document.
///
/// Searching takes a small part of the time that reading an outline takes, so the outline is read only where matches are
/// printed with their points' addresses; and where the text is not printed, it is not kept.
struct SearchedDocument: Sendable {
  let matches: [Match]
  /// False where the pattern was given up, because it costs too much.
  let isComplete: Bool
  /// nil where nothing of it is printed.
  let document: Document?

  /// Reads a document to its end and searches it for at most `limit` matches.
  init(
    _ reading: DocumentReading, _ pattern: Pattern, limit: Int, printsText: Bool
  ) throws(Problem) {
    let source = try reading.finishedSource()
    let found = pattern.matches(in: source, range: 0..<source.bytes.count, limit: limit)
    (matches, isComplete) = found
    document = printsText && !matches.isEmpty ? reading.document(of: source) : nil
  }
}
