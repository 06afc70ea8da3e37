import DirectiveModel
import Testing

@testable import DirectiveTUI

/// What programs that convert PDFs leave of pages, on the screen and in what is taken away.
@Suite struct PageEndTests {
  private static let bodies = ["fair", "used"].map { word in
    (1...12).map { "of \(word) books that are lent to readers every year number \($0 + 10) is the\n" }.joined()
  }
  private static let head = "\u{C}Gazette of the Reading Room\n\n"
  /// Four pages; the first point goes over three of them.
  private let text =
    "Law on books\n\n1. All\n\n" + bodies[0] + "\n1\n\n" + head + bodies[1] + "\n2\n\n" + head
    + "last sentence.\n\n2. Others come back.\n\n3\n\n" + head + "3. None is lost.\n\n4\n"

  private func rows(of session: Session) -> String {
    session.screen.split(separator: "\n").dropFirst().dropLast().map { row in
      row.split(whereSeparator: { " ▐>".contains($0) }).joined(separator: " ")
    }.joined(separator: " ")
  }

  private func session(_ text: String, columns: Int = 60, rows: Int = 60) -> Session {
    var session = Session(text, columns: columns, rows: rows)
    session.press("1<Enter><Tab>")
    return session
  }

  @Test func showsAParagraphThatGoesOverPagesAsOne() {
    let shown = rows(of: session(text))
    #expect(shown.contains("number 22 is the of used books that are lent"))
    #expect(shown.contains("number 22 is the last sentence."))
    #expect(!shown.contains("Gazette") && !shown.contains("␌"))
  }

  @Test func leavesOutPagesInAWidePane() {
    let wide = session(text, columns: 200, rows: 40)
    #expect(!wide.screen.contains("Gazette") && !wide.screen.contains("␌"))
    #expect(wide.screen.contains("number 22 is the"))
  }

  @Test func movesOverTheEndOfAPageAndBack() {
    var session = session(text, rows: 12)
    let first = session.screen
    for _ in 0..<40 { session.press("j") }
    #expect(session.screen.contains("2. Others come back."))
    for _ in 0..<40 { session.press("k") }
    session.press("1<Enter><Tab><Tab>")
    #expect(session.screen == first)
  }

  @Test func remembersRowsAsTheyWouldBeLaidOutAnew() {
    let document = Document(source: Source(text))
    let pages = PageLines(document)
    let paragraphs = Paragraphs(document.source, pages: pages)
    let known = LaidOutRows()
    for readLine in [1, 18, 30, 19, 1, 18] {
      var anew = TextLayout(
        document: document, width: 40, paragraphs: paragraphs, pages: pages, readLine: readLine)
      var again = anew
      again.known = known
      for isJoined in [true, false] {
        if !isJoined { (anew.paragraphs, again.paragraphs) = (nil, nil) }
        for offset in stride(from: 0, to: document.source.bytes.count, by: 97) {
          let row = anew.row(holding: offset)
          #expect(again.row(holding: offset) == row)
          for count in [-7, -1, 1, 7] { #expect(again.row(row, movedBy: count) == anew.row(row, movedBy: count)) }
        }
      }
    }
  }

  @Test func showsWhatIsFoundInARunningHead() {
    var session = session(text, rows: 20)
    session.press("/gazette<Enter>")
    #expect(session.cells(.currentMatch) == "Gazette")
    session.press("n")
    #expect(session.cells(.currentMatch) == "Gazette")
    session.press("/last sentence<Enter>")
    #expect(!session.screen.contains("Gazette"))
  }

  @Test func showsPagesWhereTheReaderWantsThem() {
    var session = session(text)
    session.press(":set page-lines on<Enter>")
    #expect(session.screen.contains("Gazette of the Reading Room"))
    #expect(session.cells(.faint).contains("Gazette"))
  }

  @Test func printsTheTextWithoutPages() throws {
    let document = Document(source: Source(text))
    let selection = try document.selection(at: "1")
    let printed = String(decoding: Printout(selection: selection).bytes(of: document), as: UTF8.self)
    #expect(printed == "1. All\n\n" + Self.bodies.joined() + "last sentence.\n")
    var numbered = Printout(selection: selection)
    numbered.layout.numbersLines = true
    let lines = String(decoding: numbered.bytes(of: document), as: UTF8.self)
    #expect(!lines.contains("Gazette") && lines.contains("  last sentence."))
  }

  @Test func keepsWhatCutsAWideCharacter() {
    let line = String(repeating: "图书馆应当向读者出借图书并登记", count: 4) + "\n"
    let page = String(repeating: line, count: 8)
    let chinese = "图书条例\n\n一、总则\n\n" + page + "\n— 1 —\n\n" + page + "\n— 2 —\n\n" + page
    let shown = rows(of: session(chinese, columns: 60, rows: 60)).split(separator: " ").joined()
    #expect(!shown.contains("—"))
    #expect(shown.contains("登记图书馆"))
  }
}
