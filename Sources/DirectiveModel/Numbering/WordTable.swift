/// Words made ready for reading; made once and never freed, so that reading counts no references.
struct WordTable: @unchecked Sendable {
  private struct Word {
    let scalars: StyleIndex.Pattern
    let value: Int
  }

  /// In the order of their first scalars, longer words before their beginnings; all of two scalars or more.
  private let words: UnsafeBufferPointer<Word>
  /// For each ASCII character, the place of the first word that begins with it or with a later one.
  private let places: UnsafeBufferPointer<UInt8>
  /// The ASCII characters with which words begin.
  private let firsts: UInt32

  /// Words that blanks part, without numbers.
  init(_ words: String) { self.init(WordList.scalars(words, partedBy: " ").map { ($0, 0) }) }

  /// The scalars of words in lower case, each with its number.
  init(_ list: [(word: [UInt32], value: Int)]) {
    let words = list.sorted { ($0.word[0], $1.word.count) < ($1.word[0], $0.word.count) }
    places = StyleIndex.keep((0..<128).map { first in UInt8(words.firstIndex { $0.0[0] >= first } ?? words.count) })
    firsts = words.reduce(0) { $0 | Self.first($1.0[0]) }
    self.words = StyleIndex.keep(words.map { Word(scalars: StyleIndex.keep($0.0), value: $0.1) })
  }

  /// Each once: the words are in the order of these.
  var firstScalars: [UInt32] {
    words.indices.filter { $0 == 0 || words[$0].scalars[0] != words[$0 - 1].scalars[0] }.map { words[$0].scalars[0] }
  }

  var patterns: [StyleIndex.Pattern] { words.map(\.scalars) }

  /// The longest word that stands at `index` and is not the beginning of a longer Latin word.
  @inline(__always)
  func read(_ text: FoldedText, at index: Int, before limit: Int) -> NumeralMatch? {
    let (scalar, length) = text.scalar(at: index, before: limit)
    guard scalar >= 0x80 || firsts & Self.first(scalar) != 0 else { return nil }
    return read(scalar, length, text, at: index, before: limit)
  }

  /// A bit for each letter of ASCII, in either case, and one for all else.
  @inline(__always)
  private static func first(_ scalar: UInt32) -> UInt32 { 1 << (scalar < 0x40 ? 0 : scalar & 31) }

  private func read(
    _ scalar: UInt32, _ length: Int, _ text: FoldedText, at index: Int, before limit: Int
  ) -> NumeralMatch? {
    let first = FoldedText.lowercased(scalar)
    let second = FoldedText.lowercased(text.scalar(at: index + length, before: limit).value)
    for word in words[(first < 128 ? Int(places[Int(first)]) : 0)...] {
      if word.scalars[0] > first { return nil }
      guard word.scalars[0] == first, word.scalars[1] == second,
        let end = text.match(pattern: word.scalars, at: index, before: limit)
      else { continue }
      if first < 0x2E80, FoldedText.isLetter(text.scalar(at: end, before: limit).value) { continue }
      return NumeralMatch(value: word.value, end: end)
    }
    return nil
  }
}
