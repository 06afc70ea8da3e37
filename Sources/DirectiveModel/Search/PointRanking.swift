extension Document {
  /// The ids of the points that fit what is typed, best first: addresses that begin with it, then headings that fit it
  /// by `FuzzyMatch`, then points whose own text holds it. Nothing typed: all points in reading order.
  public func rankPoints(by query: String) -> [Int] {
    guard !query.isEmpty else { return Array(outline.points.indices) }
    var ranked: [(id: Int, score: Int)] = []
    var isRanked = [Bool](repeating: false, count: outline.points.count)
    let matcher = FuzzyMatch(query)
    let looksLikeAddress = query.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
    var addresses = AddressCounter()
    source.bytes.withUnsafeBufferPointer { bytes in
      for (id, point) in outline.points.enumerated() {
        var score = matcher.score(in: bytes, point.heading)
        if looksLikeAddress, point.kind == .numbered {
          let address = addresses.next(point)
          if address.hasPrefix(query) { score = Self.addressScore - address.utf8.count }
        }
        guard let score else { continue }
        ranked.append((id, score))
        isRanked[id] = true
      }
    }
    ranked.sort { ($0.score, $1.id) > ($1.score, $0.id) }
    return ranked.map(\.id) + pointsHolding(query).filter { !isRanked[$0] }
  }

  private static let addressScore = 1_000_000

  private func pointsHolding(_ query: String) -> [Int] {
    guard query.unicodeScalars.count > 1 else { return [] }
    var ids: [Int] = []
    for match in Pattern(query, literal: true).matches(in: source).matches {
      guard let id = outline.point(holding: match.range.lowerBound), ids.last != id else { continue }
      ids.append(id)
    }
    return ids
  }
}
