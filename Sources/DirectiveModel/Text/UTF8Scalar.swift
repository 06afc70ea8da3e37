/// Reading single scalars out of UTF-8 bytes that may be damaged.
public enum UTF8Scalar {
  /// The scalar that begins at `index` and its length in bytes; nil at `limit`.
  ///
  /// A byte that begins no well-formed sequence within the limit is read as U+FFFD of length 1 (Unicode 3.9, D92), so
  /// that no byte is ever skipped.
  public static func decode(_ bytes: TextBytes, at index: Int, before limit: Int) -> (Unicode.Scalar, Int)? {
    guard index < limit else { return nil }
    let first = bytes[index]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let (length, lead): (Int, UInt32) =
      switch first {
      case 0xC2...0xDF: (2, UInt32(first & 0x1F))
      case 0xE0...0xEF: (3, UInt32(first & 0x0F))
      case 0xF0...0xF4: (4, UInt32(first & 0x07))
      default: (1, 0)
      }
    guard length > 1, index + length <= limit else { return (replacement, 1) }
    var value = lead
    for offset in 1..<length {
      let byte = bytes[index + offset]
      guard byte & 0xC0 == 0x80 else { return (replacement, 1) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    let smallest: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
    guard value >= smallest, let scalar = Unicode.Scalar(value) else { return (replacement, 1) }
    return (scalar, length)
  }

  /// Where the scalar that holds the byte at `index` begins; at most three bytes back.
  public static func start(of index: Int, in bytes: TextBytes, notBefore lower: Int) -> Int {
    var start = index
    while start > lower, index - start < 3, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    guard let (_, length) = decode(bytes, at: start, before: bytes.count), start + length > index else { return index }
    return start
  }

  /// How many bytes belong to no well-formed sequence, and how many sequences of several bytes there are beside them.
  ///
  /// A long text is looked at in several parts at the same time. They meet before a byte that continues no sequence, so
  /// no well-formed sequence is cut.
  static func damage(in bytes: TextBytes, chunk: Int = 1 << 20) -> (invalid: Int, multibyte: Int) {
    Chunks.map(bytes.indices, ofAtLeast: chunk) { part in
      damage(in: bytes, sequenceStart(from: part.lowerBound, bytes)..<sequenceStart(from: part.upperBound, bytes))
    }.reduce((0, 0)) { ($0.invalid + $1.invalid, $0.multibyte + $1.multibyte) }
  }

  private static func sequenceStart(from index: Int, _ bytes: TextBytes) -> Int {
    guard index > 0 else { return 0 }
    return bytes[index...].firstIndex { $0 & 0xC0 != 0x80 } ?? bytes.count
  }

  private static func damage(in bytes: TextBytes, _ part: Range<Int>) -> (invalid: Int, multibyte: Int) {
    var invalid = 0
    var multibyte = 0
    var index = part.lowerBound
    bytes.withUnsafeBytes { whole in
      let raw = UnsafeRawBufferPointer(rebasing: whole[..<part.upperBound])
      while index < raw.count {
        while index + 8 <= raw.count,
          raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
          index += 8
        }
        // Chinese and Japanese text is nearly all of three bytes a character; the rare leads E0 and ED go the long way.
        while index + 3 <= raw.count, raw[index] >= 0xE1, raw[index] <= 0xEF, raw[index] != 0xED,
          raw[index + 1] & 0xC0 == 0x80, raw[index + 2] & 0xC0 == 0x80
        {
          multibyte += 1
          index += 3
        }
        guard let (scalar, length) = decode(bytes, at: index, before: raw.count) else { break }
        if length > 1 { multibyte += 1 } else if scalar == replacement { invalid += 1 }
        index += length
      }
    }
    return (invalid, multibyte)
  }

  /// How many bytes at the end begin a well-formed sequence that is not finished: 0 to 3.
  static func unfinishedCount(in bytes: TextBytes) -> Int {
    for length in 1..<4 where length <= bytes.count {
      let lead = bytes[bytes.count - length]
      if lead & 0xC0 == 0x80 { continue }
      let whole =
        lead >= 0xF0 && lead <= 0xF4 ? 4 : lead >= 0xE0 && lead < 0xF0 ? 3 : lead >= 0xC2 && lead < 0xE0 ? 2 : 1
      return whole > length ? length : 0
    }
    return 0
  }

  static let replacement: Unicode.Scalar = "\u{FFFD}"
}
