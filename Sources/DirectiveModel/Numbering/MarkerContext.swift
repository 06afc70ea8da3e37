/// What stands around a marker on its line, and whether it can be a marker at all there.
struct MarkerContext {
  let text: FoldedText
  /// Where the line ends.
  let limit: Int
  /// Where the marker ends, and where text goes on behind blanks.
  let end: Int
  let content: Int

  private func scalar(_ index: Int) -> UInt32 { text.scalar(at: index, before: limit).value }

  func allows(
    _ row: StyleIndex.Row, _ numeral: NumeralSystem, _ match: NumeralMatch
  ) -> Bool {
    let next = scalar(end)
    switch row.follow {
    case .anything:
      return row.kind != .ordinal || opensSeries(row, match)
    case .blank:
      // `A．渡口`: Chinese needs no blank behind a letter.
      guard next == 0x20 || end >= limit || numeral == .upperLetter && FoldedText.isIdeographic(next) else {
        return false
      }
      return isNoProse(row, numeral, match)
    case .blankAndTitle:
      return end >= limit || next == 0x20 && !isChineseUnit()
    case .text:
      return allowsText(row, match)
    case .clause:
      return allowsClause(match)
    case .title:
      return row.kind == .decimal ? allowsDecimalTitle() : allowsTitle(row, numeral)
    case .article:
      return allowsArticle()
    case .alone:
      return content >= limit || scalar(content) == 0x28 || scalar(content) == 0x3C  // 부칙 <제20111호>
    }
  }

  // MARK: - Enumerators

  /// No comma, stop, semicolon or closing bracket, which go on with a sentence: `(2), ID`, `一、二、三`.
  private func allowsText(_ row: StyleIndex.Row, _ match: NumeralMatch) -> Bool {
    switch scalar(end) {
    case 0x2C, 0x2E, 0x3B, 0x29, 0x3A: return end >= limit || scalar(end) == 0x3A
    case 0x3001: return true
    default: break
    }
    // 一、二年级 and 三、四月: another numeral at once.
    if row.mark == 0x3001 || row.mark == 0x2C, let other = ChineseNumeral.read(text, at: end, before: limit) {
      let after = scalar(other.end)
      return !(other.value == match.value + 1 && after != 0x662F && after != 0x3001)
    }
    // （一）款: a citation. (1) above, (b) of: the rest of one.
    return scalar(end) != 0x6B3E && !isReferred()
  }

  /// A number and a stop: no digit or lower-case letter at once, no month, no year.
  private func allowsClause(_ match: NumeralMatch) -> Bool {
    let next = scalar(end)
    if FoldedText.isDigit(next) || FoldedText.isLower(next) || next == 0x3A { return false }
    switch next {
    case 0x2C, 0x2E, 0x3B, 0x29, 0xBA, 0xB0, 0xAA: return false
    default: break
    }
    if isReferred() { return false }
    return !holds(Self.months, at: content)
  }

  /// Letters and roman numerals with a stop: two capitals in a row are the initials of a name.
  @inline(__always)
  private func isNoProse(
    _ row: StyleIndex.Row, _ numeral: NumeralSystem, _ match: NumeralMatch
  ) -> Bool {
    switch numeral {
    case .upperLetter, .upperRoman:
      let first = text.scalar(at: content, before: limit)
      return !(FoldedText.isUpper(first.value) && scalar(content + first.length) == 0x2E)
    case .arabic where row.kind == .unit:
      // ２　 of a Japanese article: ideographic text must follow.
      return FoldedText.isIdeographic(scalar(content)) && match.value < 100
    default:
      return true
    }
  }

  /// Whether what 第 and a number count follows behind blanks: 条 章 节 编 款 项 目 号 回 次 期 届 部 页 年 月 个 类.
  @inline(never)
  private func isChineseUnit() -> Bool {
    switch scalar(content) {
    case 0x6761, 0x689D, 0x7AE0, 0x8282, 0x7BC0, 0x7F16, 0x7DE8, 0x6B3E, 0x9879, 0x9805, 0x76EE, 0x53F7, 0x865F, 0x56DE,
      0x6B21, 0x671F, 0x5C4A, 0x5C46, 0x90E8, 0x9875, 0x9801, 0x5E74, 0x6708, 0x4E2A, 0x500B, 0x7C7B, 0x985E:
      return true
    default: return false
    }
  }

  /// Whether words follow with which a sentence goes on after a reference: `(1) above`, `2. of the old deed`.
  private func isReferred() -> Bool {
    guard content > end, FoldedText.isLower(scalar(content)) else { return false }
    return holds(Self.referring, at: content)
  }

  // MARK: - Ordinals

  /// Ordinals open a paragraph, but `First, second and third` and `一是一` are sentences.
  private func opensSeries(_ row: StyleIndex.Row, _ match: NumeralMatch) -> Bool {
    guard content < limit else { return false }
    for numeral in row.numerals {
      guard let other = numeral.read(text, at: content, before: limit) else { continue }
      if numeral == .chinese { return other.value != match.value && other.end - content > 3 }
      if case .words(.chineseSequence) = numeral { continue }
      return false
    }
    if case .chinese? = row.numerals.first, row.sign == 0, match.value > 20 { return false }
    return true
  }

  // MARK: - Units

  /// A unit's heading: a line of its own, punctuation, or a title that does not go on as a sentence would.
  private func allowsTitle(_ row: StyleIndex.Row, _ numeral: NumeralSystem) -> Bool {
    let next = scalar(end)
    if end >= limit { return true }
    if row.isChineseUnit { return allowsChineseTitle() }
    switch next {
    case 0x3A, 0x2D, 0x2013, 0x2014, 0x7C, 0x2A: return true
    case 0x28 where FoldedText.isIdeographic(row.sign): return true  // 附录A（规范性）
    case 0x20: break
    case 0x3041...0x309F: return false  // 別紙１のとおり
    default: return FoldedText.isIdeographic(next) && numeral == .arabic && row.sign != 0xA7
    }
    let first = scalar(content)
    if content >= limit { return true }
    if FoldedText.isDigit(first), row.kind == .unit {
      // Art. 3. 1. Zezwolenie
      return first == 0x31 && text.byte(end - 1) == 0x2E && scalar(content + 1) == 0x2E && scalar(content + 2) == 0x20
    }
    if row.kind == .enumerator, isTableRow() { return false }
    switch first {
    case 0x2C, 0x3B, 0x29, 0x2E, 0x5B: return false
    case 0x28:
      let inside = text.scalar(at: content + 1, before: limit)
      let after = scalar(content + 1 + inside.length)
      return FoldedText.isLetter(inside.value) && FoldedText.isLetter(after)
    default: break
    }
    return !holds(Self.citing, at: content)
  }

  /// Whether the rest of a line is the rest of a row of a table: two wide gaps, or one before a number at the end.
  private func isTableRow() -> Bool {
    let end = text.trimBlanks(from: content, before: limit)
    guard content < end, !Whitespace.isSingleLine(text, content..<end) else { return false }
    var gaps = 0
    var index = content
    var cell = content
    while index < end {
      let next = text.skipBlanks(from: index, before: end)
      if next > index {
        let columns = text.byte(index) == 0x09 ? 8 : text.columns(from: index, before: next)
        if columns >= 3 { gaps += 1 }
        if columns >= 2 { cell = next }
        index = next
      } else {
        index += max(text.scalar(at: index, before: end).length, 1)
        while index < end, text.byte(index) &- 0x21 < 0x5F { index += 1 }
      }
    }
    return gaps >= 2 || cell > content && isAmount(cell, before: end)
  }

  /// `4,243.60`, `$12`, `30%`; not `12`, which may be a page.
  private func isAmount(_ start: Int, before end: Int) -> Bool {
    var index = start
    var digits = 0
    while index < end {
      let (scalar, length) = text.scalar(at: index, before: end)
      switch scalar {
      case 0x30...0x39: digits += 1
      case 0x24, 0x25, 0x2C...0x2E, 0x20AC, 0xA3, 0xA5: break
      default: return false
      }
      index += max(length, 1)
    }
    return digits > 3 || digits < end - start
  }

  /// 章, 节: a blank or the line's end follows, or a short title; a title holds no comma, stop or semicolon.
  private func allowsChineseTitle() -> Bool {
    let stop = text.trimBlanks(from: content, before: limit)
    if stop - content > 240 { return false }
    var index = content
    while index < stop {
      let (value, length) = text.scalar(at: index, before: stop)
      switch value {
      case 0x3002, 0x3B: return false
      case 0x2C where content == end: return false
      default: break
      }
      index += length
    }
    guard content == end else { return true }
    switch scalar(end) {
    case 0x7684, 0x7B2C, 0x81F3, 0x548C, 0x3001, 0x53CA, 0x6216, 0x4EE5, 0x6240, 0x89C4, 0x306E, 0x53C8, 0x304B, 0x306B,
      0x3092, 0x306F, 0x4E2D, 0x5185:
      return false
    default: return stop - content <= 90
    }
  }

  /// 条: not a word with which a sentence goes on after citing an article.
  private func allowsArticle() -> Bool {
    if end >= limit { return true }
    switch scalar(end) {
    case 0x20: break
    // 的 第 至 和 、 , 及 或 所 之 到 与 與 ） 》 ” 。 ; ： 并 並
    case 0x7684, 0x7B2C, 0x81F3, 0x548C, 0x3001, 0x2C, 0x53CA, 0x6216, 0x6240, 0x4E4B, 0x5230, 0x4E0E, 0x8207, 0x29,
      0x300B, 0x201D, 0x3002, 0x3B, 0x6B3E, 0x9879, 0x9805, 0xFF5E, 0x2D, 0x2013, 0x2014, 0x300D:
      return false
    // の に を は が で と か ま 中 又 若 前 後 本 各
    case 0x306E, 0x306B, 0x3092, 0x306F, 0x304C, 0x3067, 0x3068, 0x304B, 0x307E, 0x4E2D, 0x53C8, 0x82E5:
      return false
    // 规定 / 規定
    case 0x89C4, 0x898F:
      return scalar(end + 3) != 0x5B9A
    default: return true
    }
    switch scalar(content) {
    case 0x3002, 0x3001, 0x2C, 0x3B: return false
    default: return true
    }
  }

  /// Decimal headings: a title follows, not a unit, a citation or the rest of a sentence.
  private func allowsDecimalTitle() -> Bool {
    if end >= limit { return true }
    let next = scalar(end)
    if next != 0x20 {
      return (FoldedText.isIdeographic(next) || next == 0x201C || next == 0x300A) && !Self.isMeasure(next)
    }
    let first = scalar(content)
    if content >= limit { return true }
    switch first {
    case 0x5B, 0x2C, 0x3B, 0x29, 0x2E, 0x25, 0x2F, 0x3D, 0x2B, 0x3C, 0x3E: return false
    case 0x28: return false
    default: return !FoldedText.isDigit(first)
    }
  }

  /// 吨 万 亿 元 倍 个 米 公 千 百 % 度 ％ 年 月 日
  private static func isMeasure(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x5428, 0x4E07, 0x4EBF, 0x5143, 0x500D, 0x4E2A, 0x7C73, 0x516C, 0x5343, 0x767E, 0x5EA6, 0x5E74, 0x6708, 0x65E5,
      0x842C, 0x5104, 0x5206, 0x5C0F, 0x6298, 0x6210, 0x5230, 0x81F3:
      return true
    default: return false
    }
  }

  // MARK: - Words

  /// Whether one of the words stands at `index`.
  private func holds(_ words: WordTable, at index: Int) -> Bool {
    words.read(text, at: index, before: limit) != nil
  }

  private static let months = WordTable(
    "januar jänner februar märz april mai juni juli august september oktober november dezember "
      + "janvier février mars avril juin juillet août septembre octobre novembre décembre")

  private static let referring = WordTable("above below of hereof thereof herein")

  /// Words with which a sentence goes on after citing a unit.
  private static let citing = WordTable(
    "of and or to in as shall is are was above below "
      + "abs absatz absätze satz sätze nr nummer nummern buchstabe buchst halbsatz alinéa")
}
