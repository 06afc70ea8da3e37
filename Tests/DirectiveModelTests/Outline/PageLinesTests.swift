import Testing

@testable import DirectiveModel

@Suite struct PageLinesTests {
  private func lines(_ text: String) -> [Int] {
    let document = Document(source: Source(text))
    let pages = PageLines(document)
    return (1..<document.source.lineCount + 1).filter { pages.hold($0, of: document.source) }
  }

  /// The text without what belongs to pages.
  private func text(_ text: String) -> String {
    let document = Document(source: Source(text))
    return PageLines(document).string(0..<document.source.bytes.count, of: document.source)
  }

  @Test func tellsLinesThatSayThatTheyNumberAPage() {
    #expect(lines("1. One\n\n— 12 —\n\nof the text\n\n- 13 -\n\n第 3 页\n\nPage 4 of 12\n") == [3, 7, 9, 11])
    #expect(lines("The year was\n\n1999\n\nand nothing else.\n") == [])
  }

  @Test(arguments: [
    "Page 4", "[Page 4]", "page 4/12", "Rules of Lending    [Page 4]", "Rules | Page 4", "Rules  Page 4 of 9",
    "第 3 頁", "第3页 共10页", "第三页",
  ]) func tellsNumbersOfPages(line: String) {
    #expect(lines("1. Oil\n\n\(line)\n\nof the text\n") == [3])
  }

  @Test(arguments: [
    "The full table is on page 12", "See page 4 of 12", "Page 4 tells of article 12", "Page", "page 7b",
    "第一百条的规定载于首页", "第三条在第 5 页", "第一，请看下页", "[4]", "Annex 12",
  ]) func takesNoSentenceForANumber(line: String) {
    #expect(lines("1. Oil\n\n\(line)\n\nof the text\n") == [])
  }

  @Test func holdsNoLineThatIsNotThere() {
    let document = Document(source: Source("Page 1\n\ntext\n"))
    let pages = PageLines(document)
    #expect([-1, 0, 4, 5].allSatisfy { !pages.hold($0, of: document.source) })
  }

  @Test func tellsNumbersAtTheEndsOfPagesThatGoOnFromEachOther() {
    #expect(lines("one\n\n1\n\n\u{C}two\n\n2\n\n\u{C}three\n\n1999\n") == [3, 7])
    #expect(lines("one\n\n1\n\n\u{C}two\n\n7\n") == [])
  }

  @Test(arguments: ["-#-", "- # -", "#/9", "[#]", "~ # ~", "P. #", "Seite # von 9", "第#页", "第 # 页 共 9 页", "《#》"])
  func tellsDecoratedNumbersAtTheEndsOfPages(form: String) {
    let numbers = [1, 2].map { page in
      form.map { $0 == "#" ? "\(page)" : String($0) }.joined()
    }
    #expect(lines("one\n\(numbers[0])\n\u{C}two\n\(numbers[1])\n\u{C}three\n") == [2, 4])
  }

  @Test func tellsLinesAtTheEndsOfSeveralPages() {
    let words = ["alpha", "beta", "gamma"]
    let pages = words.indices.map { "\u{C}Annual Report 20\($0)\n\nof \(words[$0])\n\nrestricted\n" }
    let text = "Annual Report\n\nfirst text\n\nrestricted\n" + pages.joined()
    #expect(lines(text) == [5, 6, 10, 11, 15, 16, 20])
  }

  /// A line of prose in the middle of a sentence, none like another.
  private func prose(_ number: Int) -> String {
    let words = ["oars", "boats", "ropes", "nets", "sails", "masts", "keels"]
    let line = (0..<6).map { words[number / [1, 2, 3, 5, 7, 11][$0] % words.count] }
    return "and of the \(line.joined(separator: " and the ")) that the harbour has"
  }

  /// Pages of lines of prose, with `foot` below each but the last; the text, and the lines that are feet.
  private func paged(_ pages: Int, foot: (Int) -> [String]) -> (text: String, feet: [Int]) {
    var (text, feet): ([String], [Int]) = (["Report on the harbour", ""], [])
    for page in 1...pages {
      text += (1...12).map { prose(page * 12 + $0) }
      if page == pages { break }
      for line in [""] + foot(page) + [""] {
        text.append(line)
        if !line.isEmpty { feet.append(text.count) }
      }
    }
    return (text.joined(separator: "\n") + "\n", feet)
  }

  @Test(arguments: [
    ["#"], ["Annual Report 2031", "#"], ["#    Harbour"], ["Annual Report\t#"], ["#", "", "Annual Report 2031"],
    ["- # -"], ["confidential", "Page #"],
  ])
  func tellsPagesByTheirNumbersWhereNoFormFeedsPartThem(foot: [String]) {
    let (text, feet) = paged(5) { page in foot.map { $0.replacing("#", with: "\(page)") } }
    #expect(lines(text) == feet)
    #expect(self.text(text).contains("\(prose(24))\n\(prose(25))"))
  }

  @Test func takesNoNumbersForThoseOfPagesThatDoNotPartTheWholeText() {
    #expect(lines(paged(5) { [["7", "3", "9", "1", "5"][$0]] }.text) == [])
    let table = (1...5).map { "Row    \($0)\n" }.joined()
    #expect(lines("Report\n\n\(table)\n" + (1...40).map { prose($0) + "\n" }.joined()) == [])
  }

  @Test func takesNoNumbersOfStanzasForThoseOfPages() {
    let stanzas = (1...5).map { number in
      "\(number)\n\nWe sing\n\((1...9).map { prose(number * 9 + $0) + "\n" }.joined())and sing of the sea.\n\n"
    }
    #expect(lines("Songs\n\n" + stanzas.joined()) == [])
  }

  @Test func looksAtNoTextWithoutPages() {
    #expect(lines("Ayes 3\n\nAyes 4\n\nAyes 5\n\nAyes 6\n") == [])
  }

  @Test func leavesOutNoLineThatAPointBeginsWith() {
    let pages = ["One", "Two", "Three"].map { "\u{C}Article 5. Books are lent.\n\n\($0) more words.\n" }
    #expect(text("Law\n\n" + pages.joined()).contains("Article 5. Books are lent."))
  }

  @Test func joinsAParagraphBehindTheEndOfAPage() {
    let bodies = ["fair", "used", "torn"].map { word in
      (1...12).map { "Of the \(word) books that are lent to readers number \($0 + 10) is the\n" }.joined()
    }
    let page = "\u{C}Gazette of the Reading Room\n\n"
    func pages(_ bodies: [String]) -> String {
      bodies[0] + "\n1\n\n" + page + bodies[1] + "\n2\n\n" + page + bodies[2] + "\n3\n\n" + page + "\nEnd.\n"
    }
    #expect(text(pages(bodies)) == bodies.joined() + "End.\n")
    let ended = bodies.enumerated().map { $1 + ["one.\n", "two.\n", "three.\n"][$0] }
    #expect(text(pages(ended)) == ended.joined(separator: "\n") + "\nEnd.\n")
  }

  @Test func leavesATextOfNothingElseAlone() {
    let text = (1...40).map { "Page \($0)\n\n" }.joined()
    #expect(self.text(text) == text)
    #expect(self.text("Page 1\n") == "Page 1\n")
  }
}
