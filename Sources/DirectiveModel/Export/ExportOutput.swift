/// The bytes of an export on their way out, handed on in pieces of about 64 KiB.
struct ExportOutput {
  private var bytes: [UInt8] = []
  private let sink: ([UInt8]) throws -> Void
  private static let pieceSize = 1 << 16

  init(_ sink: @escaping ([UInt8]) throws -> Void) { self.sink = sink }

  /// Writes the format's own text.
  mutating func raw(_ text: String) { bytes += text.utf8 }

  mutating func raw(_ other: [UInt8]) { bytes += other }

  mutating func raw(_ bytes: TextBytes) { self.bytes += bytes }

  /// Writes a text of which `replacement` tells the scalars that are written otherwise.
  mutating func append(_ text: String, escaping replacement: (Unicode.Scalar) -> String?) {
    let utf8 = TextBytes(text)
    append(0..<utf8.count, of: utf8, escaping: replacement)
  }

  /// The same for a range of bytes; those that are no valid UTF-8 become U+FFFD.
  mutating func append(_ range: Range<Int>, of source: TextBytes, escaping replacement: (Unicode.Scalar) -> String?) {
    var start = range.lowerBound
    var index = start
    while let (scalar, length) = UTF8Scalar.decode(source, at: index, before: range.upperBound) {
      let isDamaged = scalar == UTF8Scalar.replacement && length == 1
      if let written = isDamaged ? "\u{FFFD}" : replacement(scalar) {
        bytes += source[start..<index]
        bytes += written.utf8
        start = index + length
      }
      index += length
    }
    bytes += source[start..<range.upperBound]
  }

  /// Hands on what has gathered, if that is much.
  mutating func flow() throws {
    if bytes.count >= Self.pieceSize { try finish() }
  }

  mutating func finish() throws {
    guard !bytes.isEmpty else { return }
    try sink(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
