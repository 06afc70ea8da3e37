/// What citations in a text and places as typed are made of, read in the same way.
extension FoldedText {
  /// Whether it is written as in Taiwan and Japan, where 項 are paragraphs and 款 numbered.
  func isTraditional(_ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      let (scalar, length) = scalar(at: index, before: range.upperBound)
      if scalar == 0x689D || scalar == 0x9805 { return true }  // 條 項
      index += length
    }
    return false
  }

  /// `第（三）项`, `第二条の二`, `제3조`: a number before the sign of a unit, and what inserted ones add to it.
  func countedUnit(at start: Int, before limit: Int) -> CountedUnit? {
    let (sign, length) = scalar(at: start, before: limit)
    guard sign == 0x7B2C || sign == 0xC81C else { return nil }
    let index = skipBlanks(from: start + length, before: limit)
    let bracketed = bracketedNumber(at: index, before: limit)
    guard var (number, end) = bracketed ?? ReferenceNumber.read(self, at: index, before: limit) else { return nil }
    var further: [CountedUnit.Further] = []
    while bracketed != nil, let next = nextBracketedNumber(after: end, before: limit) {
      further.append(next)
      end = next.range.upperBound
    }
    let firstEnd = further.first?.gap.lowerBound ?? end
    if scalar(at: end, before: limit).value == 0x2D,
      let inserted = ArabicNumeral.read(self, at: end + scalar(at: end, before: limit).length, before: limit)
    {
      // 第12-1條
      number.forms = number.forms.map { "\($0)-\(inserted.value)" }
      end = inserted.end
    }
    end = skipBlanks(from: end, before: limit)
    let (name, nameLength) = scalar(at: end, before: limit)
    guard nameLength > 0 else { return nil }
    end += nameLength
    var inserted = end
    let insertion = readChineseInsertion(&inserted, before: limit)
    if insertion > 0, !Self.measures.contains(scalar(at: inserted, before: limit).value) {
      let suffix = insertion % 100 > 0 ? "\(insertion / 100)-\(insertion % 100)" : "\(insertion / 100)"
      number.forms = number.forms.map { "\($0)-\(suffix)" }
      end = inserted
    }
    return CountedUnit(
      number: number, name: name, isKorean: sign == 0xC81C, further: further,
      firstEnd: further.isEmpty ? end : firstEnd,
      end: end)
  }

  /// `(2)`, `（二）`
  func bracketedNumber(at start: Int, before limit: Int) -> (number: ReferenceNumber, end: Int)? {
    let (open, length) = scalar(at: start, before: limit)
    guard open == 0x28, let (number, end) = ReferenceNumber.read(self, at: start + length, before: limit) else {
      return nil
    }
    let (close, closeLength) = scalar(at: end, before: limit)
    return close == 0x29 ? (number, end + closeLength) : nil
  }

  /// The `（二）` of 第（一）、（二）项.
  private func nextBracketedNumber(after end: Int, before limit: Int) -> CountedUnit.Further? {
    var start = end
    while start < min(limit, end + Self.longestConnector), scalar(at: start, before: limit).value != 0x28 {
      start += scalar(at: start, before: limit).length
    }
    guard lists(end..<start), let (number, after) = bracketedNumber(at: start, before: limit) else { return nil }
    return CountedUnit.Further(number: number, gap: end..<start, range: start..<after)
  }

  /// Bytes.
  private static let longestConnector = 9

  /// 部, つ, 般: 第二条の一部 is a part of article 2.
  private static let measures: Set<UInt32> = [0x90E8, 0x3064, 0x822C]

  /// Whether only commas, conjunctions and blanks stand between two citations.
  func joins(_ gap: Range<Int>) -> Bool { connectors(in: gap) != nil }

  /// Whether a comma or a conjunction stands between two citations, and nothing else.
  func lists(_ gap: Range<Int>) -> Bool { connectors(in: gap)?.allSatisfy(\.isWhitespace) == false }

  /// What stands between two citations where it parts them only.
  private func connectors(in gap: Range<Int>) -> String? {
    guard gap.count <= 24 else { return nil }
    let between = String(decoding: UnsafeBufferPointer(start: base + gap.lowerBound, count: gap.count), as: UTF8.self)
    let words = between.split { $0.isWhitespace || ",、，(（".contains($0) }
    return words.allSatisfy { Self.connectors.contains(String($0)) } ? between : nil
  }

  private static let connectors: Set<String> = [
    "and", "or", "to", "und", "oder", "bis", "sowie", "et", "ou", "y", "and/or", "和", "及", "或", "或者", "至", "以及", "与",
    "並", "並び", "並びに", "及び", "又は", "若しくは", "から", "from", "-", "–",
  ]

  /// `second paragraph`, `first subparagraph`: one that carries no number, by its count.
  func countedParagraph(at index: Int, before limit: Int) -> (number: Int, end: Int)? {
    guard let ordinal = WordSequence.englishOrdinals.read(self, at: index, before: limit) else { return nil }
    let start = skipGap(from: ordinal.end, before: limit)
    for word in Self.paragraphWords {
      guard let end = match(word, at: start, before: limit), start > ordinal.end,
        !Self.isLetter(scalar(at: end, before: limit).value)
      else { continue }
      return (ordinal.value, end)
    }
    return nil
  }

  private static let paragraphWords = ["paragraph", "subparagraph", "sub-paragraph"].map {
    $0.unicodeScalars.map(\.value)
  }

  /// Skips blanks, and the line end of a line that goes on.
  func skipGap(from index: Int, before limit: Int) -> Int {
    var end = skipBlanks(from: index, before: limit)
    guard end < limit, byte(end) == 0x0A || byte(end) == 0x0D else { return end }
    if byte(end) == 0x0D { end += 1 }
    if end < limit, byte(end) == 0x0A { end += 1 }
    end = skipBlanks(from: end, before: limit)
    return end < limit && (byte(end) == 0x0A || byte(end) == 0x0D) ? index : end
  }
}

struct CountedUnit {
  let number: ReferenceNumber
  /// The sign of the unit.
  let name: UInt32
  let isKorean: Bool
  /// The numbers that follow the first one before the sign: 第（一）、（二）项.
  let further: [Further]
  /// Where the first number ends, or the sign where there is only one.
  let firstEnd: Int
  let end: Int

  struct Further {
    let number: ReferenceNumber
    /// What stands before it.
    let gap: Range<Int>
    let range: Range<Int>
  }
}
