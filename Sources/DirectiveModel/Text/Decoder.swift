import Glibc

/// Why a file's bytes are no document.
public enum Unreadable: Error, Equatable {
  case empty
  case notText
  case tooLarge
}

/// Turns a file's bytes into a `Source`: by byte order mark, then strict UTF-8, strict GB18030, and Latin-1 last.
///
/// A file that is UTF-8 but for a few damaged bytes stays UTF-8. What holds many control characters is no text.
public enum Decoder {
  public static func source(from bytes: [UInt8]) throws(Unreadable) -> Source {
    guard bytes.count < Int(UInt32.max) else { throw .tooLarge }
    if let (encoding, length) = byteOrderMark(bytes) {
      let body = Array(bytes[length...])
      let utf8 = encoding == .utf8 ? body : convert(body, from: encoding) ?? []
      return try checked(utf8, encoding)
    }
    guard !looksBinary(bytes) else { throw .notText }
    let damage = invalidUTF8(in: bytes)
    if damage.invalid == 0 { return try checked(bytes, .utf8) }
    if let utf8 = convert(bytes, from: .gb18030) { return try checked(utf8, .gb18030) }
    if damage.multibyte > damage.invalid { return try checked(bytes, .utf8) }
    return try checked(convert(bytes, from: .latin1) ?? bytes, .latin1)
  }

  private static func checked(_ utf8: [UInt8], _ encoding: TextEncoding) throws(Unreadable) -> Source {
    guard !looksBinary(utf8) else { throw .notText }
    let source = Source(utf8: utf8, encoding: encoding)
    guard !Whitespace.trim(0..<utf8.count, in: source).isEmpty else { throw .empty }
    return source
  }

  private static func byteOrderMark(_ bytes: [UInt8]) -> (TextEncoding, Int)? {
    let marks: [(TextEncoding, [UInt8])] = [
      (.utf8, [0xEF, 0xBB, 0xBF]), (.utf32LittleEndian, [0xFF, 0xFE, 0, 0]), (.utf32BigEndian, [0, 0, 0xFE, 0xFF]),
      (.utf16LittleEndian, [0xFF, 0xFE]), (.utf16BigEndian, [0xFE, 0xFF]),
    ]
    return marks.first { bytes.starts(with: $0.1) }.map { ($0.0, $0.1.count) }
  }

  /// Whether more than one byte in fifty of the first 64 KiB is a control character that text does not hold.
  private static func looksBinary(_ bytes: [UInt8]) -> Bool {
    let sample = bytes.prefix(1 << 16)
    let controls = sample.count { $0 < 0x20 && !(0x08...0x0D).contains($0) && $0 != 0x1B }
    return controls > 2 && controls * 50 > sample.count
  }

  /// How many bytes belong to no well-formed sequence, and how many sequences of several bytes there are.
  private static func invalidUTF8(in bytes: [UInt8]) -> (invalid: Int, multibyte: Int) {
    var invalid = 0
    var multibyte = 0
    var index = 0
    bytes.withUnsafeBytes { raw in
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
        guard let (scalar, length) = UTF8Scalar.decode(bytes, at: index, before: raw.count) else { break }
        if length > 1 { multibyte += 1 } else if scalar == UTF8Scalar.replacement { invalid += 1 }
        index += length
      }
    }
    return (invalid, multibyte)
  }

  /// `bytes` as UTF-8, or nil where they are not well-formed in `encoding`.
  private static func convert(_ bytes: [UInt8], from encoding: TextEncoding) -> [UInt8]? {
    let converter = iconv_open("UTF-8", encoding.iconvName)
    guard converter != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(converter) }
    var input = bytes
    var output: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let chunkSize = chunk.count
    return input.withUnsafeMutableBytes { raw -> [UInt8]? in
      var from = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
      var left = raw.count
      while left > 0 {
        var room = chunkSize
        let result = chunk.withUnsafeMutableBytes { buffer in
          var to = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
          return iconv(converter, &from, &left, &to, &room)
        }
        let reason = errno
        output.append(contentsOf: chunk[0..<(chunkSize - room)])
        if result == -1, reason != E2BIG { return nil }
      }
      return output
    }
  }
}
