/// Finds a document's list of contents, whose entries repeat the headings before the text.
///
/// The list ends before the candidate that repeats its first entry: the same number of the same style and the same
/// beginning of a title. Without a heading such as 目录 the first few units are tried.
struct ContentsList {
  let text: FoldedText
  let lines: Lines
  let candidates: Candidates

  /// The indices of the candidates that are entries; empty where there is no list of contents.
  func entries() -> Range<Int> {
    let list = candidates.list
    guard list.count >= 4 else { return 0..<0 }
    if let heading = headingLine() {
      if let first = list.firstIndex(where: { Int($0.line) > heading }), first < list.count,
        Int(list[first].line) - heading < 12, let end = repetition(of: first, isMarked: true)
      {
        return first..<end
      }
    }
    for first in 0..<min(3, list.count) {
      let reading = candidates.readings[Int(list[first].firstReading)]
      let kind = StyleTraits.all[Int(reading.style)].kind
      // A number that comes again without a title is no entry: each part may begin with its own Chapter 1.
      guard kind == .unit || kind == .decimal, !list[first].flags.contains(.isAlone) else { continue }
      if let end = repetition(of: first, isMarked: false), !standsBelowNext(end, first) { return first..<end }
    }
    return (0..<3).lazy.compactMap { linesThatComeAgain(from: $0) }.first ?? 0..<0
  }

  /// Whether what an entry stands below has gone on where that comes again: each chapter may begin with `Section 1 Scope`.
  private func standsBelowNext(_ repetition: Int, _ first: Int) -> Bool {
    candidates.list[..<first].contains { above in
      candidates.readings[above.readings].contains { one in
        let last = candidates.list[first..<repetition].reversed().lazy.compactMap { candidate in
          candidates.readings[candidate.readings].first { $0.style == one.style }
        }.first
        return last.map { $0.value == one.value + 1 } ?? false
      }
    }
  }

  /// Entries of any style without a heading above: lines that follow each other, at least three, each of which comes again
  /// with text below it.
  private func linesThatComeAgain(from first: Int) -> Range<Int>? {
    let list = candidates.list
    var end = first + 1
    while end < list.count, end - first < 40, list[end].line == list[end - 1].line + 1 { end += 1 }
    guard end - first >= 3 else { return nil }
    var next = end
    for entry in list[first..<end] {
      let found = list[next...].prefix(100).firstIndex { repeats($0, entry) }
      guard let found, found + 1 == list.count || list[found + 1].line > list[found].line + 1 else { return nil }
      next = found + 1
    }
    return first..<end
  }

  /// The candidate that repeats the entry `first`, if what lies between is as dense as a list of contents is.
  private func repetition(of first: Int, isMarked: Bool) -> Int? {
    let list = candidates.list
    let entry = list[first]
    for index in (first + 1)..<list.count where repeats(list[index], entry) {
      let span = Int(list[index].line) - Int(entry.line)
      var filled = 0
      for number in Int(entry.line)..<Int(list[index].line) where !lines.isBlank(number) { filled += 1 }
      let entries = index - first
      // A number that is repeated at once is no list.
      guard isMarked || entries > 1 else { return nil }
      if entries * (isMarked ? 4 : 2) >= filled || isMarked && span < 6 { return index }
      return nil
    }
    return nil
  }

  /// The entries whose number and title no point of the outline bears.
  func entriesNotFoundAgain(_ entries: Range<Int>, _ outline: Outline) -> [Int] {
    guard !entries.isEmpty else { return [] }
    let lines = outline.points.filter { $0.kind == .numbered }.map(\.line)
    var points: [UInt64: [Int]] = [:]
    for index in candidates.list.indices[entries.upperBound...] where contains(lines, candidates.list[index].line) {
      for reading in candidates.readings[candidates.list[index].readings] {
        points[key(reading), default: []].append(index)
      }
    }
    return entries.filter { entry in
      !candidates.readings[candidates.list[entry].readings].contains { reading in
        let same = points[key(reading), default: []]
        // 附則 and ANNEX bear no number: any will do.
        return !StyleTraits.all[Int(reading.style)].counts && !same.isEmpty
          || same.contains { index in
            // A marker alone on its line has its title on the next one.
            let point = candidates.list[index]
            return repeats(point, candidates.list[entry])
              || point.flags.contains(.isAlone)
                && candidates.readings[point.readings].contains { areSame($0, reading) }
          }
      }
    }
  }

  private func key(_ reading: Reading) -> UInt64 {
    UInt64(reading.style) << 16 | UInt64(UInt16(bitPattern: reading.value))
  }

  private func contains(_ sorted: [UInt32], _ line: UInt32) -> Bool {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < line { low = middle + 1 } else { high = middle }
    }
    return low < sorted.count && sorted[low] == line
  }

  /// Whether two readings are the same number of the same style.
  private func areSame(_ one: Reading, _ other: Reading) -> Bool {
    one.style == other.style && one.value == other.value && one.insertion == other.insertion
      && candidates.path(of: one) == candidates.path(of: other)
  }

  private func repeats(_ candidate: Candidate, _ entry: Candidate) -> Bool {
    for other in candidates.readings[candidate.readings] {
      for reading in candidates.readings[entry.readings] {
        if areSame(other, reading), reading.value > 0 || markersAgree(candidate, other, entry, reading),
          titlesAgree(candidate, other, entry, reading)
        {
          return true
        }
      }
    }
    return false
  }

  /// Whether two markers without a number that counts are the same text.
  private func markersAgree(_ a: Candidate, _ ra: Reading, _ b: Candidate, _ rb: Reading) -> Bool {
    let x = Int(a.start)..<Int(ra.end)
    let y = Int(b.start)..<Int(rb.end)
    return x.count == y.count && zip(x, y).allSatisfy { text.byte($0) == text.byte($1) }
  }

  /// Whether one title begins with the other, up to a bracket, dots or digits.
  private func titlesAgree(_ a: Candidate, _ ra: Reading, _ b: Candidate, _ rb: Reading) -> Bool {
    var i = Int(ra.end)
    var j = Int(rb.end)
    // What is farther away is no title: blanks without end would be passed over for each candidate anew.
    let iLimit = min(lines.limit(of: a), i + Self.longestTitle)
    let jLimit = min(lines.limit(of: b), j + Self.longestTitle)
    var agreed = 0
    while true {
      i = text.skipBlanks(from: i, before: iLimit)
      j = text.skipBlanks(from: j, before: jLimit)
      let (x, xLength) = text.scalar(at: i, before: iLimit)
      let (y, yLength) = text.scalar(at: j, before: jLimit)
      if endsTitle(x, after: agreed) || endsTitle(y, after: agreed) {
        return agreed >= 2 || endsTitle(x, after: agreed) && endsTitle(y, after: agreed)
      }
      guard FoldedText.lowercased(x) == FoldedText.lowercased(y) else { return false }
      agreed += 1
      i += xLength
      j += yLength
      if agreed > 24 { return true }
    }
  }

  /// Bytes behind a marker in which titles are compared.
  private static let longestTitle = 512

  /// A title may begin with a bracket: `제1조(목적)`.
  private func endsTitle(_ scalar: UInt32, after agreed: Int) -> Bool {
    switch scalar {
    case 0x28: agreed > 0
    case 0, 0x2E, 0x2026, 0xB7, 0x22EF, 0x30...0x39: true
    default: false
    }
  }

  /// The line of 目录, Contents and the like within the first part of the document.
  private func headingLine() -> Int? {
    for number in 1...max(1, min(lines.count, 400)) where number <= lines.count {
      let line = lines.trimmed(number)
      guard !line.isEmpty, line.count < 120 else { continue }
      for name in Self.names {
        guard let end = text.match(pattern: name, at: line.lowerBound, before: line.upperBound) else { continue }
        let rest = text.skipBlanks(from: end, before: line.upperBound)
        if rest >= line.upperBound || text.byte(rest) == 0x3A { return number }
        // Contents                Page
        if rest > end,
          Self.columnHeads.contains(where: { text.match($0, at: rest, before: line.upperBound) == line.upperBound })
        {
          return number
        }
      }
    }
    return nil
  }

  /// What stands above the page numbers.
  private static let columnHeads = ["page", "page no.", "seite", "页码", "頁碼", "頁", "página", "pagina"].map {
    $0.unicodeScalars.map(\.value)
  }

  private static let names: [[UInt32]] = [
    "目~录", "目~錄", "目~次", "contents", "table~of~contents", "inhalt", "inhaltsübersicht", "inhaltsverzeichnis",
    "sommaire", "table~des~matières", "índice", "indice", "#~contents", "##~contents", "##~table~of~contents", "목~차",
    "содержание", "оглавление",
  ].map { $0.unicodeScalars.map(\.value) }
}
