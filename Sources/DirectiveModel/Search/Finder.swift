/// Why a place that was asked for by address or keyword is not one point.
public enum NotFound: Error, Equatable, Sendable, CustomStringConvertible {
  /// There is no point at that address.
  case noSuchPoint(String, Reach)
  case noMatch(String)
  /// Several points match equally well; their ids in reading order.
  case ambiguous(String, [Int])

  /// How far the numbers go, or what else stands against an address.
  public indirect enum Reach: Equatable, Sendable {
    /// The document has no preamble or closing.
    case noSuchPart
    case lastTheme(Address)
    /// And a point that has that number itself, as printed and by address.
    case printedElsewhere(Reach, marker: String, Address)
    /// The last one beside the point that was asked for.
    case last(Address)
    case nothingInside(Address)
    case noNumbering
    /// The last marker of that style.
    case lastMarker(String)
    /// No marker is of that style.
    case noSuchStyle
  }

  public var description: String {
    switch self {
    case .noSuchPoint(let typed, let reach): "\(typed): no such point; \(reach)"
    case .noMatch(let keyword): "\(keyword): no point speaks of it"
    case .ambiguous(let keyword, let ids): "\(keyword): \(ids.count) points match equally well"
    }
  }
}

extension NotFound.Reach: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noSuchPart: "this document has none"
    case .lastTheme(let address): "theme \(address) is the last"
    case .printedElsewhere(let reach, let marker, let address): "\(reach); “\(marker)” is \(address)"
    case .last(let address): "\(address) is the last there"
    case .nothingInside(let address): "\(address) has no points inside"
    case .noNumbering: "this document has no numbered points"
    case .lastMarker(let marker): "\(marker) is the last"
    case .noSuchStyle: "nothing here is numbered like that"
    }
  }
}

extension Document {
  /// The point that a keyword means: the best match among headings, then among texts.
  ///
  /// A heading that is the keyword is better than one that begins with it, then one that holds it as a word, then one
  /// that holds it at all. All points whose own text holds it are equally good.
  func find(keyword: String) -> Result<Int, NotFound> {
    guard !keyword.isEmpty else { return .failure(.noMatch(keyword)) }
    let found = bestPoints(for: Pattern(keyword, literal: true).matches(in: source).matches.map(\.range))
    switch found.count {
    case 0: return .failure(.noMatch(keyword))
    case 1: return .success(found[0])
    default: return .failure(.ambiguous(keyword, found))
    }
  }

  /// The only point whose own text holds a phrase, line ends, widths and quotation marks aside.
  func point(holding phrase: String) throws(NotFound) -> Int {
    var ids: [Int] = []
    for match in Quotation(phrase).matches(in: source) {
      guard let id = outline.point(holding: match.lowerBound), ids.last != id else { continue }
      ids.append(id)
    }
    guard let first = ids.first else { throw .noMatch(phrase) }
    guard ids.count == 1 else { throw .ambiguous(phrase, ids) }
    return first
  }

  /// The points that the best of these matches are in, in reading order.
  private func bestPoints(for matches: [Range<Int>]) -> [Int] {
    var best: [Int] = []
    var bestRank = MatchRank.text
    for match in matches {
      guard let id = outline.point(holding: match.lowerBound) else { continue }
      let rank = rank(of: match, in: outline.points[id].heading)
      if rank < bestRank { best = [] }
      guard rank <= bestRank, best.last != id else { continue }
      bestRank = rank
      best.append(id)
    }
    return best
  }

  /// How good a match is, best first.
  private enum MatchRank: Int, Comparable {
    case wholeHeading, beginningOfHeading, wordOfHeading, partOfHeading, text

    static func < (one: MatchRank, other: MatchRank) -> Bool { one.rawValue < other.rawValue }
  }

  private func rank(of match: Range<Int>, in heading: Range<Int>) -> MatchRank {
    guard heading.contains(match.lowerBound), match.upperBound <= heading.upperBound else { return .text }
    if match == heading { return .wholeHeading }
    guard isWord(match) else { return .partOfHeading }
    return match.lowerBound == heading.lowerBound ? .beginningOfHeading : .wordOfHeading
  }

  /// Whether no ASCII letter or digit stands directly before or after a range.
  private func isWord(_ range: Range<Int>) -> Bool {
    func isLetter(_ offset: Int) -> Bool {
      guard source.bytes.indices.contains(offset) else { return false }
      let scalar = Unicode.Scalar(source.bytes[offset])
      return scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
    }
    return !isLetter(range.lowerBound - 1) && !isLetter(range.upperBound)
  }
}
