/// Which lines of a document are one paragraph that was broken over lines of a fixed width.
///
/// Decided for each line from itself and the one before it, so that asking for one paragraph costs the same in a
/// document of any size. A line is joined to the one before where its first word did not fit there any more, and
/// never where a point, a list item or a row of a table begins.
public struct Paragraphs: Sendable {
  private let layout: TextLayout
  /// Paragraphs go on behind the ends of these pages; nil where they end there.
  public var pages: PageLines?

  /// Columns to which lines are broken; 0 where lines are paragraphs.
  public var width: Int { max(layout.width.narrow, layout.width.wide) }

  /// Looks at a sample of the lines, unless `pages` has.
  public init(_ source: Source, pages: PageLines? = nil) {
    self.pages = pages
    layout = pages?.layout ?? source.withLines { TextLayout($0, $1) } ?? .unbroken
  }

  /// A paragraph that does not end within this many lines is parted.
  static let lineLimit = 256

  /// The numbers of the lines that make up the paragraph of line `number`.
  public func lines(around number: Int, in document: Document) -> ClosedRange<Int> {
    guard layout.isWrapped else { return number...number }
    return document.source.withLines { text, lines in
      let joints = Joints(
        text: text, lines: lines, layout: layout, outline: document.outline, pages: pages, source: document.source)
      var first = number
      while first > 1, !joints.begins(first) { first = joints.line(before: first) }
      var last = number
      while case let next = joints.line(after: last), next <= lines.count, !joints.begins(next) { last = next }
      return first...last
    } ?? number...number
  }
}

/// Where lines are joined to the ones before them.
private struct Joints {
  let text: FoldedText
  let lines: Lines
  let layout: TextLayout
  let outline: Outline
  let pages: PageLines?
  let source: Source

  /// The line before `number`; where a paragraph goes on behind the end of a page, the last one before that.
  func line(before number: Int) -> Int {
    guard let gap = pages?.gap(at: number - 1, of: source), gap.isJoined else { return number - 1 }
    return gap.lines.lowerBound - 1
  }

  func line(after number: Int) -> Int {
    guard let gap = pages?.gap(at: number + 1, of: source), gap.isJoined else { return number + 1 }
    return gap.lines.upperBound + 1
  }

  /// Bytes; a longer line is no part of a paragraph.
  private static let longest = 512

  /// Whether a paragraph begins with the line; so that all who ask agree, a long one is parted at round line numbers.
  func begins(_ number: Int) -> Bool {
    if !isJoined(number) { return true }
    let limit = Paragraphs.lineLimit
    return number % limit == 0 && (number - limit + 1..<number).allSatisfy { $0 > 1 && isJoined($0) }
  }

  private func isJoined(_ number: Int) -> Bool {
    let before = self.line(before: number)
    guard lines[number].count <= Self.longest, lines[before].count <= Self.longest else { return false }
    let line = lines.trimmed(number)
    let previous = lines.trimmed(before)
    guard !line.isEmpty, !previous.isEmpty, layout.relation(text, of: lines[number], to: lines[before]) != .begins
    else { return false }
    if let pages, pages.hold(number, of: source) || pages.hold(before, of: source) { return false }
    return !beginsPoint(line) && !isHeading(previous) && !beginsItem(line) && !endsInTwoBlanks(before)
      && !isPreformatted(line) && !isPreformatted(previous) && (before < number - 1 || hasIndent(number))
  }

  private func beginsPoint(_ line: Range<Int>) -> Bool {
    guard let id = outline.point(holding: line.lowerBound) else { return false }
    let point = outline.points[id]
    return max(Int(point.start), point.kind == .numbered ? Int(point.markerStart) : 0) == line.lowerBound
      || Int(point.start) > lineStart(line) && Int(point.start) <= line.lowerBound
  }

  /// Where the line of `trimmed` begins.
  private func lineStart(_ trimmed: Range<Int>) -> Int { lines[lines.number(at: trimmed.lowerBound)].lowerBound }

  /// Whether the line is the end of a heading and nothing else.
  private func isHeading(_ line: Range<Int>) -> Bool {
    guard let id = outline.point(holding: line.upperBound - 1) else { return false }
    let heading = outline.points[id].heading
    return !heading.isEmpty && heading.upperBound == line.upperBound
  }

  /// `- `, `* `, `o `, `• `: an item of a list without numbers.
  private func beginsItem(_ line: Range<Int>) -> Bool {
    let (sign, length) = text.scalar(at: line.lowerBound, before: line.upperBound)
    switch sign {
    case 0x2D, 0x2A, 0x6F, 0x2B, 0x2022, 0x2013, 0x2014, 0xB7, 0x25CF, 0x25A0, 0x25E6:
      return text.scalar(at: line.lowerBound + length, before: line.upperBound).value == 0x20
    default: return false
    }
  }

  /// Markdown's sign for a line end that stays.
  private func endsInTwoBlanks(_ number: Int) -> Bool {
    let line = lines[number]
    return line.count > 2 && text.byte(line.upperBound - 1) == 0x20 && text.byte(line.upperBound - 2) == 0x20
  }

  /// A row of a table, a drawing, a line of a list of contents: wide gaps, leaders, few letters.
  private func isPreformatted(_ line: Range<Int>) -> Bool {
    if [0x7C, 0x3E].contains(text.byte(line.lowerBound)) { return true }
    var letters = 0
    var run: (byte: UInt8, count: Int) = (0, 0)
    for index in line {
      let byte = text.byte(index)
      if byte >= 0x80 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A { letters += 1 }
      run = byte == run.byte ? (byte, run.count + 1) : (byte, 1)
      if run.count >= 3, byte == 0x20 || byte == 0x2E && run.count >= 4 { return true }
    }
    return letters * 2 < line.count
  }

  /// Whether the line stands below the one before it; the first line of a paragraph may be indented otherwise.
  private func hasIndent(_ number: Int) -> Bool {
    func indent(_ number: Int) -> Int {
      text.columns(from: lines[number].lowerBound, before: lines.trimmed(number).lowerBound)
    }
    let difference = indent(number) - indent(number - 1)
    if abs(difference) <= 1 { return true }
    return abs(difference) <= 12 && !(number > 2 && follows(number - 1))
  }

  /// Whether the line is filled text right below filled text, and so not the first of its paragraph.
  private func follows(_ number: Int) -> Bool {
    let line = lines.trimmed(number)
    return !lines.trimmed(number - 1).isEmpty && !beginsPoint(line) && !beginsItem(line)
      && layout.relation(text, of: lines[number], to: lines[number - 1]) != .begins
      && !isHeading(lines.trimmed(number - 1))
  }
}
