import Testing

@testable import DirectiveTUI

@Suite struct AnticipationTests {
  @Test(arguments: [
    ("", "j"), ("jj", "k"), ("<Tab>", "j"), ("<Tab>", "<PgDn>"), ("jj", "<PgUp>"), ("/members<Enter>", "n"), ("t", "j"),
  ])
  func showsWhatTheKeyWillShow(before: String, key: String) throws {
    var session = Session(sample, columns: 90, rows: 12)
    session.press(before)
    let expected = try #require(Anticipation(of: Key.script(key)[0], in: session.state))
    session.press(key)
    #expect(expected.frame == render(session.state))
  }

  @Test(arguments: [
    ("", "q"), ("", "*"), ("", "/"), ("", "p"), ("z", "j"), ("5", "j"), ("/", "j"), ("m", "j"), ("&a<Enter>", "j"),
  ])
  func leavesAloneWhatDoesMore(before: String, key: String) {
    var session = Session(sample, columns: 90, rows: 12)
    session.press(before)
    #expect(Anticipation(of: Key.script(key)[0], in: session.state) == nil)
  }
}
