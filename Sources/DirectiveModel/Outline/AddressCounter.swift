/// Spells the addresses of points met in reading order.
public struct AddressCounter {
  /// The address of the last point as it is spelled, and room for longer ones.
  private var spelled = [UInt8](repeating: 0, count: 64)
  /// Where it ends down to each depth, from 0 on.
  private var ends = [0]
  private var depth = 0

  public init() {}

  /// Goes on with the points inside the one at `address`.
  public init(inside address: Address?) { for position in address?.positions ?? [] { spell(position, at: depth + 1) } }

  /// Spells the address of the next point.
  @inline(__always)
  private mutating func goOn(to point: Point) {
    spell(Int(point.position), at: min(depth + 1, max(1, Int(point.depth))))
  }

  @inline(__always)
  private mutating func spell(_ position: Int, at depth: Int) {
    let start = ends[depth - 1]
    if spelled.count < start + 11 { spelled += repeatElement(0, count: spelled.count) }
    let count = spelled.withUnsafeMutableBufferPointer { bytes in
      var writer = ByteWriter(UnsafeMutableBufferPointer(rebasing: bytes[start...]))
      if depth > 1 { writer.write(UInt8(ascii: ".")) }
      writer.write(decimal: position)
      return writer.count
    }
    if depth == ends.count { ends.append(0) }
    // Asking whether somebody else has the list takes longer than looking.
    if ends[depth] != start + count { ends[depth] = start + count }
    self.depth = depth
  }

  /// The address of the next numbered point, as text.
  public mutating func next(_ point: Point) -> String {
    goOn(to: point)
    return String(decoding: spelled[..<ends[depth]], as: UTF8.self)
  }

  /// Writes the same, at most `size(of: point)` bytes.
  @inline(__always)
  mutating func writeNext(_ point: Point, to writer: inout ByteWriter) {
    goOn(to: point)
    spelled.withUnsafeBufferPointer { writer.write(short: $0, count: ends[depth]) }
  }

  /// The bytes that an address has at most: ten digits and a stop for each of its positions.
  @inline(__always)
  static func size(of point: Point) -> Int { 11 * Int(point.depth) }
}
