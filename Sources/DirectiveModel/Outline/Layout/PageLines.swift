import Glibc

/// Which lines of a document belong to its pages and not to its text: page numbers and running heads, as programs that
/// convert PDFs leave them, and the blank lines around them.
///
/// Running heads are told by standing at the top or the foot of several pages, which form feeds part, or where there are
/// none, numbers that go on from each other through the whole text; figures in them do not count. A number at the end of a page is that page's where the numbers of other pages go on from it. Elsewhere only
/// what says that it numbers a page does so, such as `Page 4 of 12` or `— 4 —`. A line that a point begins with is text.
///
/// Where a sentence goes on behind a page's end, its lines are told to be one paragraph.
public struct PageLines: Sendable {
  let layout: TextLayout
  private let outline: Outline
  private var endLines: Set<Int> = []

  /// Where a page ends: lines that are left out of the text.
  public struct Gap: Equatable, Sendable {
    public let lines: ClosedRange<Int>
    /// Whether a paragraph goes on behind it.
    public let isJoined: Bool
  }

  /// Looks at a sample of the lines, and at those around form feeds.
  public init(_ document: Document) {
    outline = document.outline
    layout = document.source.withLines { TextLayout($0, $1) } ?? .unbroken
    let layout = layout
    endLines = document.source.withLines { PageEnds(text: $0, lines: $1, layout: layout).found } ?? []
  }

  /// Whether line `number` of the document is a page number or a running head.
  public func hold(_ number: Int, of source: Source) -> Bool {
    source.withLines { text, lines in (1...lines.count).contains(number) && hold(number, text, lines) } ?? false
  }

  private func hold(_ number: Int, _ text: FoldedText, _ lines: Lines) -> Bool {
    let line = lines.trimmed(number)
    guard !line.isEmpty else { return false }
    guard endLines.contains(number) || numbersPage(number, line, text, lines) else { return false }
    let point = outline.point(holding: line.upperBound - 1).map { outline.points[$0] }
    return point?.kind != .numbered || point.map { line.contains(Int($0.markerStart)) } != true
  }

  /// Whether a line says that it numbers a page, and stands between blank lines or ends of pages.
  private func numbersPage(_ number: Int, _ line: Range<Int>, _ text: FoldedText, _ lines: Lines) -> Bool {
    let isNumber = line.allSatisfy { (0x30...0x39).contains(text.byte($0)) || text.byte($0) == 0x20 }
    guard !isNumber, PageFurniture(text: text, lines: lines).isFurniture(line) else { return false }
    let endsBefore = number == 1 || lines.isBlank(number - 1) || lines.beginsPage(number)
    return endsBefore && (number == lines.count || lines.isBlank(number + 1) || lines.beginsPage(number + 1))
  }

  // MARK: - Ends of pages

  /// A page's end has no more lines than this; what has more is a text of its own.
  private static let longestGap = 64

  /// The page's end that line `number` belongs to; nil where it is a line of text.
  ///
  /// What is left out leaves a blank line, unless a paragraph goes on.
  public func gap(at number: Int, of source: Source) -> Gap? {
    source.withLines { text, lines in gap(at: number, text, lines) } ?? nil
  }

  private func gap(at number: Int, _ text: FoldedText, _ lines: Lines) -> Gap? {
    func isPart(_ number: Int) -> Bool { lines.isBlank(number) || hold(number, text, lines) }
    guard number >= 1, number <= lines.count, isPart(number) else { return nil }
    var (first, last) = (number, number)
    while first > 1, last - first < Self.longestGap, isPart(first - 1) { first -= 1 }
    while last < lines.count, last - first < Self.longestGap, isPart(last + 1) { last += 1 }
    guard last - first < Self.longestGap, first > 1 || last < lines.count else { return nil }
    let isEnd = (first...last).contains { !lines.isBlank($0) || lines.beginsPage($0) }
    guard isEnd || last < lines.count && lines.beginsPage(last + 1) else { return nil }
    if first > 1, last < lines.count {
      if layout.goesOn(text, line: lines[last + 1], after: lines[first - 1]) {
        return Gap(lines: first...last, isJoined: true)
      }
      if lines.isBlank(first), !lines.beginsPage(first) { first += 1 } else if lines.isBlank(last) { last -= 1 }
    }
    return first <= last && (first...last).contains(number) ? Gap(lines: first...last, isJoined: false) : nil
  }

  /// The parts of a range of the document that are its text, in order.
  public func text(in range: Range<Int>, of source: Source) -> [Range<Int>] {
    guard !range.isEmpty else { return [] }
    return source.withLines { text, lines in
      var parts: [Range<Int>] = []
      var start = range.lowerBound
      func endPart(before offset: Int) { if offset > start { parts.append(start..<offset) } }
      var number = lines.number(at: range.lowerBound)
      while number <= lines.count, Int(lines.starts[number - 1]) < range.upperBound {
        let lineStart = Int(lines.starts[number - 1])
        if let gap = gap(at: number, text, lines) {
          endPart(before: lineStart)
          number = gap.lines.upperBound
          start = Int(lines.starts[number])
        } else if lines.beginsPage(number) {
          endPart(before: lineStart)
          start = max(start, lineStart + 1)
        }
        number += 1
      }
      endPart(before: range.upperBound)
      return parts
    } ?? []
  }

  /// The text of a range without what belongs to pages.
  func string(_ range: Range<Int>, of source: Source) -> String {
    text(in: range, of: source).map(source.string).joined()
  }
}

extension Lines {
  fileprivate static let formFeed: UInt8 = 0x0C

  /// Whether the line begins with a form feed.
  func beginsPage(_ number: Int) -> Bool {
    Int(starts[number - 1]) < text.count && text.byte(Int(starts[number - 1])) == Self.formFeed
  }
}
