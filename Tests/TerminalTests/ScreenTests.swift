import Testing

/// What the emulator of the harness does where libvterm by itself would crash or differ from a terminal.
@Suite struct ScreenTests {
  @Test func keepsTheCursorOnTheScreenThatShrinks() {
    let screen = Screen(columns: 40, rows: 8)
    screen.feed("1\r\n2\r\n3\r\n4\r\n5\r\n6\r\n7\r\n8\u{1B}[H".utf8)
    screen.resize(columns: 13, rows: 4)
    #expect(screen.cursor == (0, 0))
    screen.feed("中".utf8)
    #expect(screen.line(0) == "中")
  }

  @Test func forgetsTheScrollingRegionOfAnotherSize() {
    let screen = Screen(columns: 20, rows: 8)
    screen.feed("\u{1B}[2;8r".utf8)
    screen.resize(columns: 20, rows: 4)
    screen.feed("\u{1B}[2J\u{1B}[1;1Hfirst\u{1B}[2;1Hsecond\u{1B}[4;1H\n".utf8)
    #expect(screen.line(0) == "second")
  }

  @Test func bearsWideTextInASingleColumn() {
    let screen = Screen(columns: 1, rows: 2)
    screen.feed("中文".utf8)
    #expect(screen.size == (1, 2))
    screen.resize(columns: 10, rows: 2)
    screen.resize(columns: 1, rows: 2)
    screen.feed("中文".utf8)
  }

  @Test func hasNoLineOutsideItself() {
    let screen = Screen(columns: 5, rows: 2)
    #expect(screen.line(-1) == "" && screen.line(2) == "")
  }

  /// libvterm 0.1.4 keeps the first piece for another character.
  @Test func joinsACharacterThatComesInTwoPieces() {
    let screen = Screen(columns: 20, rows: 2)
    let bytes = Array("a 工会▮ b 🙂\u{E9}".utf8)
    for byte in bytes { screen.feed([byte]) }
    screen.feed(" 工会".utf8)
    #expect(screen.line(0) == "a 工会▮ b 🙂é 工会")
  }
}
