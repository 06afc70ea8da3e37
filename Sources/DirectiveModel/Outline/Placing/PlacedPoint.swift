/// A candidate that became a point: which reading of it was chosen, and how deep it stands.
struct PlacedPoint {
  var reading: Int32
  var depth: Int32
}

/// The rule by which a candidate became a point, or why it did not.
public enum PlacingRule: String, Sendable {
  /// The number follows on the last one of an open list.
  case continues = "continues the list"
  /// So does it in another style of the same family: `1、`, `2.`
  case changesDress = "continues the list in another dress"
  /// A unit, a decimal number or a Markdown heading, placed by its rank.
  case ranks = "nests by rank"
  /// A first number opens a list below what is open.
  case opens = "opens a list"
  /// The numbering of a list goes on below the next heading.
  case runsOn = "runs on below the next heading"
  /// A first number starts an open list again.
  case restarts = "starts the list again"
  /// The number of an open list is repeated, comes late, or some are skipped; or a list lacks its beginning.
  case skips = "gap, repeat or disorder in the list"
  /// The second marker of a line.
  case inner = "second marker of its line"
  /// One of an ordered run inside a paragraph.
  case insideParagraph = "in a run inside a paragraph"
  /// A reader made a point of the line.
  case added = "added by a correction"

  /// A reader rejected it.
  case rejected = "rejected by a correction"
  /// The line is an entry of a list of contents.
  case isContents = "entry of the contents"
  /// The line goes on with the sentence of the line before.
  case goesOn = "goes on with the sentence before"
  /// No rule took it.
  case text = "fits no list"
  /// It is the document's title.
  case title = "title of the document"
  /// It stands in text that is quoted.
  case quoted = "quoted text"
  /// It stands in a block of code.
  case code
  /// What stands behind the number makes it a part of a sentence: `3.5`, `Article 5(2)`, `First Secretary`.
  case sentence = "part of a sentence"

  /// Whether a candidate that it took is a point.
  public var isPoint: Bool {
    switch self {
    case .continues, .changesDress, .ranks, .opens, .runsOn, .restarts, .skips, .inner, .insideParagraph, .added: true
    case .isContents, .goesOn, .text, .title, .quoted, .code, .sentence, .rejected: false
    }
  }
}
