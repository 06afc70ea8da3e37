import Testing

@testable import DirectiveModel

/// What is odd about a document's numbering.
@Suite struct NoteTests {
  private func notes(_ text: String) -> [String] {
    OutlineReader.notes(of: Source(text)).map { "\($0.line): \($0.message)" }
  }

  @Test func notesGapsRepeatsAndUnkeptPromises() {
    #expect(
      notes("Rules\n\nWe have three tasks:\n\n1. Oil\n\n2. Water\n\n4. Wood\n\n4. Straw\n") == [
        "3: 3 points are promised, 4 follow", "9: “4.” follows “2.”: 3 is missing", "11: “4.” is repeated",
      ])
  }

  @Test(arguments: [
    ("一、油\n\n三、水\n\n四、木", "3: “三、” follows “一、”: 二 is missing"),
    ("(a) Oil\n\n(c) Water", "3: “(c)” follows “(a)”: b is missing"),
    ("(a) sell oil;\n(b) buy wood;\n(d) row;\n(e) sail.", "3: “(d)” follows “(b)”: c is missing"),
    ("I. Oil\n\nII. Water\n\nIV. Wood\n\nV. Straw", "5: “IV.” follows “II.”: III is missing"),
    ("1. Oil\n\n2. Water\n\n5. Wood", "5: “5.” follows “2.”: 3 to 4 are missing"),
    ("1. Oil\n\n3. Water\n\n2. Wood\n\n4. Straw", "3: “3.” follows “1.”: 2 is missing"),
    ("第一章　油\n\n第一条　油\n第二条　油\n\n第三章　水", "6: “第三章” follows “第一章”: 二 is missing"),
    ("第一章　油\n\n第三章　水", "3: “第三章” follows “第一章”: 二 is missing"),
    ("Article 1\n\nOil\n\nArticle 4\n\nWater", "5: “Article 4” follows “Article 1”: 2 to 3 are missing"),
    ("1.1 Oil\n\n1.2 Water\n\n1.4 Wood", "5: “1.4” follows “1.2”: 1.3 is missing"),
    ("1. Oil\n\n2. Water\n\n20. Wood\n\n21. Straw\n\n22. Corn", "5: “20.” follows “2.”: 3 to 19 are missing"),
    ("一百二十一、油\n\n一百二十二、水\n\n一百二十三、木", "1: the list begins with “一百二十一、”"),
    ("Second, oil.\n\nThird, water.", "1: the list begins with “Second,”"),
  ])
  func notes(text: String, note: String) {
    #expect(notes(text).first == note)
  }

  @Test func notesANumberThatComesLate() {
    #expect(notes("1. Oil\n\n3. Water\n\n2. Wood\n\n4. Straw").last == "5: “2.” follows “3.”")
    #expect(outlineText("1. Oil\n\n3. Water\n\n2. Wood\n\n4. Straw").split(separator: "\n").count == 4)
  }

  @Test(arguments: [
    (
      [55, 57, 56, 58], ["4: “Article 57” follows “Article 55”: 56 is missing", "7: “Article 56” follows “Article 57”"]
    ),
    (
      [1, 2, 2, 4, 3, 5],
      [
        "7: “Article 2” is repeated", "10: “Article 4” follows “Article 2”: 3 is missing",
        "13: “Article 3” follows “Article 4”",
      ]
    ),
    (
      [1, 3, 2, 2, 4],
      [
        "4: “Article 3” follows “Article 1”: 2 is missing", "7: “Article 2” follows “Article 3”",
        "10: “Article 2” follows “Article 3”",
      ]
    ),
  ])
  func placesAndNotesArticlesThatAreRepeatedOrComeLate(numbers: [Int], expected: [String]) {
    let text = numbers.map { "Article \($0)\nOil burns.\n\n" }.joined()
    #expect(notes(text) == expected)
    #expect(outlineText(text).split(separator: "\n").count == numbers.count)
    let chinese = numbers.map { "第\($0)条　油可燃。\n" }.joined()
    #expect(notes(chinese).count == expected.count)
    #expect(outlineText(chinese).split(separator: "\n").count == numbers.count)
  }

  @Test func leavesReferencesToEarlierArticlesAlone() {
    let references = "Water, as in\nArticle 2 Oil\nand so on.\n\nArticle 2 shall prevail.\n\nArticle 2 Oil is wet.\n\n"
    let text = "Article 1\n\nOil.\n\nArticle 2\n\nOil.\n\nArticle 3\n\n" + references + "Article 4\n\nWood.\n"
    #expect(outlineText(text).split(separator: "\n").count == 4)
  }

  @Test(arguments: [
    "会议定于5日下午三点召开，请有关单位做好准备：", "会议于三点召开，请做好准备：", "全年增长三点五个百分点，主要工作是：",
    "We spent twenty dollars on things:", "Two parties to the steps in four days:", "全年完成四项任务，取得五个突破。",
    "我们做了四件事：第一，学习；第二，工作。", "We did four things: oil, water, wood and straw.", "增长4.4个方面点：",
  ])
  func takesNoTimeNoDecimalAndNoOtherThingsForAPromise(text: String) {
    #expect(notes("Rules\n\n\(text)\n\n1. Oil\n\n2. Water\n").isEmpty)
  }

  @Test(arguments: [
    "现就有关工作提出四点要求：", "我讲四点：", "要做到四点，确保安全。", "会议强调以下四点。", "三点半，他谈了四点体会。",
    "以下4个方面：", "今年要抓好以下四项工作，确保落实。", "主要有四个方面。", "There are four serious reasons:", "We ask for four of the things:",
  ])
  func notesPromisesOfPoints(text: String) {
    #expect(notes("Rules\n\n\(text)\n\n1. Oil\n\n2. Water\n") == ["3: 4 points are promised, 2 follow"])
  }

  @Test func findsNothingOddAboutWhatDocumentsDo() {
    #expect(notes("讲话\n\n下面讲两点意见。\n\n一、快\n\n二、好\n").isEmpty)
    #expect(notes("§ 9 Öl\n\nText.\n\n§§ 10 bis 13 (weggefallen)\n\n§ 14 Wasser\n\nText.").isEmpty)
    #expect(notes("第一条　本則\n\n２　次項\n\n第二条　本則\n\n２　前二項の規定\n\n附　則\n\n第一条　施行").isEmpty)
    #expect(notes("一、总则\n（一）油\n（二）水\n二、附则\n（三）木\n（四）火").isEmpty)
  }

  @Test func notesEntriesOfTheContentsThatAreNotFoundAgain() {
    let text = """
      Rules

      Contents

      Chapter 1 Boats
      Chapter 2 Ferries
      Chapter 3 Oars

      Chapter 1 Boats

      They float.

      Chapter 2 Ferries

      They cross.
      """
    #expect(notes(text) == ["7: “Chapter 3” of the contents is not found again"])
  }
}
