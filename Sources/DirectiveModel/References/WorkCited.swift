/// Tells citations of other works from those of the document itself, by what stands around them.
struct WorkCited {
  let text: FoldedText
  let limits: Range<Int>

  /// A citation is of another work where that is named before it (《…法》第十条, `[RFC3315], Section 8`) or after it
  /// (`Article 5 of Directive 2010/63/EU`, `§ 3 BGB`). Citations that only commas and conjunctions part go together; those
  /// of which none is wanted are left as they are.
  func markingOtherWorks(_ citations: [Citation], wanted: Range<Int>) -> [Citation] {
    var result = citations
    var index = 0
    while index < result.count {
      var end = index + 1
      while end < result.count,
        text.joins(result[end - 1].range.upperBound..<result[end].range.lowerBound), !isNamed(before: result[end])
      {
        end += 1
      }
      let isWanted = (result[index].range.lowerBound..<result[end - 1].range.upperBound).overlaps(wanted)
      if isWanted, isNamed(before: result[index]) || isNamed(after: result[end - 1]) {
        for member in index..<end { result[member].isExternal = true }
      }
      index = end
    }
    return result
  }

  // MARK: - Before

  private func isNamed(before citation: Citation) -> Bool {
    var start = citation.range.lowerBound
    // 同法附則第一条 is in the other law's.
    for annex in Self.annexes where ends(annex, before: start) {
      start = scalar(before: scalar(before: start).start).start
    }
    let last = scalar(before: start)
    if let chinese = isChineseWork(before: start, last: last.value) { return chinese }
    return endsInBracketedWork(before: start)
  }

  /// `《…》`, `刑法`, `工会章程` end in a kind of work; `本法`, `本条例` are the document itself.
  private func isChineseWork(before start: Int, last: UInt32) -> Bool? {
    if last == 0x300B { return true }  // 》
    if last == 0xFF09 || last == 0x29 {  // 《…法》（以下简称…）, but a law's own number: 少年院法（昭和二十三年法律第百六十九号）
      let inside = scalar(before: scalar(before: start).start).value
      return inside == 0x53F7 || inside == 0x865F ? true : nil
    }
    guard Self.kinds.contains(where: { ends($0, before: start) }) else { return nil }
    let name = Self.kinds.first { ends($0, before: start) } ?? []
    var at = start
    for _ in name { at = scalar(before: at).start }
    let before = scalar(before: at).value
    // 本法 is the document itself, and so is what follows a verb: 违反规定第…; a name stands right before a kind.
    return
      !(before == 0x672C || before == 0x8BE5 || at == limits.lowerBound || !FoldedText.isIdeographic(before)
      || [0x6309, 0x7167, 0x4F9D, 0x53CD, 0x3001, 0x3002, 0xFF0C].contains(before))
  }

  /// 法, 法典, 条例, 规定, 办法, 规则, 细则, 章程, 公约, 条约, 宪法, 解释, 決定
  private static let kinds: [[UInt32]] = [
    "条例", "條例", "规定", "規定", "办法", "辦法", "规则", "規則", "细则", "細則", "章程", "公约", "條約", "条约", "法典", "解释", "法",
  ].map { $0.unicodeScalars.map(\.value) }

  private static let annexes = ["附則", "附则"].map { $0.unicodeScalars.map(\.value) }

  private func ends(_ word: [UInt32], before end: Int) -> Bool {
    var at = end
    for expected in word.reversed() {
      let (value, start) = scalar(before: at)
      guard value == expected else { return false }
      at = start
    }
    return true
  }

  /// `[RFC3315], Section 8`, `RFC 3315, Section 8`.
  private func endsInBracketedWork(before start: Int) -> Bool {
    var at = start
    var steps = 0
    while steps < 4,
      scalar(before: at).value == 0x20 || scalar(before: at).value == 0x0A || scalar(before: at).value == 0x2C
    {
      at = scalar(before: at).start
      steps += 1
    }
    guard steps > 0 else { return false }
    if scalar(before: at).value == 0x5D { return true }
    guard FoldedText.isDigit(scalar(before: at).value) else { return false }
    while FoldedText.isDigit(scalar(before: at).value) { at = scalar(before: at).start }
    if scalar(before: at).value == 0x20 { at = scalar(before: at).start }
    return ends("RFC".unicodeScalars.map(\.value), before: at)
  }

  private func scalar(before index: Int) -> (value: UInt32, start: Int) {
    guard index > limits.lowerBound else { return (0, index) }
    var start = index - 1
    while start > limits.lowerBound, index - start < 4, text.byte(start) & 0xC0 == 0x80 { start -= 1 }
    return (text.scalar(at: start, before: index).value, start)
  }

  // MARK: - After

  private func isNamed(after citation: Citation) -> Bool {
    var words = WordsAfter(text: text, index: citation.range.upperBound, limit: limits.upperBound)
    guard let first = words.next() else { return false }
    let isShouted = isShouted(citation, before: first, words)
    if !isShouted, Self.isAbbreviation(first) { return true }
    // Art. 1 V v. 14.1.2022: of a decree that amended this one.
    if first == "V" || first == "G" {
      var next = words
      if next.next() == "v" { return true }
    }
    let preposition = first.lowercased()
    guard
      ["of", "in", "to", "des", "der", "thereof", "de", "du", "d'un", "d'une", "d’un", "d’une"].contains(preposition)
    else { return false }
    if preposition == "thereof" { return true }
    // What is in or to something may be anything else: only a name right behind is a work.
    let isNext = preposition == "in" || preposition == "to"
    while let word = words.next() {
      let lower = word.lowercased().split { $0 == "'" || $0 == "’" }.last.map(String.init) ?? ""
      if ["this", "these", "dieses", "dieser", "diesem", "present", "hereof"].contains(lower) { return false }
      if isNext, lower == "the" { continue }
      if isNext, word.first?.isLowercase == true { return false }
      if word.hasPrefix("[") || Self.instruments.contains(lower) || !isShouted && Self.isAbbreviation(word) {
        return true
      }
      if word.first?.isUppercase == true, Self.namesGermanInstrument(lower) { return true }
      if isNext, isShouted { return false }
    }
    return false
  }

  /// Whether a citation stands in text that is all in capitals, where these make no abbreviation.
  private func isShouted(_ citation: Citation, before first: String, _ words: WordsAfter) -> Bool {
    var words = words
    let own = letters(from: citation.range.lowerBound)
    return own.isInCapitals
      || own.isEmpty
        && (word(before: citation.range.lowerBound).isInCapitals
          || first.isInCapitals && words.next()?.isInCapitals == true)
  }

  private func letters(from start: Int) -> String {
    var word = ""
    var index = start
    while index < limits.upperBound {
      let (value, length) = text.scalar(at: index, before: limits.upperBound)
      guard FoldedText.isLetter(value), let scalar = Unicode.Scalar(value) else { break }
      word.unicodeScalars.append(scalar)
      index += length
    }
    return word
  }

  private func word(before start: Int) -> String {
    var index = start
    while scalar(before: index).value == 0x20 { index = scalar(before: index).start }
    while FoldedText.isLetter(scalar(before: index).value) { index = scalar(before: index).start }
    return letters(from: index)
  }

  /// Names of works, as one word.
  private static let instruments: Set<String> = [
    "directive", "regulation", "decision", "treaty", "charter", "convention", "act", "law", "code", "rfc",
    "constitution", "agreement", "protocol", "statute", "ordinance", "statutes", "rules", "regulations",
    "recommendation", "annex", "provisions", "loi", "décret", "ordonnance", "arrêté", "directiva", "règlement",
  ]
  private static let germanInstruments = [
    "gesetz", "verordnung", "ordnung", "buch", "richtlinie", "vertrag", "abkommen", "übereinkommen", "satzung",
  ].map { Array($0.utf8) }

  private static func namesGermanInstrument(_ word: String) -> Bool {
    let bytes = Array(word.utf8)
    return bytes.indices.contains { start in germanInstruments.contains { bytes[start...].starts(with: $0) } }
  }

  /// `BGB`, `TFEU`, `EStG`: two capitals or more in a word, and no roman numeral.
  private static func isAbbreviation(_ word: String) -> Bool {
    guard word.count >= 2, word.count <= 8, word.first?.isUppercase == true, word.allSatisfy(\.isLetter) else {
      return false
    }
    return word.filter(\.isUppercase).count >= 2 && !word.allSatisfy { "IVXLC".contains($0) }
  }
}

/// The words after a citation, to the end of the clause, up to the ninth without a capital: names may be long.
private struct WordsAfter: IteratorProtocol {
  let text: FoldedText
  var index: Int
  let limit: Int
  private let furthest: Int
  private var count = 0
  private var isAtEnd = false

  init(text: FoldedText, index: Int, limit: Int) {
    (self.text, self.index, self.limit) = (text, index, limit)
    furthest = index + 300
  }

  mutating func next() -> String? {
    while !isAtEnd, count < 9, index < furthest {
      let start = text.skipGap(from: index, before: limit)
      guard start > index, start < limit else { return nil }
      var end = start
      while end < limit, text.byte(end) > 0x20, ![0x2C, 0x3B, 0x3A].contains(text.byte(end)) { end += 1 }
      guard end > start else { return nil }
      var word = String(
        decoding: UnsafeBufferPointer(start: text.base + start, count: min(end - start, 40)), as: UTF8.self)
      isAtEnd = word.hasSuffix(".") || end < limit && text.byte(end) > 0x20
      while let last = word.last, ".)".contains(last) { word.removeLast() }
      index = end
      guard let first = word.first else { continue }
      if !first.isUppercase { count += 1 }
      return word
    }
    return nil
  }
}

extension String {
  /// Whether it is a word of two letters or more, all of them large.
  fileprivate var isInCapitals: Bool { count >= 2 && allSatisfy(\.isUppercase) }
}
