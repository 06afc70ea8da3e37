import Testing

@testable import DirectiveTUI

@Suite struct AnticipationTests {
  @Test(
    "Shows what the likeliest key will show",
    arguments: [
      ("j", "j"), ("j", "<Down>"), ("jjk", "k"), ("<Tab>j", "j"), ("<Tab><PgDn>", "<PgDn>"), ("jj<PgUp>", "<PgUp>"),
      ("/volunteer<Enter>n", "n"), ("/volunteer<Enter>N", "N"), ("/volunteer<Enter>", "n"), ("/volunteer<Enter>j", "j"),
      ("<Enter>", "j"), ("jgg", "j"), ("<Tab>", "j"), ("tj", "j"), ("zM", "j"), ("/volunteer<Esc>", "j"), ("=", "j"),
    ])
  func showsWhatTheKeyWillShow(before: String, key: String) throws {
    var session = Session(sample, columns: 90, rows: 12)
    session.press(before)
    let last = try #require(Key.script(before).last)
    let expected = try #require(Anticipation(after: last, in: session.state))
    #expect(expected.keys.contains(Key.script(key)[0]))
    session.press(key)
    #expect(expected.frame == render(session.state))
  }

  @Test func knowsTheKeysOfTheReader() throws {
    var state = Session(sample, columns: 90, rows: 12).state
    try state.bindings.bind("e", to: "next-row")
    let expected = try #require(Anticipation(after: .enter, in: state))
    #expect(expected.keys.contains(.character("e")))
  }

  @Test(arguments: ["z", "5", "/", "m", "&a<Enter>", "<F1>"]) func waitsForKeysThatBelongTogether(before: String) throws
  {
    var session = Session(sample, columns: 90, rows: 12)
    session.press(before)
    #expect(Anticipation(after: try #require(Key.script(before).last), in: session.state) == nil)
  }
}
