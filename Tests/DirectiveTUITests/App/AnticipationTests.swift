import Testing

@testable import DirectiveTUI

@Suite struct AnticipationTests {
  @Test(
    "Shows what a likely key will show",
    arguments: [
      ("j", "j"), ("j", "<Down>"), ("jjk", "k"), ("<Tab>j", "j"), ("<Tab><PgDn>", "<PgDn>"), ("jj<PgUp>", "<PgUp>"),
      ("/volunteer<Enter>n", "n"), ("/volunteer<Enter>N", "N"), ("/volunteer<Enter>", "n"), ("/volunteer<Enter>j", "j"),
      ("<Enter>", "j"), ("jgg", "j"), ("<Tab>", "j"), ("tj", "j"), ("/volunteer<Esc>", "j"), ("=", "j"),
      ("gg", "<PgDn>"), ("/volunteer<Enter>", "<PgDn>"), ("zM", "zR"), ("zR", "zM"),
      ("zMz", "R"), ("jza", "za"), ("zMjzR", "zM"),
    ])
  func showsWhatTheKeyWillShow(before: String, key: String) throws {
    var session = Session(sample, columns: 90, rows: 12)
    session.press(before)
    let state = session.state
    let expected = state.likelySteps.compactMap { Anticipation(of: $0, in: state) }
    let step = try #require(expected.first { $0.keys.contains(Key.script(key)) })
    session.press(key)
    #expect(step.frame == render(session.state))
  }

  /// More guesses are made only where nobody goes on: each after the first costs what the terminal is sent.
  @Test(arguments: ["j", "jk", "zM", "<Tab>k", "/volunteer<Enter>jj"]) func expectsWhoGoesOnToGoOn(before: String) {
    var session = Session(sample, columns: 90, rows: 12)
    session.press(before)
    #expect(session.state.likelySteps.count == 1)
  }

  @Test func knowsTheKeysOfTheReader() throws {
    var state = Session(sample, columns: 90, rows: 12).state
    try state.bindings.bind("e", to: "next-row")
    let expected = try #require(Anticipation(of: .moveRows(1), in: state))
    #expect(expected.keys.contains([.character("e")]))
  }

  @Test(arguments: ["z", "5", "/", "m", "&a<Enter>", "<F1>"]) func waitsForKeysThatBelongTogether(before: String) throws
  {
    var session = Session(sample, columns: 90, rows: 12)
    session.press(before)
    let state = session.state
    #expect(state.likelySteps.allSatisfy { Anticipation(of: $0, in: state) == nil })
  }
}
