/// Finds points that stand inside a paragraph: `一是…；二是…`, `First, …; second, …`, `(a) …; and (b) …`.
///
/// They are points only as an ordered run of two or more from the first number on, each behind the punctuation that
/// ends a clause. The run is looked for in the last paragraph of a text, so that what follows its last point is nothing
/// else's.
final class InlineRuns {
  /// One point of a run: where its marker begins and ends.
  struct Member {
    var style: UInt8
    var start: Int
    var end: Int
  }

  let text: FoldedText
  let lines: Lines
  let layout: TextLayout
  private let styles: Styles
  /// Those of points whose own markers begin runs.
  private let leading: Styles
  /// What rules out most paragraphs; nil as long as it takes longer to make than reading them.
  private let seconds: SecondMarkers?

  init(text: FoldedText, lines: Lines, layout: TextLayout, options: OutlineOptions) {
    self.text = text
    self.lines = lines
    self.layout = layout
    seconds = MarkerOpenings.worthMaking(forLines: 0) == nil ? nil : .all
    styles = options.readsAllStyles ? .all : Styles(Self.styles.filter { options.reads($0.index) })
    leading = options.readsAllStyles ? .leading : Styles(Self.leadingStyles.filter { options.reads($0.index) })
  }

  /// The last paragraph of `own`, without blanks behind it, where something stands after `marker`. It ends on no line behind
  /// `line`.
  @inline(__always)
  func lastParagraph(of own: Range<Int>, notBehind line: Int, after marker: Range<Int>) -> Range<Int> {
    let end = text.trimBlanks(from: marker.upperBound, before: own.upperBound)
    return paragraphStart(before: end, notBefore: own.lowerBound, notBehind: line)..<end
  }

  /// The run in a paragraph behind `marker`; nil where there is none.
  func run(in paragraph: Range<Int>, behind marker: Range<Int>) -> [Member]? {
    let end = paragraph.upperBound
    let start = max(marker.upperBound, paragraph.lowerBound)
    guard end - start > 12, seconds?.mayStand(in: text, start..<end) ?? true else { return nil }
    var index = start
    var excluded = Excluded()
    while index < end {
      let (isPassedOver, length) = punctuation(at: index, before: end)
      if isPassedOver {
        index += length
        continue
      }
      if let run = run(of: styles, at: index, in: start..<end, &excluded) { return run }
      // To the end of the clause that begins here.
      index += length
      while true {
        index = Self.clauseEnds.next(in: text, from: index, before: end)
        let (endsClause, length) = punctuation(at: index, before: end)
        if endsClause || index >= end { break }
        index += length
      }
    }
    return nil
  }

  /// The run that a point's `marker` of a style begins, of which it is then the first member, if no paragraph stands before
  /// this one; nil where there is none.
  @inline(__always)
  func run(in paragraph: Range<Int>, ledBy marker: Range<Int>, of style: UInt8) -> [Member]? {
    guard leading.hold(style), paragraph.lowerBound <= marker.lowerBound else { return nil }
    var excluded = Excluded()
    let run = run(of: leading, at: marker.lowerBound, in: marker.lowerBound..<paragraph.upperBound, &excluded)
    return run?.first?.style == style ? run : nil
  }

  private static let clauseEnds = MarkScan(",.!", ":;?", "、。", "–—", "！，：；？")

  /// Whether a blank or what ends a clause stands at `index`, and how many bytes are there.
  private func punctuation(at index: Int, before end: Int) -> (isThere: Bool, length: Int) {
    guard index < end else { return (false, 0) }
    let byte = text.byte(index)
    switch byte {
    case 0x20, 0x09, 0x0A, 0x0D, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x21: return (true, 1)
    case ..<0x80: return (false, 1)
    default: break
    }
    // 、。 ，：；！？ — and the wide blank
    let next = index + 2 < end ? (text.byte(index + 1), text.byte(index + 2)) : (0, 0)
    switch (byte, next.0, next.1) {
    case (0xE3, 0x80, 0x80), (0xE3, 0x80, 0x81), (0xE3, 0x80, 0x82), (0xE2, 0x80, 0x93), (0xE2, 0x80, 0x94),
      (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x8C), (0xEF, 0xBC, 0x9A), (0xEF, 0xBC, 0x9B), (0xEF, 0xBC, 0x9F):
      return (true, 3)
    default: return (false, byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4)
    }
  }

  /// Where the paragraph begins that ends before `end`.
  private func paragraphStart(before end: Int, notBefore start: Int, notBehind line: Int) -> Int {
    var number = line
    // Blank lines, as a rule one or none.
    while number > 1, lines.start(number) > max(start, end - 1) { number -= 1 }
    guard layout.isWrapped else { return max(start, lines.start(number)) }
    while lines.start(number) > start, !lines.isBlank(number - 1),
      layout.relation(text, of: lines[number], to: lines[number - 1]) != .begins
    {
      number -= 1
    }
    return max(start, lines.start(number))
  }

  /// The styles, by their places in the list, of which no run is in the rest of the paragraph: behind a first marker
  /// there is no second, so there is none behind a later one. Without them a paragraph would be gone through once for
  /// each first marker in it.
  private typealias Excluded = Styles.Places

  /// The run whose first marker stands at `index`.
  private func run(
    of styles: Styles, at index: Int, in paragraph: Range<Int>, _ excluded: inout Excluded
  ) -> [Member]? {
    let first = FoldedText.lowercased(text.scalar(at: index, before: paragraph.upperBound).value)
    var places = styles.places(openedBy: first) & ~excluded
    while places != 0 {
      let place = places.trailingZeroBitCount
      places &= places - 1
      let style = styles.list[place]
      guard let first = member(style, at: index, before: paragraph.upperBound), first.value == 1 else { continue }
      var run = [Member(style: style.index, start: index, end: first.end)]
      var value = 1
      var next = first.end
      while next < paragraph.upperBound {
        if Self.continues(text.byte(next)) || style.isPlain, mayBeBehindClause(next, in: paragraph),
          let (index, member) = further(style, at: next, before: paragraph.upperBound),
          member.value == value + 1 || WordSequence.isLast(member.value, after: value),
          next - first.end >= 4, isBehindClause(next, in: paragraph),
          !style.isPlain || isBehindSentence(next, in: paragraph)
        {
          run.append(Member(style: index, start: next, end: member.end))
          value = member.value
          next = member.end
        } else {
          let byte = text.byte(next)
          next += byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : 3
        }
      }
      if run.count >= 2 { return run }
      excluded |= 1 << Excluded(place)
    }
    return nil
  }

  /// A marker of a style or of what it changes into, and the index of its style.
  private func further(
    _ style: Style, at index: Int, before limit: Int
  ) -> (style: UInt8, member: (value: Int, end: Int))? {
    if let found = member(style, at: index, before: limit) { return (style.index, found) }
    guard let changed = style.changed.first else { return nil }
    return member(changed, at: index, before: limit).map { (changed.index, $0) }
  }

  private func member(_ style: Style, at index: Int, before limit: Int) -> (value: Int, end: Int)? {
    for prefix in style.prefixes {
      guard let numeralStart = text.match(pattern: prefix, at: index, before: limit) else { continue }
      for numeral in style.numerals {
        guard let match = numeral.read(text, at: numeralStart, before: limit) else { continue }
        for suffix in style.suffixes {
          guard let end = text.match(pattern: suffix, at: match.end, before: limit), end < limit else { continue }
          if style.isPlain, FoldedText.isDigit(text.scalar(at: end, before: limit).value) { continue }
          // 一是一，二是二: the numeral once more.
          if numeral == .chinese, numeral.read(text, at: end, before: limit)?.value == match.value { return nil }
          return (match.value, end)
        }
      }
    }
    return nil
  }

  /// Whether a clause ends before `index`, at most `and` or `or` between; the beginning of the paragraph does too.
  private func isBehindClause(_ index: Int, in paragraph: Range<Int>) -> Bool {
    var end = text.trimBlanks(from: paragraph.lowerBound, before: index)
    for word in Self.joints where end - word.count > paragraph.lowerBound {
      if text.match(word, at: end - word.count, before: end) == end,
        !FoldedText.isLetter(UInt32(text.byte(end - word.count - 1)))
      {
        end = text.trimBlanks(from: paragraph.lowerBound, before: end - word.count)
        break
      }
    }
    return end <= paragraph.lowerBound || Self.endsClause(text.lastScalar(from: paragraph.lowerBound, before: end))
  }

  /// Whether a sentence or a part of it that could be one ends before `index`.
  private func isBehindSentence(_ index: Int, in paragraph: Range<Int>) -> Bool {
    let end = text.trimBlanks(from: paragraph.lowerBound, before: index)
    return [0x2E, 0x3B, 0x3002].contains(text.lastScalar(from: paragraph.lowerBound, before: end))
  }

  private static func endsClause(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x21, 0x3002, 0x2014, 0x2013, 0x3001: true
    default: false
    }
  }

  /// The same by the scalar before `index` alone: a blank, the end of a clause or the last letter of a joint.
  private func mayBeBehindClause(_ index: Int, in paragraph: Range<Int>) -> Bool {
    let scalar = text.lastScalar(from: paragraph.lowerBound, before: index)
    switch FoldedText.lowercased(scalar) {
    case 0x20, 0x0A, 0x0D, 0x64, 0x72, 0x74, 0x75, 0x53CA, 0x548C: return true
    default: return Self.endsClause(scalar)
    }
  }

  /// Whether a later marker can begin with this byte: a letter, a bracket, or a wide character.
  private static func continues(_ byte: UInt8) -> Bool {
    byte >= 0xE2 || byte == 0x28 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
  }
}

extension FoldedText {
  /// The index after the last byte before `limit` that is neither blank nor punctuation with which a clause goes over
  /// into the next, nor the `and` before that.
  func trimClauseEnd(from index: Int, before limit: Int) -> Int {
    var end = trimBlanks(from: index, before: limit)
    for word in InlineRuns.joints where end - word.count > index {
      guard match(word, at: end - word.count, before: end) == end, byte(end - word.count - 1) <= 0x20 else { continue }
      end = trimBlanks(from: index, before: end - word.count)
    }
    while end > index {
      switch lastScalar(from: index, before: end) {
      case 0x2C, 0x3A, 0x3B, 0x3001, 0x2014, 0x2013:
        end = trimBlanks(from: index, before: lastScalarStart(from: index, before: end))
      default: return end
      }
    }
    return end
  }
}
