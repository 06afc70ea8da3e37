/// A document's text: its bytes as UTF-8, held once, and where its lines begin.
///
/// Everything else in the model is integers into `bytes`; a `String` is made only for what is shown or printed. Lines
/// count from 1 and end at LF, CRLF, a lone CR or NEL (U+0085); a form feed does not end a line. Bytes that are no valid
/// UTF-8 may occur in a damaged file: they are kept, and decode to U+FFFD.
public struct Source: Sendable {
  /// The whole text. At most 4 GiB, so that offsets into it fit 32 bits.
  public let bytes: TextBytes

  /// How the file's bytes were understood.
  public let decoding: Decoding

  /// Whether all of it is valid UTF-8.
  public let isWellFormed: Bool

  /// Byte offsets at which lines begin, and last of all the number of bytes.
  let lineStarts: [UInt32]

  /// Whether all lines end with a single LF, but for the last one, which may have no end.
  let hasPlainEnds: Bool

  /// Makes a source of text that is UTF-8 already, without a byte order mark.
  public init(utf8 bytes: TextBytes) {
    let survey = TextSurvey(of: bytes)
    let damaged = survey.isWellFormed ? 0 : UTF8Scalar.damage(in: bytes).invalid
    self.init(utf8: bytes, Decoding(.utf8, damagedCount: damaged), survey, isWellFormed: damaged == 0)
  }

  public init(utf8 bytes: [UInt8]) { self.init(utf8: TextBytes(bytes)) }

  /// The same of text that was looked at, where it is known whether it is valid UTF-8.
  init(utf8 bytes: TextBytes, _ decoding: Decoding, _ survey: TextSurvey, isWellFormed: Bool) {
    precondition(bytes.count < Int(UInt32.max), "a source holds at most 4 GiB")
    self.bytes = bytes
    self.isWellFormed = isWellFormed
    self.decoding = decoding
    lineStarts = survey.lineStarts
    hasPlainEnds = survey.hasPlainEnds
  }

  public init(_ text: String) {
    self.init(utf8: TextBytes(text))
  }

  /// The number of lines; a final line end does not begin another line, and an empty text has none.
  public var lineCount: Int { lineStarts.count - 1 }

  /// The bytes of line `number` (from 1), its line end included; none past the last line, as in an empty text.
  public func fullLine(_ number: Int) -> Range<Int> {
    guard number < lineStarts.count else { return bytes.count..<bytes.count }
    return Int(lineStarts[number - 1])..<Int(lineStarts[number])
  }

  /// The bytes of line `number` (from 1), without its line end.
  public func line(_ number: Int) -> Range<Int> {
    let full = fullLine(number)
    var end = full.upperBound
    if end > full.lowerBound, bytes[end - 1] == UInt8(ascii: "\n") { end -= 1 }
    if end > full.lowerBound, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    if end == full.upperBound, full.count >= 2, bytes[end - 1] == 0x85, bytes[end - 2] == 0xC2 { end -= 2 }
    return full.lowerBound..<end
  }

  /// The number (from 1) of the line that holds the byte at `offset`; the end of the text belongs to the last line.
  public func line(at offset: Int) -> Int {
    var low = 0
    var high = max(lineCount, 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(lineStarts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The text of a byte range, exactly as it stands.
  public func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// Whether `singleLine` leaves a byte range as it is: no blanks but single spaces inside.
  public func isSingleLine(_ range: Range<Int>) -> Bool {
    isWellFormed && withLines { text, _ in Whitespace.isSingleLine(text, range) } ?? false
  }

  /// Writes what `singleLine` makes of a byte range: at most `maximumCount` bytes.
  func writeSingleLine(_ range: Range<Int>, to writer: inout ByteWriter) {
    if isWellFormed {
      withLines { text, _ in Whitespace.writeCollapsed(text, range, to: &writer) }
    } else {
      writer.write(singleLine(range))
    }
  }

  /// How many bytes `writeSingleLine` writes at most for each of a range's: damaged ones become U+FFFD.
  var singleLineFactor: Int { isWellFormed ? 1 : 3 }

  /// The text of a byte range on one line: every run of blanks and line ends becomes one space.
  ///
  /// A line end between two wide characters (Chinese, Japanese) leaves no space: such text is wrapped anywhere.
  ///
  /// Of a longer range, at most `limit` bytes are taken, to the end of a character.
  public func singleLine(_ range: Range<Int>, upTo limit: Int = .max) -> String {
    var range = range
    if range.count > limit {
      range = range.lowerBound..<UTF8Scalar.start(of: range.lowerBound + limit, in: bytes, notBefore: range.lowerBound)
    }
    return isSingleLine(range) ? string(range) : Whitespace.collapse(string(range))
  }
}
