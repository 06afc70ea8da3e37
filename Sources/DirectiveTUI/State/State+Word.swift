import DirectiveModel

/// The word that `*` and `#` search.
extension State {
  /// Searches the word on the row being read, in the outline that of the heading, and goes to its next occurrence.
  mutating func searchWord(_ direction: SearchDirection, times: Int) {
    guard let word = wordAtHand else {
      message = Message(.noWord, isFailure: true)
      return
    }
    let source = document.source
    let isLatin = source.bytes[word].allSatisfy { $0 < 0x80 }
    let written = source.string(word)
    let pattern = isLatin ? "\\b\(written.lowercased())\\b" : written
    history.add(pattern, to: .search)
    var search = Search(pattern, direction, in: document, unless: interruption(by: .interrupt))
    guard !search.isStopped else {
      message = Message(.searchStopped, isFailure: true)
      return
    }
    leavePlace()
    search.current = search.index(from: word.lowerBound)
    self.search = search
    if textView.rows.contains(layout.row(holding: word.lowerBound)) { text.anchor = word.lowerBound }
    repeatSearch(reversed: false, times: times)
  }

  /// The word around the match that is read; else the longest one of the row.
  private var wordAtHand: Range<Int>? {
    let row = layout.row(holding: text.anchor)
    let read = row.lowerBound..<row.upperBound
    if let match = search.flatMap({ search in search.current.map { search.matches[$0].range } }),
      match.lowerBound == text.anchor
    {
      let around = words(in: read).map(\.range)
        .first { $0.contains(match.lowerBound) && $0.upperBound >= match.upperBound }
      return around.flatMap { document.source.bytes[$0].allSatisfy { $0 < 0x80 } ? $0 : nil } ?? match
    }
    let heading = outline.points.indices.contains(chosen) ? outline.points[chosen].heading : 0..<0
    let words = self.words(in: focus == .outline && !heading.isEmpty ? heading : read)
    let isJapanese = words.contains { $0.script == .hiragana || $0.script == .katakana }
    // The first of the longest; hiragana is what stands between words.
    let proper = words.filter { $0.script != .hiragana }
    let longest = (proper.isEmpty ? words : proper).max { $0.range.count < $1.range.count }
    return longest.map { $0.script == .ideographs && !isJapanese ? commonTerm(in: $0.range) : $0.range }
  }

  /// What kind of letters a word is made of; where words are not parted by blanks, one ends where another kind begins.
  private enum Script {
    case ideographs, hiragana, katakana, alphabet

    init(_ scalar: Unicode.Scalar) {
      switch scalar.value {
      case 0x3040...0x309F: self = .hiragana
      case 0x30A0...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9F: self = .katakana
      case _ where scalar.properties.isIdeographic: self = .ideographs
      default: self = .alphabet
      }
    }
  }

  /// Runs of letters of one script.
  private func words(in bytes: Range<Int>) -> [(range: Range<Int>, script: Script)] {
    var words: [(range: Range<Int>, script: Script)] = []
    for glyph in Glyphs(document.source.bytes, in: bytes)
    where glyph.kind == .text && glyph.scalar.properties.isAlphabetic {
      let script = Script(glyph.scalar)
      if let last = words.last, last.script == script, last.range.upperBound == glyph.bytes.lowerBound {
        words[words.count - 1].range = last.range.lowerBound..<glyph.bytes.upperBound
      } else {
        words.append((glyph.bytes, script))
      }
    }
    return words
  }

  /// Text without blanks between its words: of the terms of two to four characters in a run, the one that the document
  /// around it repeats most, long ones counting for more. A run of at most four is one.
  private func commonTerm(in run: Range<Int>) -> Range<Int> {
    let bytes = document.source.bytes
    let starts = Glyphs(bytes, in: run).prefix(Self.runLimit).map(\.bytes.lowerBound)
    let ends = starts.dropFirst() + [run.upperBound]
    guard starts.count > 4 else { return run }
    let near = max(0, run.lowerBound - Self.nearby)..<min(bytes.count, run.upperBound + Self.nearby)
    var best = (range: starts[0]..<ends[min(1, ends.count - 1)], weight: 0)
    for length in 2...4 {
      for first in starts.indices where first + length <= starts.count {
        let term = starts[first]..<ends[ends.startIndex + first + length - 1]
        let found = Pattern(document.source.string(term)).matches(in: document.source, range: near).matches.count
        let weight = found > 1 ? found * (length - 1) : 0
        if weight > best.weight { best = (term, weight) }
      }
    }
    return best.range
  }

  /// Bytes before and after, and characters of a run that are looked at.
  private static let nearby = 1 << 16
  private static let runLimit = 40
}
