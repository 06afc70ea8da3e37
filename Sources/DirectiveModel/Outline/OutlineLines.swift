extension Document {
  /// The numbered points of the first `levels` among `ids`, each on a line: indented by its depth, its address and its
  /// label, which is its heading, after the marker where that names a unit, or the marker alone.
  ///
  /// As bytes: making a String for each of a hundred thousand points takes longer than reading them.
  public func outlineLines(of ids: Range<Int>, levels: Int) -> [UInt8] {
    let around = outline.parent(of: ids.lowerBound)
    var addresses = AddressCounter(inside: around.flatMap(outline.address))
    return outline.points.withUnsafeBufferPointer { points in
      var size = 0
      for id in ids where points[id].isShown(levels) { size += lineSize(of: points[id]) }
      return [UInt8](unsafeUninitializedCapacity: size) { lines, count in
        var writer = ByteWriter(lines)
        for id in ids where points[id].isShown(levels) {
          if id + Self.pointsAhead < points.count {
            source.bytes.bringNear(Int(points[id + Self.pointsAhead].markerStart), 192)
          }
          let point = points[id]
          writer.write(blanks: 2 * (Int(point.depth) - 1))
          addresses.writeNext(point, to: &writer)
          writer.write(blanks: 2)
          writeLabel(of: point, to: &writer)
          writer.write(0x0A)
        }
        count = writer.count
      }
    }
  }

  /// How many points later a line is made whose text is brought near.
  private static let pointsAhead = 8

  /// The bytes that the line of a point has at most.
  @inline(__always)
  private func lineSize(of point: Point) -> Int {
    let label = source.singleLineFactor * (point.marker.count + point.heading.count) + 1
    return 2 * Int(point.depth) + AddressCounter.size(of: point) + label + 1
  }

  @inline(__always)
  private func writeLabel(of point: Point, to writer: inout ByteWriter) {
    let hasHeading = point.headingStart < point.headingEnd
    let isCited = hasHeading && point.isUnit
    if isCited || !hasHeading { source.writeSingleLine(point.marker, to: &writer) }
    if isCited { writer.write(0x20) }
    if hasHeading { writeHeading(of: point, to: &writer) }
  }
}

extension Point {
  @inline(__always)
  fileprivate func isShown(_ levels: Int) -> Bool { kind == .numbered && depth <= levels }
}
