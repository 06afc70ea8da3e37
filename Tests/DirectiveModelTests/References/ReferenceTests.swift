import Testing

@testable import DirectiveModel

@Suite struct ReferenceTests {
  private let law = """
    图书馆条例

    第一章　总则

    第一条　为了管理图书馆，制定本条例。

    第二条　前条所称图书馆，是指公共图书馆。

    第二章　借阅

    第三条　读者应当遵守下列规定：
    （一）爱护图书；
    （二）按时归还。

    第四条　违反本条例第三条第二款的，依照《民法典》第十条、第十一条的规定处理；违反第三条第（二）项、第九条的，依照刑法第一条处理。

    第五条　第一章和第二条之规定，适用于分馆。第三条至第四条除外。

    """

  @Test func readsChineseReferences() {
    #expect(
      references(law) == [
        "前条 -> 1.1", "第三条第二款 -> 2.1", "第三条第（二）项 -> 2.1.2", "第一章 -> 1", "第二条 -> 1.2", "第三条 -> 2.1",
        "第四条 -> 2.2",
      ])
  }

  /// The references of a document as `words -> beginning of what is cited`.
  private func texts(_ text: String) -> [String] {
    let document = Document(source: Source(text))
    return References(document).all().map { reference in
      let cited = document.source.singleLine(Whitespace.trim(reference.text, in: document.source))
      return "\(document.source.singleLine(reference.range)) -> \(cited.prefix(8))"
    }
  }

  @Test func findsParagraphsThatCarryNoNumber() {
    let law = """
      第一条　读者借书。

      读者还书：

      （一）按时；

      （二）完好。

      读者依照第一款和第二条第三款的规定读书。

      第二条　违反第一条第二款第二项、第一条第三款、第一条第四款的，停借。

      """
    #expect(
      texts(law) == [
        "第一款 -> 第一条 读者借书", "第二条第三款 -> 第二条 违反第一", "第一条第二款第二项 -> （二）完好。读者", "第一条第三款 -> 读者依照第一款和",
        "第一条第四款 -> 第一条 读者借书",
      ])
    #expect(
      texts("第一条　读者借书。\n\n前款所称读者：\n\n（一）学生；\n\n（二）教师。\n\n第二条　前款除外。依照前条第二款第一项。\n") == [
        "前款 -> 第一条 读者借书", "前条第二款第一项 -> （一）学生；",
      ])
    let taiwan = """
      第一條　讀者借書。

      讀者還書，依下列各款：

      一、按時。

      二、完好。

      第二條　違反第一條第二項第二款或第一條第一項者，停借。

      """
    #expect(texts("第一條　讀者借書。\n\n前項讀者還書。\n\n第二條　前款除外。\n") == ["前項 -> 第一條 讀者借書"])
    #expect(texts(taiwan) == ["第一條第二項第二款 -> 二、完好。", "第一條第一項 -> 第一條 讀者借書"])
    let act = """
      Article 1

      Readers read.

      They rest under the first paragraph, and the second paragraph of Article 2.

      Article 2

      See Article 1, second paragraph.

      The third paragraph of this page is none.

      """
    #expect(
      texts(act) == [
        "first paragraph -> Article ", "second paragraph of Article 2 -> The thir",
        "Article 1, second paragraph -> They res",
      ])
  }

  private let regulation = """
    Article 1

    Scope

    1. This notice applies to the readers named in paragraph 2 and in Article 3(2), point (b).

    2. Readers are all who have a card, as set out in Article 2.

    Article 2

    Cards

    Cards are given under Articles 1 and 3, as Article 5 of Regulation (EU) 2016/679 and Article 8 of the Charter demand.
    Article 1 of this Notice holds for them. Article 9 does not exist.

    Article 3

    Duties

    1. Readers shall not shout.

    2. Points (a) and (b) of this paragraph are for children, paragraph 1 of
    Article 3 for all:

    (a) no ink;

    (b) no bread.

    """

  @Test func readsTheReferencesOfARegulation() {
    #expect(
      references(regulation) == [
        "paragraph 2 -> 1.2", "Article 3(2), point (b) -> 3.2.2", "Article 2 -> 2", "Articles 1 -> 1", "3 -> 3",
        "Article 1 -> 1", "Points (a) -> 3.2.1", "(b) -> 3.2.2", "paragraph 1 of Article 3 -> 3.1",
      ])
  }

  @Test(arguments: [
    ("违反第一条第一款、第三款规定的", ["第一条第一款 -> 第一条 读者读书", "第三款 -> 读者还书。"]),
    ("依照第二条第（一）项至第（三）项、第一条", ["第二条第（一）项 -> （一）爱护；", "第（三）项 -> （三）安静。", "第一条 -> 第一条 读者读书"]),
    ("前条第（二）项及第三项", ["前条第（二）项 -> （二）按时；", "第三项 -> （三）安静。"]),
    ("依照第二条第（二）项、第一款", ["第二条第（二）项 -> （二）按时；", "第一款 -> 第二条 读者应当"]),
    ("依照《民法典》第一条第一款、第二款", []),
    ("依照第二条第（一）、（三）项", ["第二条第（一） -> （一）爱护；", "（三）项 -> （三）安静。"]),
    ("前条第（二）项以及第（一）和（三）项", ["前条第（二）项 -> （二）按时；", "第（一） -> （一）爱护；", "（三）项 -> （三）安静。"]),
    ("第二条、第一款除外", ["第二条 -> 第二条 读者应当"]),
    ("第一条第一款\n\n第二款除外", ["第一条第一款 -> 第一条 读者读书"]),
  ])
  func takesMembersOfAListForPartsOfTheSameArticle(cited: String, expected: [String]) {
    let law = "第一条　读者读书。\n\n读者看报。\n\n读者还书。\n\n第二条　读者应当：\n\n（一）爱护；\n\n（二）按时；\n\n（三）安静。\n\n"
    #expect(texts(law + "第三条　\(cited)。\n") == expected)
  }

  @Test func tellsInsertedArticlesFromThoseBefore() {
    let law = """
      図書館条例

      第一条　読者は本を読む。

      第二条　読者は、本条例第二条の二の規定により、同条例附則第一条に従う。

      第二条の二　読者は本を返す。

      ２　第二条の一部は、改正法附則第一条、第二条の例による。

      第三条　第二条の二第二項及び第二条の規定は、前条第一項又は第二項の場合に準用する。

      """
    #expect(
      references(law) == [
        "第二条の二 -> 3", "第二条 -> 2", "第二条の二第二項 -> 3.1", "第二条 -> 2", "前条第一項 -> 3", "第二項 -> 3.1",
      ])
  }

  @Test(arguments: [
    ("Articles 2(1) and (2) apply.", ["Articles 2(1) -> 2.1", "(2) -> 2.2"]),
    ("Article 1(1) and (3) apply.", ["Article 1(1) -> 1.1", "(3) -> 1.3"]),
    (
      "Article 1(2)(a) and (b), and Article 1(2)(b) or (3).",
      [
        "Article 1(2)(a) -> 1.2.1", "(b) -> 1.2.2", "Article 1(2)(b) -> 1.2.2", "(3) -> 1.3",
      ]
    ),
    ("Article 1(1), (2) and (3) say.", ["Article 1(1) -> 1.1", "(2) -> 1.2", "(3) -> 1.3"]),
    ("Articles 1(1) to (3), 2(1) and 2.", ["Articles 1(1) -> 1.1", "(3) -> 1.3", "2(1) -> 2.1", "2 -> 2"]),
    ("Paragraphs (1) and (2)(b) of Article 1.", ["Paragraphs (1) -> 1.1", "(2)(b) of Article 1 -> 1.2.2"]),
    ("Paragraph 2(a) and (b) of Article 1.", ["Paragraph 2(a) -> 1.2.1", "(b) of Article 1 -> 1.2.2"]),
    ("Point (b) of Article 1(2) and (3) apply.", ["Point (b) of Article 1(2) -> 1.2.2"]),
    ("Members under Article 1 in accordance with the law.", ["Article 1 -> 1"]),
    ("Those named in Article 1 to whom the agreement applies may vote.", ["Article 1 -> 1"]),
    (
      "EXCEPT AS SET FORTH IN ARTICLE 1 ABOVE, ARTICLES 1 AND 2 SHALL APPLY.",
      [
        "ARTICLE 1 -> 1", "ARTICLES 1 -> 1", "2 -> 2",
      ]
    ),
    ("ARTICLE 1 OF THIS ACT IS NOT ARTICLE 2 OF DIRECTIVE 2010/63/EU.", ["ARTICLE 1 -> 1"]),
    ("Article 1 in Directive 2010/63/EU, Article 2 to the Vienna Convention and Article 1 in [RFC1].", []),
    ("Article 1 TFEU and Article 2 of the law on books.", []),
  ])
  func readsEnglishListsAndOtherWorks(cited: String, expected: [String]) {
    let first = "Article 1\n\n1. One.\n\n2. Two:\n\n(a) ink;\n\n(b) bread.\n\n3. Three.\n\n"
    let act = "Act\n\n" + first + "Article 2\n\n1. One.\n\n2. Two.\n\n"
    #expect(references(act + "Article 3\n\n\(cited)\n") == expected)
  }

  @Test func readsNoNumberOfThePointBelow() {
    #expect(
      references(
        "Article 1\n1. As said in that para.\n2. Third para.\nArticle 2\nAs set out in Article 1\n(a) one;\n(b) two.\n")
        == ["Article 1 -> 1"])
  }

  /// Articles cited in turn are each divided into paragraphs once.
  @Test func readsCitationsOfParagraphsInTurn() {
    let article = { (number: String) in "第\(number)条　" + String(repeating: "有关机关应当办理。\n", count: 20_000) }
    let citing = String(repeating: "依照第一条第二款和第二条第三款。\n", count: 1_000)
    let document = Document(source: Source("\(article("一"))\n\(article("二"))\n第三条　\(citing)"))
    #expect(References(document).all().count == 2_000)
  }

  @Test func looksInsideWhatIsCitedForPartsOfIt() {
    let act = """
      Act

      Whereas:

      (1) Rooms close.

      (2) Books age.

      Article 1

      1. Read:

      (a) by day;

      (b) by night.

      2. Lend.

      Article 2

      As set out in Article 1(1), points (a) and (b), in Annex I section 2, in Annex I, points 1 and 2, and in section 2.

      (a) not this;

      (b) nor this.

      ANNEX I

      1. Tables

      2. Chairs

      """
    let found = references(act)
    #expect(
      found == [
        "Article 1(1), points (a) -> 3.1.1", "(b) -> 3.1.2", "Annex I section 2 -> 5.2", "Annex I, points 1 -> 5.1",
        "2 -> 5.2",
      ])
  }

  @Test(arguments: [
    "section 1(2) of the District of Columbia Occupational Safety and Health Amendment Act of 1988",
    "article 1 de l'ordonnance du 2 mai", "Articles I and II of the Reading Act", "Article 1 d’un décret",
    "Art. 1 V v. 14.1.2022 BAnz AT",
  ])
  func leavesOutWorksOfLongNamesAndOtherLanguages(cited: String) {
    #expect(references("Article 1\n\n1. One.\n\n2. Two.\n\nArticle 2\n\nAs \(cited) says.\n") == [])
  }

  @Test func readsInsertedArticlesInDigits() {
    #expect(references("第十二條　甲。\n\n第十二條之一　乙。\n\n第十三條　依第12-1條及第十二條之一辦理。\n") == ["第12-1條 -> 2", "第十二條之一 -> 2"])
  }

  @Test func leavesOutLawsCitedByTheirNumber() {
    #expect(references("第一条　少年院法（昭和二十三年法律第百六十九号）第二条の規定。\n\n第二条　前条の規定。\n") == ["前条 -> 1"])
  }

  @Test func choosesTheNearestOfEqualNumbers() {
    let text = """
      附件一

      第一条　甲方按第二条付款。

      第二条　付款按月。

      附件二

      第一条　乙方按第二条交货。

      第二条　交货按周。

      """
    let document = Document(source: Source(text))
    let targets = References(document).all().map {
      document.source.line(at: Int(document.outline.points[$0.target].start))
    }
    #expect(targets == [5, 11])
  }

  @Test func stepsFromReferenceToReference() throws {
    let document = Document(source: Source(law))
    let references = References(document)
    let all = references.all()
    let second = try #require(references.reference(after: all[0].range.lowerBound))
    #expect(second == all[1])
    #expect(references.reference(before: second.range.lowerBound) == all[0])
    #expect(references.reference(after: all[all.count - 1].range.lowerBound) == nil)
    #expect(references.references(in: second.range) == [second])
  }

  @Test func answersTheSameWhateverWasAskedBefore() {
    for text in [law, regulation, String(repeating: regulation, count: 40)] {
      let document = Document(source: Source(text))
      let references = References(document)
      let count = document.source.bytes.count
      let lines = (1...document.source.lineCount).map(document.source.fullLine)
      for first in [0, 1, 2, 3, 9, 8, 7, 0, lines.count - 6, lines.count - 7, 4, lines.count / 2] {
        let page =
          lines[min(max(0, first), lines.count - 1)].lowerBound..<lines[min(first + 5, lines.count - 1)].upperBound
        #expect(references.references(in: page) == references.all().filter { page.contains($0.range.lowerBound) })
      }
      #expect(references.references(in: 0..<count) == references.all())
    }
  }

  /// A list that is longer than what is looked at around a block of text, over whose end it reaches, of this document's
  /// articles or of another work's.
  @Test(arguments: ["Articles 1, N and 2 hold.", "Articles 1, N and 2 of Directive 2010/63/EU hold.", "第一条、N第二条。"])
  func findsAllOfALongListWhereverOneBegins(sentence: String) {
    let isChinese = sentence.hasPrefix("第")
    let filler = isChinese ? "借书。" : "Readers read. "
    let heads = isChinese ? ["第一条　", "第二条　", "第三条　"] : (1...3).map { "Article \($0)\n\n" }
    let list = isChinese ? String(repeating: "第三条、", count: 60) : String(repeating: "3, 1(2), ", count: 90)
    var text = "\(heads[0])one\n\n\(heads[1])two\n\n\(heads[2])three\n\n\(isChinese ? "第四条　" : "Article 4\n\n")"
    let room = References.block - text.utf8.count - list.utf8.count + 90
    text += String(repeating: filler, count: room / filler.utf8.count)
    let start = text.utf8.count
    text += sentence.replacing("N", with: list) + String(repeating: filler, count: 50) + "\n"
    #expect((600...800).contains(References.block - start))
    let document = Document(source: Source(text))
    #expect(document.outline.numberedCount == 4)
    let all = References(document).all()
    #expect(all.count == (isChinese ? 62 : sentence.contains("Directive") ? 0 : 182))
    let references = References(document)
    let end = document.source.bytes.count
    for start in [end - 900, start, start + 600, 0] {
      for row in stride(from: start, to: end, by: 200) {
        let page = row..<min(row + 800, end)
        #expect(references.references(in: page) == all.filter { page.contains($0.range.lowerBound) })
      }
    }
    for index in all.indices.dropLast() where index % 20 == 0 {
      #expect(references.reference(after: all[index].range.lowerBound) == all[index + 1])
      #expect(references.reference(before: all[index + 1].range.lowerBound) == all[index])
    }
  }

  @Test func survivesDamagedAndCutText() {
    for text in ["第", "第十", "Article", "Article ", "§", "§ ", "\u{FFFD}第十二", "point (", "Articles 1, ", "上", "第（一"] {
      #expect(references(text).isEmpty)
    }
    let bytes: [UInt8] =
      Array("1. One see section 2\n\n2. Two see ".utf8) + [0xE7, 0xAC, 0x20, 0xC2] + Array(" 第\n".utf8)
    #expect(References(Document(source: Source(utf8: bytes))).all().count == 1)
  }
}
