import Testing

@testable import DirectiveModel

/// Lists that change the punctuation or the wording of their markers.
@Suite struct DressChangeTests {
  @Test(arguments: [
    (["1、", "2.", "3、"], [1, 1, 1]),
    (["1、", "2、", "3．", "4．", "5、"], [1, 1, 1, 1, 1]),
    (["1.", "2.", "3)", "4)", "5."], [1, 1, 1, 1, 1]),
    (["一", "二", "三、", "四、"], [1, 1, 1, 1]),
    (["（一）", "（二）", "三）", "（四）"], [1, 1, 1, 1]),
    (["First,", "The second is", "Third,"], [1, 1, 1]),
    (["First,", "Second,", "The third is"], [1, 1, 1]),
    (["1、", "First,", "Second,", "2.", "First,", "Second,", "3、"], [1, 2, 2, 1, 2, 2, 1]),
    (["1、", "1)", "2)", "2.", "1)", "2)", "3、"], [1, 2, 2, 1, 2, 2, 1]),
  ])
  func goOn(markers: [String], depths expected: [Int]) {
    #expect(depths(markers) == expected)
    #expect(OutlineReader.notes(of: Source(markers.map { $0 + " Oil" }.joined(separator: "\n"))).isEmpty)
  }

  @Test(arguments: [
    (["1.", "1)", "2)", "2.", "1)", "2)"], [1, 2, 2, 1, 2, 2]),
    (["1.", "2.", "1)", "2)", "3."], [1, 1, 2, 2, 1]),
    (["一、", "（一）", "（二）", "二、", "（三）"], [1, 2, 2, 1, 2]),
  ])
  func leaveListsInsideAlone(markers: [String], depths expected: [Int]) {
    #expect(depths(markers) == expected)
  }

  @Test func leaveReferencesAlone() {
    #expect(outlineText("1. Oil\nas before\n2) above, and so on\n\n2. Water") == "1. Oil\n2. Water")
  }
}
