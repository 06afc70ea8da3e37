import DirectiveModel

/// What a reader can put right about the outline, as it is typed after `:`.
enum CorrectionWord: String, CaseIterable, Sendable {
  /// The chosen point is none.
  case reject
  /// The line that is read is a point; with a level, at that one.
  case point
  /// The chosen point, with all inside it, stands one level further out or in.
  case promote, demote
}

extension State {
  /// Puts the outline right, and has the correction kept beside the document.
  mutating func correct(_ word: CorrectionWord, level typed: String) -> Effect? {
    let level = Int(typed)
    guard typed.isEmpty || word == .point && (1...99).contains(level ?? 0) else { return refuse(.needsLevel) }
    if word != .point, outline.points[chosen].isInline {
      return refuse(.isInsideParagraph(outline.points[chosen].styleName))
    }
    switch word {
    case .point: return makePoint(at: level)
    case .reject:
      let read = document.source.line(at: text.anchor)
      if document.options.corrections[read] == .reject, chosenLine != read {
        return refuse(.isRejected(words(of: read)))
      }
      guard let line = chosenLine else { return refuse(.noPointToCorrect) }
      if case .point = document.options.corrections[line] { return correct(line, nil) }
      return correct(line, .reject)
    case .promote:
      guard let line = chosenLine else { return refuse(.noPointToCorrect) }
      let depth = Int(outline.points[chosen].depth)
      return depth > 1 ? correct(line, move(line, to: depth - 1)) : refuse(.isTheme)
    case .demote:
      guard let line = chosenLine else { return refuse(.noPointToCorrect) }
      let siblings = outline.children(of: outline.parent(of: chosen)).filter { outline.points[$0].kind == .numbered }
      guard let index = siblings.firstIndex(of: chosen), index > 0 else { return refuse(.nothingToStandIn) }
      let above = siblings[index - 1]
      return correct(line, move(line, to: (correctedLevel(of: above) ?? Int(outline.points[above].depth)) + 1))
    }
  }

  private mutating func refuse(_ why: Phrase) -> Effect? {
    message = Message(why, isFailure: true)
    return nil
  }

  /// The line of the chosen point; nil for preamble and closing.
  private var chosenLine: Int? {
    outline.points[chosen].kind == .numbered ? Int(outline.points[chosen].line) : nil
  }

  private func correctedLevel(of id: Int) -> Int? {
    switch document.options.corrections[Int(outline.points[id].line)] {
    case .point(let level), .level(let level): level
    case .reject, nil: nil
    }
  }

  private func move(_ line: Int, to level: Int) -> LineCorrection {
    if case .point = document.options.corrections[line] { return .point(level) }
    return .level(level)
  }

  private mutating func makePoint(at level: Int?) -> Effect? {
    let line = document.source.line(at: text.anchor)
    let content = Whitespace.trim(document.source.line(line), in: document.source)
    guard !content.isEmpty, let holder = outline.point(holding: content.lowerBound) else { return refuse(.blankLine) }
    let point = outline.points[holder]
    if self.point(onLine: line) != nil {
      return level.map { correct(line, move(line, to: $0)) } ?? refuse(.isPoint)
    }
    if level == nil, document.options.corrections[line] == .reject { return correct(line, nil) }
    return correct(line, .point(level ?? (point.kind == .numbered ? Int(point.depth) + 1 : 1)))
  }

  private mutating func correct(_ line: Int, _ change: LineCorrection?) -> Effect? {
    var options = document.options
    options.corrections[line] = change
    let before = point(onLine: line)
    let address = before.map { placeName(of: $0) }
    let words = words(of: line)
    reread(options)
    let content = Whitespace.trim(document.source.line(line), in: document.source)
    show(content.lowerBound)
    if let now = point(onLine: line) {
      let isAdded = if case .point = change { before == nil } else { false }
      message = Message(.isPointNow(words, placeName(of: now), isAdded: isAdded))
    } else {
      message = Message(.isNoPointNow(words, address, isRejected: change == .reject))
    }
    return .keepCorrection(change, line: line)
  }

  /// The numbered point that begins on a line; nil where none does.
  private func point(onLine line: Int) -> Int? {
    let content = Whitespace.trim(document.source.line(line), in: document.source)
    guard let id = outline.point(holding: content.lowerBound) else { return nil }
    return outline.points[id].kind == .numbered && Int(outline.points[id].line) == line ? id : nil
  }

  /// How a line begins, for messages.
  private func words(of line: Int) -> String {
    let content = Whitespace.trim(document.source.line(line), in: document.source)
    return document.source.singleLine(content).shortened(to: 24)
  }

  /// Reads the outline again and stays where the reader is: the same text at the same height, the same points folded.
  mutating func reread(_ options: OutlineOptions) {
    let points = outline.points
    let folded = Set(points.indices.filter { folds.isFolded($0) }.map { points[$0].start })
    document = Document(source: document.source, options: options)
    let read = outline
    func moved(_ id: Int) -> Int { read.point(holding: Int(points[id].start)) ?? 0 }
    folds = Folds(outline, foldedAt: folded)
    chosen = moved(chosen)
    for index in printouts.indices {
      printouts[index].selection = printouts[index].selection.follow(points, into: outline)
    }
    annotations = annotations.moved(points: moved, offsets: { $0 })
    let (place, shown) = (text, chosen)
    searchAgain(point: moved, offset: { $0 })
    filterAgain()
    (text, chosen) = (place, shown)
  }
}
