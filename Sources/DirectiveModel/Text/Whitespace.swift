/// What counts as blank in a document: spaces of every width, tabs, line ends, form feeds and zero-width spaces.
public enum Whitespace {
  public static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF: true
    default: false
    }
  }

  /// `text` without blanks at either end, and with one space for every run of blanks inside; a run that holds a line
  /// end between two wide characters leaves nothing.
  public static func collapse(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
      guard let base = bytes.baseAddress else { return "" }
      return String(unsafeUninitializedCapacity: bytes.count) { result in
        var writer = ByteWriter(result)
        writeCollapsed(FoldedText(base: base, count: bytes.count), 0..<bytes.count, to: &writer)
        return writer.count
      }
    }
  }

  /// Writes the same of a range of well-formed UTF-8: at most as many bytes as it has. What stands between blanks other
  /// than single spaces is taken at once.
  static func writeCollapsed(_ text: FoldedText, _ range: Range<Int>, to writer: inout ByteWriter) {
    let limit = range.upperBound
    if range.count < 32, isPlain(text, range) {
      return writer.write(UnsafeBufferPointer(start: text.base + range.lowerBound, count: range.count))
    }
    var index = skipBlanks(text, from: range.lowerBound, before: limit).end
    while index < limit {
      var end = nextGap(text, from: index, before: limit)
      if text.byte(end - 1) == 0x20 { end -= 1 }
      let gap = skipBlanks(text, from: end, before: limit)
      writer.write(UnsafeBufferPointer(start: text.base + index, count: end - index))
      if gap.end < limit, !(gap.holdsLineEnd && isWide(text, before: end) && isWide(text, at: gap.end, before: limit)) {
        writer.write(0x20)
      }
      index = gap.end
    }
  }

  /// Whether no blanks but single spaces are inside, told byte by byte: for a short range, as a marker is, the sooner.
  private static func isPlain(_ text: FoldedText, _ range: Range<Int>) -> Bool {
    var last: UInt8 = 0x20
    for index in range {
      let byte = text.byte(index)
      guard byte == 0x20 ? last != 0x20 : !FoldedText.canBeginBlank(byte) else { return false }
      last = byte
    }
    return last != 0x20
  }

  /// Whether `collapse` leaves a range as it is: no blanks but single spaces inside.
  static func isSingleLine(_ text: FoldedText, _ range: Range<Int>) -> Bool {
    !range.isEmpty && text.byte(range.lowerBound) != 0x20 && text.byte(range.upperBound - 1) != 0x20
      && nextGap(text, from: range.lowerBound, before: range.upperBound) == range.upperBound
  }

  /// The first index from `index` on at which blanks begin that are no single space.
  private static func nextGap(_ text: FoldedText, from index: Int, before limit: Int) -> Int {
    var index = index
    while true {
      index = gaps.next(in: text, from: index, before: limit)
      if index >= limit || isBlank(scalar(text, at: index, before: limit).value) { return index }
      index += 1
    }
  }

  private static let gaps = MarkScan(kinds: kinds)

  /// Every blank but single spaces, in kinds of marks that little else resembles.
  static let kinds = [
    ["\t", "\n", "\u{B}", "\u{C}", "\r"], ["  "], ["\u{85}", "\u{A0}"], ["\u{1680}", "\u{205F}"],
    (0x2000...0x200B).compactMap { Unicode.Scalar($0).map { String($0) } }, ["\u{2028}", "\u{2029}", "\u{202F}"],
    ["\u{3000}"], ["\u{FEFF}"],
  ]

  private static func skipBlanks(
    _ text: FoldedText, from index: Int, before limit: Int
  ) -> (end: Int, holdsLineEnd: Bool) {
    var end = index
    var holdsLineEnd = false
    while end < limit {
      let (value, length) = scalar(text, at: end, before: limit)
      guard isBlank(value) else { break }
      if value == "\n" || value == "\r" || value == "\u{85}" { holdsLineEnd = true }
      end += length
    }
    return (end, holdsLineEnd)
  }

  private static func isWide(_ text: FoldedText, before end: Int) -> Bool {
    var start = end - 1
    while start > 0, text.byte(start) & 0xC0 == 0x80 { start -= 1 }
    return isWide(text, at: start, before: end)
  }

  private static func isWide(_ text: FoldedText, at index: Int, before limit: Int) -> Bool {
    DisplayWidth.columns(of: scalar(text, at: index, before: limit).value) == 2
  }

  /// The scalar at `index` of well-formed UTF-8, and its length in bytes.
  private static func scalar(
    _ text: FoldedText, at index: Int, before limit: Int
  ) -> (value: Unicode.Scalar, length: Int) {
    let first = text.byte(index)
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard index + length <= limit else { return (UTF8Scalar.replacement, 1) }
    var value = UInt32(first & 0x7F >> length)
    for offset in 1..<length { value = value << 6 | UInt32(text.byte(index + offset) & 0x3F) }
    return (Unicode.Scalar(value) ?? UTF8Scalar.replacement, length)
  }

  /// `text` without the blanks at either end.
  public static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    let start = scalars.firstIndex { !isBlank($0) } ?? scalars.endIndex
    let end = scalars.lastIndex { !isBlank($0) }.map(scalars.index(after:)) ?? start
    return String(scalars[start..<end])
  }

  /// The part of `range` without the blanks at either end.
  public static func trim(_ range: Range<Int>, in source: Source) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, let (scalar, length) = UTF8Scalar.decode(source.bytes, at: lower, before: upper),
      isBlank(scalar)
    {
      lower += length
    }
    while upper > lower {
      let start = UTF8Scalar.start(of: upper - 1, in: source.bytes, notBefore: lower)
      guard let (scalar, length) = UTF8Scalar.decode(source.bytes, at: start, before: upper),
        start + length == upper, isBlank(scalar)
      else { break }
      upper = start
    }
    return lower..<upper
  }
}
