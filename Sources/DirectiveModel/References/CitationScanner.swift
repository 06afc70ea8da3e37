/// Finds citations in a text: a word or sign for a part of a document with its number, and the parts inside that.
///
/// Known by their form alone; whether there is such a point is the index's to say.
struct CitationScanner {
  let text: FoldedText

  /// The citations in a byte range, in order; those of other works are told apart where they are among the `wanted`.
  func citations(in range: Range<Int>, wanted: Range<Int>? = nil) -> [Citation] {
    var found: [Citation] = []
    var index = range.lowerBound
    while let start = nextSign(from: index, before: range.upperBound) {
      let citations = citations(at: start, before: range.upperBound)
      for citation in citations { found.append(following(found.last, citation)) }
      index = citations.last?.range.upperBound ?? endOfWord(at: start, before: range.upperBound)
    }
    return WorkCited(text: text, limits: range).markingOtherWorks(found, wanted: wanted ?? range)
  }

  /// Where a citation may begin.
  private func nextSign(from index: Int, before limit: Int) -> Int? {
    var index = index
    while index < limit {
      let byte = text.byte(index)
      if byte < 0x80 {
        let letter = byte | 0x20
        if letter >= 0x61, letter <= 0x7A {
          if Self.beginsWord[Int(letter)] { return index }
          index = endOfWord(at: index, before: limit)
        } else {
          index += 1
        }
      } else if byte == 0xC2, index + 1 < limit, text.byte(index + 1) == 0xA7 {
        return index
      } else if byte == 0xE7 || byte == 0xE5 || byte == 0xEC || byte == 0xE6 || byte == 0xE4 {
        let (scalar, length) = text.scalar(at: index, before: limit)
        if [0x7B2C, 0x524D, 0x6B21, 0x4E0A, 0xC81C].contains(scalar) { return index }
        index += length
      } else {
        index += text.scalar(at: index, before: limit).length
      }
    }
    return nil
  }

  private static let beginsWord: [Bool] = {
    let ordinals = WordSequence.englishOrdinals.firstScalars
    return (0..<0x80).map { !ReferenceUnit.words(beginningWith: $0).isEmpty || ordinals.contains($0) }
  }()

  private func citations(at start: Int, before limit: Int) -> [Citation] {
    switch text.scalar(at: start, before: limit).value {
    case 0x7B2C, 0xC81C: chinese(at: start, before: limit)
    case 0x524D, 0x6B21, 0x4E0A: neighbour(at: start, before: limit).map { [$0] } ?? []
    default: latin(at: start, before: limit)
    }
  }

  private func endOfWord(at start: Int, before limit: Int) -> Int {
    var end = start
    while end < limit, text.byte(end) | 0x20 >= 0x61, text.byte(end) | 0x20 <= 0x7A { end += 1 }
    return end > start ? end : start + max(1, text.scalar(at: start, before: limit).length)
  }

  // MARK: - Chinese, Japanese, Korean

  /// `第十二条第二款第（三）项`, `제3조제2항`; of 第十二条第（三）、（四）项 two.
  private func chinese(at start: Int, before limit: Int) -> [Citation] {
    var steps: [Citation.Step] = []
    var end = start
    var further: [Citation] = []
    var firstEnd = start
    while further.isEmpty, let (step, counted) = chineseStep(at: end, before: limit) {
      further = counted.further.map { next in
        Citation(range: next.range, steps: steps + [Citation.Step(unit: step.unit, number: next.number)])
      }
      steps.append(step)
      (firstEnd, end) = (counted.firstEnd, counted.end)
    }
    // 第…号 alone is the number of another law.
    guard steps.count > 1 || steps.count == 1 && ![0x53F7, 0x865F].contains(text.lastScalar(from: start, before: end))
    else { return [] }
    if let last = further.indices.last { further[last].range = further[last].range.lowerBound..<end }
    return [Citation(range: start..<firstEnd, steps: steps)] + further
  }

  private func chineseStep(at start: Int, before limit: Int) -> (Citation.Step, CountedUnit)? {
    guard let counted = text.countedUnit(at: start, before: limit) else { return nil }
    guard var unit = counted.isKorean ? ReferenceUnit.korean(counted.name) : ReferenceUnit.chinese(counted.name) else {
      return nil
    }
    if counted.name == 0x6B3E, isTraditional(start..<counted.end, limit) { unit = .point }
    return (Citation.Step(unit: unit, number: counted.number), counted)
  }

  /// A citation where it follows `previous` in a list: 第三款 after 第一条第一款、 is in article 1.
  private func following(_ previous: Citation?, _ citation: Citation) -> Citation {
    guard let previous, citation.distance == 0, let unit = citation.steps.first?.unit, unit.isInner,
      text.byte(citation.range.lowerBound) > 0xE0, text.lists(previous.range.upperBound..<citation.range.lowerBound),
      let place = previous.steps.lastIndex(where: { $0.unit == unit })
        ?? previous.steps.firstIndex(where: { $0.unit.isInner && $0.unit.rawValue > unit.rawValue })
    else { return citation }
    var citation = citation
    citation.steps.insert(contentsOf: previous.steps[..<place], at: 0)
    (citation.distance, citation.distanceUnit) = (previous.distance, previous.distanceUnit)
    return citation
  }

  /// Whether the text around a citation is written as in Taiwan and Japan.
  private func isTraditional(_ citation: Range<Int>, _ limit: Int) -> Bool {
    text.isTraditional(max(0, citation.lowerBound - Self.nearby)..<min(citation.upperBound + Self.nearby, limit))
  }

  /// Bytes.
  private static let nearby = 300

  /// `前条`, `上一条`, `次条`, `前款`, `前項`.
  private func neighbour(at start: Int, before limit: Int) -> Citation? {
    let (sign, length) = text.scalar(at: start, before: limit)
    var end = start + length
    if sign == 0x4E0A {
      guard text.scalar(at: end, before: limit).value == 0x4E00 else { return nil }
      end += text.scalar(at: end, before: limit).length
    }
    let (unit, unitLength) = text.scalar(at: end, before: limit)
    guard let unit = ReferenceUnit.chinese(unit), unit == .article || unit == .paragraph else { return nil }
    end += unitLength
    if unit == .paragraph, text.lastScalar(from: start, before: end) == 0x6B3E, isTraditional(start..<end, limit) {
      return nil
    }
    var steps: [Citation.Step] = []
    while let (step, counted) = chineseStep(at: end, before: limit), step.unit.isInner {
      steps.append(step)
      end = counted.end
    }
    return Citation(range: start..<end, steps: steps, distance: sign == 0x6B21 ? 1 : -1, distanceUnit: unit)
  }

  // MARK: - Latin script

  /// `Article 5(2)`, `§ 12 Abs. 2`, `Articles 3, 5 and 7`, `point (a) of paragraph 2 of Article 9`.
  private func latin(at start: Int, before limit: Int) -> [Citation] {
    if let (step, end) = countedParagraph(at: start, before: limit) {
      var citation = Citation(range: start..<end, steps: [step])
      takeInnerSteps(&citation, before: limit)
      takeOuterSteps(&citation, before: limit)
      return [citation]
    }
    guard let word = unitWord(at: start, before: limit),
      let (first, numberEnd) = number(after: word, before: limit)
    else { return [] }
    var citations: [Citation] = []
    var outer = take(
      [Citation.Step(unit: word.unit, number: first)], start..<numberEnd, of: word, into: &citations, limit)
    while let last = citations.last {
      let endsInside = outer.isEmpty && last.steps.count > 1
      guard
        let (number, range) = nextInList(
          after: last.range.upperBound, of: word, orBracket: endsInside, before: limit)
      else { break }
      var steps = [Citation.Step(unit: word.unit, number: number)]
      if endsInside, text.scalar(at: range.lowerBound, before: limit).value == 0x28 {
        guard let place = last.place(of: number) else { break }
        steps = last.steps[..<place] + [Citation.Step(unit: last.steps[place].unit, number: number)]
      }
      outer = take(steps, range, of: word, into: &citations, limit)
    }
    // What follows the last of a list holds for all: points (a) and (b) of paragraph 1.
    for index in citations.indices.dropLast() { citations[index].steps = outer + citations[index].steps }
    return citations
  }

  /// Takes a citation with what it says of inner parts, and answers the parts around it that it names.
  private func take(
    _ steps: [Citation.Step], _ range: Range<Int>, of word: UnitWord, into citations: inout [Citation], _ limit: Int
  ) -> [Citation.Step] {
    var citation = Citation(range: range, steps: steps)
    takeInnerSteps(&citation, before: limit)
    var members = innerList(of: citation, before: limit)
    citation = members.removeLast()
    let count = citation.steps.count
    takeOuterSteps(&citation, before: limit)
    citations += members + [citation]
    return Array(citation.steps.dropLast(count))
  }

  /// The citations of `Article 5(2), points (a), (b) and (f)`, or what is cited alone.
  private func innerList(of citation: Citation, before limit: Int) -> [Citation] {
    guard let word = innerWord(after: citation, before: limit), word.isPlural,
      let (first, end) = number(after: word, before: limit)
    else { return [citation] }
    var list: [Citation] = []
    var next: (ReferenceNumber, range: Range<Int>)? = (first, citation.range.lowerBound..<end)
    while let (number, range) = next {
      var member = Citation(range: range, steps: citation.steps + [Citation.Step(unit: word.unit, number: number)])
      takeInnerSteps(&member, before: limit)
      list.append(member)
      next = nextInList(after: member.range.upperBound, of: word, orBracket: true, before: limit)
    }
    return list
  }

  /// The word of a part inside what is cited: `, point`, `, Section` behind an annex.
  private func innerWord(after citation: Citation, before limit: Int) -> UnitWord? {
    var start = skipGap(from: citation.range.upperBound, before: limit)
    if text.scalar(at: start, before: limit).value == 0x2C { start = skipGap(from: start + 1, before: limit) }
    guard let word = unitWord(at: start, before: limit), let outer = citation.steps.last?.unit,
      word.unit.isInner || word.unit.stands(inside: outer)
    else { return nil }
    return word
  }

  /// `second paragraph`
  private func countedParagraph(at start: Int, before limit: Int) -> (Citation.Step, end: Int)? {
    text.countedParagraph(at: start, before: limit).map { number, end in
      (Citation.Step(unit: .unnumbered, number: ReferenceNumber(forms: [String(number)])), end)
    }
  }

  private struct UnitWord {
    let unit: ReferenceUnit
    let isPlural: Bool
    let end: Int
  }

  private func unitWord(at start: Int, before limit: Int) -> UnitWord? {
    let (first, length) = text.scalar(at: start, before: limit)
    let words = ReferenceUnit.words(beginningWith: FoldedText.lowercased(first))
    guard !words.isEmpty else { return nil }
    let second = FoldedText.lowercased(text.scalar(at: start + length, before: limit).value)
    for index in words.indices where words[index].second ?? second == second {
      let word = words[index]
      guard let end = text.match(word.scalars, at: start, before: limit) else { continue }
      if word.needsCapital, !FoldedText.isUpper(first) { continue }
      guard !FoldedText.isLetter(text.scalar(at: end, before: limit).value) else { continue }
      return UnitWord(unit: word.unit, isPlural: word.isPlural, end: end)
    }
    return nil
  }

  /// The number after a unit's word: `5`, `(2)`, `IV`, `a`.
  private func number(after word: UnitWord, before limit: Int) -> (ReferenceNumber, end: Int)? {
    let start = skipGap(from: word.end, before: limit)
    if let bracketed = text.bracketedNumber(at: start, before: limit) { return bracketed }
    guard start > word.end || text.scalar(at: start, before: limit).value < 0x3A,
      let (number, end) = ReferenceNumber.read(text, at: start, before: limit, ofArticle: word.unit == .article),
      !FoldedText.isLetter(text.scalar(at: end, before: limit).value)
    else { return nil }
    // A small letter alone is a word more often.
    let isLetter = FoldedText.isLower(text.scalar(at: start, before: limit).value)
    return !isLetter || word.unit == .letter || end - start == 1 && text.byte(start) != 0x61 ? (number, end) : nil
  }

  /// `(2)(a)`, `Abs. 2 Nr. 3`, `, point (b)` inside what is cited.
  private func takeInnerSteps(_ citation: inout Citation, before limit: Int) {
    while true {
      let end = citation.range.upperBound
      let start = skipGap(from: end, before: limit)
      if start - end <= 1, let (number, after) = text.bracketedNumber(at: start, before: limit) {
        citation.steps.append(Citation.Step(unit: .point, number: number))
        citation.range = citation.range.lowerBound..<after
        continue
      }
      var wordStart = start
      if text.scalar(at: start, before: limit).value == 0x2C { wordStart = skipGap(from: start + 1, before: limit) }
      if let (step, after) = countedParagraph(at: wordStart, before: limit) {
        citation.steps.append(step)
        citation.range = citation.range.lowerBound..<after
        continue
      }
      guard let word = innerWord(after: citation, before: limit), !word.isPlural,
        let (number, after) = number(after: word, before: limit)
      else { return }
      citation.steps.append(Citation.Step(unit: word.unit, number: number))
      citation.range = citation.range.lowerBound..<after
    }
  }

  /// `… of paragraph 2 of Article 9`, `… of Chapter 2`, around what was cited first.
  private func takeOuterSteps(_ citation: inout Citation, before limit: Int) {
    while let of = word(["of", "in", "des", "der"], after: citation.range.upperBound, before: limit),
      let word = unitWord(at: skipGap(from: of, before: limit), before: limit), !word.isPlural,
      let first = citation.steps.first?.unit, first.isInner || first.stands(inside: word.unit),
      let (number, after) = number(after: word, before: limit)
    {
      var outer = Citation(
        range: citation.range.lowerBound..<after, steps: [Citation.Step(unit: word.unit, number: number)])
      takeInnerSteps(&outer, before: limit)
      citation.steps = outer.steps + citation.steps
      citation.range = outer.range
    }
  }

  /// The next number of `Articles 3, 5 and 7`, `§§ 1 bis 12`, `Absatz 1 und 2`, and where a bracket may follow a word for
  /// one alone, too, of `Article 5(1) and (2)`.
  private func nextInList(
    after end: Int, of unit: UnitWord, orBracket: Bool, before limit: Int
  ) -> (ReferenceNumber, range: Range<Int>)? {
    var index = skipGap(from: end, before: limit)
    var hasConnector = false
    var joins = unit.isPlural
    if text.scalar(at: index, before: limit).value == 0x2C || text.scalar(at: index, before: limit).value == 0x2013 {
      guard unit.isPlural || orBracket else { return nil }
      index = skipGap(from: index + text.scalar(at: index, before: limit).length, before: limit)
      hasConnector = true
    }
    if let after = word(["und", "oder", "bis"], after: index, before: limit) {
      index = skipGap(from: after, before: limit)
      (hasConnector, joins) = (true, true)
    } else if let after = word(["and", "or", "to", "sowie", "et", "ou", "à", "y"], after: index, before: limit) {
      index = skipGap(from: after, before: limit)
      hasConnector = true
    }
    guard hasConnector else { return nil }
    if let (number, after) = text.bracketedNumber(at: index, before: limit) {
      return joins || orBracket ? (number, index..<after) : nil
    }
    let first = text.scalar(at: index, before: limit).value
    guard joins, FoldedText.isDigit(first) || unit.unit == .annex || unit.isPlural && FoldedText.isUpper(first),
      let (number, after) = ReferenceNumber.read(text, at: index, before: limit, ofArticle: unit.unit == .article)
    else { return nil }
    return (number, index..<after)
  }

  /// Where one of the words ends that stands at `index`, after blanks.
  private func word(_ words: [String], after index: Int, before limit: Int) -> Int? {
    let start = skipGap(from: index, before: limit)
    for word in words {
      if let end = text.match(word.unicodeScalars.map(\.value), at: start, before: limit),
        !FoldedText.isLetter(text.scalar(at: end, before: limit).value)
      {
        return end
      }
    }
    return nil
  }

  /// Skips blanks and at most one line end.
  private func skipGap(from index: Int, before limit: Int) -> Int {
    text.skipGap(from: index, before: limit)
  }
}
