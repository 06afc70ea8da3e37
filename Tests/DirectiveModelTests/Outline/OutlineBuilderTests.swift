import Testing

@testable import DirectiveModel

@Suite struct OutlineBuilderTests {
  @Test(arguments: [
    (["1.", "(a)", "(b)", "2."], [1, 2, 2, 1]),
    (["(a)", "(i)", "(ii)", "(b)"], [1, 2, 2, 1]),
    (["(a)", "(1)", "(A)", "(i)", "(ii)", "(B)", "(2)", "(b)"], [1, 2, 3, 4, 4, 3, 2, 1]),
    (["(1)", "(a)", "(i)", "(b)", "(2)"], [1, 2, 3, 2, 1]),
    (["一、", "（一）", "1.", "（1）", "①", "（2）", "2.", "（二）", "二、"], [1, 2, 3, 4, 5, 4, 3, 2, 1]),
    (["一、", "1.", "2.", "二、", "（一）", "1.", "（二）"], [1, 2, 2, 1, 2, 3, 2]),
    (["第1條", "一、", "（一）", "二、", "第2條"], [1, 2, 3, 2, 1]),
    (["Part I", "1.", "2.", "Part II", "3.", "4."], [1, 2, 2, 1, 2, 2]),
    (["Part I", "Chapter 1", "Article 1", "Article 2", "Part II", "Article 3"], [1, 2, 3, 3, 1, 2]),
    (["1.", "1.1", "1.1.1", "1.2", "2.", "2.1"], [1, 2, 3, 2, 1, 2]),
    (["4.1", "4.2", "4.2.1", "4.9", "4.10"], [1, 1, 2, 1, 1]),
    (["1.", "2.", "2a.", "3."], [1, 1, 1, 1]),
    (["1.", "2.", "4.", "5.", "5.", "6."], [1, 1, 1, 1, 1, 1]),
    (["第三条", "第三条之一", "第四条"], [1, 1, 1]),
    (["11.", "12.", "12A.", "13."], [1, 1, 1, 1]),
    (["12.", "12A.", "13."], [1, 1, 1]),
  ])
  func nests(markers: [String], depths expected: [Int]) {
    #expect(depths(markers) == expected)
  }

  @Test func readsIAsALetterAfterH() {
    #expect(
      depths(["(a)", "(b)", "(c)", "(d)", "(e)", "(f)", "(g)", "(h)", "(i)", "(j)"]) == Array(repeating: 1, count: 10))
  }

  @Test func readsIAsARomanBeforeTheSecondRoman() {
    #expect(
      depths(["(a)", "(b)", "(c)", "(d)", "(e)", "(f)", "(g)", "(h)", "(i)", "(ii)", "(i)", "(j)"])
        == [1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 1, 1])
  }

  @Test func goesOnBelowTheNextHeading() {
    #expect(depths(["一、", "（一）", "（二）", "二、", "（三）", "（四）"]) == [1, 2, 2, 1, 2, 2])
  }

  @Test func nestsAListOfTheSameStyleThatEndsBeforeTheOuterOneGoesOn() {
    #expect(depths(["1.", "2.", "A.", "1.", "2.", "B.", "3."]) == [1, 1, 2, 3, 3, 2, 1])
  }

  @Test func dropsALoneMemberOfAWeakStyle() {
    #expect(depths(["I.", "1.", "2."]) == [0, 1, 1])
  }

  @Test(arguments: [
    "3.5 million went to repairs.", "p. 17 shows one.", "2021. The year began well.", "2022 brought a harvest.",
    "12 per cent paid late.", "2.5吨水泥已受潮。", "A. is well and sends her love.", "C. Duarte reported.",
    "Section 9 orders otherwise.", "Second World War veterans sat in front.", "首先感谢大家。", "Finally, a word of thanks.",
  ])
  func leavesProseAlone(line: String) {
    #expect(outlineText("Report\n\n1. Oil\n\n\(line)\n\n2. Water") == "1. Oil\n2. Water")
  }

  @Test func tellsInitialsFromLetteredHeadings() {
    let text =
      "Minutes\n\nA. Attendance\n\nJ. Abara came.\nB. Osei did not.\n\nB. Hedges\n\nC. Duarte spoke.\n\nC. Rest"
    #expect(outlineText(text) == "A. Attendance\nB. Hedges\nC. Rest")
  }

  @Test func takesASeriesWithoutItsFirst() {
    #expect(depths(["Second,", "Third,"]) == [1, 1])
  }

  @Test func opensTwoPointsOnOneLine() {
    let outline = outlineText("(a) One\n(b)(1) Two\n(2) Three\n(c) Four")
    #expect(outline == "(a) One\n(b)\n  (1) Two\n  (2) Three\n(c) Four")
  }

  @Test func ranksSectionsBelowArticlesWhereTheDocumentDoes() {
    #expect(
      depths(["Article I", "Section 1.", "Section 2.", "Article II", "Section 1.", "Article III", "Section 1."])
        == [1, 2, 2, 1, 2, 1, 2])
  }

  @Test func closesAllListsAtAnEnactingFormula() {
    #expect(
      outlineText("(1) Boats float.\n\nHAS ADOPTED THIS RECOMMENDATION:\n\n1. Aims\n\n(1) Boats.\n\n2. Means")
        == "(1) Boats float\n1. Aims\n  (1) Boats\n2. Means")
  }
}
