import Testing

@testable import DirectiveModel

private let notice = WhereSamples.notice
private let law = WhereSamples.law
private let act = WhereSamples.act

@Suite struct WhereTests {
  private func addresses(_ typed: String, _ document: Document = notice) throws -> [String] {
    try document.points(at: typed).map { id in
      document.outline.address(of: id)?.description
        ?? (document.outline.points[id].kind == .closing ? "closing" : "preamble")
    }
  }

  private func text(_ typed: String, _ document: Document = law) throws -> [String] {
    try document.selection(at: typed).text.map {
      document.source.string(Whitespace.trim($0, in: document.source))
    }
  }

  @Test(arguments: [
    ("2.3", ["2.3"]), ("2", ["2"]), ("2.", ["2"]), ("2.1-2.3", ["2.1", "2.2", "2.3"]),
    ("2.1-3", ["2.1", "2.2", "2.3"]),
    ("2.3-2.1", ["2.1", "2.2", "2.3"]), ("2.1..2.2", ["2.1", "2.2"]), ("2.*", ["2.1", "2.2", "2.3"]),
    ("*", ["1", "2", "3"]), ("*.1", ["1.1", "2.1"]), ("2.1,3", ["2.1", "3"]), ("2.1-2.2,3", ["2.1", "2.2", "3"]),
    ("2.3, 2.1", ["2.1", "2.3"]),
    ("2.1,3.", ["2.1", "3"]), ("2.1,2.2-3,1", ["1", "2.1", "2.2", "2.3"]), ("2,2.1", ["2"]),
    ("1.2-2.1", ["1.2", "2.1"]), ("1-2.1", ["1", "2.1"]), ("２．１，３", ["2.1", "3"]), ("2。3", ["2.3"]),
    ("preamble", ["preamble"]), ("Closing", ["closing"]), ("preamble,1.1", ["preamble", "1.1"]),
    ("3-closing", ["3", "closing"]), (" 2.1 - 2.2 ", ["2.1", "2.2"]),
  ])
  func readsAddresses(typed: String, addresses: [String]) throws {
    #expect(try self.addresses(typed) == addresses)
  }

  @Test func takesNoListOfAddressesForAMarking() throws {
    let text = (1...3).map { "Part \($0) P\n\n§ \($0) A\n\n1. a\n\n2. b\n\n" }.joined()
    #expect(try addresses("2-3,1", Document(source: Source(text))) == ["1", "2", "3"])
  }

  @Test(arguments: [
    ("volunteers", ["1.2"]), ("\"more volunteers\"", ["1.2"]), ("“\"readers”", []), ("'“Readers\" asked'", ["1.2"]),
    ("\"lend ABC\"", ["2.3"]), ("Care for", ["2"]), ("Money", ["3"]),
  ])
  func findsKeywordsAndPhrases(typed: String, addresses: [String]) throws {
    if addresses.isEmpty {
      #expect(throws: NotFound.self) { try notice.points(at: typed) }
    } else {
      #expect(try self.addresses(typed) == addresses)
    }
  }

  @Test(arguments: [
    ("7.2", "7.2: no such point; theme 3 is the last"), ("2.9", "2.9: no such point; 2.3 is the last there"),
    ("2.1-9", "2.9: no such point; 2.3 is the last there"), ("2.1,9", "9: no such point; theme 3 is the last"),
    ("3.1", "3.1: no such point; 3 has no points inside"),
    ("3.*", "3.*: no such point; 3 has no points inside"), ("0", "0: no such point; theme 3 is the last"),
    ("99999999999999999999", "99999999999999999999: no such point; theme 3 is the last"),
    ("subsidy", "subsidy: no point speaks of it"), ("\"no such words\"", "no such words: no point speaks of it"),
    ("", ": no point speaks of it"), ("Article 7", "Article 7: no such point; nothing here is numbered like that"),
  ])
  func tellsWhatIsNotThere(typed: String, message: String) {
    #expect { try notice.points(at: typed) } throws: { ($0 as? NotFound)?.description == message }
  }

  @Test(arguments: [
    ("第十二条", "第十二条　本条例自公布之日起施行。"), ("第12条", "第十二条　本条例自公布之日起施行。"),
    ("Article 12", "第十二条　本条例自公布之日起施行。"), ("第二条第一款", "第二条　读者应当爱护图书。"),
    ("第二条第二款", "前款所称读者，包括下列人员：\n\n（一）学生；\n\n（二）教师。"), ("第二条第三款", "读者证由图书馆发放。"),
    ("第二条第二款第一项", "（一）学生；"), ("第二条第二项", "（二）教师。\n\n读者证由图书馆发放。"), ("第二条（一）", "（一）学生；"),
    ("第二条(1)", "（一）学生；"), ("（一）", "（一）学生；"), ("第二条第（二）项", "（二）教师。\n\n读者证由图书馆发放。"),
    ("第二条第二款第（一）项、第（二）项", "（一）学生；\n\n（二）教师。\n\n读者证由图书馆发放。"),
    ("第二条第一项、第二项", "（一）学生；\n\n（二）教师。\n\n读者证由图书馆发放。"),
    ("第二条第二款至第三款", "前款所称读者，包括下列人员：\n\n（一）学生；\n\n（二）教师。\n\n读者证由图书馆发放。"),
  ])
  func readsChineseCitations(typed: String, text: String) throws {
    #expect(try self.text(typed) == [text])
  }

  @Test(arguments: [
    ("Article 1(1)(b)", "1.1.2"), ("article 1(1), point (b)", "1.1.2"), ("Article 1, paragraph 1, point b", "1.1.2"),
    ("Art. 1 Abs. 2", "1.2"), ("ARTICLE 2 (1)(a)", "2.1.1"), ("Article II", "2"), ("第二条", "2"),
    ("Article 1(1)(a)", "1.1.1"),
  ])
  func readsEnglishCitations(typed: String, address: String) throws {
    #expect(try addresses(typed, act) == [address])
  }

  @Test(arguments: [
    ("Article 2, second paragraph", "They rest on Sundays:\n\n(a) at home;"),
    ("second paragraph of Article 2", "They rest on Sundays:\n\n(a) at home;"),
    ("Article 2, second paragraph, point (a)", "(a) at home;"), ("Article 1(1), first subparagraph", "1. Open daily."),
    ("Article 1(1), second subparagraph", "And at night."),
  ])
  func readsParagraphsThatCarryNoNumber(typed: String, text: String) throws {
    let act = """
      Article 1

      1. Open daily.

      And at night.

      2. Closed never.

      Article 2

      Readers read.

      They rest on Sundays:

      (a) at home;

      """
    let document = Document(source: Source(act))
    let found = try document.selection(at: typed).text
    #expect(found.map { document.source.string(Whitespace.trim($0, in: document.source)) } == [text])
  }

  @Test(arguments: [
    ("2", "2 counts the points: it is “3.”; “2.” is 3"), ("3", "3 counts the points: it is “2.”; “3.” is 2"),
    ("1", nil), ("1.1", nil), ("4", nil),
    ("Hours", nil), ("9", nil),
  ])
  func tellsWhereTheNumberTypedIsPrintedElsewhere(typed: String, message: String?) {
    let document = Document(
      source: Source("Rules\n\n1. Rooms:\n\n(a) one;\n\n3. Hours\n\nOpen.\n\n2. Keys\n\nKept.\n\n4. End\n"))
    #expect(document.misnumbering(at: typed).map { $0.description(in: document) } == message)
  }

  @Test(arguments: [
    ("Clause 2", "2"), ("clause 2(b)", "2.2"), ("Section 2 (a)", "2.1"), ("Article 1", "1"),
    ("2(b)", "2.2"),
  ])
  func findsWhatIsCitedByAWordThatIsNotPrinted(typed: String, address: String) throws {
    let contract = "Contract\n\n1. Rent\n\n2. Use\n\n(a) by day;\n\n(b) by night.\n\nSchedule 1\n\n1. A manual\n"
    #expect(try addresses(typed, Document(source: Source(contract))) == [address])
  }

  @Test(arguments: ["Article 3", "Annex 2", "Chapter 2", "第二章", "§ 3", "Section 3", "第三条"])
  func takesNoRecitalForAnArticle(typed: String) {
    let recitals = "Act\n\nWhereas:\n\n(1) Rooms close.\n\n(2) Books age.\n\n(3) Readers wait.\n\n"
    let regulation = Document(source: Source(recitals + "Article 1\n\nOpen.\n\nArticle 2\n\nEnd.\n"))
    #expect(regulation.outline.children(of: nil).count >= 5)
    #expect(throws: NotFound.self) { try regulation.points(at: typed) }
  }

  @Test(arguments: ["Annex 2", "附件2", "Part 2", "第二编"])
  func takesNoThemeForAnAnnexOrAPartOfAWork(typed: String) {
    #expect(throws: NotFound.self) { try notice.points(at: typed) }
  }

  @Test(arguments: [("2(a)", "2.1"), ("1(a)", "1.1"), ("2(a)(1)", "2.1.1")])
  func takesABareNumberForTheOutermostSection(typed: String, address: String) throws {
    let act = """
      Act

      SEC. 1. Rooms.

      (a) One room:

      (1) bright;

      (2) quiet:

      (A) by day;

      (B) by night.

      SEC. 2. Books.

      (a) Books:

      (1) old;

      (2) new.

      """
    #expect(try addresses(typed, Document(source: Source(act))) == [address])
  }

  @Test(arguments: [
    ("II", "2"), ("II.A.1", "2.1.1"), ("II.A.2.", "2.1.2"), ("A.1", "2.1.1"), ("II.B", "2.2"), ("II A", "2.1"),
    ("II.A", "2.1"), ("II, III", "2 3"), ("III", "3"), ("B", "2.2"), ("Money", "2"), ("I", "1"),
  ])
  func readsNumeralsWithoutTheirStops(typed: String, addresses: String) throws {
    let minutes = Document(
      source: Source(
        "Minutes\n\nI. Opening\n\nII. Money\n\nA. Fees\n\n1. Children\n\n2. Others\n\nB. Gifts\n\nIII. End\n"))
    #expect(try self.addresses(typed, minutes).joined(separator: " ") == addresses)
  }

  @Test(arguments: [
    ("Articles 1 to 3", "1 2 3"), ("Articles 1 and 3", "1 3"), ("§§ 1 und 2", "1 2"), ("articles 2 à 3", "2 3"),
    ("Articles 1, 2, and 3", "1 2 3"), ("第一条和第三条", "1 3"), ("Articles 2 et 3", "2 3"),
    ("Articles 1(1) and 2", "1.1 2"), ("Articles 1(1)(a), 2(1)(a) and 3", "1.1.1 2.1.1 3"),
    ("Articles 1(1), 2 to 3", "1.1 2 3"), ("Article 1(1) and (2)", "1.1 1.2"),
  ])
  func readsTheWordsOfRangesAndLists(typed: String, addresses: String) throws {
    #expect(try self.addresses(typed, act).joined(separator: " ") == addresses)
  }

  @Test(arguments: [("前言", ["preamble"]), ("结语", ["closing"])])
  func readsThePartsWithoutNumberInChinese(typed: String, addresses: [String]) throws {
    #expect(try self.addresses(typed) == addresses)
  }

  /// A foreword without a number, so that no address is the number printed.
  @Test(arguments: [
    ("1.2", "1.2: no such point; 1 has no points inside; “1.2” is 2.2"),
    ("1", "1 counts the points: it is “Foreword”; “1” is 2"),
    ("2.1", "2.1 counts the points: it is “1.1”; “2.1” is 3.1"), ("3.1", nil),
    ("2.9", "2.9: no such point; 2.2 is the last there"),
  ])
  func tellsWhereADecimalNumberIs(typed: String, message: String?) {
    let document = Document(
      source: Source(
        "# Rules\n\n## Foreword\n\n## 1 Rooms\n\n### 1.1 One\n\n### 1.2 Two\n\n## 2 Hours\n\n### 2.1 Open\n"))
    do throws(NotFound) {
      _ = try document.points(at: typed)
      #expect(document.misnumbering(at: typed)?.description(in: document) == message)
    } catch {
      #expect(error.description == message)
    }
  }

  @Test(arguments: [("5", "“5.” is 4"), ("7", "theme 4 is the last"), ("9.", "theme 4 is the last")])
  func tellsWhereANumberBeyondTheLastAddressIs(typed: String, message: String) {
    let document = Document(source: Source("Rules\n\n1. Rooms\n\n2. Hours\n\n4. Keys\n\n5. End\n"))
    #expect { try document.points(at: typed) } throws: { ($0 as? NotFound)?.description.hasSuffix(message) == true }
  }

  @Test(arguments: ["Schedule", "Annex", "Exhibit", "Appendix", "Chapter", "Part"])
  func findsUnitsByTheirWordAndNumber(word: String) throws {
    let deed = Document(source: Source("Deed\n\n\(word) 1\n\nPaid.\n\n\(word) 2\n\nText.\n"))
    #expect(try addresses("\(word) 2", deed) == ["2"])
  }

  @Test(arguments: ["R. 134-12", "r134-12", "L. 2-1", "article L. 2-1"])
  func findsArticlesOfFrenchCodesWithoutTheirWord(typed: String) throws {
    let code = "Code des outils\n\nArticle L. 2-1\n\nPropre.\n\nArticle R. 134-12\n\nTenu.\n"
    #expect(
      try addresses(typed, Document(source: Source(code))) == [
        typed.lowercased().contains("r.") || typed.hasPrefix("r") ? "2" : "1"
      ])
  }

  @Test(arguments: ["第21条", "21条", "廿一条", "２１條"])
  func findsArticlesByWhateverNumerals(typed: String) throws {
    for printed in ["第廿一条", "第二十一条", "第21条"] {
      let rules = "规定\n\n第二十条　甲。\n\n\(printed)　乙。\n\n第二十二条　丙。\n"
      #expect(try addresses(typed, Document(source: Source(rules))) == ["2"])
    }
  }

  @Test func countsOnInLists() throws {
    #expect(try addresses("Articles 1-2", act) == ["1", "2"])
    #expect(try addresses("Article 1(1)(a), (b)", act) == ["1.1.1", "1.1.2"])
    #expect(try addresses("Article 1, 3", act) == ["1", "3"])
    #expect(try addresses("第一条-第三条", law) == ["1.1", "1.2", "1.3"])
    #expect(
      try addresses("二（二）", Document(source: Source("一、开放时间\n（一）周日开放。\n（二）夜间开放。\n二、爱护图书\n（一）修补。\n（二）登记。\n"))) == ["2.2"]
    )
  }

  @Test(arguments: [
    ("第二条第四款", "第二条第四款: no such point; 1.2.2 is the last there"),
    ("第九十九条", "第九十九条: no such point; 第十二条 is the last"),
    ("12", "12: no such point; theme 2 is the last; “第十二条” is 2.2"),
  ])
  func tellsWhatALawLacks(typed: String, message: String) {
    #expect { try law.points(at: typed) } throws: { ($0 as? NotFound)?.description == message }
  }

  @Test func keepsTheHeadingsInsideARange() throws {
    let selection = try notice.selection(at: "1.2-2.1")
    #expect(selection.text.count == 1)
    #expect(notice.source.string(selection.text[0]).contains("Care for the books"))
    #expect(!notice.source.string(selection.text[0]).contains("keep a list"))
  }

  @Test(arguments: [
    ("第二条第二款-第三条", "前款所称读者，", "每日开放。"), ("第三条-第二条第三款", "读者证由", "每日开放。"), ("第一条-第二条第一款", "第一条", "爱护图书。"),
  ])
  func leavesTheRestOfAnEndOut(typed: String, first: String, last: String) throws {
    let found = try text(typed)
    #expect(found.count == 1)
    #expect(found[0].hasPrefix(first) && found[0].hasSuffix(last))
  }

  @Test func listsWhatIsAmbiguous() {
    #expect(throws: NotFound.ambiguous("(b)", [4, 9])) { try act.points(at: "(b)") }
  }
}
