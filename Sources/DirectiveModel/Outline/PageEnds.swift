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

  /// The number that a line is, with nothing but it.
  private func number(_ line: Range<Int>) -> Int? {
    guard (1...4).contains(line.count) else { return nil }
    return Int(String(decoding: line.map { text.byte($0) }, as: UTF8.self))
  }
}
