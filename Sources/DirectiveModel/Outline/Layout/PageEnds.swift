import Glibc

/// What stands at the tops and feet of the pages that form feeds part, or where there are none, page numbers.
struct PageEnds {
  let text: FoldedText
  let lines: Lines
  let layout: TextLayout

  /// Pages that a running head stands on at least, and whose numbers follow each other.
  private static let fewest = (pages: 3, numbers: 2)
  /// Lines of a page that are looked at from its ends.
  private static let depth = 2

  /// The running heads and the numbers of pages.
  var found: Set<Int> {
    let fed = pages
    if fed.count > 1 { return found(from: fed, areFed: true) }
    let numbered = numberedPages
    guard numbered.count > 3 else { return [] }
    let ends = found(from: numbered, areFed: false)
    // Numbers that part chapters or stanzas end no sentence in the middle.
    return numbered.dropFirst().contains { goesOn(behind: $0 - 1, ends) } ? ends : []
  }

  /// Those of pages that begin with these lines. Where no form feeds part them, what ends a sentence is no running head: it
  /// may be a refrain.
  private func found(from firstLines: [Int], areFed: Bool) -> Set<Int> {
    var heads: [[UInt8]: (pages: Set<Int>, lines: [Int])] = [:]
    var numbers: [Int: [Int]] = [:]
    for (page, first) in firstLines.enumerated() {
      let after = page + 1 < firstLines.count ? firstLines[page + 1] : lines.count + 1
      let top = ends(from: first, before: after, by: 1)
      let foot = ends(from: after - 1, before: first - 1, by: -1)
      for line in Set(top + foot) {
        let trimmed = lines.trimmed(line)
        if let number = number(trimmed) { numbers[number - page, default: []].append(line) }
        guard let letters = letters(of: trimmed), areFed || !endsSentence(trimmed) else { continue }
        heads[letters, default: ([], [])].pages.insert(page)
        // The title stands at the top of the first page, whatever repeats it.
        if page > 0 || !top.contains(line) { heads[letters]?.lines.append(line) }
      }
    }
    let running = heads.values.filter { $0.pages.count >= Self.fewest.pages }
    return Set(running.flatMap(\.lines)).union(numbers.values.filter { $0.count >= Self.fewest.numbers }.joined())
  }

  private func endsSentence(_ line: Range<Int>) -> Bool {
    [0x2E, 0x2C, 0x3B, 0x21, 0x3F, 0x3002].contains(text.lastScalar(from: line.lowerBound, before: line.upperBound))
  }

  /// Whether a sentence goes on behind line `number` and what stands with it at a page's end.
  private func goesOn(behind number: Int, _ ends: Set<Int>) -> Bool {
    func isPart(_ number: Int) -> Bool { lines.isBlank(number) || ends.contains(number) }
    var (before, behind) = (number, number)
    while before > 1, isPart(before) { before -= 1 }
    while behind < lines.count, isPart(behind) { behind += 1 }
    return layout.goesOn(text, line: lines[behind], after: lines[before])
  }

  /// The first line of each page where numbers that go on from each other part the whole text, each of which stands alone
  /// on a line or parted by a gap from a running head.
  private var numberedPages: [Int] {
    // Each number, with the one that it goes on from; and by number, where the longest row ends that it is in.
    var numbers: [(line: Int, count: Int, before: Int?)] = []
    var ends: [Int: Int] = [:]
    var longestEnd: Int?
    func count(_ end: Int?) -> Int { end.map { numbers[$0].count } ?? 0 }
    for line in 1...max(1, lines.count) where line <= lines.count && lines[line].count <= Self.longestHead {
      let range = lines.trimmed(line)
      guard let number = number(range) ?? numberBesideHead(range) else { continue }
      let before = ends[number - 1].flatMap { line - numbers[$0].line >= Self.fewestLines ? $0 : nil }
      let end = numbers.count
      numbers.append((line, count(before) + 1, before))
      if count(end) >= count(ends[number]) { ends[number] = end }
      if count(end) > count(longestEnd) { longestEnd = end }
    }
    let longest = sequence(state: longestEnd) { end in
      end.map { here in
        end = numbers[here].before
        return numbers[here].line
      }
    }.reversed()
    guard longest.count >= Self.fewest.pages, let first = longest.first, let last = longest.last else { return [] }
    let sizes = zip(longest.dropFirst(), longest).map { $0 - $1 }.sorted()
    let largest = 5 * sizes[sizes.count / 2] / 2
    guard sizes.allSatisfy({ $0 <= largest }), first <= largest, lines.count - last <= largest else { return [] }
    return [1] + longest.map { $0 + 1 }
  }

  /// Lines of a page at least, where numbers alone part them.
  private static let fewestLines = 8
  /// Bytes of a line with a running head and a number.
  private static let longestHead = 160

  /// The number at one end of a line, from which a gap parts the rest.
  private func numberBesideHead(_ range: Range<Int>) -> Int? {
    guard let first = range.first.map(text.byte), let last = range.last.map(text.byte) else { return nil }
    func isDigit(_ index: Int) -> Bool { range.contains(index) && FoldedText.isDigit(UInt32(text.byte(index))) }
    func isGap(_ index: Int) -> Bool {
      text.byte(index) == 0x09 || text.byte(index) == 0x20 && text.byte(index + 1) == 0x20
    }
    var (start, end) = (range.lowerBound, range.lowerBound)
    if FoldedText.isDigit(UInt32(first)) {
      while isDigit(end) { end += 1 }
      guard end + 1 < range.upperBound, isGap(end) else { return nil }
    } else if FoldedText.isDigit(UInt32(last)) {
      (start, end) = (range.upperBound, range.upperBound)
      while isDigit(start - 1) { start -= 1 }
      guard start - 2 > range.lowerBound, isGap(start - 2) || text.byte(start - 1) == 0x09 else { return nil }
    }
    guard (1...4).contains(end - start) else { return nil }
    return (start..<end).reduce(0) { 10 * $0 + Int(text.byte($1) - 0x30) }
  }

  /// The first line of each page.
  private var pages: [Int] {
    var firstLines = [1]
    var index = 0
    while let feed = memchr(text.base + index, 0x0C, text.count - index) {
      index = UnsafeRawPointer(feed) - UnsafeRawPointer(text.base) + 1
      if index < text.count { firstLines.append(lines.number(at: index - 1)) }
    }
    return firstLines
  }

  /// The first lines that are not blank, from one end of a page on.
  private func ends(from first: Int, before limit: Int, by step: Int) -> [Int] {
    var found: [Int] = []
    var number = first
    while number != limit, number >= 1, number <= lines.count, abs(number - first) < 6, found.count < Self.depth {
      if !lines.isBlank(number) { found.append(number) }
      number += step
    }
    return found
  }

  /// The bytes of a line but for figures and blanks; nil where it is too short or too long to be a running head.
  private func letters(of line: Range<Int>) -> [UInt8]? {
    guard line.count <= 200 else { return nil }
    let letters = line.map { text.byte($0) }.filter { $0 > 0x20 && !(0x30...0x39).contains($0) }
    return letters.count >= 3 ? letters : nil
  }

  /// The page's number that a line is: `4`, `- 4 -`, `[4]`, `4/12`, `P. 4`, `Seite 4 von 12`, `第4页 共12页`.
  private func number(_ line: Range<Int>) -> Int? {
    // 0xEF begins figures of full width.
    guard line.count <= Self.longestNumber,
      line.contains(where: { FoldedText.isDigit(UInt32(text.byte($0))) || text.byte($0) == 0xEF })
    else { return nil }
    var scalars: [UInt32] = []
    var index = line.lowerBound
    while index < line.upperBound {
      let (scalar, length) = text.scalar(at: index, before: line.upperBound)
      scalars.append(FoldedText.lowercased(scalar))
      index += max(length, 1)
    }
    let digits = scalars.drop { !FoldedText.isDigit($0) }.prefix(while: FoldedText.isDigit)
    guard (1...4).contains(digits.count),
      Self.words.contains(scalars.filter { !FoldedText.isDigit($0) && !Self.signs.contains($0) })
    else { return nil }
    return digits.reduce(0) { 10 * $0 + Int($1 - 0x30) }
  }

  /// Bytes of a line that is a page's number.
  private static let longestNumber = 48
  private static let words = ["", "p", "page", "pageof", "seite", "seitevon", "页", "頁", "第页", "第頁", "第页共页", "第頁共頁"]
    .map { $0.unicodeScalars.map(\.value) }
  private static let signs = Set(" -–—~·.*|/()[]《》".unicodeScalars.map(\.value))
}
