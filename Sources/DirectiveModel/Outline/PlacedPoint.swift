/// A candidate that became a point: which reading of it was chosen, how deep it stands and by which rule.
struct PlacedPoint {
  var candidate: Int32
  var reading: Int32
  var depth: Int32
  var rule: PlacingRule
}

/// The rule by which a candidate became a point, or why it did not.
public enum PlacingRule: String, Sendable {
  /// The number follows on the last one of an open list.
  case continues
  /// A unit, placed by its rank.
  case ranks = "nests by rank"
  /// A first number opens a list below what is open.
  case opens = "opens at one"
  /// The numbering of a list goes on below the next heading.
  case runsOn = "runs on"
  /// A first number starts an open list again.
  case restarts
  /// The number of an open list is repeated, or some are skipped.
  case skips = "skips"
  /// The second marker of a line.
  case inner = "second marker"
  /// The line is an entry of a list of contents.
  case isContents = "contents"
  /// The line goes on with the sentence of the line before.
  case goesOn = "goes on"
  /// No rule took it.
  case text
  /// It is the document's title.
  case title

  /// Whether a candidate that it took is a point.
  public var isPoint: Bool {
    switch self {
    case .continues, .ranks, .opens, .runsOn, .restarts, .skips, .inner: true
    case .isContents, .goesOn, .text, .title: false
    }
  }
}
