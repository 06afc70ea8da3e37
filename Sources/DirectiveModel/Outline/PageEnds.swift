import Glibc

/// What stands at the tops and feet of the pages that form feeds part.
struct PageEnds {
  let text: FoldedText
  let lines: Lines

  /// Pages that a running head stands on at least, and whose numbers follow each other.
  private static let fewest = (pages: 3, numbers: 2)
  /// Lines of a page that are looked at from its ends.
  private static let depth = 2

  /// The running heads and the numbers of pages.
  var found: Set<Int> {
    let firstLines = pages
    guard firstLines.count > 1 else { return [] }
    var heads: [[UInt8]: (pages: Set<Int>, lines: [Int])] = [:]
    var numbers: [Int: [Int]] = [:]
    for (page, first) in firstLines.enumerated() {
      let after = page + 1 < firstLines.count ? firstLines[page + 1] : lines.count + 1
      let top = ends(from: first, before: after, by: 1)
      let foot = ends(from: after - 1, before: first - 1, by: -1)
      for line in Set(top + foot) {
        let trimmed = lines.trimmed(line)
        if let number = number(trimmed) { numbers[number - page, default: []].append(line) }
        guard let letters = letters(of: trimmed) else { continue }
        heads[letters, default: ([], [])].pages.insert(page)
        // The title stands at the top of the first page, whatever repeats it.
        if page > 0 || !top.contains(line) { heads[letters]?.lines.append(line) }
      }
    }
    let running = heads.values.filter { $0.pages.count >= Self.fewest.pages }
    return Set(running.flatMap(\.lines)).union(numbers.values.filter { $0.count >= Self.fewest.numbers }.joined())
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
    guard line.count <= Self.longestNumber else { return nil }
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
