import Glibc
import TestSupport
import Testing

private let notice = SampleText.notice

/// The program as a person meets it: on a pseudo-terminal, its screen read through a terminal emulator.
@Suite struct BrowserTests {
  private func open(
    _ text: String = notice, columns: Int = 80, rows: Int = 20, environment: [String: String?] = [:]
  ) throws -> Terminal {
    let home = try TemporaryFolder()
    let file = try home.write(text, to: "notice.txt")
    let terminal = try Terminal(
      [Program.directives, file], columns: columns, rows: rows, environment: environment, home: home)
    try terminal.wait(for: "F1 help")
    return terminal
  }

  @Test func startsMovesSearchesResizesAndLeavesTheTerminalAsItWas() throws {
    let terminal = try open()
    #expect(terminal.isAlternateScreen)
    #expect(terminal.line(0) == " Notice on the reading room")
    terminal.send(.down, .down)
    try terminal.waitUntil { $0.line(3).hasPrefix(">    1.1 open on Sundays") }
    terminal.send("/list")
    try terminal.waitUntil { $0.line(7).hasPrefix(">    2.2 keep a list") && $0.line(19).hasSuffix("1/1") }
    terminal.send(.enter)
    try terminal.waitUntil { $0.line(19).contains("“list” 1/1") }
    terminal.resize(columns: 44, rows: 9)
    try terminal.waitUntil { $0.lines.count == 9 && $0.text.contains(">    2.2 keep a list") }
    terminal.resize(columns: 100, rows: 30)
    try terminal.waitUntil { $0.line(7).hasPrefix(">    2.2 keep a list") && $0.line(1).contains("›") }
    terminal.send("q")
    #expect(try terminal.waitForExit() == .code(0))
    #expect(terminal.modes == terminal.modesAtStart)
    #expect(!terminal.isAlternateScreen)
    #expect(terminal.isCursorVisible)
    #expect(terminal.positions(of: "\u{1B}[?1049l").count == 1)
  }

  @Test func sendsAFrameAtOnce() throws {
    let terminal = try open()
    #expect(terminal.positions(of: "\u{1B}[?1049h").count == 1)
    let before = try #require(terminal.writes)
    for row in 2...4 {
      terminal.send("j")
      try terminal.waitUntil { $0.line(row).hasPrefix(">") }
      // One for the frame, and one into memory for the frame that may follow; before, three for the first key.
      #expect(try #require(terminal.writes) <= before + 3 + 2 * (row - 1))
    }
    terminal.send("q")
    try terminal.waitForExit()
  }

  @Test func drawsWideCharactersWhoseSecondHalvesStay() throws {
    let terminal = try open("1. 甲\n2. 乙\n3. 丙\n")
    for (key, text) in [("j", "2. 乙"), ("j", "3. 丙"), ("k", "2. 乙")] {
      terminal.send(key)
      try terminal.waitUntil { $0.line(2).hasSuffix(text) }
    }
    terminal.send("q")
    try terminal.waitForExit()
  }

  @Test func movesTheCursorInOneWayAndChangesLooksForWordsAlone() throws {
    let terminal = try open()
    let start = terminal.bytes.count
    terminal.send("jjj")
    try terminal.waitUntil { $0.line(4).hasPrefix(">") }
    let sent = String(decoding: terminal.bytes[start...], as: UTF8.self)
    #expect(sent.contains("\u{1B}[5;1H"))
    let shortcut = try Regex("\r|\u{8}|\u{1B}\\[[0-9]*[ABCDGXbd]")
    #expect(sent.firstMatch(of: shortcut) == nil)
    #expect(!sent.contains("\u{1B}[m \u{1B}[1m"))
    terminal.send("q")
    try terminal.waitForExit()
  }

  @Test func knowsTheCursorKeysInBothOfTheirModes() throws {
    let terminal = try open()
    terminal.send("\u{1B}[B\u{1B}OB")
    try terminal.waitUntil { $0.line(3).hasPrefix(">    1.1 open on Sundays") }
    terminal.send("\u{1B}OA\u{1B}[A")
    try terminal.waitUntil { $0.line(1).hasPrefix(">  Preamble") }
    terminal.send("q")
    try terminal.waitForExit()
  }

  /// What is expected is read past ncurses; what is as long, comes in parts or with more is read as always.
  @Test(arguments: ["xterm-256color", "linux"]) func readsOtherKeysThanItExpects(type: String) throws {
    let terminal = try open(environment: ["TERM": type])
    func press(_ parts: String..., row: Int, line: Int = #line) throws {
      for part in parts {
        terminal.send(part)
        if parts.count > 1 { usleep(5_000) }
      }
      try terminal.waitUntil(line: line) { $0.line(row).hasPrefix(">") }
    }
    let down = type == "linux" ? "\u{1B}[B" : "\u{1B}OB"
    try press("j", row: 2)
    try press("k", row: 1)
    try press(down, row: 2)
    try press("\u{1B}OA", row: 1)
    try press(down, row: 2)
    try press("\u{1B}[A", row: 1)
    try press("jj", row: 3)
    try press("j", row: 4)
    try press("k" + down, row: 4)
    try press("\u{1B}", "OA", row: 3)
    try press(down, row: 4)
    try press("\u{1B}", "[A", row: 3)
    try press(down, row: 4)
    try press("\u{1B}O", "A", row: 3)
    try press("\u{1B}[6~", row: 7)
    try press("\u{1B}OAk", row: 5)
    try press("\u{1B}[6~", row: 7)
    try press("\u{1B}[5~", row: 1)
    terminal.send("q")
    try terminal.waitForExit()
  }

  @Test func readsOtherLettersThanItExpects() throws {
    let terminal = try open("1. éa\n2. éb\n3. üc\n")
    terminal.send("&")
    try terminal.waitUntil { $0.line(19) == "&" }
    for (key, line) in [
      (Key(code: .bytes(Array("ö".utf8))), "&ö "), (.backspace, "&"), (Key(code: .bytes(Array("é".utf8))), "&é "),
      (Key(code: .bytes(Array("ü".utf8))), "&éü "), (.backspace, "&é "), (Key(code: .bytes(Array("b".utf8))), "&éb "),
    ] {
      terminal.send(key)
      try terminal.waitUntil { $0.line(19) == line || line.hasSuffix(" ") && $0.line(19).hasPrefix(line) }
    }
    #expect(terminal.text.contains("2 éb") && !terminal.text.contains("1 éa"))
    terminal.send(.escape)
    try terminal.waitUntil { $0.text.contains("1 éa") }
    terminal.send("q")
    try terminal.waitForExit()
  }

  // Each place of it costs a pass over the line, so that the search takes longer than anybody waits.
  private static let slowText = String(
    repeating: "1. " + String(repeating: "ab", count: 2000) + "\n\n", count: 150)

  @Test(arguments: ["/", "&", ":filter "]) func stopsASearchOnControlC(_ command: String) throws {
    let terminal = try open(Self.slowText)
    terminal.send("\(command)(a|b)*c\r")
    terminal.send(.control("c"))
    try terminal.wait(for: "Search stopped")
    terminal.send("q")
    try terminal.waitForExit()
  }

  @Test func typingGoesOnWhileItSearches() throws {
    let terminal = try open(Self.slowText)
    terminal.send("/(a|b)*c")
    terminal.send("?d")
    terminal.send(.control("u"))
    terminal.send("2000")
    try terminal.wait(for: "no match")
    #expect(terminal.lines.last?.hasPrefix("/2000") == true)
    terminal.send(.escape)
    terminal.send("q")
    try terminal.waitForExit()
  }

  @Test func showsWideTextInItsColumns() throws {
    let terminal = try open()
    #expect(terminal.text.contains("▾ 2 Care for the old books 爱… │"))
    terminal.resize(columns: 100, rows: 20)
    try terminal.wait(for: "▾ 2 Care for the old books 爱护图书    │")
    terminal.send("q")
    try terminal.waitForExit()
  }

  @Test func showsWhereItIsWithoutColours() throws {
    let terminal = try open(environment: ["NO_COLOR": "1"])
    #expect(terminal.attributes(row: 1, column: 5).reverse)
    let colour = /\e\[(?:\d+;)*(?:[34]\d|9\d|10\d)(?:;\d+)*m/
    #expect(String(decoding: terminal.bytes, as: UTF8.self).firstMatch(of: colour) == nil)
    terminal.send("q")
    try terminal.waitForExit()
  }

  @Test func showsNothingInGrayThatIsBlack() throws {
    let terminal = try open(environment: ["TERM": "xterm", "COLORFGBG": "15;0"])  // eight colours
    terminal.send("/list\r")
    try terminal.wait(for: "“list” 1/1")
    let match = try #require(terminal.picture.joined().first { $0.attributes.background == .indexed(2) })
    #expect(!match.attributes.bold && match.attributes.foreground == .indexed(0))
    terminal.send("q")
    try terminal.waitForExit()
  }

  @Test(arguments: [("vt100", "F1 help"), ("linux", "F1 help"), ("screen", "F1 help"), ("tmux-256color", "F1 help")])
  func runsOn(term: String, sign: String) throws {
    let terminal = try open(environment: ["TERM": term])
    #expect(terminal.line(0).contains("Notice on the reading room"))
    terminal.send("q")
    #expect(try terminal.waitForExit() == .code(0))
    #expect(terminal.modes == terminal.modesAtStart)
  }

  @Test(arguments: ["C", "POSIX", "xx_XX.UTF-8"]) func showsChineseInAnyLocale(locale: String) throws {
    let terminal = try open(environment: ["LANG": locale])
    #expect(terminal.text.contains("爱护"))
    terminal.send("q")
    try terminal.waitForExit()
  }

  @Test("Keys work where the text comes by a pipe") func readsThePipeAndKeysFromTheTerminal() throws {
    let terminal = try Terminal([Program.directives], columns: 80, rows: 20, input: .pipe)
    terminal.feed(notice)
    terminal.endInput()
    try terminal.wait(for: "F1 help")
    terminal.send("2.2\r")
    try terminal.wait(for: ">    2.2 keep a list")
    terminal.send("q")
    #expect(try terminal.waitForExit() == .code(0))
  }

  @Test func printsTheChosenPointOnLeaving() throws {
    let terminal = try open()
    terminal.send("2.1\r")
    terminal.send("pp")
    try terminal.wait(for: "2.1 will be printed on leaving")
    terminal.send("q")
    #expect(try terminal.waitForExit() == .code(0))
    #expect(terminal.text.contains("First, repair what is torn."))
    #expect(!terminal.text.contains("Second, keep a list."))
  }

  @Test func breaksWhatItPrintsOnATerminalBetweenWords() throws {
    let words = (1...40).map { "word\($0)" }.joined(separator: " ")
    let terminal = try open("1. One\n\n\(words)\n")
    terminal.send("pp")
    try terminal.wait(for: "will be printed")
    terminal.send("q")
    #expect(try terminal.waitForExit() == .code(0))
    let printed = terminal.text.split { $0 == " " || $0 == "\n" }
    for word in words.split(separator: " ") { #expect(printed.contains(word)) }
  }

  @Test func saysInChineseWhatKeepsItFromTheScreen() throws {
    let terminal = try Terminal([Program.directives, "--lang", "zh", "nowhere.txt"])
    #expect(try terminal.waitForExit() == .code(2))
    #expect(terminal.text.contains("directives: nowhere.txt：没有此文件"))
  }

  @Test func tellsWhatItCannotUseOfTheCorrections() throws {
    let home = try TemporaryFolder()
    let file = try home.write("1. One\n\n2. Two\n", to: "notice.txt")
    _ = try home.write("reject nowhere\n", to: "notice.txt.outline")
    let terminal = try Terminal([Program.directives, file], columns: 200, home: home)
    try terminal.wait(for: ".outline:1: nowhere: no line begins so")
    terminal.send("R")
    try terminal.wait(for: "unchanged")
    terminal.send("q")
    #expect(try terminal.waitForExit() == .code(0))
  }

  @Test func writesNoCorrectionsWhereNothingIsKept() throws {
    let home = try TemporaryFolder()
    let file = try home.write("1. One\n\n2. Two\n", to: "notice.txt")
    let terminal = try Terminal([Program.directives, "--no-state", file], columns: 200, home: home)
    terminal.send("2\r:reject\r")
    try terminal.wait(for: ":point takes it back, for this reading only")
    terminal.send("q")
    #expect(try terminal.waitForExit() == .code(0))
    #expect(access(file + ".outline", F_OK) != 0)
  }

  @Test func opensAnotherDocumentByName() throws {
    let terminal = try open()
    _ = try terminal.home.write("Other\n\n1. Elsewhere\n\n2. Nowhere\n", to: "other.txt")
    terminal.send(":e other.txt\r")
    try terminal.wait(for: "other.txt (2/2)")
    #expect(terminal.text.contains("1 Elsewhere"))
    terminal.send(":e missing.txt\r")
    try terminal.wait(for: "missing.txt: no such file")
    terminal.send(":p\r")
    try terminal.wait(for: "(1/2)")
    terminal.send("q")
    #expect(try terminal.waitForExit() == .code(0))
  }

  @Test func savesAndAsksBeforeWritingOver() throws {
    let terminal = try open()
    terminal.send("2.1\r")
    terminal.send("s\u{15}")
    terminal.send("point.txt\r")
    try terminal.wait(for: "Wrote 1 point to point.txt")
    #expect(terminal.home.read("point.txt") == Array("First, repair what is torn.\n".utf8))
    terminal.send("2\r")
    terminal.send(":w point.txt\r")
    try terminal.wait(for: "point.txt exists: write over it? (y/n)")
    terminal.send("n")
    try terminal.wait(for: "Nothing written")
    #expect(terminal.home.read("point.txt") == Array("First, repair what is torn.\n".utf8))
    terminal.send(":w point.txt\r")
    try terminal.wait(for: "(y/n)")
    terminal.send("y")
    try terminal.wait(for: "Wrote 3 points to point.txt")
    terminal.send(":w ~/book.html\r")
    try terminal.wait(for: "Wrote 3 points to ~/book.html")
    #expect(terminal.home.read("book.html")?.starts(with: Array("<!DOCTYPE html>".utf8)) == true)
    terminal.send(":w .\r")
    try terminal.wait(for: ".: is a folder")
    terminal.send(":w no/such/place\r")
    try terminal.wait(for: "no/such/place: no such file")
    terminal.send("q")
    try terminal.waitForExit()
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT]) func endsInOrderOn(signal: Int32) throws {
    let terminal = try open()
    terminal.signal(signal)
    #expect(try terminal.waitForExit() == .code(128 + signal))
    #expect(terminal.modes == terminal.modesAtStart)
    #expect(!terminal.isAlternateScreen)
  }

  @Test func endsWhenTheTerminalIsGone() throws {
    let terminal = try open()
    terminal.hangUp()
    try terminal.waitForExit()
  }

  /// What a keyboard of another encoding sends, or a line so slow that the bytes of a character come one by one.
  @Test func goesOnWhereACharacterDoesNotComeWhole() throws {
    let terminal = try open()
    for byte: UInt8 in [0xE9, 0xE9, 0xE4, 0xB8, 0xAD] {
      terminal.send(bytes: [byte])
      _ = try? terminal.wait(for: "what never comes", patience: .milliseconds(25))
    }
    // Where the last byte was not read yet, it takes the first key with it.
    var status: ExitStatus?
    for _ in 0..<5 where status == nil {
      terminal.send("q")
      status = try? terminal.waitForExit(patience: .seconds(5))
    }
    #expect(status == .code(0))
  }

  @Test func comesBackAfterSuspending() throws {
    let home = try TemporaryFolder()
    let file = try home.write(notice, to: "notice.txt")
    let terminal = try Terminal(
      ["/bin/sh", "-mc", "\(Program.directives) \(file); echo status $?; read -r _; fg"], columns: 80, rows: 20,
      home: home)
    try terminal.wait(for: "F1 help")
    terminal.send(.control("z"))
    try terminal.wait(for: "status 148")
    #expect(!terminal.isAlternateScreen)
    terminal.send("\r")
    try terminal.waitUntil { $0.isAlternateScreen && $0.text.contains("F1 help") }
    // As the keypad sends it while its mode is not yet set again, too.
    terminal.send("\u{1B}[B")
    try terminal.waitUntil { $0.line(2).hasPrefix(">") }
    terminal.send(.down)
    try terminal.waitUntil { $0.line(3).hasPrefix(">") }
    terminal.send("q")
    try terminal.waitForExit()
    #expect(terminal.modes == terminal.modesAtStart)
  }

  @Test(arguments: [(1, 1), (1, 30), (200, 1), (2, 2), (300, 100)]) func survivesTheSize(columns: Int, rows: Int) throws
  {
    let terminal = try open()
    terminal.resize(columns: columns, rows: rows)
    terminal.send("jjlh/a\u{1B}")
    terminal.resize(columns: 80, rows: 20)
    try terminal.wait(for: "F1 help")
    terminal.send("q")
    #expect(try terminal.waitForExit() == .code(0))
  }

  @Test func documentEscapesNeverReachTheTerminal() throws {
    let attack = "1. One \u{1B}]52;c;AAAA\u{7}\u{9B}31m\u{202E}\n2. Two \u{1B}[2J\u{1B}P q\u{1B}\\\n"
    let terminal = try open(attack)
    #expect(terminal.text.contains("␛]52;c;AAAA␇<009B>31m<202E>"))
    terminal.send("pp")
    terminal.send("jpp")
    try terminal.wait(for: "2 points in all")
    terminal.send("q")
    try terminal.waitForExit()
    let sent = String(decoding: terminal.bytes, as: UTF8.self)
    for sign in ["\u{1B}]52", "\u{9B}", "\u{202E}", "\u{1B}[2J\u{1B}P", "\u{1B}P q", "\u{7}"] {
      #expect(!sent.contains(sign))
    }
  }
}
