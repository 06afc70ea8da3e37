import Testing

@testable import DirectiveTUI

@Suite struct WordTests {
  @Test func searchesTheWordOfTheRow() {
    var session = Session(sample)
    session.press("1.2<Enter>*")
    #expect(session.status == "“\\bvolunteers\\b” wrapped, 1/1")
    session.press("/volu<Enter>*")
    #expect(session.status.contains("volunteers"))
  }

  @Test func goesOnToTheNextOccurrence() {
    var session = Session("1. Apples\n\nMany apples here.\n\n2. Pears\n\nNo apples.\n")
    session.press("1<Enter>*")
    #expect(session.status == "“\\bapples\\b” 2/3")
    session.press("*")
    #expect(session.status == "“\\bapples\\b” 3/3")
    session.press("#")
    #expect(session.status == "“\\bapples\\b” 2/3")
    session.press("<Esc><Esc>g<Tab>2<Enter>*")
    #expect(session.status.hasPrefix("“\\bpears\\b”"))
  }

  @Test func takesTheTermThatIsRepeatedWhereNoBlanksPartWords() {
    var session = Session("一、加强工会建设\n\n工会要服务职工。\n\n二、其他工作\n\n各级工会应当努力。\n")
    session.press("1<Enter>*")
    #expect(session.status == "“工会” 2/3")
  }

  @Test(arguments: [
    ("一、生活保護の申請について\n\n生活保護は国の制度である。生活を守る。\n", "生活保護"),
    ("一、データベースの使用\n\nデータは大切。データベースも。\n", "データベース"),
    ("一、工会组织\n\n工会要做好工作，工会组织也要。\n", "工会组织"), ("1. Été doux\n\nété\n", "Été"),
  ]) func takesARunOfOneScript(text: String, word: String) {
    var session = Session(text)
    session.press("1<Enter>*")
    #expect(session.status.hasPrefix("“\(word)”"), "\(session.status)")
  }

  @Test func saysWhenThereIsNoWord() {
    var session = Session("1. A\n\n12 34\n")
    session.press("1<Enter><Tab>jj*")
    #expect(session.status == "No word to search on this row")
  }
}
