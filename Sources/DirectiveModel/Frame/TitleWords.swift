/// The words by which titles and what stands above them are told apart.
enum TitleWords {
  /// Where the subject begins on a line such as `Re: …`; nil on other lines.
  static func subjectStart(_ text: FoldedText, _ line: Range<Int>) -> Int? {
    for word in subjects {
      guard let end = text.match(pattern: word, at: line.lowerBound, before: line.upperBound) else { continue }
      let start = text.skipBlanks(from: end, before: line.upperBound)
      return start < line.upperBound ? start : nil
    }
    return nil
  }

  /// Whether lines may be a masthead: short, in capitals, in Chinese characters or naming a body, and no kind of document.
  static func isMasthead(_ text: FoldedText, _ lines: [Range<Int>]) -> Bool {
    guard let first = lines.first, lines.count <= 3, first.count < 90, !namesKind(text, lines) else { return false }
    let scalar = text.scalar(at: first.lowerBound, before: first.upperBound)
    if FoldedText.isIdeographic(scalar.value) { return !lines.contains { holds(text, $0, about) } }
    return isUpper(text, first) || holdsWord(text, first, of: bodies)
  }

  /// Whether a title names a kind of document: it ends in 通知, or holds the word Regulations.
  static func namesKind(_ text: FoldedText, _ lines: [Range<Int>]) -> Bool {
    guard let last = lines.last else { return false }
    if FrameForm(text: text).endsAsTitle(last) { return true }
    return lines.contains { line in
      holdsWord(text, line, of: kinds)
        || phrases.contains { text.match(pattern: $0, at: line.lowerBound, before: line.upperBound) != nil }
    }
  }

  private static func holdsWord(_ text: FoldedText, _ line: Range<Int>, of words: [[UInt32]]) -> Bool {
    text.words(in: line).contains { word in
      words.contains { text.match(pattern: $0, at: word.lowerBound, before: word.upperBound) == word.upperBound }
    }
  }

  static func endsSentence(_ text: FoldedText, _ line: Range<Int>) -> Bool {
    switch text.lastScalar(from: line.lowerBound, before: line.upperBound) {
    case 0x2E, 0x3A, 0x3B, 0x2C, 0x21, 0x3002: true
    default: line.count > 240
    }
  }

  /// Whether a title in letters goes on in the next line: with a small letter or a word such as OF, or behind one.
  static func goesOn(_ text: FoldedText, _ line: Range<Int>, with next: Range<Int>, isApart: Bool) -> Bool {
    let first = text.scalar(at: next.lowerBound, before: next.upperBound).value
    guard FoldedText.isLetter(first) || FoldedText.isLower(first), next.count < 200, line.count < 200 else {
      return false
    }
    switch text.lastScalar(from: next.lowerBound, before: next.upperBound) {
    case 0x3A, 0x3B, 0x2C, 0x21: return false
    case 0x2E where next.count > 40: return false
    default: break
    }
    if !isApart, isUpper(text, line), isKind(text, line) { return true }
    let isSmall = FoldedText.isLower(first)
    let joins = text.words(in: next).first.map { isJoint(text, $0) && !isArticle(text, $0) } ?? false
    if isApart { return joins && (isSmall || first >= 0x400) }
    return isSmall || joins && isUpper(text, next) || text.words(in: line).last.map { isJoint(text, $0) } ?? false
  }

  /// Whether a line is no more than the name of a kind of document: `BYLAWS`.
  private static func isKind(_ text: FoldedText, _ line: Range<Int>) -> Bool {
    (kinds + phrases).contains {
      text.match(pattern: $0, at: line.lowerBound, before: line.upperBound) == line.upperBound
    }
  }

  /// Whether a line begins with two capitals.
  private static func isUpper(_ text: FoldedText, _ line: Range<Int>) -> Bool {
    let first = text.scalar(at: line.lowerBound, before: line.upperBound)
    return FoldedText.isUpper(first.value)
      && FoldedText.isUpper(text.scalar(at: line.lowerBound + first.length, before: line.upperBound).value)
  }

  private static func isJoint(_ text: FoldedText, _ word: Range<Int>) -> Bool {
    joints.contains { text.match(pattern: $0, at: word.lowerBound, before: word.upperBound) == word.upperBound }
  }

  private static func isArticle(_ text: FoldedText, _ word: Range<Int>) -> Bool {
    text.match(the, at: word.lowerBound, before: word.upperBound) == word.upperBound
  }

  private static func holds(_ text: FoldedText, _ line: Range<Int>, _ word: [UInt32]) -> Bool {
    line.contains { text.match(word, at: $0, before: line.upperBound) != nil }
  }

  private static func scalars(_ words: String) -> [[UInt32]] {
    WordList.scalars(words, partedBy: "|")
  }

  private static let about: [UInt32] = [0x5173, 0x4E8E]
  private static let the: [UInt32] = [0x74, 0x68, 0x65]
  private static let subjects = scalars(
    "제목 |法規名稱~:|法规名称~:|re~:|subject~:|betreff~:|betr.~:|objet~:|asunto~:|oggetto~:|assunto~:|主题~:|事由~:")
  private static let joints = scalars(
    "of|for|on|and|concerning|relating|regarding|between|amending|the|to|de|del|des|du|della|sur|relative|relatif|über|zur|zum"
      + "|о|об")
  private static let bodies = scalars(
    "commission|committee|council|assembly|board|ministry|department|bureau|agency|association|ministère|ministerium")
  private static let kinds = scalars(
    "act|bill|code|regulation|regulations|rules|order|decision|directive|resolution|recommendation|convention|treaty"
      + "|agreement|contract|lease|licence|license|minutes|agenda|report|statement|address|speech|remarks|message|letter"
      + "|memorandum|notice|policy|plan|strategy|charter|constitution|bylaws|by-laws|guidelines|guidance|manual|handbook"
      + "|guide|specification|protocol|declaration|judgment|opinion|terms|arrêté|décret|loi|ordonnance|circulaire|gesetz|verordnung|satzung|vertrag"
      + "|beschluss|richtlinie|ley|decreto|orden|legge|regolamento|lei|portaria|wet|besluit|ustawa|rozporządzenie|uchwała"
      + "|закон|приказ|постановление|указ|luật")
  /// Kinds of several words, with which a line begins.
  private static let phrases = scalars(
    "nghị định|nghị quyết|thông tư|thông báo|quyết định|chỉ thị|kế hoạch|pháp lệnh|bộ luật|hiến pháp")
}
