/// Decides which `#` lines are headings, and which lines a Markdown document takes out of the text.
struct MarkdownHeadings {
  let text: FoldedText
  let lines: Lines

  /// Adds headings by the lines that underline them, unless these are `quoted`, and drops `#` lines where there are not
  /// at least two. Returns whether the document is Markdown.
  func apply(to candidates: inout Candidates, quoted: [ClosedRange<UInt32>]) -> Bool {
    let isMarkdown = hasHeadings(candidates)
    let before = candidates.list.count
    if isMarkdown {
      let readings = candidates.readings
      candidates.list.removeAll { $0.kind == .markdown && isEmpty($0, readings) }
    } else {
      candidates.list.removeAll { $0.kind == .markdown }
    }
    let hasDropped = candidates.list.count < before
    let hasAdded = isMarkdown && addSetext(&candidates, quoted)
    if hasDropped || hasAdded { candidates.linkOwners() }
    return isMarkdown
  }

  /// Whether at least two `#` lines are headings: none without a text, and where all are of the first level, none in a
  /// paragraph or in a row of them: `# 4 beans`, `# 5 peas`.
  private func hasHeadings(_ candidates: Candidates) -> Bool {
    var (count, apart, hasLevels) = (0, 0, false)
    for heading in candidates.list where heading.kind == .markdown && !isEmpty(heading, candidates.readings) {
      count += 1
      hasLevels = hasLevels || candidates.readings[Int(heading.firstReading)].value > 1
      if standsApart(Int(heading.line)) { apart += 1 }
      if apart >= 2 || hasLevels && count >= 2 { return true }
    }
    return false
  }

  private func isEmpty(_ heading: Candidate, _ readings: [Reading]) -> Bool {
    let end = Int(readings[Int(heading.firstReading)].end)
    return text.skipBlanks(from: end, before: Int(heading.limit)) >= Int(heading.limit)
  }

  /// Whether a blank line stands above or below a line, and no `#` line.
  private func standsApart(_ number: Int) -> Bool {
    let beside = [number - 1, number + 1].filter { (1...lines.count).contains($0) }
    return beside.allSatisfy { lines.isBlank($0) || text.byte(lines.trimmed($0).lowerBound) != 0x23 }
      && (beside.count < 2 || beside.contains { lines.isBlank($0) })
  }

  /// The styles of the numbers that headings bear: a unit of one of them elsewhere is an entry of the contents, or cited.
  func numberStyles(in candidates: Candidates) -> [UInt8] {
    var styles: [UInt8] = []
    for candidate in candidates.list where candidate.kind == .markdown && candidate.headingStyle != Point.unnumbered {
      if !styles.contains(candidate.headingStyle) { styles.append(candidate.headingStyle) }
    }
    return styles
  }

  /// A line underlined with `===` or `---` after a blank line is a heading of the first or second level. False where there
  /// is none.
  private func addSetext(_ candidates: inout Candidates, _ quoted: [ClosedRange<UInt32>]) -> Bool {
    var added: [Candidate] = []
    var quoted = quoted[...]
    for underline in candidates.setext.map(Int.init) where underline > 1 {
      let number = UInt32(underline - 1)
      quoted = quoted.drop { $0.upperBound < number }
      if let next = quoted.first, next.contains(number) { continue }
      let line = lines.trimmed(underline - 1)
      guard !line.isEmpty, underline == 2 || lines.isBlank(underline - 2), text.byte(line.lowerBound) != 0x7C,
        text.byte(line.lowerBound) != 0x2D
      else { continue }
      let level = text.byte(lines[underline].lowerBound) == 0x3D ? 1 : 2
      let reading = candidates.readings.count
      candidates.readings.append(
        Reading(style: NumberingStyle.markdownIndex, value: Int32(level), end: UInt32(line.lowerBound)))
      candidates.owner.append(0)
      added.append(
        Candidate(
          line: number, start: UInt32(line.lowerBound), limit: UInt32(line.upperBound),
          firstReading: UInt32(reading), readingCount: 1, kind: .markdown, flags: [], indent: 0))
    }
    Self.merge(added, into: &candidates.list)
    return !added.isEmpty
  }

  /// Puts headings where they belong by their lines, which both lists are in the order of: from the end on, so that all
  /// else is moved once. A heading takes the place of what else its line holds.
  private static func merge(_ headings: [Candidate], into list: inout [Candidate]) {
    var end = list.count
    list += headings
    var free = list.count
    list.withUnsafeMutableBufferPointer { list in
      guard let first = list.baseAddress else { return }
      for heading in headings.reversed() {
        var next = end
        while next > 0, list[next - 1].line > heading.line { next -= 1 }
        free -= end - next
        (first + free).update(from: first + next, count: end - next)
        free -= 1
        list[free] = heading
        end = next
        while end > 0, list[end - 1].line == heading.line { end -= 1 }
      }
    }
    list.removeSubrange(end..<free)
  }

  /// The document's title: its first heading, if that is of the first level, no chapter among others, and either no
  /// other is of that level or a deeper one follows it.
  func titleCandidate(in candidates: Candidates, isMarkdown: Bool) -> Int? {
    guard isMarkdown else { return nil }
    func level(_ index: Int) -> Int32 { candidates.readings[Int(candidates.list[index].firstReading)].value }
    var title: Int?
    var previous = 0
    for index in candidates.list.indices where candidates.list[index].kind == .markdown {
      let isFirstLevel = level(index) == 1
      if let title {
        let endsTitle = isFirstLevel && (previous == title || isNumbered(candidates, title))
        let isInChapter =
          !isFirstLevel && previous != title && level(previous) == 1 && !isNumbered(candidates, previous)
        if endsTitle || isInChapter { return nil }
      } else {
        guard isFirstLevel else { return nil }
        title = index
      }
      previous = index
    }
    return title
  }

  /// Whether the text of a heading begins with a number.
  private func isNumbered(_ candidates: Candidates, _ index: Int) -> Bool {
    let limit = Int(candidates.list[index].limit)
    let start = Int(candidates.readings[Int(candidates.list[index].firstReading)].end)
    let first = text.scalar(at: text.skipBlanks(from: start, before: limit), before: limit).value
    return FoldedText.isDigit(first) || first == 0x7B2C || ChineseNumeral.value(of: first) != nil
  }

  /// The title that stands before the text, between lines of `---`: `title: …`.
  var statedTitle: Range<Int>? {
    func isRule(_ number: Int) -> Bool {
      let line = lines[number]
      return text.match(Self.rule, at: line.lowerBound, before: line.upperBound).map {
        text.skipBlanks(from: $0, before: line.upperBound) == line.upperBound
      } ?? false
    }
    guard lines.count > 2, isRule(1) else { return nil }
    var number = 2
    while number <= min(lines.count, Self.longestHead), !isRule(number) {
      let line = lines.trimmed(number)
      number += 1
      guard let end = text.match(Self.titleKey, at: line.lowerBound, before: line.upperBound) else { continue }
      let title = text.skipBlanks(from: end, before: line.upperBound)..<line.upperBound
      let isQuoted = title.count > 2 && [0x22, 0x27].contains(text.byte(title.lowerBound))
      return isQuoted ? title.lowerBound + 1..<title.upperBound - 1 : title.isEmpty ? nil : title
    }
    return nil
  }

  /// Lines before the text that say something of it, at most.
  private static let longestHead = 60
  private static let rule = "---".unicodeScalars.map(\.value)
  private static let titleKey = "title:".unicodeScalars.map(\.value)
}
