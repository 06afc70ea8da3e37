import CTextScan

/// Finds a text as it stands, and where one line end with the blanks beside it stands inside it: wrapped Chinese and Japanese.
struct LiteralSearch {
  private let needle: [UInt8]
  /// Where the needle can be divided: the beginnings of its scalars but the first.
  private let divisions: [Int]
  /// For each byte, whether a line whose text ends with it may hold a beginning of the needle.
  private var endsBeginning = [Bool](repeating: false, count: 256)
  /// The same of a line as it stands, which may end with blanks: most lines are passed over by it.
  private let mayEndBeginning: [Bool]

  init(_ needle: [UInt8]) {
    self.needle = needle
    divisions = needle.indices.dropFirst().filter { needle[$0] & 0xC0 != 0x80 }
    for division in divisions { endsBeginning[Int(needle[division - 1])] = true }
    let endsBeginning = endsBeginning
    mayEndBeginning = (0...UInt8.max).map { endsBeginning[Int($0)] || FoldedText.canEndBlank($0) }
  }

  /// Bytes of blanks before a line end that a text may go on behind.
  private static let longestGap = 1 << 10

  /// How many lines later the end of a line is looked at that is brought near.
  private static let linesAhead = 16

  /// Bytes looked through between two questions whether to go on.
  static let slice = 1 << 18

  /// Calls `found` with each match that begins in one of `parts` and lies in `range`, in order; it answers where to look
  /// on, nil for no further. False where the search was given up.
  func findMatches(
    in source: Source, _ bytes: UnsafeBufferPointer<UInt8>, beginningIn parts: [Range<Int>], of range: Range<Int>,
    unless interruption: Interruption? = nil, found: (Range<Int>) -> Int?
  ) -> Bool {
    Interruption.goThrough(parts, of: bytes, asking: interruption, every: Self.slice) { part in
      findMatches(in: source, bytes, beginningIn: part, of: range, found: found)
    }
  }

  /// The same in one part: where to look on, which may be behind it; nil for no further.
  private func findMatches(
    in source: Source, _ bytes: UnsafeBufferPointer<UInt8>, beginningIn part: Range<Int>, of range: Range<Int>,
    found: (Range<Int>) -> Int?
  ) -> Int? {
    var divided = dividedMatches(in: source, bytes, beginningIn: part, of: range)[...]
    var from = part.lowerBound
    var whole = wholeMatch(bytes, from: from, beginningBefore: part.upperBound, limit: range.upperBound)
    while let match = Self.first(of: whole, divided.first) {
      guard let next = found(match) else { return nil }
      from = next
      divided = divided.drop { $0.lowerBound < from }
      if let known = whole, known.lowerBound < from {
        whole = wholeMatch(bytes, from: from, beginningBefore: part.upperBound, limit: range.upperBound)
      }
    }
    return from
  }

  private static func first(of one: Range<Int>?, _ other: Range<Int>?) -> Range<Int>? {
    guard let one, let other else { return one ?? other }
    return one.lowerBound < other.lowerBound ? one : other
  }

  private func wholeMatch(
    _ bytes: UnsafeBufferPointer<UInt8>, from: Int, beginningBefore end: Int, limit: Int
  ) -> Range<Int>? {
    let limit = min(limit, end + needle.count - 1)
    guard let base = bytes.baseAddress, from < limit else { return nil }
    let start = literal_scan_next(needle, needle.count, base, from, limit)
    return start < limit ? start..<start + needle.count : nil
  }

  private func dividedMatches(
    in source: Source, _ bytes: UnsafeBufferPointer<UInt8>, beginningIn part: Range<Int>, of range: Range<Int>
  ) -> [Range<Int>] {
    guard !divisions.isEmpty, !part.isEmpty else { return [] }
    let first = source.line(at: part.lowerBound)
    let last = min(source.line(at: part.upperBound - 1), source.lineCount - 1)
    guard first <= last else { return [] }
    var texts: [(number: Int, range: Range<Int>)] = []
    source.withLines { text, lines in
      mayEndBeginning.withUnsafeBufferPointer { mayEndBeginning in
        for number in first...last {
          lines.bringNear(number + Self.linesAhead)
          let line = lines[number]
          guard !line.isEmpty, mayEndBeginning[Int(text.byte(line.upperBound - 1))] else { continue }
          let end = text.trimBlanks(
            from: max(line.lowerBound, line.upperBound - Self.longestGap), before: line.upperBound)
          if end > line.lowerBound, endsBeginning[Int(text.byte(end - 1))] {
            texts.append((number, line.lowerBound..<end))
          }
        }
      }
    }
    var matches: [Range<Int>] = []
    for (number, line) in texts {
      for division in divisions.reversed() {
        let start = line.upperBound - division
        guard start >= line.lowerBound, part.contains(start),
          bytes[start..<line.upperBound].elementsEqual(needle[..<division])
        else { continue }
        let next = Whitespace.trim(source.line(number + 1), in: source)
        let end = next.lowerBound + needle.count - division
        guard end <= min(next.upperBound, range.upperBound),
          bytes[next.lowerBound..<end].elementsEqual(needle[division...])
        else { continue }
        matches.append(start..<end)
      }
    }
    return matches
  }
}
