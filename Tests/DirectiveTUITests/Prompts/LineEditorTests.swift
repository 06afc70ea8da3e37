import Testing

@testable import DirectiveTUI

@Suite struct LineEditorTests {
  /// `|` stands where the cursor is.
  private func typing(_ script: String) -> String {
    var line = LineEditor()
    for key in Key.script(script) { _ = line.apply(key) }
    return line.beforeCursor + "|" + line.afterCursor
  }

  @Test(arguments: [
    ("abc", "abc|"), ("abc<Left>", "ab|c"), ("abc<Left>x", "abx|c"), ("abc<Home>x", "x|abc"), ("abc<^A>x", "x|abc"),
    ("abc<^A><^E>x", "abcx|"), ("abc<Home><End>", "abc|"), ("abc<Left><Left><Right>", "ab|c"),
    ("abc<Left><Backspace>", "a|c"), ("abc<Home><Del>", "|bc"), ("abc<Del>", "abc|"), ("abc<Left><Left><^K>", "a|"),
    ("abc<Left><^U>", "|c"), ("one two<^W>", "one |"), ("one two  <^W>", "one |"), ("one two<Left><^W>", "one |o"),
    ("one two<Alt-←>", "one |two"), ("one two<Home><Alt-→>", "one| two"), ("爱护<Left>惜", "爱惜|护"),
    ("<Left><Right><Home>", "|"),
  ])
  func edits(script: String, line: String) {
    #expect(typing(script) == line)
  }

  @Test func pastesAsOneLineWithoutControlCharacters() {
    var line = LineEditor("ab")
    _ = line.apply(.left)
    line.insert("1\r\n2\u{1B}[31m\u{7}\t3\u{9B}")
    #expect(line.beforeCursor == "a1 2[31m 3")
    #expect(line.afterCursor == "b")
  }

  @Test func acceptsAndGivesUp() {
    var line = LineEditor("x")
    #expect(line.apply(.enter) == .accepted)
    #expect(line.apply(.escape) == .cancelled)
    #expect(line.apply(.control("c")) == .cancelled)
    #expect(line.apply(.backspace) == .edited)
    #expect(line.apply(.backspace) == .cancelled)
  }
}
