import Glibc
import TestSupport
import Testing

private let notice = SampleText.notice

/// What only a terminal shows of keys, mouse, colours and settings.
@Suite struct InterfaceTests {
  private func open(
    _ arguments: [String] = [], config: String? = nil, environment: [String: String?] = [:], text: String = notice
  ) throws -> Terminal {
    let home = try TemporaryFolder()
    let file = try home.write(text, to: "notice.txt")
    if let config {
      mkdir(home.path + "/.config", 0o700)
      mkdir(home.path + "/.config/directives", 0o700)
      _ = try home.write(config, to: ".config/directives/config")
    }
    let terminal = try Terminal(
      [Program.directives] + arguments + [file], columns: 80, rows: 20, environment: environment, home: home)
    try terminal.waitUntil("the first screen") { $0.line(1).hasPrefix(">") && !$0.line(19).isEmpty }
    return terminal
  }

  private func quit(_ terminal: Terminal) throws {
    terminal.send("q")
    #expect(try terminal.waitForExit() == .code(0))
    #expect(terminal.modes == terminal.modesAtStart)
  }

  @Test("The mouse is left to the selection of the terminal until F2") func asksForNoMouseUntilF2() throws {
    let terminal = try open()
    terminal.send(.down)
    try terminal.waitUntil { $0.line(2).hasPrefix(">") }
    for mode in ["1000h", "1002h", "1003h", "?1006"] { #expect(terminal.positions(of: mode).isEmpty) }
    terminal.send(.f2)
    try terminal.wait(for: "Mouse on")
    #expect(terminal.wantsMouse)
    terminal.click(row: 4, column: 8)
    try terminal.waitUntil { $0.line(4).hasPrefix(">    1.2 train") }
    terminal.click(row: 2, column: 1)
    try terminal.waitUntil { $0.line(2).hasPrefix(">▸ 1 Open") }
    terminal.drag(from: (5, 32), to: (6, 40))
    try terminal.waitUntil { Array($0.line(5)).dropFirst(40).first == "│" }
    terminal.click(row: 6, column: 40)
    terminal.send(.f2)
    try terminal.wait(for: "Mouse off")
    #expect(!terminal.wantsMouse)
    terminal.send(.f2)
    try terminal.wait(for: "Mouse on")
    try quit(terminal)
    #expect(!terminal.wantsMouse)
  }

  @Test("Esc is not slow") func escapeIsNotHeldBack() throws {
    let terminal = try open()
    // ncurses holds Esc back for a second unless it is told otherwise; a busy machine may do so too, but not each time.
    var shortest = Duration.seconds(60)
    for _ in 0..<10 where shortest >= .milliseconds(900) {
      terminal.send("/repair")
      try terminal.waitUntil { $0.line(6).hasPrefix(">    2.1 repair") }
      let start = ContinuousClock.now
      terminal.send(.escape)
      try terminal.waitUntil { $0.line(1).hasPrefix(">") && $0.line(19).contains("F1 help") }
      shortest = min(shortest, ContinuousClock.now - start)
    }
    #expect(shortest < .milliseconds(900))
    try quit(terminal)
  }

  @Test func aFastKeyAfterEscapeIsNotSwallowed() throws {
    let terminal = try open()
    terminal.send("/repair")
    try terminal.waitUntil { $0.line(6).hasPrefix(">    2.1 repair") }
    terminal.send("\u{1B}jj")
    try terminal.waitUntil { $0.line(3).hasPrefix(">    1.1 open") }
    try quit(terminal)
  }

  @Test func pastesIntoAPromptOnly() throws {
    let terminal = try open()
    #expect(terminal.positions(of: "\u{1B}[?2004h").count == 1)
    terminal.send("\u{1B}[200~qQ\r:q\r\u{1B}[201~")
    try terminal.wait(for: "Pasted text goes into a prompt")
    terminal.send("/")
    terminal.send("\u{1B}[200~repair\rwhat\u{7}\u{1B}[201~")
    try terminal.waitUntil { $0.line(19).hasPrefix("/repair what") && $0.line(19).hasSuffix("1/1") }
    terminal.send(.escape)
    try terminal.wait(for: "F1 help")
    try quit(terminal)
    #expect(terminal.positions(of: "\u{1B}[?2004l").count >= 1)
  }

  @Test func aPasteWithPausesIsNoKeys() throws {
    let terminal = try open()
    terminal.send("/")
    try terminal.waitUntil { $0.line(19).hasPrefix("/") }
    terminal.send("\u{1B}[200~repair ")
    try terminal.waitUntil { $0.line(19).hasPrefix("/repair") }
    _ = try? terminal.wait(for: "what never comes", patience: .milliseconds(300))
    terminal.send("what\rQ")
    try terminal.waitUntil { $0.line(19).hasPrefix("/repair what Q") }
    terminal.send("\u{1B}[201~")
    terminal.send(.escape)
    try terminal.wait(for: "F1 help")
    try quit(terminal)
  }

  /// The end of the paste got lost on its way.
  @Test(arguments: ["\u{3}", "\u{1B}", "\u{3}\u{3}\u{3}"]) func aPasteWithoutAnEndIsEnded(by keys: String) throws {
    let terminal = try open()
    terminal.send("/\u{1B}[200~repair")
    try terminal.waitUntil { $0.line(19).hasPrefix("/repair") }
    _ = try? terminal.wait(for: "what never comes", patience: .milliseconds(300))
    terminal.send(keys)
    try terminal.waitUntil { !$0.line(19).hasPrefix("/") }
    try quit(terminal)
  }

  @Test func takesNoMarkedPastesWhileItIsStopped() throws {
    let terminal = try open()
    terminal.send("|true\r")
    try terminal.wait(for: "[Enter]")
    #expect(terminal.positions(of: "\u{1B}[?2004l").count == 1)
    terminal.send("\r")
    try terminal.wait(for: "Done: | true")
    #expect(terminal.positions(of: "\u{1B}[?2004h").count == 2)
    try quit(terminal)
  }

  @Test func keepsASearchToOnePointByAltS() throws {
    let terminal = try open()
    terminal.send("/a")
    try terminal.wait(for: "/a")
    terminal.send(.alt("s"))
    try terminal.wait(for: "preamble /a")
    terminal.send(.escape)
    try terminal.wait(for: "F1 help")
    try quit(terminal)
  }

  @Test func readsItsSettings() throws {
    let terminal = try open(config: "language = zh\nkey x = quit\nspeed = 9\n")
    #expect(terminal.text.contains("前言"))
    #expect(terminal.line(19).contains("/.config/directives/config:"))
    terminal.send("x")
    #expect(try terminal.waitForExit() == .code(0))
    #expect(terminal.text.contains("config:3: no setting is called speed"))
  }

  @Test func drawsLinesOnlyWhereTheLocaleHasThem() throws {
    let plain = try open(environment: ["LANG": "C"])
    #expect(!String(decoding: plain.bytes, as: UTF8.self).contains("│"))
    #expect(plain.line(2).hasPrefix(" - 1 Open"))
    try quit(plain)
    let named = try open(environment: ["LANG": "xx_XX.UTF-8"])
    #expect(named.text.contains("│"))
    try quit(named)
  }

  @Test("Characters of ambiguous width shift nothing") func measuresAmbiguousCharactersAsTheTerminalDoes() throws {
    for (width, borders) in [(1, [32, 32]), (2, [32, 30])] {
      let terminal = try open(
        config: "ambiguous-width = \(width)\n", text: "1. One\n\n2. Two “quoted” and so much more that it is cut\n")
      // The emulator gives them one column: where two are reckoned with, what follows directly comes that much earlier.
      try terminal.wait(for: "2 Two “quoted”")
      let seen = [1, 2].map { row in
        terminal.line(row).firstIndex { $0 == "│" || $0 == "|" }.map {
          terminal.line(row).distance(from: terminal.line(row).startIndex, to: $0)
        }
      }
      #expect(seen == borders)
      try quit(terminal)
    }
  }

  @Test(arguments: [
    ("dark", "xterm-256color", true), ("light", "xterm-256color", true), ("high-contrast", "xterm-256color", true),
    ("mono", "xterm-256color", false), ("dark", "xterm", true), ("dark", "linux", true),
    ("dark", "vt100", false),
  ])
  func coloursByThemeAndTerminal(theme: String, term: String, coloured: Bool) throws {
    let terminal = try open(["--theme", theme], environment: ["TERM": term])
    let colour = /\e\[(?:\d+;)*(?:3[0-8]|9\d)(?:[;:]\d+)*m/
    #expect((String(decoding: terminal.bytes, as: UTF8.self).firstMatch(of: colour) != nil) == coloured)
    try quit(terminal)
  }

  @Test func printsKeysAndSettings() throws {
    let keys = try Command(Program.directives, ["keys"])
    #expect(keys.output.contains("j ↓"))
    #expect(keys.output.contains("next-row"))
    let json = try Command(Program.directives, ["keys", "--format", "json"])
    #expect(
      json.output.contains(
        "{\"action\": \"next-row\", \"keys\": [\"j\", \"↓\"], \"pane\": null, \"help\": \"next row\"}"))
    let example = try Command(Program.directives, ["config", "--example"])
    #expect(example.output.contains("#theme = auto"))
  }
}
