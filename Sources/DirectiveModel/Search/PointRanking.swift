extension Document {
  /// The ids of the points that fit what is typed, best first: addresses that begin with it, then points that print that
  /// number (`NumberQuery`), then headings that fit it by `FuzzyMatch`, then points whose own text holds it. Nothing typed: all points in reading order.
  public func rankPoints(by query: String) -> [Int] {
    guard !query.isEmpty else { return Array(outline.points.indices) }
    let matcher = FuzzyMatch(query)
    let number = NumberQuery(query)
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
          if let number, number.isPrinted(by: point, in: bytes) {
            return RankedPoint(id, score: Self.numberScore - Int(point.depth))
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
  private static let numberScore = 900_000

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

/// A number that is typed to find the point that prints it, `12` or 十二, or with the name of a unit, `Section 12`.
///
/// Told by the bytes of the marker alone, because hundreds of thousands of points are asked between two keys.
private struct NumberQuery {
  /// In every way in which a marker may print it.
  private let spellings: [[UInt8]]
  /// The styles that are meant; empty where any number is.
  private let styles: [StyleIndex.Row]

  /// Nil where it is no number.
  init?(_ query: String) {
    guard let marking = Marking(query), marking.marks.count == 1 else { return nil }
    let readings = marking.marks[0].readings.filter { $0.value > 0 && $0.insertion == 0 && $0.path.count < 2 }
    guard let value = readings.first?.value else { return nil }
    styles = marking.marks[0].isBare ? [] : readings.map(\.row)
    let systems: [NumeralSystem] = [.arabic, .chinese] + (styles.isEmpty ? [] : [.upperRoman, .lowerRoman])
    spellings = systems.compactMap { $0.write(value).map { Array($0.utf8) } }
  }

  func isPrinted(by point: Point, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard point.kind == .numbered, !point.marker.isEmpty, styles.isEmpty || isMeant(point) else { return false }
    let marker = bytes[point.marker]
    return spellings.contains { spelling in
      marker.indices.dropLast(spelling.count - 1).contains { start in
        let end = start + spelling.count
        return marker[start..<end].elementsEqual(spelling) && !Self.isNumeral(marker[..<start], last: true)
          && !Self.isNumeral(marker[end...], last: false)
      }
    }
  }

  /// Whether the point is numbered in a style that is meant; a unit by whichever word.
  private func isMeant(_ point: Point) -> Bool {
    guard point.style != Point.unnumbered else { return false }
    let printed = StyleIndex.all.rows[Int(point.style)]
    let rank = NumberingStyle.all[Int(point.style)].rank
    return styles.contains { typed in
      guard typed.isNamed, printed.isNamed else { return typed.index == printed.index }
      return typed.isSection && printed.isSection || NumberingStyle.all[Int(typed.index)].rank == rank
    }
  }

  /// Whether a longer number goes on at an end of `bytes`.
  private static func isNumeral(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, last: Bool) -> Bool {
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
    guard let scalar = last ? scalars.last : scalars.first else { return false }
    return scalar.properties.numericType != nil || scalar.isASCII && scalar.properties.isAlphabetic
  }
}
