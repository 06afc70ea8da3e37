/// Decides which `#` lines are headings, and which lines a Markdown document takes out of the text.
struct MarkdownHeadings {
  let text: FoldedText
  let lines: Lines

  /// Adds headings by the lines that underline them, unless these are `quoted`, and drops `#` lines where there are not
  /// at least two. Returns whether the document is Markdown.
  func apply(to candidates: inout Candidates, quoted: [ClosedRange<UInt32>]) -> Bool {
    let isMarkdown = candidates.list.lazy.filter { $0.kind == .markdown }.prefix(2).count == 2
    let before = candidates.list.count
    candidates.list.removeAll { !isMarkdown && $0.kind == .markdown }
    let hasDropped = candidates.list.count < before
    let hasAdded = isMarkdown && addSetext(&candidates, quoted)
    if hasDropped || hasAdded { candidates.linkOwners() }
    return isMarkdown
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

  /// The document's title: its first heading, if that is of the first level and bears no number, and either no other
  /// is of that level or a deeper one follows it.
  func titleCandidate(in candidates: Candidates, isMarkdown: Bool) -> Int? {
    guard isMarkdown else { return nil }
    var title: Int?
    for index in candidates.list.indices where candidates.list[index].kind == .markdown {
      let level = candidates.readings[Int(candidates.list[index].firstReading)].value
      if title != nil { return level > 1 ? title : nil }
      guard level == 1 else { return nil }
      title = index
    }
    return title
  }
}
