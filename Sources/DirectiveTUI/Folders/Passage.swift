import DirectiveModel

/// A match in one of many documents.
struct Passage: Equatable, Sendable {
  /// The byte of the document where the match begins.
  let offset: Int
  /// `2.3 …context…`, and the bytes of it that match.
  let text: String
  let match: Range<Int>

  init(_ match: Match, in document: Document) {
    offset = match.range.lowerBound
    let address = document.outline.point(holding: offset).map { document.addressText(of: $0) } ?? ""
    let (before, matched, after) = document.source.contextParts(of: match.range, columns: 40)
    let head = "\(address) \(before)"
    text = head + matched + after
    self.match = head.utf8.count..<head.utf8.count + matched.utf8.count
  }
}

/// What a search found in one of many documents.
struct Finding: Sendable {
  private(set) var passages: [Passage] = []
  /// False where the pattern was given up, because it costs too much.
  private(set) var isComplete = true

  /// Searches the document at a path. Of one that cannot be read the list tells.
  init(_ pattern: Pattern, at path: String, _ options: DocumentReading.Options) {
    do throws(Problem) {
      let found = try SearchedDocument(
        try DocumentReading(.file(path), options), pattern, limit: .max, printed: .matches)
      passages = found.document.map { document in found.matches.map { Passage($0, in: document) } } ?? []
      isComplete = found.isComplete
    } catch {}
  }
}
