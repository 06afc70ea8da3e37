import DirectiveModel
import TestSupport
import Testing

@testable import DirectiveTUI

/// Putting the outline right while reading.
@Suite struct CorrectingTests {
  private static let text = SampleText.rules

  private func session() -> Session { Session(Self.text, columns: 60, rows: 12) }

  private func addresses(_ session: Session) -> [String] {
    let document = session.state.document
    return document.outline.points.indices.map { "\(document.addressText(of: $0)) \(document.label(of: $0))" }
  }

  @Test func rejectsThePointThatIsRead() {
    var session = session()
    session.press("2<Enter>:reject<Enter>")
    #expect(addresses(session) == ["preamble Preamble", "1 Oil", "1.1 cold", "1.2 warm", "2 Wood"])
    #expect(session.effects == [.keepCorrection(.reject, line: 9)])
    #expect(session.place == "1")
    #expect(session.status == "2 “2. Water” is no point; :point takes it back")
    session.press(":reject<Enter>")
    #expect(session.status == "“2. Water” is no point already; :point takes it back")
    #expect(session.effects.count == 1)
    session.press(":point<Enter>")
    #expect(session.status == "“2. Water” is 2 now")
    #expect(addresses(session).count == 6)
    #expect(session.effects.last == .keepCorrection(nil, line: 9))
    #expect(session.place == "2")
  }

  @Test func rejectsThePointOfTheOutlineOnce() {
    var session = session()
    session.press("G:reject<Enter>:reject<Enter>")
    #expect(session.status.contains("no point already"))
    #expect(addresses(session).contains("2 Water"))
    session.press("k:reject<Enter>")
    #expect(session.effects.count == 2)
  }

  @Test func leavesTheLineAloneWhereThePointStandsInsideIt() {
    var session = Session("Rules\n\n1. Oil. 一是清；二是冷。\n\n2. Water\n", columns: 80, rows: 12)
    for word in ["reject", "promote", "demote"] {
      session.press("1.2<Enter>:\(word)<Enter>")
      #expect(session.status.contains("--no-style '一是'"))
    }
    #expect(session.effects.isEmpty)
    #expect(session.place == "1.2")
  }

  @Test func makesAPointOfTheLineThatIsRead() {
    var session = session()
    session.press("/Background<Enter>:point<Enter>")
    #expect(session.place == "1.1")
    #expect(addresses(session)[2] == "1.1 Background")
    #expect(session.status == "“Background” is 1.1 now; :reject takes it back")
    #expect(session.effects == [.keepCorrection(.point(2), line: 5)])
    session.press(":point 1<Enter>")
    #expect(session.place == "2")
    session.press(":reject<Enter>")
    #expect(session.effects.last == .keepCorrection(nil, line: 5))
  }

  @Test func movesAPointWithAllInsideIt() {
    var session = session()
    session.press("2<Enter>:demote<Enter>")
    #expect(
      addresses(session) == ["preamble Preamble", "1 Oil", "1.1 Water", "1.1.1 cold", "1.1.2 warm", "2 Wood"])
    session.press(":promote<Enter>")
    #expect(session.place == "2")
    #expect(addresses(session).contains("2.2 warm"))
  }

  @Test(arguments: [
    ("g:reject<Enter>", "Only numbered points"), ("1<Enter>:promote<Enter>", "theme already"),
    ("2.1<Enter>:demote<Enter>", "No point before"), ("2<Enter>:point<Enter>", "point already"),
    ("2<Enter>:point x<Enter>", "from 1 to 99"),
  ])
  func refuses(keys: String, why: String) {
    var session = session()
    session.press(keys)
    #expect(session.status.contains(why))
    #expect(session.effects == [])
  }

  @Test func keepsASearchToItsPoint() {
    var session = session()
    session.press("3<Enter>/o<Alt-s><Enter>")
    #expect(session.status == "“o” 1/2 in 3")
    session.press("2<Enter>:reject<Enter>n")
    #expect(session.status == "“o” 1/2 in 2")
  }

  @Test func keepsFoldsAndPlace() {
    var session = session()
    session.press("2<Enter>zc1<Enter>")
    let before = session.state.text
    session.press(":reject<Enter>")
    #expect(session.state.text == before)
    #expect(addresses(session) == ["preamble Preamble", "1 Water", "1.1 cold", "1.2 warm", "2 Wood"])
    #expect(session.state.folds.rows.count == 3)
  }
}
