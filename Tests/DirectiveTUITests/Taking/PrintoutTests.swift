import DirectiveModel
import Testing

@testable import DirectiveTUI

@Suite struct PrintoutTests {
  private let document = Document(source: Source(sample))

  private func printed(_ place: String, _ part: PointPart = .text, _ layout: Printout.Layout = .init()) throws -> String
  {
    let printout = Printout(selection: try document.selection(at: place), part: part, layout: layout)
    return String(decoding: printout.bytes(of: document), as: UTF8.self)
  }

  @Test func printsTextAsItIs() throws {
    #expect(try printed("2.1") == "First, repair what is torn. Paste and patience help.\n")
    #expect(
      try printed("1.1,2.1")
        == "First, open on Sundays. The doors open at nine.\nFirst, repair what is torn. Paste and patience help.\n")
    #expect(try printed("1-2").hasPrefix("   1、 Open"))
  }

  @Test func printsItsContext() throws {
    #expect(
      try printed("2.1", .context) == """
        Notice on the reading room
        2 Care for the books

        First, repair what is torn. Paste and patience help.

        """)
    #expect(try printed("2.1-2", .address) == "2.1\n2.2\n")
    #expect(try printed("2.*", .heading) == "repair what is torn\nkeep a list\n感谢读者\n")
  }

  @Test func cites() throws {
    #expect(
      try printed("2.1", .text, .init(cites: true)).hasSuffix("\n— Notice on the reading room, 2.1, line 17\n"))
    #expect(
      try printed("1.1,2.1-2", .text, .init(cites: true))
        .hasSuffix("— Notice on the reading room, 1.1 and 2.1-2.2, lines 9 and 17-19\n"))
  }

  @Test(arguments: [
    ("第一条", "— 《图书馆关于〈借书办法〉的通知》（2021年5月2日）第一条（1.1），第 7 行\n"),
    ("第一条-第二条", "（2021年5月2日）第一条（1.1）至第二条（1.2），第 7—9 行\n"), ("1.1,2", "第一条（1.1）、第二章（2），第 7、11—13 行\n"),
  ])
  func citesInTheLanguageOfTheDocument(place: String, citation: String) throws {
    let law = """
      图书馆关于《借书办法》的通知

      （2021年5月2日）

      第一章　总则

      第一条　为了读者，制定本办法。

      第二条　读者应当爱护图书。

      第二章　借阅

      第三条　借书十本。

      """
    let document = Document(source: Source(law))
    let selection = try document.selection(at: place)
    let printed = Printout(selection: selection, layout: .init(cites: true)).bytes(of: document)
    #expect(String(decoding: printed, as: UTF8.self).hasSuffix(citation))
    let japanese = Document(source: Source("図書館条例\n\n第一条　読者のために制定する。\n\n第二条　読者は本を読む。\n"))
    #expect(Citation(of: try japanese.selection(at: "1"), in: japanese).text == "図書館条例, 1, line 3")
  }

  @Test func breaksAndNumbersLines() throws {
    #expect(
      try printed("2.1", .text, .init(width: 24)) == """
        First, repair what is
        torn. Paste and patience
        help.

        """)
    #expect(
      try printed("2.1", .text, .init(width: 28, numbersLines: true)) == """
        17  First, repair what is
            torn. Paste and patience
            help.

        """)
    #expect(try printed("2.1-2.2", .text, .init(numbersLines: true)).contains("\n18  \n19  Second"))
  }

  @Test(arguments: 1...30) func losesNothingInBreaking(width: Int) throws {
    func solid(_ text: String) -> String { text.filter { !$0.isWhitespace } }
    #expect(solid(try printed("1-2", .text, .init(width: width))) == solid(try printed("1-2")))
  }
}

@Suite struct PrintedPagesTests {
  private let document = Document(source: Source(sample))

  private func pages(_ place: String, columns: Int = 40, rows: Int = 12) throws -> [[String]] {
    PrintedPages(try document.selection(at: place), of: document, columns: columns, rows: rows).pages
  }

  @Test func makesPages() throws {
    #expect(
      try pages("2").first == [
        "Notice on the reading room         2-2.2", "", "   2、 Care for the books", "", "Torn books are sad books.", "",
        "First, repair what is torn. Paste and", "patience help.", "", "Second, keep a list. Every volunteer", "",
        "                  1/2",
      ])
    #expect(try pages("2").allSatisfy { $0.count == 12 && $0.allSatisfy { DisplayWidth.columns(of: $0) <= 40 } })
    #expect(try pages("2")[1][0] == "Notice on the reading room       2.2-2.3")
  }

  @Test func keepsControlCharactersFromThePrinter() {
    let document = Document(source: Source("1. One \u{1B}[2J\ttab\n2. Two\n"))
    let pages = PrintedPages(Selection(0, in: document), of: document, columns: 40, rows: 8)
    #expect(pages.text.contains("1. One ␛[2J"))
    #expect(pages.text.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" || $0 == "\u{C}" })
  }

  @Test(arguments: [(20, 5), (21, 6), (200, 100)]) func fitsAnyPaper(columns: Int, rows: Int) throws {
    for page in try pages("1-2", columns: columns, rows: rows) {
      #expect(page.count == rows)
      #expect(page.allSatisfy { DisplayWidth.columns(of: $0) <= columns })
    }
  }
}
