import DirectiveModel

extension FuzzTarget {
  /// Bytes as a document.
  static func checkOutline(_ bytes: [UInt8]) throws(Violation) {
    let document = Document(source: Source(utf8: bytes))
    try checkPoints(of: document)
    try checkFingerprints(of: document)
  }

  /// Nothing is lost, order is kept, depths are legal, an address leads to its point.
  static func checkPoints(of document: Document) throws(Violation) {
    let points = document.outline.points
    let size = document.source.bytes.count
    var next = 0
    for (id, point) in points.enumerated() {
      let own = document.ownText(of: id)
      try require(own.lowerBound == next && own.lowerBound <= own.upperBound, "texts follow one another")
      next = own.upperBound
      try require(Int(point.parent) < id && Int(point.end) > id && Int(point.end) <= points.count, "a tree in order")
      let around = point.parent < 0 ? nil : points[Int(point.parent)]
      try require(point.depth == (around?.depth ?? 0) + 1, "depths count the points around")
      try require(around.map { point.end <= $0.end } ?? true, "a point ends in the one around it")
      try require(own.lowerBound <= point.marker.lowerBound || point.kind != .numbered, "a marker is in its point")
      try require(point.marker.upperBound <= size && point.heading.upperBound <= size, "ranges lie in the text")
      try require(point.line >= 1 && point.line <= max(1, document.source.lineCount), "a point's line is there")
      try require(!document.heading(of: id).contains { $0 == "\n" }, "a heading is one line")
      guard point.kind == .numbered else { continue }
      guard let address = document.outline.address(of: id) else { throw Violation(description: "no address") }
      try require(document.outline.point(at: address) == id, "an address leads to its point")
      try require(Address(address.description) == address, "an address is read as it is written")
      try require(document.point(addressed: address.description) == id, "an address that is typed leads to its point")
    }
    try require(points.isEmpty ? size == 0 : next == size, "the texts are the document")
  }

  /// Points are found by what they are known by, and places in them.
  private static func checkFingerprints(of document: Document) throws(Violation) {
    var finder = FingerprintFinder(document)
    for id in document.outline.points.indices.prefix(20) {
      try require(finder.find(document.fingerprint(of: id))?.id == id, "a point is known again")
      let own = document.ownText(of: id)
      let depth = document.depth(of: own.upperBound, in: id)
      let offset = document.offset(atDepth: depth, in: id)
      try require(offset >= own.lowerBound && offset <= own.upperBound, "a place lies in its point")
    }
  }
}
