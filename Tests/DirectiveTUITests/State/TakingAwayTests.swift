import DirectiveModel
import Testing

@testable import DirectiveTUI

@Suite struct TakingAwayTests {
  @Test func queuesWhatIsPrintedOnLeaving() {
    var session = Session(sample)
    session.press("2.1<Enter>pp")
    #expect(session.status == "2.1 will be printed on leaving")
    session.press("kpt")
    #expect(session.status == "2 will be printed on leaving (2 points in all)")
    #expect(session.state.printouts.map(\.part) == [.text, .heading])
    #expect(
      session.state.printouts.flatMap(\.selection.points).map(session.state.document.addressText) == ["2.1", "2"])
  }

  @Test(arguments: [
    ("2.1-2.3yy", ["2.1", "2.2", "2.3"]), ("1.-2yy", ["1", "2"]), ("2.*yy", ["2.1", "2.2", "2.3"]),
    ("2.1,1yy", ["1", "2.1"]), ("2yy", ["2"]),
  ])
  func takesWhatTheNumberBeforeItNames(keys: String, addresses: [String]) {
    var session = Session(sample)
    session.press(keys)
    guard case .copy(let printout)? = session.effects.last else {
      Issue.record("\(session.effects)")
      return
    }
    #expect(printout.selection.points.map(session.state.document.addressText) == addresses)
  }

  @Test func savesThePointToAFile() {
    var session = Session(sample)
    session.press("2.1<Enter>s")
    #expect(session.status.hasPrefix("Save to file: 2.1.txt"))
    session.press("<Enter>")
    #expect(session.files["2.1.txt"]?.hasPrefix("First, repair what is torn.") == true)
    #expect(session.status == "Wrote 1 point to 2.1.txt")
  }

  @Test func asksBeforeWritingOverAFile() {
    var session = Session(sample)
    session.files["old.txt"] = "kept"
    session.press("2.1<Enter>s<^U>old.txt<Enter>")
    #expect(session.status == "old.txt exists: write over it? (y/n)")
    session.press("n")
    #expect(session.files["old.txt"] == "kept")
    #expect(session.status == "Nothing written")
    session.press(":w old.txt<Enter>y")
    #expect(session.files["old.txt"]?.hasPrefix("First, repair") == true)
  }

  @Test func givesUpSaving() {
    var session = Session(sample)
    session.press("s<Esc>")
    session.press("s<^U><Enter>")
    #expect(session.files.isEmpty)
  }
}
