import DirectiveModel
import Testing

@testable import DirectiveTUI

/// What is left out where there is little room.
@Suite struct NarrowTests {
  private static let deep = """
    Act

    Part I Procedure of the courts and of the offices

    Chapter 1 Measures of inquiry, and who may order them

    Section 1 Hearings of persons

    Article 1 Of the court seised of the matter

    1. The court hears the parties in person.

    (a) in the order that it finds fit, and

    (i) again where one asks for it.

    """

  @Test func saysHowToSeeTheOtherPane() {
    var session = Session(sample, columns: 60, rows: 12)
    #expect(session.status.hasSuffix("F1 help  Tab text  q quit"))
    session.press("<Tab>")
    #expect(session.status.hasSuffix("F1 help  Tab outline  q quit"))
    session.resize(columns: 40, rows: 10)
    #expect(session.status.hasSuffix("F1 help  Tab outline"))
    session.resize(columns: 80, rows: 10)
    #expect(!session.status.contains("Tab"))
  }

  @Test func leavesTheHeadingOfADeepPointHalfOfItsRow() {
    var session = Session(Self.deep)
    session.press("G")
    let row = session.screen.split(separator: "\n").first { $0.hasPrefix(">") } ?? ""
    #expect(row.contains(".1 again wh"), "\(row)")
    #expect(session.status.contains("1.1.1.1.1.1 ·"), "\(session.status)")
    session.resize(columns: 200, rows: 24)
    #expect(session.screen.contains("1.1.1.1.1.1 again"))
  }

  @Test func dropsTheMiddleOfThePath() {
    var session = Session(Self.deep)
    session.press("G")
    #expect(session.line(1).contains("› … › 1.1.1.1.1.1 again"), "\(session.line(1))")
  }

  @Test func showsTheMatchItselfInTheList() {
    var session = Session(Self.deep)
    session.press("/again<Enter>r")
    #expect(session.cells(.selected).contains("again"))
    session.press("<Esc>/order<Enter>r")
    #expect(session.cells(.selected).contains("order"))
    #expect(session.screen.contains("order them") || session.screen.contains("order that"))
  }

  @Test func cutsTheHeadingRatherThanTheHint() {
    let text = """
      Act

      Article 1 On a matter of which the name is long, longer than a row of a screen

      Text.

      Article 2 Other

      See Article 1.

      """
    var session = Session(text)
    session.press("2<Enter>)")
    #expect(session.status.hasSuffix("…: Enter goes there, Backspace comes back"), "\(session.status)")
  }
}
