import DirectiveModel
import Testing

@testable import DirectiveTUI

/// A count before a key is the key so many times, in both panes.
@Suite struct KeyCountTests {
  /// Six themes of six points, each of several rows, with a reference in each.
  private static let text = (1...6).map { theme in
    "\(theme). Theme \(theme)\n\n"
      + (1...6).map { point in
        "\(theme).\(point). Point \(point) of a theme\n\nIts text says what section \(7 - theme).\(point) says.\n\n"
      }.joined()
  }.joined()
  private static let document = Document(source: Source(text))

  @Test(
    "A count before a key is the key so many times",
    arguments: [
      "j", "k", "<Down>", "<Up>", "f", "<^F>", "<PgDn>", "b", "<^B>", "<PgUp>", "d", "<^D>", "u", "<^U>", "J", "K", "}",
      "{", "]]", "[[", "h", "<Left>", "l", "<Right>", "n", "N", "*", "#", "]m", "[m", ")", "(", "<^O>", "<Alt-←>",
      "<Alt-→>", "+", "-", ">", "<",
    ], [false, true])
  func isThatManyTimes(key: String, inText: Bool) {
    var once = Session(Self.document, columns: 90, rows: 12)
    let goes = "1.1<Enter>2.2<Enter>5.5<Enter>/text<Enter>3.3<Enter><^O>" + (inText ? "<Tab>" : "")
    once.press(goes)
    var counted = once
    once.press(key + key + key)
    counted.press("3" + key)
    #expect(counted.state.chosen == once.state.chosen)
    #expect(counted.state.text.anchor == once.state.text.anchor)
    #expect(counted.state.settings == once.state.settings)
    #expect(counted.state.focus == once.state.focus)
    #expect(counted.state.folds.rows == once.state.folds.rows)
    #expect(counted.state.reference == once.state.reference)
    #expect(counted.state.typedNumber.isEmpty)
  }

  @Test(arguments: [false, true]) func aNumberBeforeEnterAndGIsAnAddress(inText: Bool) {
    for key in ["<Enter>", "G"] {
      var session = Session(Self.document, columns: 90, rows: 12)
      session.press((inText ? "<Tab>" : "") + "4.2" + key)
      #expect(session.place == "4.2")
    }
  }
}
