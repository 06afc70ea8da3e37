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

  /// `三点意见`, `以下五个方面`, `4项工作：`: a number of two to twenty, 点 or 个方面 and the like, in the last sentence.
  private func chinese(_ line: Range<Int>) -> Int? {
    var found: Int?
    var index = sentenceStart(line)
    while index < line.upperBound {
      let (scalar, length) = text.scalar(at: index, before: line.upperBound)
      let next = index + max(length, 1)
      let numeral: NumeralSystem = FoldedText.isDigit(scalar) ? .arabic : .chinese
      // Behind a colon the points stand here: `三件事：第一，…`.
      if scalar == 0x3A, next < line.upperBound { found = nil }
      if numeral == .arabic || ChineseNumeral.value(of: scalar) != nil,
        let match = numeral.read(text, at: index, before: line.upperBound)
      {
        if (2...20).contains(match.value), !isReference(line.lowerBound..<index),
          isMeasured(line.lowerBound..<index, from: match.end, before: line.upperBound)
            || isPoints(line.lowerBound..<index, from: match.end, before: line.upperBound)
        {
          found = match.value
        }
        index = max(match.end, next)
      } else {
        index = next
      }
    }
    return found
  }

  /// `三项任务：`, `以下三项任务`: what is counted is announced by words before it, or ends the sentence or its line.
  private func isMeasured(_ before: Range<Int>, from end: Int, before limit: Int) -> Bool {
    guard let behind = Self.measures.lazy.compactMap({ text.match($0, at: end, before: limit) }).first else {
      return false
    }
    return behind + 3 >= limit || text.lastScalar(from: behind, before: limit) == 0x3A
      || Self.announcements.contains { ends(before, with: $0) }
  }

  /// `三点意见`, `讲三点：`: 点 after a number are points where these are named behind it, or spoken of before. Else they are
  /// a time (`下午三点召开`), a decimal (`三点五个百分点`) or a beginning of `三点钟`.
  private func isPoints(_ before: Range<Int>, from end: Int, before limit: Int) -> Bool {
    let (sign, length) = text.scalar(at: end, before: limit)
    guard sign == 0x70B9 || sign == 0x9EDE, !Self.times.contains(where: { ends(before, with: $0) }) else {
      return false
    }
    let behind = end + length
    if behind >= limit || [0x3A, 0x3002].contains(text.scalar(at: behind, before: limit).value) { return true }
    return Self.contents.contains { text.match($0, at: behind, before: limit) != nil }
      || Self.announcements.contains { ends(before, with: $0) }
  }

  private func ends(_ range: Range<Int>, with word: [UInt32]) -> Bool {
    let start = range.upperBound - word.count * 3
    return start >= range.lowerBound && text.match(word, at: start, before: range.upperBound) == range.upperBound
  }

  /// `前二項`, `第三点`: the number belongs to what is referred to; in `3.5` to a decimal.
  private func isReference(_ before: Range<Int>) -> Bool {
    [0x524D, 0x7B2C, 0x5404, 0x540C, 0x672C, 0x2E].contains(
      text.lastScalar(from: before.lowerBound, before: before.upperBound))
  }

  /// `three tasks:`, `in two ways.`: a number and, at most two words on, a noun that means points. Behind a colon inside
  /// the sentence they stand there.
  private func english(_ line: Range<Int>, endsInColon: Bool) -> Int? {
    let words = text.words(in: sentenceStart(line)..<line.upperBound)
    for (position, word) in words.enumerated() {
      guard let match = WordSequence.englishCardinals.read(text, at: word.lowerBound, before: word.upperBound),
        match.end == word.upperBound, match.value >= 2
      else { continue }
      for noun in words[(position + 1)...].prefix(3) {
        if Self.nouns.contains(where: { isWord($0, noun) }) {
          let isKept = (noun.lowerBound..<line.upperBound - 1).contains { text.byte($0) == 0x3A }
          return !isKept && (endsInColon || position + 6 >= words.count) ? match.value : nil
        }
        if isCounted(noun) { break }
      }
    }
    return nil
  }

  private func isWord(_ word: [UInt32], _ range: Range<Int>) -> Bool {
    text.match(word, at: range.lowerBound, before: range.upperBound) == range.upperBound
  }

  /// Whether a word after a number is what that counts, twenty dollars, or ends what it may count: a plural, a preposition.
  private func isCounted(_ word: Range<Int>) -> Bool {
    if Self.prepositions.contains(where: { isWord($0, word) }) { return true }
    guard word.count > 3, text.byte(word.upperBound - 1) | 0x20 == 0x73 else { return false }
    let before = text.byte(word.upperBound - 2) | 0x20
    return before != 0x73 && before != 0x75  // serious, endless
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
    WordList.scalars(words, partedBy: " ")
  }

  private static let measures = scalars("个方面 方面 项任务 项工作 项措施 项决议 条意见 条措施 件事 个问题 個方面 項")
  private static let times = scalars("上午 下午 中午 晚上 早上 早晨 凌晨 傍晚 夜里 今晚 明早 日 于 于早 于晚")
  private static let contents = scalars(
    "意见 要求 建议 希望 体会 看法 想法 说明 经验 启示 认识 感受 思考 措施 方面 内容 问题 工作 任务 做法 理由 原因 如下 意見 建議 體會 說明 經驗 認識 內容 問題")
  private static let announcements = scalars("讲 提 谈 说 做到 做好 把握 注意 抓好 强调 以下 下列 如下 这 講 談 說 這")
  private static let prepositions = scalars("on in at for to with from by and or")
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
