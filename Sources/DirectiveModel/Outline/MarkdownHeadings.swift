/// Decides which `#` lines are headings, and which lines a Markdown document takes out of the text.
struct MarkdownHeadings {
  let text: FoldedText
  let lines: Lines

  /// Drops candidates inside code fences, adds setext headings, and drops `#` lines where there are not at least two.
  /// Returns whether the document is Markdown.
  func apply(to candidates: inout Candidates) -> Bool {
    dropFenced(&candidates)
    let atx = candidates.list.count { $0.kind == .markdown }
    guard atx >= 2 else {
      if atx > 0 { candidates.list = candidates.list.filter { $0.kind != .markdown } }
      return false
    }
    addSetext(&candidates)
    return true
  }

  /// A fence that is never closed is no fence.
  private func dropFenced(_ candidates: inout Candidates) {
    guard candidates.fences.count >= 2 else { return }
    var fences: [Range<UInt32>] = []
    var index = 0
    while index + 1 < candidates.fences.count {
      fences.append(candidates.fences[index]..<candidates.fences[index + 1])
      index += 2
    }
    var next = 0
    candidates.list.removeAll { candidate in
      while next < fences.count, fences[next].upperBound <= candidate.line { next += 1 }
      return next < fences.count && fences[next].contains(candidate.line)
    }
  }

  /// A line underlined with `===` or `---` after a blank line is a heading of the first or second level.
  private func addSetext(_ candidates: inout Candidates) {
    var added: [Candidate] = []
    for underline in candidates.setext.map(Int.init) where underline > 1 {
      let line = lines.trimmed(underline - 1)
      guard !line.isEmpty, underline == 2 || lines.isBlank(underline - 2), text.byte(line.lowerBound) != 0x7C,
        text.byte(line.lowerBound) != 0x2D
      else { continue }
      let level = text.byte(lines[underline].lowerBound) == 0x3D ? 1 : 2
      let reading = candidates.readings.count
      candidates.readings.append(
        Reading(style: NumberingStyle.markdownIndex, value: Int32(level), end: UInt32(line.lowerBound)))
      added.append(
        Candidate(
          line: UInt32(underline - 1), start: UInt32(line.lowerBound), limit: UInt32(line.upperBound),
          firstReading: UInt32(reading), readingCount: 1, kind: .markdown, flags: [], indent: 0))
    }
    Self.merge(added, into: &candidates.list)
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
