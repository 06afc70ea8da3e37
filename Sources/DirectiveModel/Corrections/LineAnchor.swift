/// What names a line of a document so that it is found again after edits elsewhere: how it begins, a hash of all of it,
/// and which one it is among equal lines.
///
/// Blanks count for nothing, so re-indenting or re-spacing a line does not lose it. A line whose end was edited is still
/// found by its beginning, if no other line begins so.
public struct LineAnchor: Sendable, Equatable {
  /// How the line begins, on one line.
  public var words: String
  /// `LineAnchor.hash(of:)` of the line; nil in an anchor written by hand.
  public var hash: UInt32?
  /// Which of equal lines, from 1; nil for the only one.
  public var occurrence: Int?

  public init(words: String, hash: UInt32? = nil, occurrence: Int? = nil) {
    self.words = words
    self.hash = hash
    self.occurrence = occurrence
  }

  /// The anchor of line `number` (from 1).
  public init(line number: Int, of source: Source) {
    let bytes = Self.content(source.line(number), of: source)
    var equal = 0
    var before = 0
    for other in 1...max(source.lineCount, 1) where other <= source.lineCount {
      guard Self.longest(source.line(other), of: source) >= bytes.count,
        Self.content(source.line(other), of: source) == bytes
      else {
        continue
      }
      equal += 1
      if other <= number { before += 1 }
    }
    words = String(source.singleLine(source.line(number)).prefix(Self.wordsLength))
    while let last = words.last, last == " " { words.removeLast() }
    hash = Self.hash(of: bytes)
    occurrence = equal > 1 ? before : nil
  }

  /// The hash and which of equal lines it is, as a file of corrections has them: `8d01aa77#2`.
  var name: String {
    let digits = hash.map { String($0, radix: 16) }.map { String(repeating: "0", count: 8 - $0.count) + $0 }
    return (digits ?? "") + (occurrence.map { "#\($0)" } ?? "")
  }

  /// The words where what looks like a hash is the first of them: a line may begin with the date 20240102.
  var wholeWords: String? { hash == nil ? nil : "\(name) \(words)" }

  /// Characters of a line that an anchor shows.
  private static let wordsLength = 40

  /// FNV-1a (32 bits) of the bytes of a line without its blanks.
  static func hash(of content: [UInt8]) -> UInt32 {
    content.reduce(0x811C_9DC5) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
  }

  /// The bytes of a stretch of text without its blanks. Those that are no UTF-8 are taken as they are shown, because an
  /// anchor's words show them so.
  static func content(_ range: Range<Int>, of source: Source) -> [UInt8] {
    guard source.isWellFormed else { return content(source.string(range)) }
    var content: [UInt8] = []
    var index = range.lowerBound
    while let (scalar, length) = UTF8Scalar.decode(source.bytes, at: index, before: range.upperBound) {
      if !Whitespace.isBlank(scalar) { content += source.bytes[index..<index + length] }
      index += length
    }
    return content
  }

  /// The most bytes that the content of a stretch of text has: a damaged byte is shown by three.
  static func longest(_ range: Range<Int>, of source: Source) -> Int { range.count * (source.isWellFormed ? 1 : 3) }

  static func content(_ text: String) -> [UInt8] {
    Array(String(text.unicodeScalars.filter { !Whitespace.isBlank($0) }).utf8)
  }
}
