/// Finds a document's title before its first point.
struct TitleFinder {
  let text: FoldedText
  let lines: Lines
  let layout: TextLayout

  /// Lines of a title, trimmed, and the numbers of the first and the last one.
  private struct Block {
    var numbers: ClosedRange<Int>
    var lines: [Range<Int>]
  }

  /// The lines of the title, trimmed; empty where there is none. Looks at no line from `firstPoint` on.
  ///
  /// The subject of a letter, or the block in the middle of the page below lines at the margins; else the first lines
  /// that are no frame, or below a masthead the first ones that name a kind of document.
  func title(before firstPoint: Int) -> [Range<Int>] {
    let limit = min(firstPoint, lines.count + 1, 120)
    if let subject = subject(before: limit) { return subject }
    if let centred = centredBlock(before: limit) { return centred }
    guard let first = block(from: 1, before: limit, leftOnly: true) ?? block(from: 1, before: limit, leftOnly: false)
    else { return [] }
    var title = (named(below: first, before: limit) ?? first).lines
    title[0] =
      text.match(Self.markdown, at: title[0].lowerBound, before: title[0].upperBound)
      .map { $0..<title[0].upperBound } ?? title[0]
    return title.allSatisfy { $0.count <= Self.longestLine } ? title : []
  }

  /// What stands before the title of a Markdown document that has no other heading.
  private static let markdown = "# ".unicodeScalars.map(\.value)

  /// Bytes of a line that can be one of a title; a longer one is a paragraph, or the whole text.
  private static let longestLine = 1 << 10

  /// The first lines from `start` on that are no frame; with `leftOnly`, none at the right margin.
  private func block(from start: Int, before limit: Int, leftOnly: Bool) -> Block? {
    var number = start
    var wasPassedOver = false
    while number < limit {
      let line = lines.trimmed(number)
      // A greeting that is broken over two lines is passed over with both.
      let goesOn = wasPassedOver && !line.isEmpty && layout.goesOn(text, line: lines[number], after: lines[number - 1])
      let isFrame =
        !line.isEmpty && (FrameForm(text: text).isPassedOver(line) || leftOnly && (holdsGap(line) || isAtRight(number)))
      if !line.isEmpty, !goesOn, !isFrame { return joined(from: number, before: limit) }
      wasPassedOver = !line.isEmpty
      number += 1
    }
    return nil
  }

  /// What a letter is about: `Re: …`, `Subject: …`.
  private func subject(before limit: Int) -> [Range<Int>]? {
    for number in 1..<max(1, min(limit, 40)) {
      let line = lines.trimmed(number)
      guard let start = TitleWords.subjectStart(text, line) else { continue }
      return [start..<line.upperBound] + joined(from: number, before: limit).lines.dropFirst()
    }
    return nil
  }

  /// Below a masthead, the name of a body or of a series, the first lines that name a kind of document.
  private func named(below masthead: Block, before limit: Int) -> Block? {
    guard let last = masthead.lines.last, TitleWords.isMasthead(text, masthead.lines) else { return nil }
    let isWide = FoldedText.isIdeographic(text.lastScalar(from: last.lowerBound, before: last.upperBound))
    var number = masthead.numbers.upperBound + 1
    for _ in 0..<8 {
      guard let next = block(from: number, before: limit, leftOnly: true), let line = next.lines.last,
        !TitleWords.endsSentence(text, line)
      else { return nil }
      let isApart = isWide || lines.isBlank(next.numbers.lowerBound - 1)
      if isApart, TitleWords.namesKind(text, next.lines) || FrameForm(text: text).isSpacedTitle(line) { return next }
      number = next.numbers.upperBound + 1
    }
    return nil
  }

  /// The title line and those that go on with it.
  private func joined(from first: Int, before limit: Int) -> Block {
    var title = [lines.trimmed(first)]
    var number = first
    let front = FrameForm(text: text)
    while title.count < 12, let last = title.last {
      var next = number + 1
      while next < limit, next <= number + 3, lines.isBlank(next) { next += 1 }
      guard next < limit, !lines.isBlank(next) else { break }
      let line = lines.trimmed(next)
      let isApart = next > number + (layout.isLoose ? 2 : 1)
      let goesOn =
        !isApart && front.holdsLetters(line) && !front.beginsAnew(line, below: last)
        && layout.goesOn(text, line: lines[next], after: lines[number])
      let isBroken =
        title.count < 4 && front.isBrokenTitle(last, followedBy: line, isApart: isApart)
        || title.count < 6 && !opensParagraph(next) && TitleWords.goesOn(text, last, with: line, isApart: isApart)
      guard goesOn || isBroken else { break }
      title.append(line)
      number = next
    }
    return Block(numbers: first...number, lines: title)
  }

  /// Whether a line goes on in the next one, in a text of broken lines.
  private func opensParagraph(_ number: Int) -> Bool {
    number < lines.count && layout.relation(text, of: lines[number + 1], to: lines[number]) != .begins
  }

  /// The first block of lines set in the middle of the page, below other lines at the margins: the title of an RFC.
  private func centredBlock(before limit: Int) -> [Range<Int>]? {
    var block: [Range<Int>] = []
    var hasMargins = false
    var blanks = 0
    for number in 1..<max(limit, 1) {
      let line = lines.trimmed(number)
      if line.isEmpty {
        blanks += 1
        if !block.isEmpty, blanks > (layout.isLoose ? 1 : 0) { return block }
        continue
      }
      blanks = 0
      let indent = text.columns(from: lines[number].lowerBound, before: line.lowerBound)
      let width = text.columns(from: line.lowerBound, before: line.upperBound)
      let right = 72 - indent - width
      let isCentred = indent >= 4 && abs(indent - right) <= 12 && right >= 4
      if isCentred, hasMargins || !block.isEmpty {
        block.append(line)
      } else {
        if !block.isEmpty { return block.count <= 4 ? block : nil }
        if indent == 0, !isCentred { hasMargins = hasMargins || holdsGap(line) }
        if number > 60 { return nil }
      }
    }
    return block.isEmpty ? nil : block
  }

  /// Whether a line has text at both margins: five columns of blanks inside.
  private func holdsGap(_ line: Range<Int>) -> Bool {
    var index = line.lowerBound
    while index < line.upperBound {
      let next = text.skipBlanks(from: index, before: line.upperBound)
      if next > index, text.columns(from: index, before: next) >= 5 {
        // 通　　　知 is spaced out.
        return index - line.lowerBound > 3
      }
      index = next > index ? next : index + max(1, text.scalar(at: index, before: line.upperBound).length)
    }
    return false
  }

  /// Whether a line is set at the right margin of a page.
  private func isAtRight(_ number: Int) -> Bool {
    let line = lines.trimmed(number)
    let indent = text.columns(from: lines[number].lowerBound, before: line.lowerBound)
    return indent >= 30 && indent + text.columns(from: line.lowerBound, before: line.upperBound) / 2 > 48
  }
}
