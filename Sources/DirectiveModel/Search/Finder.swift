/// Why a place that was asked for by address or keyword is not one point.
public enum NotFound: Error, Equatable, Sendable, CustomStringConvertible {
  /// There is no point at that address.
  case noSuchPoint(String, Reach)
  case noMatch(String)
  /// Several points match equally well; their ids in reading order.
  case ambiguous(String, [Int])

  /// How far the numbers go, or what else stands against an address.
  public enum Reach: Equatable, Sendable {
    /// The document has no preamble or closing.
    case noSuchPart
    /// What was typed is no address.
    case noAddress
    case lastTheme(Address)
    /// The last one beside the point that was asked for.
    case last(Address)
    case nothingInside(Address)
    case noNumbering
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
    case .noAddress: "an address is written like 2.3"
    case .lastTheme(let address): "theme \(address) is the last"
    case .last(let address): "\(address) is the last there"
    case .nothingInside(let address): "\(address) has no points inside"
    case .noNumbering: "this document has no numbered points"
    }
  }
}

extension Document {
  /// The point at a typed address: `2.3`, or `preamble`, or `closing`.
  public func find(address typed: String) -> Result<Int, NotFound> {
    let kinds: [String: Point.Kind] = ["preamble": .preamble, "closing": .closing]
    if let kind = kinds[typed.lowercased()] {
      let id = outline.points.firstIndex { $0.kind == kind }
      return id.map { .success($0) } ?? .failure(.noSuchPoint(typed, .noSuchPart))
    }
    guard let address = Address(typed) else {
      return .failure(.noSuchPoint(typed, .noAddress))
    }
    if let id = outline.point(at: address) { return .success(id) }
    return .failure(.noSuchPoint(typed, reach(of: address)))
  }

  /// The point meant by an address or by a keyword: the best match among headings, then among texts.
  ///
  /// A heading that is the keyword is better than one that begins with it, then one that holds it as a word, then one
  /// that holds it at all. All points whose own text holds it are equally good.
  public func find(_ typed: String) -> Result<Int, NotFound> {
    let byAddress = find(address: typed)
    if case .success = byAddress { return byAddress }
    if Address(typed) != nil { return byAddress }
    let keyword = Whitespace.collapse(typed)
    guard !keyword.isEmpty else { return .failure(.noMatch(typed)) }
    let found = bestPoints(for: Pattern(keyword, literal: true).matches(in: source).matches.map(\.range))
    switch found.count {
    case 0: return .failure(.noMatch(typed))
    case 1: return .success(found[0])
    default: return .failure(.ambiguous(typed, found))
    }
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

  private func reach(of address: Address) -> NotFound.Reach {
    var parent: Int?
    for position in address.positions {
      let numbered = outline.children(of: parent).filter { outline.points[$0].kind == .numbered }
      if let child = numbered.first(where: { Int(outline.points[$0].position) == position }) {
        parent = child
        continue
      }
      guard let last = numbered.last, let lastAddress = outline.address(of: last) else {
        return parent.flatMap { outline.address(of: $0) }.map { .nothingInside($0) } ?? .noNumbering
      }
      return parent == nil ? .lastTheme(lastAddress) : .last(lastAddress)
    }
    return .noAddress
  }
}
