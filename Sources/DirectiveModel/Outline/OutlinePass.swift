/// One reading of a document: the steps from its lines to its outline, in order.
struct OutlinePass {
  let text: FoldedText
  let lines: Lines
  let layout: TextLayout
  var candidates = Candidates()

  let options: OutlineOptions
  private let chunk: Int
  /// What was decided about each candidate; nil where nobody asks.
  private(set) var explanations: [Explanation]?

  /// Lines from which on the work is shared among the cores.
  static let chunk = 1 << 13

  /// `chunk` is the number of lines from which on the work is shared among the cores.
  init(text: FoldedText, lines: Lines, options: OutlineOptions, explains: Bool, chunk: Int = Self.chunk) {
    self.text = text
    self.lines = lines
    self.options = options
    self.chunk = chunk
    explanations = explains ? [] : nil
    layout = TextLayout(text, lines)
  }

  mutating func run() -> Outline {
    let (made, title, _, _) = place()
    let outline = Outline(linked: made.points, numberedCount: made.numberedCount, title: title)
    finishExplanations(outline)
    return outline
  }

  /// What is odd about the numbering.
  mutating func notes() -> [Note] {
    let found = place()
    let outline = Outline(linked: found.made.points, numberedCount: found.made.numberedCount, title: found.title)
    return NoteWriter(text: text, lines: lines, candidates: candidates)
      .notes(found.oddities, contents: found.contents, outline)
  }

  /// An outline without headings and title, and with points inside paragraphs around `offsets`, which are byte offsets in
  /// order, and hardly elsewhere: it tells in which points these are as the whole one does, because nothing inside a
  /// paragraph changes the place of what is outside.
  mutating func places(of offsets: [Int]) -> Outline {
    let made = place(asked: .places(of: offsets)).made
    return Outline(linked: made.points, numberedCount: made.numberedCount, title: [])
  }

  private func pointMaker(_ candidates: CandidateView, _ asked: PointMaker.Asked) -> PointMaker {
    PointMaker(
      text: text, lines: lines, layout: layout, candidates: candidates,
      inlineFinder: InlinePointFinder(text: text, lines: lines, layout: layout, options: options), asked: asked)
  }

  /// Finds the candidates and places them; points are made of the first ones, and the title is found, while others are
  /// still being placed.
  private mutating func place(asked: PointMaker.Asked = .everything) -> (
    made: MadePoints, title: [Range<Int>], oddities: [NumberingOddity], contents: Range<Int>
  ) {
    scan()
    let headings = MarkdownHeadings(text: text, lines: lines)
    let borneStyles = explainingLosses { headings.apply(to: &$0) }
    let (isMarkdown, headingStyles) = (borneStyles != nil, borneStyles ?? [])
    let contents = isMarkdown ? 0..<0 : ContentsList(text: text, lines: lines, candidates: candidates).entries()
    let statedTitle = headings.statedTitle
    var titleIndex = namesDocument() ? 0 : headings.titleCandidate(in: candidates, isMarkdown: isMarkdown)
    if let statedTitle, let index = titleIndex, !heading(of: index).elementsEqual(statedTitle, by: areSame) {
      titleIndex = nil
    }
    let (text, lines, found) = (text, lines, candidates)
    let builder = { (view: CandidateView) in
      let ranks = UnitRanks(found, lines, except: contents, headingStyles)
      return OutlineBuilder(view, lines, ranks: ranks, contents: contents, headingStyles)
    }
    var title = (statedTitle ?? (isMarkdown ? titleIndex.map(heading) : nil)).map { [$0] } ?? []
    let titleFinder = TitleFinder(text: text, lines: lines, layout: layout)
    let findTitle = { (firstLine: Int) in
      if title.isEmpty, case .everything = asked { title = titleFinder.title(before: firstLine) }
    }
    let made: MadePoints
    var oddities: [NumberingOddity]
    if options.corrections.isEmpty {
      (made, oddities) = found.withView { found in
        var notes: [NumberingOddity] = []
        let made = pointMaker(found, asked).points(atMost: found.list.count, begin: findTitle) { handover in
          let builder = builder(found)
          placeAll(builder, contents, titleIndex) { handover.take(from: builder) }
          handover.hand(builder.placed[...], before: nil)
          notes = builder.notes
        }
        return (made, notes)
      }
    } else {
      var placed: [PlacedPoint]
      (placed, oddities) = found.withView { found in
        let builder = builder(found)
        placeAll(builder, contents, titleIndex) {}
        return (Array(builder.placed), builder.notes)
      }
      correct(&placed)
      oddities.removeAll(where: isRejected)
      made = candidates.withView { pointMaker($0, asked).points(of: placed, begin: findTitle) }
    }
    return (made, title, oddities, contents)
  }

  /// Places all candidates but the entries of the contents and the title; `look` sees what is placed after each.
  private mutating func placeAll(
    _ builder: OutlineBuilder, _ contents: Range<Int>, _ title: Int?, _ look: () -> Void
  ) {
    for index in candidates.list.indices {
      if contents.contains(index) {
        explain(index, .isContents)
      } else if index == title {
        explain(index, .title)
      } else {
        let rule = builder.place(index)
        if explanations != nil { explain(index, rule, builder.placed.last) }
        look()
      }
    }
  }

  /// Whether what is odd has gone with a rejected line.
  private func isRejected(_ oddity: NumberingOddity) -> Bool {
    [oddity.reading, oddity.previous].contains { reading in
      reading >= 0 && options.corrections[Int(candidates.list[Int(candidates.readings[reading].owner)].line)] == .reject
    }
  }

  // MARK: - Explaining

  /// Takes candidates away, and says so.
  private mutating func explainingLosses<Result>(_ take: (inout Candidates) -> Result) -> Result {
    guard explanations != nil else { return take(&candidates) }
    let before = candidates.list
    let result = take(&candidates)
    let kept = Set(candidates.list.map(\.start))
    for candidate in before where !kept.contains(candidate.start) { explain(candidate, lostBy: .text) }
    return result
  }

  private mutating func explain(_ candidate: Candidate, lostBy rule: PlacingRule) {
    guard !candidates.isUnderlined(candidate) else { return }
    let reading = candidates.readings[Int(candidate.firstReading)]
    explain(candidate, reading, reading.style == NumberingStyle.markdownIndex ? .text : rule)
  }

  mutating func explain(_ index: Int, _ rule: PlacingRule, _ placed: PlacedPoint? = nil) {
    guard explanations != nil else { return }
    let candidate = candidates.list[index]
    let chosen = placed.map { candidates.index(of: $0) == index ? Int($0.reading) : nil } ?? nil
    explain(candidate, candidates.readings[chosen ?? Int(candidate.firstReading)], rule)
  }

  /// Says what was decided of a candidate; what was said of it before no longer holds.
  private mutating func explain(_ candidate: Candidate, _ reading: Reading, _ rule: PlacingRule) {
    if rule == .added || rule == .rejected { explanations?.removeAll { $0.marker.lowerBound == Int(candidate.start) } }
    explanations?.append(
      Explanation(
        line: Int(candidate.line), marker: Int(candidate.start)..<Int(reading.end),
        style: reading.styleName, rule: rule))
  }

  /// Puts the explanations in reading order, and says which points they are.
  private mutating func finishExplanations(_ outline: Outline) {
    guard var explanations else { return }
    for miss in candidates.nearMisses {
      explanations.append(
        Explanation(
          line: Int(miss.line), marker: Int(miss.start)..<Int(miss.reading.end),
          style: miss.reading.styleName, rule: .sentence))
    }
    explanations.sort { $0.marker.lowerBound < $1.marker.lowerBound }
    let numbered = outline.points.indices.filter { outline.points[$0].kind == .numbered }
    var ownLines = numbered.filter { !outline.points[$0].isInline }[...]
    for index in explanations.indices where explanations[index].isPoint {
      explanations[index].point = ownLines.popFirst()
    }
    for id in numbered where outline.points[id].isInline {
      let point = outline.points[id]
      explanations.append(
        Explanation(
          line: Int(point.line), marker: point.marker, style: point.styleName ?? "",
          rule: .insideParagraph, point: id))
    }
    explanations.sort { $0.marker.lowerBound < $1.marker.lowerBound }
    self.explanations = explanations
  }

  /// The text of a Markdown heading.
  private func heading(of index: Int) -> Range<Int> {
    let candidate = candidates.list[index]
    let start = Int(candidates.readings[Int(candidate.firstReading)].end)
    let end = lines.trimmed(Int(candidate.line)).upperBound
    return text.skipBlanks(from: start, before: end)..<end
  }

  private func areSame(_ one: Int, _ other: Int) -> Bool { text.byte(one) == text.byte(other) }

  /// Whether the first line is a unit of which there is no other: `Annex B: Test Procedure` is a title.
  private func namesDocument() -> Bool {
    guard let first = candidates.list.first, candidates.list.count > 1 else { return false }
    let reading = candidates.readings[Int(first.firstReading)]
    guard StyleTraits.all[Int(reading.style)].kind == .unit, reading.next < 0, !first.flags.contains(.isAlone) else {
      return false
    }
    return (1..<Int(first.line)).allSatisfy { lines.isBlank($0) }
  }

  /// Lines are scanned and judged each by itself, so long documents are shared among the cores.
  private mutating func scan() {
    let explains = explanations != nil
    let openings = MarkerOpenings.worthMaking(forLines: lines.count)
    let selection = options.readsAllStyles ? nil : StyleSelection(.all, where: options.reads)
    // Constants: what is a part of this value is asked for anew for each line.
    let (text, lines, chunk) = (text, lines, chunk)
    var collection = CandidateCollection(QuotedInsertions(text: text, lines: lines), lines: lines.count)
    Chunks.forEach(1..<lines.count + 1, ofAtLeast: chunk) { range in
      var scanner = MarkerScanner(
        text, styles: .all, openings: openings, selection: selection, keepsNearMisses: explains, lines: lines)
      if range.count >= chunk { scanner.reserve(lines: range.count) }
      for first in stride(from: range.lowerBound, to: range.upperBound, by: Self.block) {
        let before = scanner.found.list.count
        let block = first..<min(first + Self.block, range.upperBound)
        lines.forEachNonempty(block, bringingNear: Self.linesAhead) { number, line in
          scanner.scan(line: number, start: line.lowerBound, limit: line.upperBound)
        }
        markContinuations(&scanner.found, from: before)
      }
      return scanner.found
    } inOrder: {
      collection.take($0)
    }
    candidates = collection.candidates
    if explains { for loss in collection.losses { explain(loss.candidate, lostBy: loss.rule) } }
  }

  /// Lines whose text is still at hand in the processor when they are looked at again.
  private static let block = 1 << 10

  /// How many lines later a line is scanned that is brought near.
  private static let linesAhead = 16

  /// Marks how the line of each candidate from `first` on stands to the lines around it.
  private func markContinuations(_ candidates: inout Candidates, from first: Int) {
    let furniture = PageFurniture(text: text, lines: lines)
    for index in first..<candidates.list.count where !candidates.list[index].flags.contains(.isInner) {
      let number = Int(candidates.list[index].line)
      var flags = candidates.list[index].flags
      let previous = furniture.previousLine(before: number, isLoose: layout.isLoose)
      if layout.isWrapped, let previous, previous.distance != .apart {
        switch layout.relation(text, of: lines[number], to: lines[previous.number]) {
        case .begins: break
        case .mayGoOn: if layout.partsParagraphs, previous.distance == .adjacent { flags.insert(.isInside) }
        case .goesOn: flags.formUnion([.goesOn, .isInside])
        }
      }
      if previous == nil || previous?.distance != .adjacent {
        flags.insert(.followsBlank)
        let below = number + (layout.isLoose ? 2 : 1)
        if below > lines.count || lines.isBlank(below) { flags.insert(.isParagraph) }
      } else if !layout.partsParagraphs, !flags.contains(.goesOn),
        number == lines.count
          || layout.relation(text, of: lines[number + 1], to: lines[number]) != .goesOn
      {
        flags.insert(.isParagraph)
      }
      let line = lines[number]
      let end = text.trimBlanks(from: line.lowerBound, before: line.upperBound)
      switch text.lastScalar(from: line.lowerBound, before: end) {
      case 0x2E, 0x2C, 0x3A, 0x3B, 0x3002: flags.insert(.endsSentence)
      case _ where flags.contains(.isInside): break
      default: if text.isShort(from: line.lowerBound, before: end) { flags.insert(.isTitle) }
      }
      candidates.list[index].flags = flags
    }
  }
}
