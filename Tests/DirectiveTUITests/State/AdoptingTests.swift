import DirectiveModel
import Testing

@testable import DirectiveTUI

private func text(_ points: Range<Int>, note: String = "") -> String {
  "Rules\n\n\(note)"
    + points.map { "\($0). Rule \($0)\n\nIt says what rule \($0) is.\n\n(a) part a\n\n(b) part b\n\n" }.joined()
}

/// A newer version of the document comes while it is read.
@Suite struct AdoptingTests {
  @Test("A mark stays at its text when lines come in above") func marksStayAtTheirText() {
    var session = Session(sample, columns: 90, rows: 14)
    session.press("2.2<Enter>ma1<Enter>")
    session.adopt("A new first line.\n\nAnd a second one.\n\n" + sample)
    session.press("'a")
    #expect(session.place == "2.2")
  }

  @Test func growsAtTheEndAndKeepsThePlace() {
    var session = Session(text(1..<4), rows: 12)
    session.press("2.1<Enter>zM")
    session.press("<Tab>jj")
    let before = (session.place, session.state.text)
    session.adopt(text(1..<9))
    #expect(session.place == before.0)
    #expect(session.state.text == before.1)
    #expect(session.state.outline.numberedCount == 24)
    session.press("8.2<Enter>")
    #expect(session.place == "8.2")
  }

  @Test func keepsThePlaceWhenTextComesBeforeIt() {
    var session = Session(text(1..<6), rows: 12)
    session.press("4.2<Enter>")
    let line = session.line(3)
    session.adopt(text(1..<6, note: "A note on top.\n\n"))
    #expect(session.place == "4.2")
    #expect(session.line(3) == line)
    session.press("<Backspace>")
    #expect(session.place == "preamble")
  }

  @Test func keepsFoldsAndMatches() {
    var session = Session(text(1..<6), rows: 30)
    session.press("zM/rule 3<Enter>")
    #expect(session.status.contains("1/2"))
    session.press("3<Enter>h")
    let folded = session.state.folds.rows.count
    session.adopt(text(1..<6, note: "Rule 3 matters.\n\n"))
    #expect(session.state.folds.rows.count == folded)
    #expect(session.state.search?.matches.count == 3)
    #expect(session.state.search?.current == 1)
  }

  @Test func keepsASearchToItsPoint() {
    var session = Session(text(1..<6), rows: 30)
    session.press("3<Enter>/part<Alt-s><Enter>")
    #expect(session.status == "“part” 1/2 in 3")
    session.adopt(text(1..<6, note: "A part of a part.\n\n"))
    session.press("n")
    #expect(session.status == "“part” 2/2 in 3")
    session.press("n")
    #expect(session.status == "“part” wrapped, 1/2 in 3")
    #expect(session.place == "3.1")
  }

  @Test func goesToTheSamePointWhereItsTextHasChanged() {
    var session = Session(text(1..<6), rows: 12)
    session.press("3.1<Enter>")
    session.adopt(text(1..<6).replacing("(a) part a", with: "(a) first part"))
    #expect(session.place == "3.1")
  }

  @Test func survivesADocumentThatShrinks() {
    var session = Session(text(1..<9), rows: 12)
    session.press("/part<Enter>")
    session.press("8.2<Enter>")
    for shorter in [text(1..<3), "One line.\n", text(1..<9)] {
      session.adopt(shorter)
      session.press("jkGg")
      #expect(session.state.outline.points.indices.contains(session.state.chosen))
    }
  }

  @Test func showsAnEmptyDocumentUntilThereIsText() {
    var session = Session("", rows: 8)
    for key in ["j", "k", "G", "g", "<Tab>", "j", "}", "{", "l", "h", "zM", "zR", "="] { session.press(key) }
    session.adopt(text(1..<3))
    session.press("2.1<Enter>")
    #expect(session.place == "2.1")
  }
}

@Suite struct ShelfTests {
  @Test func goesFromDocumentToDocument() {
    var session = Session(text(1..<3), shelf: Shelf(names: ["a.txt", "b.txt", "c.txt"], current: 2))
    session.press(":n<Enter>:p<Enter>:ls<Enter><Home><Enter>")
    #expect(session.effects == [.openDocument(0), .openDocument(1), .openDocument(0)])
    #expect(session.status.contains("(3/3)"))
  }

  @Test func listsTheDocuments() {
    var session = Session(text(1..<3), shelf: Shelf(names: ["a.txt", "notes/b.txt"], current: 0))
    session.press(":ls<Enter>")
    #expect(session.line(1).hasPrefix("> 1 a.txt"))
    session.press("note<Enter>")
    #expect(session.effects == [.openDocument(1)])
  }

  @Test func saysWhereThereIsNoOther() {
    var session = Session(text(1..<3))
    session.press(":n<Enter>")
    #expect(session.status.contains("No other document is open"))
    #expect(session.effects == [])
  }
}
