import CGnu

/// Finds a text as it stands, and where one line end with its blanks stands inside it: wrapped Chinese and Japanese.
struct LiteralSearch {
  private let needle: [UInt8]
  /// Where the needle can be divided: the beginnings of its scalars but the first.
  private let divisions: [Int]
  /// For each byte, whether a line that ends with it may hold a beginning of the needle.
  private var endsBeginning = [Bool](repeating: false, count: 256)

  init(_ needle: [UInt8]) {
    self.needle = needle
    divisions = needle.indices.dropFirst().filter { needle[$0] & 0xC0 != 0x80 }
    for division in divisions { endsBeginning[Int(needle[division - 1])] = true }
  }

  func matches(in source: Source, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [Match] {
    let whole = wholeMatches(bytes, range)
    let divided = dividedMatches(in: source, bytes, range)
    guard !divided.isEmpty else { return whole }
    return (whole + divided).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private func wholeMatches(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [Match] {
    var matches: [Match] = []
    guard let base = bytes.baseAddress else { return matches }
    var from = range.lowerBound
    while from < range.upperBound, let found = memmem(base + from, range.upperBound - from, needle, needle.count) {
      let start = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      matches.append(Match(start..<start + needle.count))
      from = start + needle.count
    }
    return matches
  }

  private func dividedMatches(
    in source: Source, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> [Match] {
    guard !divisions.isEmpty, !range.isEmpty else { return [] }
    var matches: [Match] = []
    let last = source.line(at: range.upperBound - 1)
    for number in source.line(at: range.lowerBound)..<max(last, source.line(at: range.lowerBound)) {
      let line = source.line(number)
      guard let final = bytes[line].last, endsBeginning[Int(final)] else { continue }
      let next = Whitespace.trim(source.line(number + 1), in: source)
      for division in divisions {
        let start = line.upperBound - division
        let end = next.lowerBound + needle.count - division
        guard start >= max(line.lowerBound, range.lowerBound), end <= min(next.upperBound, range.upperBound),
          bytes[start..<line.upperBound].elementsEqual(needle[..<division]),
          bytes[next.lowerBound..<end].elementsEqual(needle[division...])
        else { continue }
        matches.append(Match(start..<end))
        break
      }
    }
    return matches
  }
}
