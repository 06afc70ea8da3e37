/// Tells what belongs to the page and not to the text: page numbers and running heads (N-6).
struct PageFurniture {
  let text: FoldedText
  let lines: Lines

  /// The line of text before line `number`, and whether it is the very line before, page furniture left out.
  ///
  /// Blank lines around furniture belong to the page break and do not end a paragraph.
  func previousLine(before number: Int) -> (number: Int, isAdjacent: Bool)? {
    var previous = number - 1
    var blanks = 0
    var passed = false
    var blanksBehind = 0
    while previous >= 1 {
      let line = lines.trimmed(previous)
      if line.isEmpty {
        blanks += 1
        if passed { blanksBehind += 1 }
        if blanks > 8 { return (previous, false) }
      } else if isFurniture(line), blanks < 3 || passed {
        passed = true
        blanksBehind = 0
        blanks = 0
      } else {
        let isAdjacent = passed ? blanksBehind <= 1 || blanksBehind <= 3 && blanks == blanksBehind : blanks == 0
        return (previous, isAdjacent)
      }
      previous -= 1
    }
    return nil
  }

  /// `12`, `- 12 -`, `— 12 —`, `Page 4 of 12`, `[Page 12]`, a running head with `Page 4` at its end, `第 3 页`.
  func isFurniture(_ line: Range<Int>) -> Bool {
    guard line.count <= 120 else { return false }
    let first = text.scalar(at: line.lowerBound, before: line.upperBound).value
    let last = text.lastScalar(from: line.lowerBound, before: line.upperBound)
    guard FoldedText.isDigit(last) || last == 0x5D || last == 0x2D || last == 0x2014 || last == 0x9875 || last == 0x2013
    else { return false }
    if last == 0x9875 { return first == 0x7B2C }
    var digits = 0
    var others = 0
    var index = line.lowerBound
    while index < line.upperBound {
      let (scalar, length) = text.scalar(at: index, before: line.upperBound)
      if FoldedText.isDigit(scalar) {
        digits += 1
      } else if scalar != 0x20, scalar != 0x2D, scalar != 0x2014, scalar != 0x2013 {
        others += 1
      }
      index += max(length, 1)
    }
    if others == 0 { return digits > 0 && digits <= 4 }
    return endsInPage(line)
  }

  /// `Page 4`, `Page 4 of 12` or `[Page 4]` at the end of the line.
  private func endsInPage(_ line: Range<Int>) -> Bool {
    var at = line.upperBound - 1
    while at > line.lowerBound, line.upperBound - at < 20 {
      if text.byte(at) | 0x20 == 0x70, text.match(Self.page, at: at, before: line.upperBound) != nil {
        return at == line.lowerBound || [0x20, 0x5B].contains(text.byte(at - 1))
      }
      at -= 1
    }
    return false
  }

  private static let page = "page ".unicodeScalars.map(\.value)
}
