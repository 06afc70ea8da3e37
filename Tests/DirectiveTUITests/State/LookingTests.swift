import DirectiveModel
import Testing

@testable import DirectiveTUI

/// What the outline and the text do to each other.
@Suite struct LookingTests {
  @Test func showsWhereTheTextIsWithoutPreview() {
    var session = Session(sample, columns: 100, config: "preview = off")
    session.press("jj")
    #expect(session.screen.contains("│  Preamble"))
    session.press("<Tab>")
    #expect(session.place == "preamble")
    session.press("<Tab>jj<Enter>")
    #expect(session.place == "1.1")
    #expect(session.screen.contains("1.1 open on Sundays"))
  }

  private func text(_ session: Session) -> [String] {
    session.screen.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().dropLast().map { line in
      String(line.drop { $0 != "│" })
    }
  }

  @Test("The outline shows where I am after every scroll") func theOutlineShowsThePointThatIsReadAfterEveryScroll() {
    let points = (1...9).map { theme in
      "\(theme). Theme \(theme)\n\n" + (1...30).map { "(\($0)) Point \($0) of \(theme)\n\n" }.joined()
    }
    var session = Session(points.joined(), columns: 100, rows: 14)
    session.press("zR<Tab>")
    for key in ["j", "<PgDn>", "d", "G", "<PgUp>", "u", "g", "}", "]]", "5.20<Enter>", "J", "K"] {
      session.press(key)
      let rows = session.screen.split(separator: "\n").dropFirst().map { $0.prefix { $0 != "│" } }
      let address = session.place
      #expect(rows.contains { $0.hasPrefix(">") && $0.contains(" \(address) ") }, "\(key): \(address)")
      for around in session.state.outline.path(to: session.state.chosen).dropLast() {
        let address = session.state.document.addressText(of: around)
        #expect(rows.contains { $0.hasPrefix("›") && $0.contains(" \(address) ") }, "\(key): \(address)")
      }
    }
  }

  @Test("Opening the outline does not move the text") func togglingTheOutlineTwiceChangesNothing() {
    for keys in ["tt", "<Tab><Tab>"] {
      var session = Session(sample, columns: 90, rows: 10)
      session.press("2.1<Enter><Tab>jj")
      let before = session.screen
      session.press(keys)
      #expect(session.screen == before)
    }
  }

  @Test("Moving in the outline does not lose the place of the text") func movingInTheOutlineAndEscapeIsAsBefore() {
    var session = Session(sample, columns: 90, rows: 10)
    session.press("1.2<Enter><Tab>jj<Tab>")
    let before = session.screen
    session.press("kkkG")
    #expect(text(session) != text(Session(sample, columns: 90, rows: 10)))
    session.press("<Esc>")
    #expect(session.screen == before)
  }

  @Test func withoutPreviewTheTextStandsStill() {
    var session = Session(sample, columns: 90, rows: 10, config: "preview = off")
    session.press("1.2<Enter>")
    let before = text(session)
    session.press("jjk}")
    #expect(session.place == "2.1")
    #expect(text(session).dropFirst() == before.dropFirst())
    #expect(session.screen.contains("›    1.2 train"))
    session.press("o")
    #expect(text(session).joined().contains("First, repair what is torn."))
    #expect(session.status == "Esc returns to 1.2")
    session.press("<Esc>")
    #expect(text(session) == before)
    #expect(session.place == "1.2")
  }

  @Test func peeksAndReturnsExactly() {
    var session = Session(sample, columns: 90, rows: 10)
    session.press("/oo<Enter>2.2<Enter>")
    let before = session.screen
    session.press("jo<Esc>")
    #expect(session.screen == before)
  }

  @Test func enterAndTabMakeItThePlaceThatIsRead() {
    for key in ["<Enter>", "<Tab>"] {
      var session = Session(sample, columns: 90, rows: 10)
      session.press("1.2<Enter>jj" + key + "<Esc>")
      #expect(session.place == "2.1")
      session.press("<Backspace>")
      #expect(session.place == "1.2")
    }
  }

  @Test func theListOfPlacesHasOnlyWhatWasRead() {
    var session = Session(sample, columns: 90, rows: 10)
    session.press("1.2<Enter>jjj2.3<Enter><Backspace>")
    #expect(session.place == "1.2")
  }

  @Test func goingBackLeavesWhatIsOnlyLookedAt() {
    var session = Session(sample, columns: 90, rows: 10)
    session.press("1.2<Enter>2.1<Enter>jj<Backspace>")
    #expect(session.place == "1.2")
    session.press("<Esc>")
    #expect(session.place == "1.2")
    session.press("<Alt-→>")
    #expect(session.place == "2.1")
  }

  @Test func theKeyOfTheOutlineShowsItWhereOnlyTheTextIsSeen() {
    var session = Session(sample, columns: 40, rows: 10)
    session.press("2.1<Enter><Tab>")
    let text = session.screen
    #expect(text.contains("First, repair"))
    session.press("t")
    #expect(session.screen.contains("2.1 repair what is torn") && session.screen.contains("2.2 keep"))
    session.press("t")
    #expect(session.screen == text)
  }

  @Test("The cursor is on a hit, and no fold hides it") func aHitIsUnfoldedAndTheCursorIsOnIt() {
    var session = Session(sample, columns: 90, rows: 20)
    session.press("zM/paste<Enter>")
    #expect(session.place == "2.1")
    #expect(session.screen.contains(">    2.1 repair"))
    #expect(session.cells(.currentMatch) == "Paste")
  }

  @Test("The outline is searched and paged") func theOutlineIsPagedAndSearched() {
    let points = (1...60).map { "\($0). Point number \($0)\n\n" }.joined()
    var session = Session(points, columns: 90, rows: 12)
    session.press("<Home><PgDn>")
    #expect(session.place == "10")
    session.press("<^F>d")
    #expect(session.place == "24")
    session.press("b")
    #expect(session.place == "15")
    session.press("/number 4<Enter>")
    #expect(session.place == "40")
    session.press("n")
    #expect(session.place == "41")
    session.press("5{")
    #expect(session.place == "36")
  }

  @Test("It can start folded") func startsFoldedToALevel() {
    let session = Session(Document(source: Source(sample)), columns: 90, rows: 20, levels: 1)
    #expect(session.screen.contains("▸ 1 Open"))
    #expect(!session.screen.contains("1.1 open"))
  }

  @Test("Who sees wrong characters sees the encoding, too") func theStatusLineTellsAnUnusualEncoding() throws {
    let law: [UInt8] = [0xB5, 0xDA, 0xD2, 0xBB, 0xCC, 0xF5, 0x20, 0xB9, 0xCC, 0xCC, 0xE5, 0x0A]  // 第一条 固体
    let session = Session(Document(source: try Decoder.source(from: law, encoding: .gb18030)))
    #expect(session.status.contains("1 · 1 of 1 · 0% · GB18030"))
    let damaged = Session(Document(source: try Decoder.source(from: Array("1. Aéé".utf8) + [0xC3])))
    #expect(damaged.status.contains("0% · 1 damaged byte") && !damaged.status.contains("UTF-8"))
    #expect(!Session("1. A").status.contains("UTF-8"))
  }
}
