/// How a document's lines are laid out: whether paragraphs are broken over lines of a fixed width, and which width.
///
/// In such a text a line that goes on with the sentence of the line before opens no point, whatever it begins with
/// (N-5). A line was broken there only if its successor's first word did not fit any more.
struct TextLayout {
  /// The width to which paragraphs are broken, in columns; 0 where lines are paragraphs.
  private(set) var width = 0

  var isWrapped: Bool { width > 0 }

  /// Looks at up to 4000 lines spread over the document.
  init(_ text: FoldedText, _ lines: Lines) {
    let step = max(1, lines.count / 4000)
    var histogram = [Int](repeating: 0, count: 112)
    var filled = 0
    var long = 0
    var number = 1
    while number <= lines.count {
      let line = lines[number]
      number += step
      let end = text.trimBlanks(from: line.lowerBound, before: line.upperBound)
      guard end > line.lowerBound else { continue }
      filled += 1
      let columns = end - line.lowerBound > 600 ? 600 : text.columns(from: line.lowerBound, before: end)
      if columns >= 110 { long += 1 } else { histogram[columns] += 1 }
    }
    let middle = histogram[45...84].reduce(0, +)
    guard filled > 0, long * 100 < filled * 6, middle >= 3, middle * 5 >= filled else { return }
    // The width is the longest common length: nine of ten full lines are not longer.
    var left = histogram[45...].reduce(0, +) / 50
    var columns = 111
    while columns > 45, left >= histogram[columns] {
      left -= histogram[columns]
      columns -= 1
    }
    width = columns
  }

  /// Whether `line` goes on with the sentence of `previous`: the line before is as full as a broken line is, and does
  /// not end as a sentence, a list item or a heading does.
  func goesOn(_ text: FoldedText, line: Range<Int>, after previous: Range<Int>) -> Bool {
    guard isWrapped else { return false }
    let end = text.trimBlanks(from: previous.lowerBound, before: previous.upperBound)
    let start = text.skipBlanks(from: previous.lowerBound, before: end)
    guard end > start else { return false }
    let columns = text.columns(from: previous.lowerBound, before: end)
    guard columns >= 40 else { return false }
    let last = text.lastScalar(from: start, before: end)
    switch last {
    case 0x2E, 0x3A, 0x3B, 0x21, 0x3F, 0x3D, 0x5F, 0x2A, 0x3002: return false
    default: break
    }
    let content = text.skipBlanks(from: line.lowerBound, before: line.upperBound)
    let indent = text.columns(from: line.lowerBound, before: content)
    if indent > text.columns(from: previous.lowerBound, before: start) + 1, columns < width - 8 { return false }
    if endsListItem(text, start..<end) { return false }
    return columns + firstWord(text, content..<line.upperBound) > width - 3
  }

  /// `…; and`, `…, or`: the end of the last but one item of a list.
  private func endsListItem(_ text: FoldedText, _ line: Range<Int>) -> Bool {
    for word in [" and", " or", " und", " oder", " sowie", " et", " ou"] where line.count > word.utf8.count + 1 {
      let at = line.upperBound - word.utf8.count
      var isEqual = true
      for (offset, byte) in word.utf8.enumerated() where text.byte(at + offset) != byte { isEqual = false }
      let before = text.byte(at - 1)
      if isEqual, before == 0x3B || before == 0x2C { return true }
    }
    return false
  }

  /// The columns of the first word with the blank before it; one character where words are not parted by blanks.
  private func firstWord(_ text: FoldedText, _ line: Range<Int>) -> Int {
    var end = line.lowerBound
    while end < line.upperBound {
      let (scalar, length) = text.scalar(at: end, before: line.upperBound)
      if scalar == 0x20 { break }
      if FoldedText.isIdeographic(scalar) { return 4 }
      end += length
      if end - line.lowerBound > 40 { break }
    }
    return text.columns(from: line.lowerBound, before: end) + 1
  }
}
