/// Looks through a long text in several parts at the same time, and finds what one pass from its beginning to its end
/// finds.
///
/// The parts meet at beginnings of lines. Where a match reaches over such a beginning, the pass goes on behind it until
/// it comes to a match that the part has found too: from there on both are the same.
struct PartedSearch {
  let source: Source
  let range: Range<Int>
  /// Bytes from which on a text is looked through in parts.
  var chunk = 1 << 20
  /// How many matches are of interest.
  var limit = Int.max
  var interruption: Interruption?

  /// Calls its last argument with each match that begins in a part of the text, in order, until that answers false.
  /// False where the pattern was given up, or the search.
  typealias Pass = (_ part: Range<Int>, _ found: (Range<Int>) -> Bool) -> Bool

  private struct Found {
    let part: Range<Int>
    var matches: [Match] = []
    var isComplete = true
    /// Whether more may follow that nobody asked for.
    var isFull = false

    /// Adds a match; false where it is the last that is asked for.
    mutating func add(_ match: Range<Int>, limit: Int) -> Bool {
      matches.append(Match(match))
      isFull = matches.count >= limit
      return !isFull
    }
  }

  func matches(_ pass: Pass) -> (matches: Matches, isComplete: Bool) {
    guard limit > 0 else { return ([], true) }
    let waiting = interruption.map { interruption in { _ = interruption.happens() } }
    var whole: Matches = []
    var isComplete = true
    Chunks.forEach(range, ofAtLeast: chunk, waiting: waiting) { bytes in
      var found = Found(part: lineStart(from: bytes.lowerBound)..<lineStart(from: bytes.upperBound))
      found.isComplete = pass(found.part) { found.add($0, limit: limit) }
      return found
    } inOrder: { part in
      if isComplete, whole.count < limit { isComplete = join(part, to: &whole, pass) }
    }
    return (whole, isComplete)
  }

  /// False where the pattern was given up.
  private func join(_ part: Found, to whole: inout Matches, _ pass: Pass) -> Bool {
    let end = whole.last?.range.upperBound ?? 0
    var rest = part.matches[...]
    var isComplete = part.isComplete
    if let first = rest.first, first.range.lowerBound < end {
      var behind = Found(part: min(end, part.part.upperBound)..<part.part.upperBound)
      var isSame = false
      behind.isComplete = pass(behind.part) { match in
        rest = rest.drop { $0.range.lowerBound < match.lowerBound }
        isSame = !part.isFull && rest.first?.range == match
        return !isSame && behind.add(match, limit: limit - whole.count)
      }
      if !isSame {
        isComplete = behind.isComplete
        rest = []
      }
      whole.append(behind.matches[...])
    }
    whole.append(rest.prefix(limit - whole.count))
    return isComplete
  }

  /// The first beginning of a line behind `offset`; the ends of the range stay as they are.
  private func lineStart(from offset: Int) -> Int {
    guard offset > range.lowerBound, offset < range.upperBound else { return offset }
    return min(source.fullLine(source.line(at: offset)).upperBound, range.upperBound)
  }
}
