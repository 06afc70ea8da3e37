import Testing

@testable import DirectiveTUI

/// The walk through the keys, on the document that is built in.
@Suite struct TourTests {
  private func started(columns: Int = 80, rows: Int = 24, language: Language = .english) -> Session {
    var session = Session(Digest.text, columns: columns, rows: rows, language: language)
    session.press(":tour<Enter>")
    return session
  }

  /// What the steps ask for, in order.
  private let keys = [
    "j", "h", "l", "2.3<Enter>", "<Enter>", "j", "/model<Enter>", "n", "<Backspace>", "@gua<Enter>", "<Tab>", "pp",
    "<F1>q",
  ]

  @Test func goesOnWhenTheReaderHasDoneWhatItAsks() {
    var session = started()
    #expect(session.line(22).hasPrefix(" 1/13 The outline stands left"))
    for (done, keys) in keys.enumerated() {
      #expect(session.state.tour?.done == done, "\(session.screen)")
      session.press(keys)
    }
    #expect(session.line(22).hasPrefix(" That was the tour. q leaves"))
    session.press("q")
    #expect(session.effects == [.quit])
    #expect(session.state.printouts.count == 1)
  }

  @Test func staysWhereSomethingElseWasDone() {
    var session = started()
    session.press("yzx?<Esc>G")
    #expect(session.state.tour?.done == 1)
    session.press("j/model<Enter>nn")
    #expect(session.state.tour?.done == 1)
  }

  @Test func isLeftByTheSameCommandAndGivesItsRowsBack() {
    var session = started()
    session.press(":tour<Enter>")
    #expect(session.state.tour == nil)
    #expect(session.screen == Session(Digest.text).screen)
  }

  @Test func namesTheKeysThatAreInForce() {
    var session = Session(Digest.text, config: "key s = next-row\nkey j = none\nkey ↓ = none")
    session.press(":tour<Enter>")
    #expect(session.line(22).contains("Press s for the next point"))
  }

  @Test func wrapsWhereTheScreenIsNarrowAndLeavesRoomForTheText() {
    let narrow = started(columns: 40, rows: 10)
    #expect(narrow.line(7).hasPrefix(" 1/13 The outline"))
    #expect(narrow.line(8).hasPrefix(" "))
    #expect(narrow.line(2).contains("▾ 1"))
    let low = started(columns: 40, rows: 5)
    #expect(low.line(3).hasPrefix(" 1/13 The outline") && low.line(3).contains("…"))
    #expect(!started(columns: 40, rows: 3).screen.contains("1/13"))
  }

  @Test func speaksChinese() {
    #expect(started(language: .chinese).line(22).hasPrefix(" 1/13 左边是大纲"))
  }
}
