/// Decides which `#` lines are headings, and which lines a Markdown document takes out of the text.
struct MarkdownHeadings {
  let text: FoldedText
  let lines: Lines

  /// Drops `#` lines where there are not at least two, and then what is underlined, too; else headings without a text, and
  /// what else a line holds that is underlined.
  ///
  /// Returns the styles of the numbers that headings bear, of which a unit elsewhere is an entry of the contents, or cited;
  /// nil where the document is not Markdown.
  func apply(to candidates: inout Candidates) -> [UInt8]? {
    let isMarkdown = hasHeadings(candidates)
    // How many headings bear a number of each style.
    var bearers = [Int](repeating: 0, count: 256)
    var dropped: [Int] = []
    for index in candidates.headings.lazy.map(Int.init) {
      let heading = candidates.list[index]
      if !isMarkdown || isEmpty(heading) {
        dropped.append(index)
        continue
      }
      bearers[Int(heading.headingStyle)] += 1
      for other in (0..<index).reversed() {
        let candidate = candidates.list[other]
        guard candidate.line == heading.line else { break }
        if candidate.kind == .markdown, isEmpty(candidate) { continue }
        dropped.append(other)
        bearers[Int(candidate.headingStyle)] -= 1
      }
    }
    candidates.remove(at: dropped.sorted())
    return isMarkdown ? (0..<Point.unnumbered).filter { bearers[Int($0)] > 0 } : nil
  }

  /// Whether at least two `#` lines are headings: none without a text, and where all are of the first level, none in a
  /// paragraph or in a row of them: `# 4 beans`, `# 5 peas`.
  private func hasHeadings(_ candidates: Candidates) -> Bool {
    var (count, apart, hasLevels) = (0, 0, false)
    for heading in candidates.headings.lazy.map({ candidates.list[Int($0)] })
    where !isEmpty(heading) && !candidates.isUnderlined(heading) {
      count += 1
      hasLevels = hasLevels || candidates.readings[Int(heading.firstReading)].value > 1
      if standsApart(Int(heading.line)) { apart += 1 }
      if apart >= 2 || hasLevels && count >= 2 { return true }
    }
    return false
  }

  private func isEmpty(_ heading: Candidate) -> Bool { heading.flags.contains(.isAlone) }

  /// Whether a blank line stands above or below a line, and no `#` line.
  private func standsApart(_ number: Int) -> Bool {
    let beside = [number - 1, number + 1].filter { (1...lines.count).contains($0) }
    return beside.allSatisfy { lines.isBlank($0) || text.byte(lines.trimmed($0).lowerBound) != 0x23 }
      && (beside.count < 2 || beside.contains { lines.isBlank($0) })
  }

  /// The document's title: its first heading, if that is of the first level, no chapter among others, and either no
  /// other is of that level or a deeper one follows it.
  func titleCandidate(in candidates: Candidates, isMarkdown: Bool) -> Int? {
    guard isMarkdown else { return nil }
    func level(_ index: Int) -> Int16 { candidates.readings[Int(candidates.list[index].firstReading)].value }
    var title: Int?
    var previous = 0
    for index in candidates.headings.lazy.map(Int.init) {
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
    let limit = lines.limit(of: candidates.list[index])
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
