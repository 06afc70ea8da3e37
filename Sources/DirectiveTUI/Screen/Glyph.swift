import DirectiveModel

/// One thing that is drawn as a unit: a character with its marks, or a visible sign for what must not be drawn.
///
/// This is the only way from document text to cells. Whatever a document, a file name or a typed pattern holds, a
/// glyph's text has no control character, no escape, and nothing that turns or hides the text around it.
struct Glyph: Equatable {
  enum Kind {
    case text
    case blank
    case tab
    /// Stands for something that is not shown as it is: `␛` for an escape, `<202E>` for a bidirectional override.
    case symbol
  }

  /// The bytes it was made from.
  let bytes: Range<Int>
  /// The first scalar of those bytes.
  let scalar: Unicode.Scalar
  /// Terminal columns; for a tab see `columns(at:)`.
  let columns: Int
  let kind: Kind
  /// A character and its marks, or what each column of a blank shows; of a symbol of several columns nothing.
  fileprivate(set) var drawn = CellText(" ")
  /// What a symbol of several columns tells: a scalar, or a byte that is no text.
  fileprivate var code: UInt32 = 0

  /// Columns when drawn at `column`: tabs reach to the next multiple of 8.
  func columns(at column: Int) -> Int { kind == .tab ? 8 - column % 8 : columns }

  /// What is drawn in its column `index`, from 0; nothing in the second one of a wide character.
  func text(inColumn index: Int) -> CellText {
    switch kind {
    case .text: index == 0 ? drawn : CellText()
    case .blank, .tab: drawn
    case .symbol: columns == 1 ? drawn : CellText(hexadecimal(at: index))
    }
  }

  var text: String {
    kind == .text ? drawn.string : (0..<columns).map { text(inColumn: $0).string }.joined()
  }

  /// A character of `<202E>`.
  private func hexadecimal(at index: Int) -> Unicode.Scalar {
    if index == 0 { return "<" }
    if index == columns - 1 { return ">" }
    let digit = UInt8(truncatingIfNeeded: code >> (4 * (columns - 2 - index)) & 0xF)
    return Unicode.Scalar(digit < 10 ? 0x30 + digit : 0x41 + digit - 10)
  }
}

/// The glyphs of a range of UTF-8 bytes, in order; together they hold every byte of it.
///
/// A line end with the blanks after it is one blank, as where lines of a paragraph are joined; it takes no column
/// between wide characters, after a blank, and after the hyphen of a word.
struct Glyphs: Sequence, IteratorProtocol {
  private let bytes: TextBytes
  private var index: Int
  private let end: Int
  private let start: Int
  private let omitted: Range<Int>

  /// `omitted`: bytes that are passed over, as if they were not there.
  init(_ bytes: TextBytes, in range: Range<Int>, omitting omitted: Range<Int>? = nil) {
    self.bytes = bytes
    self.omitted = omitted ?? -1..<0
    index = range.lowerBound
    start = range.lowerBound
    end = range.upperBound
  }

  init(_ text: some StringProtocol) {
    let bytes = TextBytes(text)
    self.init(bytes, in: 0..<bytes.count)
  }

  /// Takes the characters of ASCII that come next, each a column and without marks; up to `count`, before `limit`, and
  /// only such as are wanted.
  mutating func takePlain(
    atMost count: Int, before limit: Int = .max, while isWanted: (UInt8) -> Bool = { $0 >= 0x20 && $0 < 0x7F }
  ) -> Range<Int> {
    passOmitted()
    let first = index
    let part = index < omitted.lowerBound ? omitted.lowerBound : end
    let limit = Swift.min(limit, part, end, index + Swift.min(Swift.max(0, count), end))
    while index < limit, isWanted(bytes[index]) { index += 1 }
    if index > first, index < end, bytes[index] >= 0x80 { index -= 1 }  // a mark may follow
    return first..<index
  }

  /// Passes over bytes, each of which is known to be a glyph by itself.
  mutating func skip(while isSkipped: (UInt8) -> Bool) {
    while index < end, isSkipped(bytes[index]) { index += 1 }
  }

  mutating func next() -> Glyph? {
    passOmitted()
    guard let (scalar, length) = UTF8Scalar.decode(bytes, at: index, before: end) else { return nil }
    let start = index
    index += length
    if scalar.value < 0x7F, scalar.value >= 0x20, index >= end || bytes[index] < 0x80 {
      return Glyph(
        bytes: start..<index, scalar: scalar, columns: 1, kind: scalar == " " ? .blank : .text, drawn: CellText(scalar))
    }
    return other(scalar, length: length, from: start)
  }

  /// The glyph that begins with `scalar`, where that is no character of ASCII by itself.
  private mutating func other(_ scalar: Unicode.Scalar, length: Int, from start: Int) -> Glyph {
    if let sign = Self.sign(for: scalar, length: length, byte: bytes[start]) {
      skipInvisible()
      return Glyph(
        bytes: start..<index, scalar: scalar, columns: sign.columns, kind: scalar == "\t" ? .tab : .symbol,
        drawn: sign.drawn, code: sign.code)
    }
    if scalar == "\n" || scalar == "\r" { return lineEnd(scalar, from: start) }
    if Whitespace.isBlank(scalar) {
      skipInvisible()
      return Glyph(
        bytes: start..<index, scalar: scalar, columns: Swift.max(1, DisplayWidth.columns(of: scalar)), kind: .blank)
    }
    var drawn = CellText(scalar)
    var columns = DisplayWidth.columns(of: scalar)
    if columns == 0 {
      drawn = CellText()
      if !Self.isInvisible(scalar) {  // a mark with nothing to stand on
        drawn = CellText(" ")
        drawn.append(scalar)
        columns = 1
      }
    }
    appendMarks(to: &drawn)
    return Glyph(bytes: start..<index, scalar: scalar, columns: columns, kind: .text, drawn: drawn)
  }

  private mutating func passOmitted() { if index == omitted.lowerBound { index = omitted.upperBound } }

  private mutating func lineEnd(_ scalar: Unicode.Scalar, from start: Int) -> Glyph {
    passOmitted()
    while index < end, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) {
      index += 1
      passOmitted()
    }
    while let (blank, length) = UTF8Scalar.decode(bytes, at: index, before: end), blank == "\u{3000}" {
      index += length
    }
    let columns = joins(at: start) ? 0 : 1
    return Glyph(bytes: start..<index, scalar: scalar, columns: columns, kind: .blank)
  }

  /// Whether nothing parts what stands before the line end at `offset` from what follows.
  private func joins(at offset: Int) -> Bool {
    guard offset > start, let (next, _) = UTF8Scalar.decode(bytes, at: index, before: end) else { return false }
    let at = UTF8Scalar.start(of: offset - 1, in: bytes, notBefore: start)
    guard let (previous, _) = UTF8Scalar.decode(bytes, at: at, before: offset) else { return false }
    if previous == " " { return true }
    if previous == "-", offset - start >= 2, bytes[offset - 2] | 0x20 >= 0x61, bytes[offset - 2] | 0x20 <= 0x7A {
      return next.properties.isAlphabetic
        && !["and ", "or ", "und ", "oder "].contains { bytes[index..<end].starts(with: $0.utf8) }
    }
    return DisplayWidth.columns(of: previous) == 2 && DisplayWidth.columns(of: next) == 2
      && !BreakClass.isHangul(previous.value)
  }

  private mutating func appendMarks(to text: inout CellText) {
    while let (mark, length) = UTF8Scalar.decode(bytes, at: index, before: end), mark.value >= 0x300,
      DisplayWidth.columns(of: mark) == 0, Self.sign(for: mark, length: length, byte: 0) == nil,
      !Whitespace.isBlank(mark) || Self.isInvisible(mark)
    {
      index += length
      if !Self.isInvisible(mark) { text.append(mark) }
    }
  }

  private mutating func skipInvisible() {
    while let (scalar, length) = UTF8Scalar.decode(bytes, at: index, before: end), Self.isInvisible(scalar) {
      index += length
    }
  }

  /// Characters that only join, separate or select, and change nothing when left out on a screen.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x200B...0x200D, 0x2060, 0xFE00...0xFE0F, 0xFEFF: true
    default: false
    }
  }

  /// What stands for something that is not drawn as it is: a character, or the number of a scalar or byte.
  private struct Sign {
    var drawn = CellText()
    var columns = 1
    var code: UInt32 = 0

    init(_ scalar: Unicode.Scalar) { drawn = CellText(scalar) }

    /// `<009B>`
    init(_ code: UInt32, digits: Int) {
      self.code = code
      columns = Swift.max(digits, (UInt32.bitWidth - code.leadingZeroBitCount + 3) / 4) + 2
    }
  }

  /// The sign for a scalar that is not drawn as it is; nil for all others.
  private static func sign(for scalar: Unicode.Scalar, length: Int, byte: UInt8) -> Sign? {
    switch scalar.value {
    case 0x09: return Sign(" ")
    case 0x0A, 0x0D: return nil
    case 0x00..<0x20: return Sign(Unicode.Scalar(0x2400 + scalar.value) ?? "?")
    case 0x7F: return Sign("\u{2421}")
    case 0x80..<0xA0: return Sign(scalar.value, digits: 4)
    case 0xFFFD where length == 1: return Sign(UInt32(byte), digits: 2)
    case ..<0x300: return nil
    case 0x2028, 0x2029: return nil
    case 0x180E, 0x061C, 0x200E...0x200F, 0x202A...0x202E, 0x2061...0x206F, 0xFFF9...0xFFFB, 0xE0000...0xE0FFF:
      return Sign(scalar.value, digits: 4)
    default: return nil
    }
  }
}

extension [UInt8] {
  /// UTF-8 with the signs that a frame shows for what could act on whoever gets the text, such as escapes, and how many
  /// there are; all else as it is.
  func withSigns() -> (bytes: [UInt8], signs: Int) {
    var (bytes, signs): ([UInt8], Int) = ([], 0)
    bytes.reserveCapacity(count)
    for glyph in Glyphs(TextBytes(self), in: 0..<count) {
      bytes += glyph.kind == .symbol ? Array(glyph.text.utf8) : Array(self[glyph.bytes])
      signs += glyph.kind == .symbol ? 1 : 0
    }
    return (bytes, signs)
  }
}

extension String {
  /// The text as it may be written to a terminal: every glyph in its visible form, line ends as spaces.
  func visible() -> String {
    Glyphs(self).reduce(into: "") { $0 += $1.text }
  }
}
