import DirectiveModel

extension FuzzTarget {
  private static let numbered = Document(
    source: Source(
      "Title\n\n1. One\n(a) First\n(b) Second\n2. Two\n第一条 总则\n第二条 附则\n（一）甲；\n（二）乙。\n(a) Third\n\nSigned\n"))

  /// What is typed as an address or a keyword, and after a NUL the document, which may be left out: what is found is
  /// there, in order, and none of it twice.
  static func checkAddresses(_ bytes: [UInt8]) throws(Violation) {
    let parts = halves(of: bytes, at: 0)
    let typed = String(decoding: parts?.first ?? bytes, as: UTF8.self)
    let document = parts.map { Document(source: Source(utf8: $0.second)) } ?? numbered
    if let address = Address(typed) {
      try require(Address(address.description) == address, "an address is read as it is written")
      try require(address.positions.allSatisfy { $0 >= 1 }, "positions count from 1")
    }
    let ids = document.outline.points.indices
    try require(document.point(addressed: typed).map(ids.contains) ?? true, "the point is there")
    try require(document.rankPoints(by: typed).allSatisfy(ids.contains), "the points are there")
    guard let selection = try? document.selection(at: typed) else { return }
    try require(!selection.points.isEmpty && !selection.text.isEmpty, "what is found is not nothing")
    var next = 0
    for id in selection.points {
      try require(id >= next && id < ids.upperBound, "points are there, in order, and none is inside another")
      next = Int(document.outline.points[id].end)
    }
    var end = -1
    for range in selection.text {
      try require(range.lowerBound > end && range.upperBound <= document.source.bytes.count, "texts are in order")
      end = range.upperBound
    }
  }
}
