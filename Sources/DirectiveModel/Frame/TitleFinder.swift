/// Finds a document's title before its first point.
struct TitleFinder {
  let text: FoldedText
  let lines: Lines
  let layout: TextLayout

  /// The lines of the title, trimmed; empty where there is none. Looks at no line from `firstPoint` on.
  func title(before firstPoint: Int) -> [Range<Int>] {
    let limit = min(firstPoint, lines.count + 1, 120)
    if let centred = centredBlock(before: limit) { return centred }
    var number = 1
    var wasPassedOver = false
    while number < limit {
      let line = lines.trimmed(number)
      // A greeting that is broken over two lines is passed over with both.
      let goesOn = wasPassedOver && !line.isEmpty && layout.goesOn(text, line: lines[number], after: lines[number - 1])
      if !line.isEmpty, !goesOn, !FrameForm(text: text).isPassedOver(line) {
        return joined(from: number, before: limit)
      }
      wasPassedOver = !line.isEmpty
      number += 1
    }
    return []
  }

  /// The title line and those that go on with it.
  private func joined(from first: Int, before limit: Int) -> [Range<Int>] {
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
      guard goesOn || title.count < 4 && front.isBrokenTitle(last, followedBy: line, isApart: isApart) else { break }
      title.append(line)
      number = next
    }
    return title
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

  /// Whether a line has text at both margins: a run of five blanks inside.
  private func holdsGap(_ line: Range<Int>) -> Bool {
    var blanks = 0
    for index in line {
      blanks = text.byte(index) == 0x20 ? blanks + 1 : 0
      if blanks >= 5 { return true }
    }
    return false
  }
}
