/// One reading of a document: the steps from its lines to its outline, in order.
struct OutlinePass {
  let text: FoldedText
  let lines: Lines
  let layout: TextLayout
  private var candidates = Candidates()

  init(text: FoldedText, lines: Lines) {
    self.text = text
    self.lines = lines
    layout = TextLayout(text, lines)
  }

  mutating func run() -> Outline {
    scan()
    let headings = MarkdownHeadings(text: text, lines: lines)
    let isMarkdown = headings.apply(to: &candidates)
    markContinuations()
    candidates.link()
    let contents = isMarkdown ? 0..<0 : ContentsList(text: text, lines: lines, candidates: candidates).entries()
    let ranks = UnitRanks(candidates) { contents.contains($0) }
    var builder = OutlineBuilder(candidates, ranks: ranks, hasDecimals: hasDecimals, isMarkdown: isMarkdown)
    var title: [Range<Int>] = []
    for index in candidates.list.indices where !contents.contains(index) {
      if index == headings.titleCandidate(in: candidates, isMarkdown: isMarkdown) {
        let candidate = candidates.list[index]
        let start = Int(candidates.readings[Int(candidate.firstReading)].end)
        title = [text.skipBlanks(from: start, before: Int(candidate.limit))..<Int(candidate.limit)]
        continue
      }
      _ = builder.place(index)
    }
    return OutlineAssembler(text: text, lines: lines, layout: layout, candidates: candidates).outline(
      placed: builder.placed, title: title, messages: builder.notes)
  }

  private mutating func scan() {
    var scanner = MarkerScanner(text, styles: .all)
    for number in 1...lines.count {
      let line = lines[number]
      scanner.scan(line: number, start: line.lowerBound, limit: line.upperBound)
    }
    candidates = scanner.found
  }

  private var hasDecimals: Bool {
    candidates.readings.contains { $0.path.count > 1 && StyleTraits.all[Int($0.style)].kind == .decimal }
  }

  /// Marks candidates that follow a blank line, and those on lines that go on with the line before.
  private mutating func markContinuations() {
    for index in candidates.list.indices {
      let number = Int(candidates.list[index].line)
      guard number > 1 else {
        candidates.list[index].flags.insert(.followsBlank)
        continue
      }
      if lines.isBlank(number - 1) {
        candidates.list[index].flags.insert(.followsBlank)
      } else if layout.isWrapped, !candidates.list[index].flags.contains(.isInner),
        layout.goesOn(text, line: lines[number], after: lines[number - 1])
      {
        candidates.list[index].flags.insert(.goesOn)
      }
    }
  }
}
