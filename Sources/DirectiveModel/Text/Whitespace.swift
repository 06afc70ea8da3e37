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
    var result: [UInt8] = []
    text.withUTF8 { appendCollapsed($0, to: &result) }
    return String(decoding: result, as: UTF8.self)
  }

  /// Appends the same of well-formed UTF-8. Whole stretches without blanks are taken at once: a line may be the whole
  /// text.
  static func appendCollapsed(_ bytes: UnsafeBufferPointer<UInt8>, to result: inout [UInt8]) {
    let start = result.count
    var isAfterBlank = false
    var isAfterLineEnd = false
    var index = 0
    while index < bytes.count {
      let length = blankLength(bytes, at: index)
      if length > 0 {
        isAfterBlank = true
        let byte = bytes[index]
        if byte == 0x0A || byte == 0x0D || byte == 0xC2 && bytes[index + 1] == 0x85 { isAfterLineEnd = true }
        index += length
        continue
      }
      if isAfterBlank, result.count > start {
        let isJoined = isAfterLineEnd && columns(endOf: result) == 2 && columns(of: bytes, at: index) == 2
        if !isJoined { result.append(0x20) }
      }
      isAfterBlank = false
      isAfterLineEnd = false
      var end = index + 1
      while end < bytes.count, !beginsBlank(bytes[end]) { end += 1 }
      result.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[index..<end]))
      index = end
    }
  }

  /// Whether a blank can begin with a byte.
  @inline(__always)
  private static func beginsBlank(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x09...0x0D, 0x20, 0xC2, 0xE1...0xE3, 0xEF: true
    default: false
    }
  }

  /// The bytes of the blank at `index`; 0 where there is none.
  private static func blankLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let byte = bytes[index]
    guard beginsBlank(byte) else { return 0 }
    if byte < 0x80 { return 1 }
    let length = byte == 0xC2 ? 2 : 3
    guard index + length <= bytes.count else { return 0 }
    let tail = bytes[(index + 1)..<(index + length)].reduce(0) { $0 << 6 | UInt32($1 & 0x3F) }
    let scalar = Unicode.Scalar(UInt32(byte & (length == 2 ? 0x1F : 0x0F)) << (6 * (length - 1)) | tail)
    return scalar.map(isBlank) == true ? length : 0
  }

  private static func columns(endOf text: [UInt8]) -> Int {
    let start = UTF8Scalar.start(of: text.count - 1, in: text, notBefore: 0)
    return UTF8Scalar.decode(text, at: start, before: text.count).map { DisplayWidth.columns(of: $0.0) } ?? 0
  }

  private static func columns(of bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let rest = Array(bytes[index..<min(index + 4, bytes.count)])
    return UTF8Scalar.decode(rest, at: 0, before: rest.count).map { DisplayWidth.columns(of: $0.0) } ?? 0
  }

  /// `text` without the blanks at either end.
  static func trimmed(_ text: String) -> String {
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
