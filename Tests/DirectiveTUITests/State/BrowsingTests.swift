import DirectiveModel
import Testing

@testable import DirectiveTUI

@Suite struct BrowsingTests {
  @Test func selectsTheNearestOfSeveralPointsOfANumber() {
    let chapters = ["Boats", "Cars", "Planes"].enumerated().map { index, name in
      "Chapter \(index + 1) \(name)\n\nSection 1 Scope\n\nWide.\n\nSection 2 Fines of \(name)\n\nHigh.\n\n"
    }
    var session = Session(chapters.joined())
    session.press("2.1<Enter>:Section 2<Enter><Enter>")
    #expect(session.place == "2.2")
    session.press("3.1<Enter>:Section 2<Enter><Enter>")
    #expect(session.place == "3.2")
  }

  @Test func showsTheOutlineBesideTheText() {
    var session = Session(sample, columns: 80, rows: 14)
    session.press("2.1<Enter>")
    #expect(
      session.screen == """
         Notice on the reading room
           Preamble                     │  2 Care for the boo… › 2.1 repair what is torn
         ▾ 1 Open the reading room long…│  First, repair what is torn. Paste and
             1.1 open on Sundays        │  patience help.
             1.2 train more volunteers  │
        ›▾ 2 Care for the books         │  Second, keep a list. Every volunteer writes
        >    2.1 repair what is torn    │  into it.
             2.2 keep a list            │
             2.3 感谢读者               │  Third, 感谢读者。A wide word or two.
           Closing                      │                                              ▐
                                        │  Comrades, read on.                          ▐
                                        │                                              ▐
                                        │                                              ▐
         2.1 · 5 of 7 · 62%                                             F1 help  q quit
        """)
  }

  @Test func saysWhereThereIsNoFurtherTheme() {
    var session = Session(sample)
    session.press("2.3<Enter><Tab>]]")
    #expect(session.place == "closing")
    session.press("]]")
    #expect(session.place == "closing")
    #expect(session.status == "No theme after this one")
    session.press("g[[")
    #expect(session.status == "No theme before this one")
    var plain = Session("1. One\n\n2. Two\n\n(a) in\n\n(b) side\n")
    plain.press("2.2<Enter>]]")
    #expect(plain.place == "2.2")
    #expect(plain.status == "No theme after this one")
  }

  @Test func movesAndTheTextFollows() {
    var session = Session(sample)
    #expect(session.place == "preamble")
    session.press("jj")
    #expect(session.place == "1.1")
    #expect(session.line(2).contains("│  First, open on Sundays. The doors open at"))
    session.press("k")
    #expect(session.place == "1")
    session.press("3j")
    #expect(session.place == "2")
    session.press("<End>")
    #expect(session.place == "closing")
    session.press("g")
    #expect(session.place == "preamble")
  }

  @Test(arguments: [
    ("}}}", "1.2"), ("}}{", "1"), ("2.1<Enter>J", "2.2"), ("2.1<Enter>9J", "2.3"), ("2.3<Enter>K", "2.2"),
    ("]]", "1"), ("]]]]", "2"), ("2.2<Enter>[[", "2"), ("2.2<Enter>[[[[", "1"), ("2.2G", "2.2"),
    ("2.1<Enter>1.2<Enter><^O>", "2.1"), ("99<Enter>", "preamble"), ("3x", "preamble"),
  ])
  func goes(keys: String, to place: String) {
    var session = Session(sample)
    session.press(keys)
    #expect(session.place == place)
  }

  @Test func goesBackAndForwardThroughJumps() {
    var session = Session(sample)
    session.press("2.1<Enter>1.2<Enter><Tab>")
    #expect(session.place == "1.2")
    session.press("<Alt-←>")
    #expect(session.place == "2.1")
    session.press("<Alt-→>")
    #expect(session.place == "1.2")
    session.press("<Alt-→>")
    #expect(session.status.contains("Nothing to go forward to"))
  }

  @Test func leavesNoPlaceWhereItStays() {
    var session = Session(sample)
    session.press("2.3<Enter><Enter><Backspace>")
    #expect(session.place == "preamble")
    session.press("2.3<Enter>2.3<Enter><Backspace>")
    #expect(session.place == "preamble")
  }

  @Test func showsThePageBeforeTheEnd() {
    var session = Session(sample, columns: 80, rows: 14)
    session.press("<Tab>G")
    #expect(session.line(12).contains("Comrades, read on."))
    #expect(session.screen.contains("Third,"))
  }

  @Test func saysWhatAnUnknownAddressLacks() {
    var session = Session(sample)
    session.press("7.2<Enter>")
    #expect(session.status == "7.2: no such point; theme 2 is the last")
    session.press("2.9<Enter>")
    #expect(session.status == "2.9: no such point; 2.3 is the last there")
    session.press("1.1.1<Enter>")
    #expect(session.status == "1.1.1: no such point; 1.1 has no points inside")
  }

  @Test func showsTheNumberWhileItIsTyped() {
    var session = Session(sample)
    session.press("2.")
    #expect(session.status.hasPrefix("2."))
    session.press("<Backspace><Backspace>")
    #expect(session.status.hasPrefix(" preamble"))
    session.press("2<Esc><Enter>")
    #expect(session.place == "preamble")
  }

  @Test func foldsAndUnfolds() {
    var session = Session(sample)
    session.press("jh")
    #expect(session.line(2).hasPrefix(">▸ 1 Open"))
    #expect(session.line(3).hasPrefix(" ▾ 2 Care"))
    session.press("l")
    #expect(session.line(2).hasPrefix(">▾ 1 Open"))
    session.press("l")
    #expect(session.place == "1.1")
    session.press("h")
    #expect(session.place == "1")
    session.press("zM")
    #expect(session.line(3).hasPrefix(" ▸ 2 Care"))
    session.press("z2")
    #expect(session.line(3).hasPrefix("     1.1 open on"))
    session.press("<Space>")
    #expect(session.line(3).hasPrefix(" ▾ 2 Care"))
  }

  @Test func jumpingUnfoldsWhatHidesThePoint() {
    var session = Session(sample)
    session.press("zM2.2<Enter>")
    #expect(session.place == "2.2")
    #expect(session.screen.contains(">    2.2 keep a list"))
  }

  @Test func entersTheTextAndTheOutlineFollows() {
    var session = Session(sample, columns: 80, rows: 8)
    session.press("1.1<Enter><Enter>")
    #expect(session.line(2).contains("│> First, open on"))
    session.press("jjj")
    #expect(session.place == "1.2")
    session.press("G")
    #expect(session.place == "closing")
    #expect(session.screen.contains("│> Comrades, read on."))
    session.press("<Tab>k")
    #expect(session.place == "2.3")
  }

  @Test func hidesTheOutline() {
    var session = Session(sample)
    session.press("t")
    #expect(session.line(2).hasPrefix("> Notice on the reading room"))
    session.press("t")
    #expect(session.line(1).contains("Preamble"))
    #expect(session.line(1).contains("│"))
  }

  @Test func showsOnePaneBelow80Columns() {
    var session = Session(sample, columns: 40, rows: 10)
    #expect(session.line(2).hasPrefix(" ▾ 1 Open the reading room longer"))
    session.press("2.2<Enter>")
    #expect(session.place == "2.2")
    session.press("<Tab>")
    #expect(session.line(1) == "  2 Care for the books › 2.2 keep a list")
    #expect(session.line(2).hasPrefix("> Second, keep a list. Every volunteer"))
    session.press("<Tab>")
    #expect(session.screen.contains(">    2.2 keep a list"))
  }

  @Test func survivesEverySize() {
    for keys in ["", "<Tab>G", "/r", "@k", "<F1>", ":w", "2.", "jjsx"] {
      var session = Session(sample, columns: 80, rows: 24)
      session.press(keys)
      for columns in 0...12 {
        for rows in 0...12 {
          session.resize(columns: columns, rows: rows)
          #expect(session.frame.cells.count == columns * rows)
        }
      }
      session.resize(columns: 80, rows: 24)
      session.press("<Esc>")
      #expect(session.screen.contains("Notice on the reading room"))
    }
  }

  @Test func resizingKeepsTheSentence() {
    let text = (1...60).map { "Sentence \($0) stands here among others of its kind, and ends." }.joined(separator: " ")
    var session = Session("Title\n\n1、 One\n\n\(text)\n\n2、 Two\n", columns: 90, rows: 20)
    session.press("1<Enter><Enter>jjjjjjjjj")
    let before = session.line(2)
    for columns in [90, 40, 120, 33, 200, 81, 64, 90] { session.resize(columns: columns, rows: 20) }
    #expect(session.line(2) == before)
  }

  @Test func quitsOnlyWhenAsked() {
    var session = Session(sample)
    session.press("<Esc><Esc><F1>q/q<Esc>@q<Esc>:q<Esc>")
    #expect(!session.effects.contains(.quit))
    session.press("q")
    #expect(session.effects.last == .quit)
  }

  @Test func tellsWhereOneIsAndHowToGetHelp() {
    var session = Session(sample)
    session.press("2.2<Enter>")
    #expect(session.status.hasPrefix(" 2.2 · 6 of 7 · "))
    #expect(session.status.hasSuffix("F1 help  q quit"))
  }

  @Test func readsADocumentWithoutNumbering() {
    let session = Session("Only a line.\n\nAnd another.\n", columns: 80, rows: 8)
    #expect(session.screen.contains("Only a line."))
    #expect(session.status.contains("no numbered points found"))
  }
}
