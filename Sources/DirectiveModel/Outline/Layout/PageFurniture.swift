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
  /// every line is followed by a blank one, which parts nothing. More lines than a page ends with are text, whatever they
  /// look like: a column of numbers.
  func previousLine(before number: Int, isLoose: Bool) -> (number: Int, distance: Distance)? {
    var previous = number - 1
    var above = 0
    var below = -1
    var passedOver = 0
    while previous >= 1, above <= 8 {
      let line = lines[previous]
      let end = text.trimBlanks(from: line.lowerBound, before: line.upperBound)
      if end == line.lowerBound {
        above += 1
      } else if passedOver < Self.mostLines, below < 0 ? above <= 3 : above == 0, isFurniture(line.lowerBound..<end) {
        passedOver += 1
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

  /// Lines that a page ends or begins with at most.
  private static let mostLines = 4

  /// `12`, `- 12 -`, `— 12 —`, `Page 4 of 12`, `[Page 12]`, a running head and such a number behind a gap or a sign,
  /// `第 3 页`, `第3页 共10页`.
  @inline(__always)
  func isFurniture(_ line: Range<Int>) -> Bool {
    let last = text.lastScalar(from: line.lowerBound, before: line.upperBound)
    guard
      FoldedText.isDigit(last) || last == 0x5D || last == 0x2D || last == 0x2014 || last == 0x2013
        || last == 0x9875 || last == 0x9801
    else { return false }
    let line = text.skipBlanks(from: line.lowerBound, before: line.upperBound)..<line.upperBound
    guard line.count <= 120 else { return false }
    if last == 0x9875 || last == 0x9801 { return isChineseNumber(line) }
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

  /// 第 and a number, and of how many: nothing that a sentence needs.
  private func isChineseNumber(_ line: Range<Int>) -> Bool {
    guard text.scalar(at: line.lowerBound, before: line.upperBound).value == 0x7B2C else { return false }
    var index = line.lowerBound
    while index < line.upperBound {
      let (scalar, length) = text.scalar(at: index, before: line.upperBound)
      switch scalar {
      case 0x20, 0x2C, 0x2F, 0x7B2C, 0x5171, 0x9875, 0x9801: break
      case _ where FoldedText.isDigit(scalar) || ChineseNumeral.value(of: scalar) != nil: break
      default: return false
      }
      index += max(length, 1)
    }
    return true
  }

  /// `Page 4`, `Page 4 of 12` or `[Page 4]`, alone or at the end of a running head, which a gap or a sign parts from it: a
  /// sentence may end in `on page 4`, too.
  private func endsInPage(_ line: Range<Int>) -> Bool {
    var at = line.upperBound - 1
    while at >= line.lowerBound, line.upperBound - at < 24 {
      if text.byte(at) | 0x20 == 0x70, let number = text.match(pattern: Self.page, at: at, before: line.upperBound) {
        return isPageNumber(number..<line.upperBound) && (at == line.lowerBound || isParted(at, in: line))
      }
      at -= 1
    }
    return false
  }

  /// Whether what stands before `index` has ended there: two blanks, a tab, a bracket or a sign.
  private func isParted(_ index: Int, in line: Range<Int>) -> Bool {
    let end = text.trimBlanks(from: line.lowerBound, before: index)
    if index - end >= 2 || text.byte(index - 1) == 0x09 { return true }
    switch text.lastScalar(from: line.lowerBound, before: end) {
    case 0x5B, 0x28, 0x7C, 0x2D, 0x2013, 0x2014, 0xB7, 0x2022, 0x2F: return true
    default: return false
    }
  }

  /// `4`, `4 of 12`, `4/12`, and a bracket or a dash behind it.
  private func isPageNumber(_ range: Range<Int>) -> Bool {
    guard var end = skipDigits(from: range.lowerBound, before: range.upperBound) else { return false }
    let total =
      text.match(pattern: Self.of, at: end, before: range.upperBound)
      ?? text.match(pattern: Self.slash, at: end, before: range.upperBound)
    if let total {
      guard let totalEnd = skipDigits(from: total, before: range.upperBound) else { return false }
      end = totalEnd
    }
    end = text.skipBlanks(from: end, before: range.upperBound)
    switch text.scalar(at: end, before: range.upperBound) {
    case (0x5D, let length), (0x29, let length), (0x2D, let length), (0x2013, let length), (0x2014, let length):
      return end + length == range.upperBound
    default: return end == range.upperBound
    }
  }

  private func skipDigits(from index: Int, before limit: Int) -> Int? {
    var end = index
    while end < limit, FoldedText.isDigit(UInt32(text.byte(end))) { end += 1 }
    return end > index ? end : nil
  }

  private static let page = "page ".unicodeScalars.map(\.value)
  private static let of = " of ".unicodeScalars.map(\.value)
  private static let slash = "~/~".unicodeScalars.map(\.value)
}
