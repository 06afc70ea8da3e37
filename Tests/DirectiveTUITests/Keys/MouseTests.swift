import Testing

@testable import DirectiveTUI

@Suite struct MouseTests {
  @Test func isOffUntilItIsAskedFor() {
    var session = Session(sample)
    #expect(!session.state.settings.usesMouse)
    session.press("<F2>")
    #expect(session.state.settings.usesMouse)
    #expect(session.status.hasPrefix("Mouse on"))
    session.press("<F2>")
    #expect(!session.state.settings.usesMouse)
  }

  @Test func clicksOnARow() {
    var session = Session(sample)
    session.mouse(.press, row: 3, column: 12)
    #expect(session.place == "1.1")
    session.mouse(.press, row: 8, column: 50)
    #expect(session.state.focus == .text)
    #expect(session.line(8).contains("│>"))
  }

  @Test func clicksOnAFoldSign() {
    var session = Session(sample)
    session.mouse(.press, row: 2, column: 1)
    #expect(session.line(2).hasPrefix(">▸ 1 Open"))
    session.mouse(.press, row: 2, column: 1)
    #expect(session.line(2).hasPrefix(">▾ 1 Open"))
  }

  @Test func turnsTheWheel() {
    var session = Session(sample, rows: 10)
    session.mouse(.wheelDown, row: 3, column: 4)
    #expect(session.place == "1.2")
    session.mouse(.wheelUp, row: 3, column: 4)
    #expect(session.place == "preamble")
    let top = session.line(2)
    session.mouse(.wheelDown, row: 4, column: 60)
    #expect(session.line(2) != top)
    session.press("<F1>")
    session.mouse(.wheelDown, row: 4, column: 4)
    #expect(session.line(1).contains("page down"))
  }

  @Test func dragsTheBorder() {
    var session = Session(sample, columns: 100)
    session.mouse(.press, row: 5, column: 40)
    session.mouse(.release, row: 7, column: 30)
    #expect(session.state.settings.outlineWidth == 30)
    session.mouse(.release, row: 7, column: 50)
    #expect(session.state.settings.outlineWidth == 30)
    session.mouse(.press, row: 5, column: 30)
    session.mouse(.drag, row: 6, column: 44)
    #expect(session.state.areas.border?.column == 44)
    session.mouse(.release, row: 6, column: 46)
    session.mouse(.drag, row: 6, column: 20)
    #expect(session.state.areas.border?.column == 46)
  }

  @Test func dragsTheScrollBar() {
    var session = Session(sample, rows: 10)
    session.press("2.1<Enter>")
    session.mouse(.press, row: 8, column: 79)
    #expect(session.screen.contains("Comrades, read on."))
    #expect(session.state.focus == .text)
    session.mouse(.drag, row: 5, column: 75)
    #expect(session.place == "1.2" || session.place == "2")
    session.mouse(.drag, row: 0, column: 79)
    #expect(session.place == "preamble")
    session.mouse(.release, row: 0, column: 79)
    session.press("<Backspace>")
    #expect(session.place == "2.1")
  }

  @Test func takesMessagesAway() {
    var session = Session(sample)
    session.press("<F2>")
    session.mouse(.wheelDown, row: 3, column: 4)
    #expect(session.status.hasPrefix(" 1.2 · 3 of 7"))
    session.press("<F2><F2>")
    session.mouse(.press, row: 3, column: 12)
    #expect(session.status.hasPrefix(" 1.1 · 2 of 7"))
  }

  @Test func clicksInAList() {
    var session = Session(sample)
    session.press("@")
    session.mouse(.press, row: 4, column: 5)
    #expect(session.place == "1.2")
    #expect(session.status.contains("F1 help"))
  }
}
