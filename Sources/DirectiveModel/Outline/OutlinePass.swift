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
    var builder = OutlineBuilder(candidates, ranks: ranks, isMarkdown: isMarkdown)
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

  /// Marks how each candidate's line stands to the lines around it.
  private mutating func markContinuations() {
    let furniture = PageFurniture(text: text, lines: lines)
    for index in candidates.list.indices where !candidates.list[index].flags.contains(.isInner) {
      let number = Int(candidates.list[index].line)
      var flags = candidates.list[index].flags
      let previous = furniture.previousLine(before: number)
      if let previous, previous.isAdjacent {
        switch layout.relation(text, of: lines[number], to: lines[previous.number]) {
        case .begins: break
        case .mayGoOn: flags.insert(.isInside)
        case .goesOn: flags.formUnion([.goesOn, .isInside])
        }
      } else {
        flags.insert(.followsBlank)
        if number == lines.count || lines.isBlank(number + 1) { flags.insert(.isParagraph) }
      }
      let line = lines[number]
      let end = text.trimBlanks(from: line.lowerBound, before: line.upperBound)
      if end - line.lowerBound <= 90 || text.columns(from: line.lowerBound, before: end) <= 90 {
        flags.insert(.isShort)
      }
      switch text.lastScalar(from: line.lowerBound, before: end) {
      case 0x2E, 0x2C, 0x3A, 0x3B, 0x3002: flags.insert(.endsSentence)
      default: break
      }
      candidates.list[index].flags = flags
    }
  }
}
