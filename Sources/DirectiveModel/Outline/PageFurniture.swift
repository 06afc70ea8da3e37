/// Tells what belongs to the page and not to the text: page numbers and running heads.
struct PageFurniture {
  let text: FoldedText
  let lines: Lines

  /// How a line stands to the line of text before it.
  enum Distance {
    case adjacent
    /// A page ends between them; whether a paragraph does too cannot be seen.
    case pageBreak
    /// A blank line parts them.
    case apart
  }

  /// The line of text before line `number`, page furniture left out; nil where there is none.
  ///
  /// Where more lines are blank above the furniture than below it, a paragraph ended with the page. In a loose text
  /// every line is followed by a blank one, which parts nothing.
  func previousLine(before number: Int, isLoose: Bool) -> (number: Int, distance: Distance)? {
    var previous = number - 1
    var above = 0
    var below = -1
    while previous >= 1, above <= 8 {
      let line = lines[previous]
      let end = text.trimBlanks(from: line.lowerBound, before: line.upperBound)
      if end == line.lowerBound {
        above += 1
      } else if below < 0 ? above <= 3 : above == 0, isFurniture(line.lowerBound..<end) {
        below = max(below, above)
        above = 0
      } else {
        if below >= 0 { return (previous, above > below ? .apart : above == 0 && below == 0 ? .adjacent : .pageBreak) }
        return (previous, above <= (isLoose ? 1 : 0) ? .adjacent : .apart)
      }
      previous -= 1
    }
    return previous >= 1 ? (previous, .apart) : nil
  }

  /// `12`, `- 12 -`, `— 12 —`, `Page 4 of 12`, `[Page 12]`, a running head with `Page 4` at its end, `第 3 页`.
  @inline(__always)
  func isFurniture(_ line: Range<Int>) -> Bool {
    let last = text.lastScalar(from: line.lowerBound, before: line.upperBound)
    guard FoldedText.isDigit(last) || last == 0x5D || last == 0x2D || last == 0x2014 || last == 0x9875 || last == 0x2013
    else { return false }
    let line = text.skipBlanks(from: line.lowerBound, before: line.upperBound)..<line.upperBound
    guard line.count <= 120 else { return false }
    if last == 0x9875 { return text.scalar(at: line.lowerBound, before: line.upperBound).value == 0x7B2C }
    return isNumber(line) || endsInPage(line)
  }

  /// Up to four digits, and dashes.
  private func isNumber(_ line: Range<Int>) -> Bool {
    var digits = 0
    var index = line.lowerBound
    while index < line.upperBound {
      let (scalar, length) = text.scalar(at: index, before: line.upperBound)
      if FoldedText.isDigit(scalar) {
        digits += 1
      } else if scalar != 0x20, scalar != 0x2D, scalar != 0x2014, scalar != 0x2013 {
        return false
      }
      index += max(length, 1)
    }
    return digits > 0 && digits <= 4
  }

  /// `Page 4`, `Page 4 of 12` or `[Page 4]` at the end of the line.
  private func endsInPage(_ line: Range<Int>) -> Bool {
    var at = line.upperBound - 1
    while at >= line.lowerBound, line.upperBound - at < 20 {
      if text.byte(at) | 0x20 == 0x70, text.match(Self.page, at: at, before: line.upperBound) != nil {
        return at == line.lowerBound || [0x20, 0x5B].contains(text.byte(at - 1))
      }
      at -= 1
    }
    return false
  }

  private static let page = "page ".unicodeScalars.map(\.value)
}
