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
      return try checked(utf8, encoding, isWellFormed: UTF8Scalar.damage(in: utf8).invalid == 0)
    }
    guard !looksBinary(bytes) else { throw .notText }
    let damage = UTF8Scalar.damage(in: bytes)
    if damage.invalid == 0 { return try checked(bytes, .utf8) }
    if let utf8 = convert(bytes, from: .gb18030) { return try checked(utf8, .gb18030) }
    if damage.multibyte > damage.invalid { return try checked(bytes, .utf8, isWellFormed: false) }
    return try checked(convert(bytes, from: .latin1) ?? bytes, .latin1)
  }

  private static func checked(
    _ utf8: [UInt8], _ encoding: TextEncoding, isWellFormed: Bool = true
  ) throws(Unreadable) -> Source {
    guard !looksBinary(utf8) else { throw .notText }
    let source = Source(utf8: utf8, encoding: encoding, isWellFormed: isWellFormed)
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
