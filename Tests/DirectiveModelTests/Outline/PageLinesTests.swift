import Testing

@testable import DirectiveModel

@Suite struct PageLinesTests {
  private func lines(_ text: String) -> [Int] {
    let source = Source(text)
    let pages = PageLines(source)
    return (1..<source.lineCount + 1).filter { pages.hold($0, of: source) }
  }

  @Test func tellsPageNumbersThatStandAlone() {
    #expect(lines("1. One\n\n12\n\nof the text\n\n- 13 -\n\n第 3 页\n\nPage 4 of 12\n") == [3, 7, 9, 11])
    #expect(lines("The year was\n1999\nand nothing else.\n") == [])
  }

  @Test func tellsLinesAtTheEndsOfSeveralPages() {
    let words = ["alpha", "beta", "gamma"]
    let pages = words.indices.map { "\u{C}Annual Report 20\($0)\n\nof \(words[$0])\n\nrestricted\n" }
    let text = "Annual Report\n\nfirst text\n\nrestricted\n" + pages.joined()
    #expect(lines(text) == [1, 5, 6, 10, 11, 15, 16])
  }

  @Test func looksAtNoTextWithoutPages() {
    #expect(lines("Ayes 3\n\nAyes 4\n\nAyes 5\n\nAyes 6\n") == [])
  }
}
