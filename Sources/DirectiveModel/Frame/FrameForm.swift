/// Tells what stands around a document's text by its form: menus, dates, document numbers, salutations.
struct FrameForm {
  let text: FoldedText

  /// Whether a line before the title is none: a rule, a menu, a banner, a date, a source line, a salutation, a tag.
  func isPassedOver(_ line: Range<Int>) -> Bool {
    guard holdsLetters(line) else { return true }
    let last = text.lastScalar(from: line.lowerBound, before: line.upperBound)
    if last == 0x3A || last == 0xFF1A { return true }
    if text.byte(line.lowerBound) == 0x3C || text.byte(line.lowerBound) == 0x5B { return true }
    return isMenu(line) || isEntry(line) || isBanner(line) || isDate(line) || opensWithDash(line)
      || isStandardHead(line)
      || isNumberAlone(line)
  }

  func holdsLetters(_ line: Range<Int>) -> Bool {
    var index = line.lowerBound
    while index < line.upperBound {
      let (scalar, length) = text.scalar(at: index, before: line.upperBound)
      if FoldedText.isLetter(scalar) || scalar >= 0x3040 && scalar < 0xFF00 { return true }
      index += max(length, 1)
    }
    return false
  }

  func isMenu(_ line: Range<Int>) -> Bool {
    Self.menu.contains { text.match($0, at: line.lowerBound, before: line.upperBound) == line.upperBound }
      || starts(line, with: Self.menuStarts)
  }

  /// The heading of a list of contents, or an entry whose page stands behind leaders.
  private func isEntry(_ line: Range<Int>) -> Bool {
    if Self.contents.contains(where: {
      text.match(pattern: $0, at: line.lowerBound, before: line.upperBound) == line.upperBound
    }) {
      return true
    }
    guard FoldedText.isDigit(text.lastScalar(from: line.lowerBound, before: line.upperBound)) else { return false }
    return holds(line, [0x2026, 0x2026]) || holds(line, [0x2E, 0x2E, 0x2E, 0x2E])
  }

  /// `——2023年5月6日在…会议上`: the occasion below a title.
  private func opensWithDash(_ line: Range<Int>) -> Bool {
    text.scalar(at: line.lowerBound, before: line.upperBound).value == 0x2014
  }

  private func isBanner(_ line: Range<Int>) -> Bool { starts(line, with: Self.banners) }

  /// `青石第17号`, `国发〔2024〕1号`: a document's number, or an addressee, `各事業者　殿`.
  private func isNumberAlone(_ line: Range<Int>) -> Bool {
    if isDocumentNumber(line) { return true }
    guard line.count <= 45 else { return false }
    let isNumber = endsWith(line, [0x53F7]) || endsWith(line, [0x865F])
    return isNumber && line.contains { FoldedText.isDigit(UInt32(text.byte($0))) } || endsWith(line, [0x6BBF])
  }

  /// What stands above the title of a standard: `ICS 03.220.40`, `GB/T 1.1—2020`, `…国家标准`.
  private func isStandardHead(_ line: Range<Int>) -> Bool {
    guard line.count < 90 else { return false }
    if line.count <= 6, line.contains(where: { FoldedText.isDigit(UInt32(text.byte($0))) }) { return true }
    if starts(line, with: Self.classifications) { return true }
    if Self.standards.contains(where: { endsWith(line, $0) }) { return true }
    // A short word in capitals, digits, a dash and a year.
    let dash = line.last { text.byte($0) == 0x2D || text.byte($0) == 0xE2 } ?? line.lowerBound
    let year = ArabicNumeral.read(text, at: dash + (text.byte(dash) == 0x2D ? 1 : 3), before: line.upperBound)
    return line.count < 40 && isCapitals(line) && year?.end == line.upperBound && (year?.value ?? 0) > 1900
  }

  /// A line that begins with a date: `2023年5月6日`, `July 26, 1963`, `Date: …`.
  func isDate(_ line: Range<Int>) -> Bool {
    // 令和12年5月1日
    for era in Self.eras {
      if let year = text.match(era, at: line.lowerBound, before: line.upperBound),
        FoldedText.isDigit(
          text.scalar(at: text.skipBlanks(from: year, before: line.upperBound), before: line.upperBound).value)
      {
        return line.count < 200
      }
    }
    // 二〇三〇年四月二日
    if let year = ChineseNumeral.read(text, at: line.lowerBound, before: line.upperBound),
      year.end - line.lowerBound == 12
    {
      return text.scalar(at: year.end, before: line.upperBound).value == 0x5E74
    }
    guard let year = ArabicNumeral.read(text, at: line.lowerBound, before: line.upperBound) else {
      return starts(line, with: Self.months) && endsInYear(line)
    }
    let next = text.scalar(at: year.end, before: line.upperBound).value
    guard year.value > 1000 else { return false }
    if next == 0x5E74 {
      let month = text.skipBlanks(from: year.end + 3, before: line.upperBound)
      return ArabicNumeral.read(text, at: month, before: line.upperBound) != nil
    }
    return (next == 0x2D || next == 0x2F || next == 0x2E) && line.count < 40
  }

  private func endsInYear(_ line: Range<Int>) -> Bool {
    line.count < 40 && line.count > 4 && FoldedText.isDigit(UInt32(text.byte(line.upperBound - 1)))
  }

  /// A place and a date below a text: `Wittenau, den 3. März 2031`, `Madrid, 12 de mayo de 2031.`
  func isPlaceAndDate(_ line: Range<Int>) -> Bool {
    var end = line.upperBound
    if end > line.lowerBound, text.byte(end - 1) == 0x2E { end -= 1 }
    guard line.count < 60, end - line.lowerBound > 10,
      let comma = line.first(where: { text.byte($0) == 0x2C }), comma - line.lowerBound < 30,
      let year = ArabicNumeral.read(text, at: end - 4, before: end), year.end == end, year.value > 1500
    else { return false }
    return (comma..<end - 4).contains { FoldedText.isDigit(UInt32(text.byte($0))) }
      && !(line.lowerBound..<comma).contains { FoldedText.isDigit(UInt32(text.byte($0))) }
  }

  /// Whether a title was broken at the end of `line`, and goes on in `next`: neither line is a sentence, the
  /// first does not end as titles end, and the second is no date, number, name or salutation.
  func isBrokenTitle(_ line: Range<Int>, followedBy next: Range<Int>, isApart: Bool) -> Bool {
    let last = text.lastScalar(from: line.lowerBound, before: line.upperBound)
    let first = text.scalar(at: next.lowerBound, before: next.upperBound).value
    let end = text.lastScalar(from: next.lowerBound, before: next.upperBound)
    guard FoldedText.isIdeographic(last), line.count < 150, next.count < 150 else { return false }
    guard FoldedText.isIdeographic(first) || first == 0x201C || first == 0x300A else { return false }
    switch end {
    case 0x3002, 0x3A, 0x21, 0x2C, 0x3B: return false
    default: break
    }
    if first == 0x28 || first == 0x2014 || isDate(next) || isDocumentNumber(next) || isMenu(next) { return false }
    guard !Self.titleEnds.contains(where: { endsWith(line, $0) }) else { return false }
    if Self.titleEnds.contains(where: { endsWith(next, $0) }) || isSpacedTitle(next) { return true }
    return !isName(next) && (!isApart || holds(next, Self.about))
  }

  /// Whether a line is such a word, spaced out: 通　知.
  func isSpacedTitle(_ line: Range<Int>) -> Bool { Self.titleEnds.contains { isSpacedOut(line, $0) } }

  /// Whether a line ends as titles of Chinese documents do: in 通知, 意见, 条例.
  func endsAsTitle(_ line: Range<Int>) -> Bool { Self.titleEnds.contains { endsWith(line, $0) } }

  /// Whether a line below a title begins something else though the title filled its line: a date, a bracket, or words
  /// in capitals below a title that is not.
  func beginsAnew(_ line: Range<Int>, below title: Range<Int>) -> Bool {
    let first = text.scalar(at: line.lowerBound, before: line.upperBound)
    if first.value == 0x28 || isDate(line) || endsInYear(line) && starts(line, with: Self.months) { return true }
    return isCapitals(line) && !isCapitals(title)
  }

  /// Whether the first word is in capitals, two at least.
  private func isCapitals(_ line: Range<Int>) -> Bool {
    line.count > 2 && FoldedText.isUpper(UInt32(text.byte(line.lowerBound)))
      && FoldedText.isUpper(UInt32(text.byte(line.lowerBound + 1)))
  }

  /// A few characters that may be a person's or an office's name: no longer than six.
  private func isName(_ line: Range<Int>) -> Bool { line.count <= 18 }

  /// `国办发〔2019〕4号`
  func isDocumentNumber(_ line: Range<Int>) -> Bool {
    guard line.count < 60 else { return false }
    var hasBracket = false
    var index = line.lowerBound
    while index < line.upperBound {
      let (scalar, length) = text.scalar(at: index, before: line.upperBound)
      if scalar == 0x3014 || scalar == 0x5B || scalar == 0x3010 || scalar == 0x28 { hasBracket = true }
      index += max(length, 1)
    }
    let last = text.lastScalar(from: line.lowerBound, before: line.upperBound)
    return hasBracket && (last == 0x53F7 || last == 0x865F)
  }

  private func starts(_ line: Range<Int>, with words: [[UInt32]]) -> Bool {
    words.contains { text.match(pattern: $0, at: line.lowerBound, before: line.upperBound) != nil }
  }

  private func holds(_ line: Range<Int>, _ word: [UInt32]) -> Bool {
    line.contains { text.match(word, at: $0, before: line.upperBound) != nil }
  }

  private func endsWith(_ line: Range<Int>, _ word: [UInt32]) -> Bool {
    let start = line.upperBound - word.count * 3
    return start >= line.lowerBound && text.match(word, at: start, before: line.upperBound) == line.upperBound
  }

  /// Whether a line is a word that is spaced out: 通　知.
  private func isSpacedOut(_ line: Range<Int>, _ word: [UInt32]) -> Bool {
    var index = line.lowerBound
    for scalar in word {
      let (next, length) = text.scalar(at: index, before: line.upperBound)
      guard next == scalar else { return false }
      index = text.skipBlanks(from: index + length, before: line.upperBound)
    }
    return index >= line.upperBound
  }

  private static func scalars(_ words: String) -> [[UInt32]] {
    WordList.scalars(words, partedBy: "|")
  }

  private static let menu = scalars("首页|下载|打印|全屏|收藏|分享|加大|还原|减小|字号|大|中|小|返回|关闭|home|print|share|search|menu")
  private static let menuStarts = scalars(
    "分享|【字号|[字号|当前位置|您现在的位置|首页 |来源|发布时间|发布日期|时间|浏览次数|责任编辑|编辑|字体|索~引~号|发文机关|信息来源"
      + "|标~题~:|名~称~:|发文字号|成文日期|主题分类|主题词|有效性")
  private static let banners = scalars(
    "welcome to|home >|home ~|you are here|skip to ~|source:|date:|published|http|www.|version |neutral citation|case no|docket"
      + "|first edition|second edition|third edition|fourth edition|fifth edition|edition ")
  private static let contents = scalars("目~录|目~錄|目~次|목~차")
  private static let eras = scalars("令和|平成|昭和|中華民國|民國")
  private static let classifications = scalars("ics |ccs |备案号")
  private static let standards = scalars("国家标准|行业标准|地方标准|团体标准|企业标准")
  private static let months = scalars(
    "january|february|march|april|may|june|july|august|september|october|november|december")
  /// 关于, which stands in the middle of most titles of Chinese official documents.
  private static let about: [UInt32] = [0x5173, 0x4E8E]
  private static let titleEnds = scalars(
    "通知|意见|决定|条例|办法|规定|报告|批复|复函|方案|纲要|规划|公告|通告|决议|命令|细则|规则|讲话|函|法|令|制度|章程|准则|要点|指南|措施|通报|议案|公报|解释|安排"
      + "|について|(通知)|(答申)|(依頼)|(回答)|(報告)|要點|判决书|裁定书|调解书|决定书|通知书|纪要|合同|协议|协议书|规范|守则|倡议书|公约")
}
