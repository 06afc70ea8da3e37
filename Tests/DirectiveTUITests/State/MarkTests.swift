import Testing

@testable import DirectiveTUI

@Suite struct MarkTests {
  @Test func marksAPlaceAndGoesThere() {
    var session = Session(sample)
    session.press("2.2<Enter>ma")
    #expect(session.status == "Mark a at 2.2")
    session.press("1<Enter>'a")
    #expect(session.place == "2.2")
    session.press("''")
    #expect(session.place == "1")
    session.press("''")
    #expect(session.place == "2.2")
    session.press("'z")
    #expect(session.status == "No mark z")
    session.press("m1")
    #expect(session.status == "a mark is a letter")
    session.press("m<Esc>j")
    #expect(session.place == "2.3")
  }

  @Test func everyLetterMayBeAMark() {
    var session = Session(sample)
    session.press("mqmjjjm'<Esc>'q")
    #expect(session.effects.filter { $0 != .bell }.isEmpty)
    #expect(session.place == "preamble")
  }

  @Test func listsTheMarks() {
    var session = Session(sample, columns: 120)
    session.press(":marks<Enter>")
    #expect(session.status == "No marks yet: m and a letter sets one")
    session.press("2.2<Enter>mb1.1<Enter>mc:marks<Enter>")
    #expect(session.line(1).contains("c 1.1"))
    #expect(session.line(2).contains("b 2.2"))
    session.press("<Down><Enter>")
    #expect(session.place == "2.2")
  }
}
