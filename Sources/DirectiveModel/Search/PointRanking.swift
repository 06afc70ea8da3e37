extension Document {
  /// The ids of the points that fit what is typed, best first: addresses that begin with it, then headings that fit it
  /// by `FuzzyMatch`, then points whose own text holds it. Nothing typed: all points in reading order.
  public func rankPoints(by query: String) -> [Int] {
    guard !query.isEmpty else { return Array(outline.points.indices) }
    let matcher = FuzzyMatch(query)
    let looksLikeAddress = query.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
    // Addresses are spelled one after the other, headings in any order.
    let chunk = looksLikeAddress ? Int.max / 2 : 1 << 14
    var ranked = source.bytes.withUnsafeBufferPointer { bytes in
      Chunks.map(outline.points.indices, ofAtLeast: chunk) { part in
        var addresses = AddressCounter()
        return part.compactMap { id -> RankedPoint? in
          let point = outline.points[id]
          if looksLikeAddress, point.kind == .numbered {
            let address = addresses.next(point)
            if address.hasPrefix(query) { return RankedPoint(id, score: Self.addressScore - address.utf8.count) }
          }
          return matcher.score(in: bytes, point.heading).map { RankedPoint(id, score: $0) }
        }
      }.flatMap { $0 }
    }
    ranked.sort()
    var isRanked = [Bool](repeating: false, count: outline.points.count)
    for point in ranked { isRanked[point.id] = true }
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

/// A point and how well it fits; sorts the best first, and equally good ones in reading order.
private struct RankedPoint: Comparable {
  /// Score and id in one number, because hundreds of thousands are sorted between two keys.
  private let key: Int

  init(_ id: Int, score: Int) { key = -score << 32 | id }

  var id: Int { key & 0xFFFF_FFFF }

  static func < (one: RankedPoint, other: RankedPoint) -> Bool { one.key < other.key }
}
