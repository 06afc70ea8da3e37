import Testing

@testable import DirectiveModel

/// What readers of other programs complain of: headings that are none, and headings that are missed.
@Suite struct HeadingTrapTests {
  @Test(
    "What is no heading is none: scores, times, money, dates, quotations",
    arguments: [
      "3:1 was the score, and 12:30 the time.", "40", "1.5 million yuan were paid.", "2.30 p.m. is late.",
      "$3. A sum of money.", "2024. A year that ends a sentence.", "“3. Quoted, and no rule of ours.”",
      "1 January 2024", "10% of the members", "2024年1月1日", "3.14 is a number.",
    ])
  func passesOver(line: String) {
    #expect(outlineText("1. Water\n\n\(line)\n\n2. Wood\n\n3. Wool\n") == "1. Water\n2. Wood\n3. Wool")
  }

  @Test("What stands before a number in a heading is no separator", arguments: ["-3 degrees", ".5 litres"])
  func keepsSigns(heading: String) {
    #expect(outlineText("1. \(heading)\n\n2. - Wood\n") == "1. \(heading)\n2. Wood")
  }

  @Test("A reference in small letters opens no gap in a list that has capitals") func opensNoGap() {
    #expect(outlineText("(a) Oil\n\n(b) Water\n\n(d) and\n\n(e) are void.\n") == "(a) Oil\n(b) Water")
  }

  @Test("A long heading is found, and one after a long chapter") func findsLongOnes() {
    let long = String(repeating: "关于加强图书馆阅览室开放管理工作", count: 5)
    let chapter = String(repeating: "读者应当爱护图书，按时归还。\n\n", count: 3000)
    #expect(outlineText("图书馆条例\n\n第一章 \(long)\n\n\(chapter)第二章 借阅\n") == "第一章 \(long)\n第二章 借阅")
  }

  @Test(
    "Levels follow the document, and odd numbers keep their place",
    arguments: [
      (["第一章", "第一节", "第一条", "第一条之一", "第二条", "第二章", "第三条"], [1, 2, 3, 3, 3, 1, 2]),
      (["Article 12", "Article 12A", "Article 13"], [1, 1, 1]),
      (["Part I", "Chapter 1", "Section 1", "Part II", "Chapter 1", "Section 1"], [1, 2, 3, 1, 2, 3]),
      (["一、", "（一）", "1.", "2.", "（二）", "二、"], [1, 2, 3, 3, 2, 1]),
    ])
  func nests(markers: [String], levels: [Int]) {
    #expect(depths(markers) == levels)
  }

  @Test(arguments: [
    ("Oil and water", true), ("Oil and water.", true), ("Oil  and water", false), ("Oil\tand water", false),
    ("Oil and water .", false), ("Oil\u{A0}and water", false), ("Oil\u{2003}and water", false), ("图书馆　规定", false),
    ("图书馆，规定。", true), ("Oil and water are bought and sold here, in barrels of many sizes  and shapes", false),
    ("Oil and water. Wood  and stone", true), ("Oil\u{B}and water", false),
    ("Oil … and ¥ 12, “water” – all of it", true),
  ])
  func knowsHeadingsOnOneLine(text: String, isKnown: Bool) {
    let document = Document(source: Source("1. \(text)\n2. More\n"))
    let heading = [UInt8](unsafeUninitializedCapacity: text.utf8.count) { bytes, count in
      var writer = ByteWriter(bytes)
      document.writeHeading(of: document.outline.points[0], to: &writer)
      count = writer.count
    }
    #expect(document.outline.points[0].hasSingleLine == isKnown)
    #expect(String(decoding: heading, as: UTF8.self) == document.heading(of: 0))
  }
}
