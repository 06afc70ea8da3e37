import DirectiveModel

/// Any text as a document: nothing is lost, order is kept, depths are legal, an address names its point.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let document = Document(source: Source(utf8: Array(UnsafeBufferPointer(start: data, count: size))))
  let points = document.outline.points
  var next = 0
  for (id, point) in points.enumerated() {
    let own = document.ownText(of: id)
    precondition(own.lowerBound == next && own.lowerBound <= own.upperBound, "texts follow one another")
    next = own.upperBound
    precondition(Int(point.end) > id && Int(point.end) <= points.count && Int(point.parent) < id, "a tree in order")
    let depthAround = point.parent < 0 ? 0 : points[Int(point.parent)].depth
    precondition(point.depth == depthAround + 1, "depths count the points around")
    precondition(point.marker.upperBound <= size && point.heading.upperBound <= size, "ranges lie in the text")
    _ = document.heading(of: id)
    if point.kind == .numbered {
      let address = document.outline.address(of: id)
      precondition(address.flatMap { document.outline.point(at: $0) } == id, "an address names its point")
      precondition(address.flatMap { Address($0.description) } == address, "an address is read as it is written")
    }
  }
  precondition(points.isEmpty ? size == 0 : next == size, "the texts are the document")
  findAgain(document)
  return 0
}

/// Points are found by what they are known by, and places in them.
private func findAgain(_ document: Document) {
  var finder = FingerprintFinder(document)
  for id in document.outline.points.indices.prefix(20) {
    precondition(finder.find(document.fingerprint(of: id))?.id == id, "a point is known again")
    let own = document.ownText(of: id)
    let depth = document.depth(of: own.upperBound, in: id)
    let offset = document.offset(atDepth: depth, in: id)
    precondition(offset >= own.lowerBound && offset <= own.upperBound, "a place lies in its point")
  }
}
