/// Compares how many points a text promises (`three tasks:`, `讲三点意见`) with how many follow.
///
/// Only the last sentence before the first point below it promises, and only in words that announce a list.
struct PromisedCounts {
  let text: FoldedText
  let lines: Lines

  func notes(_ outline: Outline) -> [Note] {
    var notes: [Note] = []
    let points = outline.points
    for id in points.indices where id + 1 < points.count && points[id].kind != .closing {
      let isFirst = points[id].kind == .preamble
      guard points[id + 1].kind == .numbered, isFirst || outline.hasChildren(id) else { continue }
      let own = Int(points[id].start)..<Int(points[id + 1].start)
      guard own.count < 100_000, let promise = promise(in: own) else { continue }
      let children = outline.children(of: isFirst ? nil : id).count { points[$0].kind == .numbered }
      if children != promise.count {
        notes.append(
          Note(line: promise.line, message: "\(promise.count) points are promised, \(children) follow"))
      }
    }
    return notes
  }

  /// The number promised in the last paragraph of a stretch of text.
  private func promise(in own: Range<Int>) -> (count: Int, line: Int)? {
    let end = text.trimBlanks(from: own.lowerBound, before: own.upperBound)
    var start = end
    while start > own.lowerBound, text.byte(start - 1) != 0x0A, text.byte(start - 1) != 0x0D, end - start < 2000 {
      start -= 1
    }
    guard end > start else { return nil }
    let last = text.lastScalar(from: start, before: end)
    let count =
      last >= 0x2E80 || last == 0x3A && text.byte(end - 1) >= 0x80
      ? chinese(start..<end) : last == 0x3A || last == 0x2E ? english(start..<end, endsInColon: last == 0x3A) : nil
    return count.map { ($0, lines.number(at: start)) }
  }

  /// `三点意见`, `以下五个方面`: a number of two to twenty, 点 or 个方面 and the like, in the last sentence.
  private func chinese(_ line: Range<Int>) -> Int? {
    var found: Int?
    var index = sentenceStart(line)
    while index < line.upperBound {
      if ChineseNumeral.value(of: text.scalar(at: index, before: line.upperBound).value) != nil,
        let match = ChineseNumeral.read(text, at: index, before: line.upperBound)
      {
        if (2...20).contains(match.value), !isReference(line.lowerBound..<index),
          Self.measures.contains(where: { text.match($0, at: match.end, before: line.upperBound) != nil })
        {
          found = match.value
        }
        index = max(match.end, index + 3)
      } else {
        index += max(text.scalar(at: index, before: line.upperBound).length, 1)
      }
    }
    return found
  }

  /// `前二項`, `第三点`: the number belongs to what is referred to.
  private func isReference(_ before: Range<Int>) -> Bool {
    [0x524D, 0x7B2C, 0x5404, 0x540C, 0x672C].contains(
      text.lastScalar(from: before.lowerBound, before: before.upperBound))
  }

  /// `three tasks:`, `in two ways.`: a number and, at most two words on, a noun that means points.
  private func english(_ line: Range<Int>, endsInColon: Bool) -> Int? {
    let words = text.words(in: sentenceStart(line)..<line.upperBound)
    for (position, word) in words.enumerated() {
      guard let match = WordSequence.englishCardinals.read(text, at: word.lowerBound, before: word.upperBound),
        match.end == word.upperBound, match.value >= 2
      else { continue }
      for noun in words[(position + 1)...].prefix(3)
      where Self.nouns.contains(where: {
        text.match($0, at: noun.lowerBound, before: line.upperBound) == noun.upperBound
      }) {
        return endsInColon || position + 6 >= words.count ? match.value : nil
      }
    }
    return nil
  }

  /// Where the last sentence of a line begins.
  private func sentenceStart(_ line: Range<Int>) -> Int {
    var index = line.upperBound - 4
    while index > line.lowerBound {
      if text.byte(index) == 0x2E, text.byte(index + 1) == 0x20 { return index + 1 }
      if text.byte(index) == 0xE3, text.byte(index + 1) == 0x80, text.byte(index + 2) == 0x82 { return index + 3 }
      index -= 1
    }
    return line.lowerBound
  }

  private static func scalars(_ words: String) -> [[UInt32]] {
    words.split(separator: " ").map { $0.unicodeScalars.map(\.value) }
  }

  private static let measures = scalars("点 个方面 方面 项任务 项工作 项措施 项决议 条意见 条措施 件事 个问题 個方面 點 項")
  private static let nouns = scalars(
    "points tasks things ways reasons requests resolutions steps questions proposals measures aspects principles goals "
      + "priorities requirements areas parts")
}

extension FoldedText {
  /// The words of a range: runs without blanks, punctuation at their ends left out.
  func words(in range: Range<Int>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let start = skipBlanks(from: index, before: range.upperBound)
      var end = start
      while end < range.upperBound, byte(end) > 0x20 { end += 1 }
      var stop = end
      while stop > start, [0x2C, 0x2E, 0x3A, 0x3B, 0x29].contains(byte(stop - 1)) { stop -= 1 }
      if stop > start { words.append(start..<stop) }
      index = max(end, start + 1)
    }
    return words
  }
}
