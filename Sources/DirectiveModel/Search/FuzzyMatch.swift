/// How well a few typed letters fit a text: all of them in order, not necessarily side by side.
///
/// Works on UTF-8 bytes, so that hundreds of thousands of headings are ranked between two keys. ASCII letters match in
/// either case. Blanks in what is typed separate words, each of which must fit.
public struct FuzzyMatch {
  private let words: [[UInt8]]

  public init(_ query: String) {
    words = query.utf8.split(separator: UInt8(ascii: " ")).map { $0.map(Self.folded) }
  }

  /// A score, higher for a better fit; nil where the letters do not all occur in order.
  public static func score(_ query: String, in text: String) -> Int? {
    var text = text
    return text.withUTF8 { bytes in FuzzyMatch(query).score(in: bytes, 0..<bytes.count) }
  }

  /// The same for a byte range. Letters side by side and letters at the beginning of words count most.
  public func score(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    var total = 0
    for word in words {
      guard let score = Self.score(of: word, in: bytes, range) else { return nil }
      total += score
    }
    return total
  }

  /// The best score from any place where the word can begin; a few places are enough.
  private static func score(of word: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    var best: Int?
    var tries = 0
    for start in range where folded(bytes[start]) == word[0] {
      guard let score = score(of: word, in: bytes, start..<range.upperBound, textStart: range.lowerBound) else { break }
      best = max(best ?? score, score)
      tries += 1
      if tries == 16 { break }
    }
    return best
  }

  private static func score(
    of word: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, textStart: Int
  ) -> Int? {
    var score = 0
    var position = range.lowerBound
    var previous: Int?
    for byte in word {
      while position < range.upperBound, folded(bytes[position]) != byte { position += 1 }
      guard position < range.upperBound else { return nil }
      if position == textStart || !isWordByte(bytes[position - 1]) { score += 8 }
      if let previous {
        score += position == previous + 1 ? 12 : -min(6, position - previous)
      } else {
        score -= min(6, (position - textStart) / 4)
      }
      previous = position
      position += 1
    }
    return score
  }

  private static func folded(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x61...0x7A).contains(folded(byte)) || (0x30...0x39).contains(byte)
  }
}
