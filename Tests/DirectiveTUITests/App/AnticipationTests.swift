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
      ("zMz", "R"), ("jza", "za"), ("zMjzR", "zM"), ("gg", "zM"), ("ggz", "M"),
      ("&", "o"), ("&", "t"), ("&v", "o"), ("&vol", "u"), ("&open", " "), ("&感", "谢"), ("&volx<Backspace>", "u"),
    ])
  func showsWhatTheKeyWillShow(before: String, key: String) throws {
    var session = Session(sample, columns: 90, rows: 12)
    session.press(before)
    let state = session.state
    let expected = state.likelyKeys.compactMap { Anticipation(of: $0, in: state) }
    let step = try #require(expected.first { $0.keys.contains(Key.script(key)) })
    session.press(key)
    #expect(step.frame == render(session.state))
  }

  /// More guesses are made only where nobody goes on: each after the first costs what the terminal is sent.
  @Test(arguments: ["j", "jk", "zM", "<Tab>k", "/volunteer<Enter>jj"]) func expectsWhoGoesOnToGoOn(before: String) {
    var session = Session(sample, columns: 90, rows: 12)
    session.press(before)
    #expect(session.state.likelyKeys.count == 1)
  }

  @Test func knowsTheKeysOfTheReader() throws {
    var state = Session(sample, columns: 90, rows: 12).state
    try state.bindings.bind("e", to: "next-row")
    #expect(state.likelyKeys.contains { $0.contains([.character("e")]) })
  }

  /// Of the letters that follow, the most frequent first, and no more than are worth their memory.
  @Test func expectsTheLettersThatFollow() {
    let points = (1...30).map { "\($0). \(["read", "rest", "rest"][$0 % 3])" }
    var session = Session(points.joined(separator: "\n\n"))
    session.press("&re")
    #expect(session.state.likelyKeys == [[[.character("s")]], [[.character("a")]]])
    session.press("s<Esc><Esc>&")
    #expect(session.state.likelyKeys == [[[.character("r")]]])
    session = Session((0..<20).map { "\($0 + 1). \("abcdefghijklmnopqrst".dropFirst($0))" }.joined(separator: "\n\n"))
    session.press("&")
    #expect(session.state.likelyKeys.count == 8)
  }

  /// What is syntax would be looked for in the whole text; it is no letter that is likely to be meant.
  @Test func expectsNoSyntax() {
    var session = Session("1. Art. 3\n\n2. Art. 4\n\n3. Arts\n\n4. (b)")
    session.press("&art")
    #expect(session.state.likelyKeys == [[[.character("s")]]])
  }

  @Test func expectsLettersAtTheEndOfTheLineAlone() {
    var session = Session(sample)
    session.press("&vol<Left>")
    #expect(session.state.likelyKeys.isEmpty)
  }

  @Test func givesUpWhereSomethingHappens() throws {
    var session = Session(sample)
    session.press("&v")
    let keys = try #require(session.state.likelyKeys.first)
    #expect(Anticipation(of: keys, in: session.state, unless: { true }) == nil)
    #expect(Anticipation(of: keys, in: session.state) != nil)
  }

  @Test(arguments: ["]", "5", "/", "m", "&a<Enter>", "<F1>"]) func waitsForKeysThatBelongTogether(before: String) throws
  {
    var session = Session(sample, columns: 90, rows: 12)
    session.press(before)
    let state = session.state
    #expect(state.likelyKeys.allSatisfy { Anticipation(of: $0, in: state) == nil })
  }
}
