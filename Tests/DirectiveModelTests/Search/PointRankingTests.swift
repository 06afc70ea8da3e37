import Testing

@testable import DirectiveModel

@Suite struct PointRankingTests {
  private let law = Document(
    source: Source(
      """
      借书条例

      第一章　总则

      第十一条　十二岁以上可以借书。

      第十二条　读者12月读书。

      第二章　附则

      第二十二条　第十二条除外。

      第二十三条　另行规定十二件事。

      """))

  private let act = Document(
    source: Source(
      "Act\n\nSec. 1. Section 4 rules\n\n(1) one;\n\n(2) two.\n\nSec. 2. Two\n\nSec. 4. Four\n\nSec. 14. More\n"))

  @Test(arguments: [("12", "1.2"), ("十二", "1.2"), ("第12条", "1.2"), ("二", "2"), ("第二章", "2"), ("2", "2")])
  func findsWhatPrintsANumberFirst(query: String, address: String) throws {
    let first = try #require(law.rankPoints(by: query).first)
    #expect(law.outline.address(of: first)?.description == address)
  }

  @Test(arguments: [("section 4", "3"), ("Sec. 4", "3"), ("Section IV", "3"), ("(2)", "1.2"), ("four", "3")])
  func findsUnitsByWordAndNumber(query: String, address: String) throws {
    let first = try #require(act.rankPoints(by: query).first)
    #expect(act.outline.address(of: first)?.description == address)
  }

  @Test func asksNoOtherNumber() {
    #expect(!law.rankPoints(by: "十二").prefix(1).contains { law.marker(of: $0) == "第二十二条" })
    #expect(act.rankPoints(by: "§ 4").map { act.marker(of: $0) }.first == "Sec. 4.")
  }
}
