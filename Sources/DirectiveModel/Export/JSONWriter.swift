/// Writes JSON (RFC 8259) into bytes, in the order told.
///
/// Strings may come from a source's bytes; those that are no valid UTF-8 become U+FFFD.
public struct JSONWriter {
  public private(set) var bytes: [UInt8] = []

  public init() {}

  /// Writes structure: braces, brackets, commas, blanks, literal names.
  public mutating func raw(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  public mutating func number(_ value: Int) {
    bytes.append(decimal: value)
  }

  public mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 { append(byte) }
    bytes.append(UInt8(ascii: "\""))
  }

  public mutating func string(_ text: String?) {
    if let text { string(text) } else { raw("null") }
  }

  /// The text of a byte range as a string.
  public mutating func string(_ range: Range<Int>, of source: Source) {
    string(source.string(range))
  }

  /// Hands over what was written so far, and begins anew.
  public mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  private mutating func append(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
    case UInt8(ascii: "\n"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
    case UInt8(ascii: "\t"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "t")]
    case UInt8(ascii: "\r"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "r")]
    case 0..<0x20, 0x7F:
      let digits = Array("0123456789abcdef".utf8)
      bytes += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    default: bytes.append(byte)
    }
  }
}

extension [UInt8] {
  /// Appends a number from 0 on in decimal digits, without a String for it.
  mutating func append(decimal value: Int) {
    if value >= 10 { append(decimal: value / 10) }
    append(0x30 + UInt8(truncatingIfNeeded: value % 10))
  }
}
