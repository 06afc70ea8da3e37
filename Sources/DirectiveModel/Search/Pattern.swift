import CGnu

/// A stretch of text that a pattern matches.
public struct Match: Equatable, Sendable {
  private let start: UInt32
  private let end: UInt32

  public init(_ range: Range<Int>) {
    start = UInt32(range.lowerBound)
    end = UInt32(range.upperBound)
  }

  /// Byte offsets into the source.
  public var range: Range<Int> { Int(start)..<Int(end) }
}

/// A text to look for, taken literally.
///
/// Smart case: a pattern without capital letters matches in either case, one with a capital exactly.
public struct Pattern: Sendable {
  /// For each scalar of the pattern the ways to spell it in UTF-8: one, or one for each case.
  private let spellings: [[[UInt8]]]

  public init(_ text: String) {
    let exact = text.unicodeScalars.contains { $0.properties.isUppercase }
    spellings = text.unicodeScalars.map { scalar in
      let cases = exact ? [] : [scalar.properties.uppercaseMapping, scalar.properties.titlecaseMapping]
      return ([String(scalar)] + cases).reduce(into: []) { spellings, spelling in
        let bytes = Array(spelling.utf8)
        if !spellings.contains(bytes) { spellings.append(bytes) }
      }
    }
  }

  /// All matches in a source, from the first to the last; none overlap. An empty pattern matches nothing.
  public func matches(in source: Source) -> [Match] {
    matches(in: source, range: 0..<source.bytes.count)
  }

  /// All matches within a byte range.
  public func matches(in source: Source, range: Range<Int>) -> [Match] {
    var matches: [Match] = []
    var from = range.lowerBound
    source.bytes.withUnsafeBufferPointer { bytes in
      while let match = firstMatch(in: bytes, range: from..<range.upperBound) {
        matches.append(Match(match))
        from = match.upperBound
      }
    }
    return matches
  }

  private func firstMatch(in bytes: UnsafeBufferPointer<UInt8>, range: Range<Int>) -> Range<Int>? {
    guard let first = spellings.first, let base = bytes.baseAddress else { return nil }
    if spellings.allSatisfy({ $0.count == 1 }) {
      let needle = spellings.flatMap { $0[0] }
      guard let found = memmem(base + range.lowerBound, range.count, needle, needle.count) else { return nil }
      let start = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      return start..<start + needle.count
    }
    var isFirst = [Bool](repeating: false, count: 256)
    for spelling in first { isFirst[Int(spelling[0])] = true }
    return isFirst.withUnsafeBufferPointer { isFirst in
      for start in range where isFirst[Int(bytes[start])] {
        if let end = end(ofMatchAt: start, in: bytes, limit: range.upperBound) { return start..<end }
      }
      return nil
    }
  }

  private func end(ofMatchAt start: Int, in bytes: UnsafeBufferPointer<UInt8>, limit: Int) -> Int? {
    var position = start
    for variants in spellings {
      let spelling = variants.first { spelling in
        position + spelling.count <= limit
          && spelling.indices.allSatisfy { bytes[position + $0] == spelling[$0] }
      }
      guard let spelling else { return nil }
      position += spelling.count
    }
    return position
  }
}
