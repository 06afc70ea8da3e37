/// How a document's lines are laid out: whether paragraphs are broken over lines of a fixed width, and which width.
///
/// In such a text a line that goes on with the sentence of the line before opens no point, whatever it begins with. A line
/// was broken there only if its successor's first word did not fit any more.
struct TextLayout {
  /// The width to which paragraphs are broken, in columns, of lines in Latin script and of lines with wide characters;
  /// 0 where lines are paragraphs.
  private(set) var width = (narrow: 0, wide: 0)

  /// Whether every line is followed by a blank one, and paragraphs by more.
  private(set) var isLoose = false
  /// Whether paragraphs are parted by blank lines.
  private(set) var partsParagraphs = false

  var isWrapped: Bool { width.narrow > 0 || width.wide > 0 }

  /// Lines are paragraphs.
  static let unbroken = TextLayout()

  private init() {}

  /// Looks at up to 8000 lines spread over the document.
  init(_ text: FoldedText, _ lines: Lines) {
    let step = max(1, lines.count / 4000)
    let samples = (lines.count + step - 1) / step
    // Of a long text, each of them is far away: the cores share them.
    let parts = Chunks.map(0..<samples, ofAtLeast: step > 4 ? 1000 : .max) { part in
      var widths = (narrow: WidthHistogram(), wide: WidthHistogram())
      for sample in part {
        lines.bringNear(1 + (sample + 16) * step)
        let line = lines[1 + sample * step]
        let end = text.trimBlanks(from: line.lowerBound, before: line.upperBound)
        guard end > line.lowerBound else { continue }
        let columns = end - line.lowerBound > 600 ? 600 : text.columns(from: line.lowerBound, before: end)
        if Self.isWide(text, line.lowerBound..<end) { widths.wide.add(columns) } else { widths.narrow.add(columns) }
      }
      return widths
    }
    width = (WidthHistogram(parts.map(\.narrow)).width, WidthHistogram(parts.map(\.wide)).width)
    let spacing = Spacing(lines)
    isLoose = isWrapped && spacing.isLoose
    partsParagraphs = spacing.partsParagraphs
  }

  /// Whether a line is mostly of wide characters, by its first and last ones.
  private static func isWide(_ text: FoldedText, _ line: Range<Int>) -> Bool {
    let start = text.skipBlanks(from: line.lowerBound, before: line.upperBound)
    return start < line.upperBound && text.byte(start) >= 0xE3
      || text.byte(line.upperBound - 1) >= 0x80
        && text.lastScalar(from: line.lowerBound, before: line.upperBound) >= 0x2E80
  }

  /// How a line stands to the one before it in a text of broken lines.
  enum Relation {
    /// A line of its own.
    case begins
    /// The line before was filled, but ends as a sentence, a list item or a heading does.
    case mayGoOn
    /// The line goes on with the sentence of the line before.
    case goesOn
  }

  /// How `line` stands to `previous`. A line was broken only where the first word of the next did not fit any more.
  func relation(_ text: FoldedText, of line: Range<Int>, to previous: Range<Int>) -> Relation {
    guard isWrapped else { return .begins }
    let end = text.trimBlanks(from: previous.lowerBound, before: previous.upperBound)
    let start = text.skipBlanks(from: previous.lowerBound, before: end)
    guard end > start else { return .begins }
    let width = Self.isWide(text, start..<end) ? width.wide : width.narrow
    let columns = text.columns(from: previous.lowerBound, before: end)
    guard width > 0, columns >= 40 else { return .begins }
    let content = text.skipBlanks(from: line.lowerBound, before: line.upperBound)
    let indent = text.columns(from: line.lowerBound, before: content)
    if indent > text.columns(from: previous.lowerBound, before: start) + 1, columns < width - 8 { return .begins }
    guard columns + firstWord(text, content..<line.upperBound) > width - 3 else { return .begins }
    switch text.lastScalar(from: start, before: end) {
    case 0x2E, 0x3A, 0x3B, 0x21, 0x3F, 0x3D, 0x5F, 0x2A, 0x3002: return .mayGoOn
    default: return endsListItem(text, start..<end) ? .mayGoOn : .goesOn
    }
  }

  func goesOn(_ text: FoldedText, line: Range<Int>, after previous: Range<Int>) -> Bool {
    relation(text, of: line, to: previous) == .goesOn
  }

  /// Whether `previous` is filled to a width that `line` shows itself: the first word of `line` found no room there.
  func fills(_ text: FoldedText, _ previous: Range<Int>, before line: Range<Int>) -> Bool {
    func columns(_ line: Range<Int>) -> Int {
      text.columns(from: line.lowerBound, before: text.trimBlanks(from: line.lowerBound, before: line.upperBound))
    }
    let above = columns(previous)
    let content = text.skipBlanks(from: line.lowerBound, before: line.upperBound)
    return above >= 40 && above + firstWord(text, content..<line.upperBound) > columns(line)
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

/// How many lines there are of each width.
private struct WidthHistogram {
  private var lines = [Int](repeating: 0, count: 112)
  private var long = 0
  private var count = 0

  init() {}

  /// Those of several parts of a text.
  init(_ parts: [Self]) {
    for part in parts {
      for columns in lines.indices { lines[columns] += part.lines[columns] }
      long += part.long
      count += part.count
    }
  }

  mutating func add(_ columns: Int) {
    count += 1
    if columns >= 110 { long += 1 } else { lines[columns] += 1 }
  }

  /// The width to which lines are broken; 0 where fewer than one line in five is of a middling width, where more than 6
  /// in 100 are longer than that, or where the lines do not crowd below one width.
  var width: Int {
    let middle = lines[45...].reduce(0, +)
    guard count > 0, long * 100 < count * 6, middle >= 3, middle * 5 >= count else { return 0 }
    // Two in a hundred may be longer: rules, tables, a heading that was not broken.
    var left = middle / 50
    var width = 111
    while width > 45, left >= lines[width] {
      left -= lines[width]
      width -= 1
    }
    let full = lines[max(45, width - 14)...].reduce(0, +)
    return width <= 84 || full * 2 >= middle ? width : 0
  }
}

/// How the first lines of a document are spaced.
private struct Spacing {
  /// Lines with text right below text, after one blank line, and after more.
  private var runs = (0, 0, 0)

  init(_ lines: Lines) {
    var blanks = -1
    for number in 1...max(1, min(lines.count, 2000)) where number <= lines.count {
      if lines.isBlank(number) {
        if blanks >= 0 { blanks += 1 }
        continue
      }
      switch blanks {
      case -1: break
      case 0: runs.0 += 1
      case 1: runs.1 += 1
      default: runs.2 += 1
      }
      blanks = 0
    }
  }

  var isLoose: Bool { runs.0 * 50 < runs.1 && runs.2 * 20 >= runs.1 }

  /// One line in twelve, which in a text broken at the usual widths is a paragraph of a dozen lines.
  var partsParagraphs: Bool { (runs.1 + runs.2) * 12 >= runs.0 + runs.1 + runs.2 }
}
