import CTextScan

/// Why a file's bytes are no document.
public enum Unreadable: Error, Equatable {
  case empty
  case notText
  case tooLarge
}

/// How a file's bytes were understood.
public struct Decoding: Sendable, Equatable {
  public let encoding: TextEncoding
  /// Whether the file began with a byte order mark, which is no part of the text.
  public let hasByteOrderMark: Bool
  /// How many bytes mean nothing in the encoding. They are kept or replaced by U+FFFD, and shown.
  public let damagedCount: Int

  public init(_ encoding: TextEncoding, hasByteOrderMark: Bool = false, damagedCount: Int = 0) {
    self.encoding = encoding
    self.hasByteOrderMark = hasByteOrderMark
    self.damagedCount = damagedCount
  }
}

/// Turns a file's bytes into a `Source`: by byte order mark, the zero bytes of UTF-16 and UTF-32, strict UTF-8, and
/// else by the encoding in which the bytes make most sense (`EncodingGuess`).
///
/// A file that is UTF-8 but for a few damaged bytes stays UTF-8. What holds many control characters is no text.
public enum Decoder {
  /// The text of `bytes`, in `encoding` where one is given. A text that `isComplete` is not, because more of it is
  /// to come, may end within a character, which is left out. Bytes that were looked at while they were read come with
  /// their `survey`.
  public static func source(
    from bytes: TextBytes, _ survey: TextSurvey? = nil, encoding: TextEncoding? = nil, isComplete: Bool = true
  ) throws(Unreadable) -> Source {
    guard bytes.count < Int(UInt32.max) else { throw .tooLarge }
    let mark = byteOrderMark(bytes)
    if let mark, encoding == nil || encoding?.unit == mark.encoding.unit {
      return try decoded(bytes[mark.length...], mark.encoding, hasMark: true, isComplete)
    }
    if let encoding { return try decoded(bytes, encoding, hasMark: false, isComplete) }
    let whole = isComplete ? bytes : bytes.dropLast(UTF8Scalar.unfinishedCount(in: bytes))
    let survey = survey.flatMap { $0.byteCount == whole.count ? $0 : nil } ?? TextSurvey(of: whole)
    if let wide = WideEncodings.guess(bytes.prefix(sampleSize), isWellFormed: survey.isWellFormed) {
      return try decoded(bytes, wide, hasMark: false, isComplete)
    }
    guard !looksBinary(bytes) else { throw .notText }
    let damage = survey.isWellFormed ? (invalid: 0, multibyte: 0) : UTF8Scalar.damage(in: whole)
    if damage.invalid == 0 || damage.multibyte > damage.invalid {
      let decoding = Decoding(.utf8, damagedCount: damage.invalid)
      return try filled(Source(utf8: whole, decoding, survey, isWellFormed: damage.invalid == 0))
    }
    return try decoded(bytes, EncodingGuess.encoding(of: bytes), hasMark: false, isComplete)
  }

  /// The same of an array.
  public static func source(
    from bytes: [UInt8], encoding: TextEncoding? = nil, isComplete: Bool = true
  ) throws(Unreadable) -> Source {
    try source(from: TextBytes(bytes), encoding: encoding, isComplete: isComplete)
  }

  /// Bytes at the beginning that are looked at to tell encodings apart.
  private static let sampleSize = 1 << 16

  private static func decoded(
    _ bytes: TextBytes, _ encoding: TextEncoding, hasMark: Bool, _ isComplete: Bool
  ) throws(Unreadable) -> Source {
    let isUTF8 = encoding == .utf8
    var (utf8, damaged) =
      isUTF8
      ? (TextBytes(rebasing: bytes), 0)
      : encoding.decode(bytes, isComplete: isComplete).map { (TextBytes($0.utf8), $0.damaged) } ?? ([], bytes.count)
    if isUTF8, !isComplete { utf8 = utf8.dropLast(UTF8Scalar.unfinishedCount(in: utf8)) }
    guard !looksBinary(utf8) else { throw .notText }
    let survey = TextSurvey(of: utf8)
    if isUTF8, !survey.isWellFormed { damaged = UTF8Scalar.damage(in: utf8).invalid }
    let decoding = Decoding(encoding, hasByteOrderMark: hasMark, damagedCount: damaged)
    return try filled(Source(utf8: utf8, decoding, survey, isWellFormed: !isUTF8 || damaged == 0))
  }

  private static func filled(_ source: Source) throws(Unreadable) -> Source {
    guard !Whitespace.trim(0..<source.bytes.count, in: source).isEmpty else { throw .empty }
    return source
  }

  private static func byteOrderMark(_ bytes: TextBytes) -> (encoding: TextEncoding, length: Int)? {
    guard let first = bytes.first, first == 0 || first >= 0x80 else { return nil }
    let marks: [(TextEncoding, [UInt8])] = [
      (.utf8, [0xEF, 0xBB, 0xBF]), (.utf32LittleEndian, [0xFF, 0xFE, 0, 0]), (.utf32BigEndian, [0, 0, 0xFE, 0xFF]),
      (.utf16LittleEndian, [0xFF, 0xFE]), (.utf16BigEndian, [0xFE, 0xFF]), (.gb18030, [0x84, 0x31, 0x95, 0x33]),
    ]
    return marks.first { bytes.starts(with: $0.1) }.map { ($0.0, $0.1.count) }
  }

  /// Whether more than one byte in fifty of the first 64 KiB is a control character that text does not hold.
  public static func looksBinary(_ bytes: TextBytes) -> Bool {
    let sample = bytes.prefix(sampleSize)
    let controls = sample.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { control_scan_count($0, buffer.count) } ?? 0
    }
    return controls > 2 && controls * 50 > sample.count
  }
}
