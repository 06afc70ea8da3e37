/// Finds the heading of a point: its first sentence without the marker and without a closing full stop.
struct HeadingFinder {
  let text: FoldedText
  let lines: Lines
  let layout: TextLayout
  /// At hand, because asking for what is made once takes as long as a look at 64 bytes.
  private let ends = Self.allEnds

  init(text: FoldedText, lines: Lines, layout: TextLayout) {
    self.text = text
    self.lines = lines
    self.layout = layout
  }

  /// A heading, and whether it is known to hold no blanks but single spaces.
  struct Heading {
    var range: Range<Int>
    var isSingleLine = false
  }

  /// The heading of the point whose marker ends at `markerEnd` on line `number`; `next` is where the next point begins.
  ///
  /// A unit whose marker stands alone takes the line below.
  func heading(from markerEnd: Int, line number: Int, before next: Int) -> Heading {
    var number = number
    var line = lines[number]
    var limit = min(line.upperBound, next)
    var start = skipSeparators(from: markerEnd, before: limit)
    if start >= limit {
      guard let below = lineBelow(number, before: next) else { return Heading(range: markerEnd..<markerEnd) }
      number = below
      line = lines[number]
      limit = min(line.upperBound, next)
      start = text.skipBlanks(from: line.lowerBound, before: limit)
    }
    let hanging = line.lowerBound..<start
    var isSingleLine = true
    var end = sentenceEnd(from: start, before: limit, &isSingleLine)
    while end == nil, let below = continuation(of: number, hanging: hanging, before: next) {
      isSingleLine = false
      number = below
      line = lines[number]
      limit = min(line.upperBound, next)
      end = sentenceEnd(from: line.lowerBound, before: limit, &isSingleLine)
    }
    let range = start..<max(start, end ?? text.trimBlanks(from: start, before: limit))
    return Heading(
      range: range, isSingleLine: isSingleLine && !range.isEmpty && text.byte(range.upperBound - 1) != 0x20)
  }

  /// The line that goes on with the sentence of `number`; nil where that ends with its line. So does a line that hangs
  /// under the text behind the marker, which `hanging` precedes; in wrapped text others do, too.
  private func continuation(of number: Int, hanging: Range<Int>, before next: Int) -> Int? {
    var below = number + 1
    guard below <= lines.count, lines.start(below) < next else { return nil }
    guard layout.isWrapped else { return hangs(below, under: hanging, after: number) ? below : nil }
    if layout.isLoose, below <= lines.count, lines.isBlank(below) { below += 1 }
    guard below <= lines.count, lines.start(below) < next,
      FrameForm(text: text).holdsLetters(lines.trimmed(below))
    else { return nil }
    let line = lines.trimmed(number)
    switch text.lastScalar(from: line.lowerBound, before: line.upperBound) {
    case 0x3A, 0x3B, 0x3D, 0x2E: return nil
    default:
      let begins = layout.relation(text, of: lines[below], to: lines[number]) == .begins
      return begins && !hangs(below, under: hanging, after: number) ? nil : below
    }
  }

  /// Whether a line is the second one of a hanging paragraph, and not the first one of an indented paragraph below a
  /// heading: it begins with a small letter, or its first word found no room above.
  private func hangs(_ number: Int, under hanging: Range<Int>, after previous: Int) -> Bool {
    let line = lines[number]
    let start = text.skipBlanks(from: line.lowerBound, before: line.upperBound)
    guard start > line.lowerBound, start < line.upperBound, hanging.count <= Self.longestMarker,
      text.columns(from: line.lowerBound, before: start)
        == text.columns(from: hanging.lowerBound, before: hanging.upperBound)
    else { return false }
    return FoldedText.isLower(text.scalar(at: start, before: line.upperBound).value)
      || layout.fills(text, lines[previous], before: line)
  }

  /// Bytes before a heading under which others hang.
  private static let longestMarker = 64

  /// The first line with text below, with at most one blank line between.
  private func lineBelow(_ number: Int, before next: Int) -> Int? {
    var below = number + 1
    while below <= min(number + 2, lines.count), lines.start(below) < next {
      if !lines.isBlank(below) { return below }
      below += 1
    }
    return nil
  }

  private func skipSeparators(from index: Int, before limit: Int) -> Int {
    var index = index
    while index < limit {
      let (scalar, length) = text.scalar(at: index, before: limit)
      switch scalar {
      case 0x2D, 0x2E:  // no sign of a number, as in -3 and .5
        if FoldedText.isDigit(text.scalar(at: index + length, before: limit).value) { return index }
        index += length
      case 0x20, 0x3A, 0x2013, 0x2014, 0x2015, 0x3001, 0x2C, 0x7C: index += length
      default: return index
      }
    }
    return index
  }

  /// Where the first sentence ends: before a full stop, after a question or exclamation mark. Tells of blanks other than
  /// single spaces before that.
  private func sentenceEnd(from start: Int, before limit: Int, _ isSingleLine: inout Bool) -> Int? {
    var index = start
    while true {
      index = ends.next(in: text, from: index, before: limit)
      guard index < limit else { return nil }
      let byte = text.byte(index)
      if byte <= 0x20 || byte >= 0x80 {
        let (mark, length) = text.scalar(at: index, before: limit)
        if mark == 0x3002 { return index }
        if length == 3, mark == 0x21 || mark == 0x3F { return index + 3 }
        if mark <= 0x20 { isSingleLine = false }
        index = mark == 0x20 ? text.skipBlanks(from: index, before: limit) : index + length
        continue
      }
      // Of the leaders in a list of contents, only the last dot may be an end.
      while byte == 0x2E, index + 1 < limit, text.byte(index + 1) == byte { index += 1 }
      let next = index + 1
      let isEnd = next >= limit || text.scalar(at: next, before: limit).value == 0x20 || closesQuotation(next, limit)
      if isEnd, byte != 0x2E || !Abbreviations.endsIn(text, start..<index, before: limit) {
        return byte == 0x2E ? index : next
      }
      index = next
    }
  }

  private static let allEnds = MarkScan(kinds: [[".", "!"], ["?"], ["。"], ["！", "？"]] + Whitespace.kinds)

  private func closesQuotation(_ index: Int, _ limit: Int) -> Bool {
    let (scalar, length) = text.scalar(at: index, before: limit)
    guard scalar == 0x22 || scalar == 0x201D || scalar == 0x2A || scalar == 0x29 else { return false }
    return index + length >= limit
  }
}

/// Words that end in a full stop without ending a sentence.
enum Abbreviations {
  /// Whether the word that ends at the upper bound of `range` is one: `No`, `Mr`, `U.S`, `Abs`, or a single capital.
  static func endsIn(_ text: FoldedText, _ range: Range<Int>, before limit: Int) -> Bool {
    var start = range.upperBound
    var word: UInt64 = 0
    var holdsStop = false
    while start > range.lowerBound, range.upperBound - start < 12 {
      let byte = text.byte(start - 1)
      guard byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte == 0x2E else { break }
      if byte == 0x2E { holdsStop = true }
      word |= UInt64(byte) << UInt64(8 * (range.upperBound - start))
      start -= 1
    }
    let length = range.upperBound - start
    guard length > 0 else { return isNumber(text, range, before: limit) }
    if length == 1 { return FoldedText.isUpper(UInt32(text.byte(start))) && start > range.lowerBound }
    if holdsStop { return true }
    guard length <= 8 else { return false }
    var places = 0..<all.count
    while !places.isEmpty {
      let middle = (places.lowerBound + places.upperBound) / 2
      if all[middle] == word { return true }
      places = all[middle] < word ? middle + 1..<places.upperBound : places.lowerBound..<middle
    }
    return false
  }

  /// `10. Mai`, `1. Januar`: a number before a stop goes on; at most two digits, so that a year ends a sentence. But
  /// `2031. 3. 5.` is a date.
  private static func isNumber(_ text: FoldedText, _ range: Range<Int>, before limit: Int) -> Bool {
    var digits = 0
    var index = range.upperBound
    while index > range.lowerBound, text.byte(index - 1) >= 0x30, text.byte(index - 1) <= 0x39 {
      digits += 1
      index -= 1
    }
    if digits == 4 { return isMonth(text, text.skipBlanks(from: range.upperBound + 1, before: limit), before: limit) }
    return digits > 0 && digits <= 2 && index > range.lowerBound && text.byte(index - 1) == 0x20
  }

  /// Whether a month's number stands at `index`, and a stop behind it.
  private static func isMonth(_ text: FoldedText, _ index: Int, before limit: Int) -> Bool {
    guard let month = ArabicNumeral.read(text, at: index, before: limit) else { return false }
    return month.value <= 12 && month.end < limit && text.byte(month.end) == 0x2E
  }

  /// Each word's letters, at most eight, as one number.
  private static let all: [UInt64] = WordList.scalars(
    """
    No Nos Mr Mrs Ms Dr St Art Arts Sec Secs Abs Nr Nrn Bst Buchst Ziff vgl bzw ggf usw ca Inc Ltd Co Corp Fig Figs \
    Jr Sr Prof Gen Col Rep Sen Gov Hon Messrs vs etc approx resp incl pp Vol al cf Jan Feb Mar Apr Jun Jul Aug Sep Sept \
    Oct Nov Dec Stat Pub App Ex Reg Regs para paras sub subs cl dgl Bek Vgl
    """, partedBy: " "
  ).map { $0.reduce(0) { $0 << 8 | UInt64($1) } }.sorted()
}
