import Glibc

/// Which lines of a document belong to its pages and not to its text: page numbers and running heads, as programs that
/// convert PDFs leave them.
///
/// Page numbers are told by how they look (`PageFurniture`), running heads by standing at the top or the foot of several
/// pages, which form feeds part; figures in them do not count.
public struct PageLines: Sendable {
  private let runningLines: Set<Int>

  /// Looks at the lines around form feeds.
  public init(_ source: Source) {
    runningLines = source.withLines { text, lines in Self.runningLines(text, lines) } ?? []
  }

  /// Whether line `number` of the document is no part of its text.
  public func hold(_ number: Int, of source: Source) -> Bool {
    if runningLines.contains(number) { return true }
    return source.withLines { text, lines in
      guard number <= lines.count else { return false }
      let line = lines.trimmed(number)
      return !line.isEmpty && PageFurniture(text: text, lines: lines).isFurniture(line)
        && Self.standsAlone(number, text, lines)
    } ?? false
  }

  /// Whether blank lines or the ends of a page are around a line.
  private static func standsAlone(_ number: Int, _ text: FoldedText, _ lines: Lines) -> Bool {
    let endsBefore = number == 1 || lines.isBlank(number - 1) || beginsPage(number, text, lines)
    return endsBefore && (number == lines.count || lines.isBlank(number + 1) || beginsPage(number + 1, text, lines))
  }

  private static func beginsPage(_ number: Int, _ text: FoldedText, _ lines: Lines) -> Bool {
    let line = lines[number]
    return !line.isEmpty && text.byte(line.lowerBound) == formFeed
  }

  private static let formFeed: UInt8 = 0x0C

  // MARK: - Running heads

  /// Pages that a running head stands on at least, and lines of a page that are looked at from its ends.
  private static let fewestPages = 3
  private static let depth = 2

  private static func runningLines(_ text: FoldedText, _ lines: Lines) -> Set<Int> {
    var firstLines: [Int] = []
    var index = 0
    while let found = memchr(text.base + index, Int32(formFeed), text.count - index) {
      index = UnsafeRawPointer(found) - UnsafeRawPointer(text.base) + 1
      firstLines.append(lines.number(at: index - 1))
    }
    guard firstLines.count + 1 >= fewestPages else { return [] }
    var numbers: [[UInt8]: [Int]] = [:]
    let heads = ([1] + firstLines).flatMap { ends(from: $0, by: 1, lines) }
    let feet = firstLines.flatMap { ends(from: $0 - 1, by: -1, lines) }
    for number in Set(heads + feet) {
      if let letters = letters(of: lines.trimmed(number), text) { numbers[letters, default: []].append(number) }
    }
    return Set(numbers.values.filter { $0.count >= fewestPages }.joined())
  }

  /// The first lines that are not blank.
  private static func ends(from first: Int, by step: Int, _ lines: Lines) -> [Int] {
    var found: [Int] = []
    var number = first
    while number >= 1, number <= lines.count, abs(number - first) < 6, found.count < depth {
      if !lines.isBlank(number) { found.append(number) }
      number += step
    }
    return found
  }

  /// The bytes of a line but for figures and blanks; nil where it is too short or too long to be a running head.
  private static func letters(of line: Range<Int>, _ text: FoldedText) -> [UInt8]? {
    guard line.count <= 200 else { return nil }
    let letters = line.map { text.byte($0) }.filter { $0 > 0x20 && !(0x30...0x39).contains($0) }
    return letters.count >= 3 ? letters : nil
  }
}
