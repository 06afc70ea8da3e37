import TestSupport
import Testing

private let notice = SampleText.notice

/// The same keys give the same screen on every kind of terminal, with a locale of UTF-8 and without.
@Suite struct TerminalKindTests {
  private static let kinds = ["screen", "tmux", "linux", "vt100"]

  /// What all have to show.
  private static let expected = Result { try screens(term: "xterm-256color", locale: ["LC_MESSAGES": "en"]) }

  /// The screens that a script of keys leads to.
  private static func screens(term: String, locale: [String: String?]) throws -> [String] {
    let home = try TemporaryFolder()
    let file = try home.write(notice, to: "notice.txt")
    let terminal = try Terminal(
      [Program.directives, file], columns: 80, rows: 16, environment: ["TERM": term].merging(locale) { $1 }, home: home)
    try terminal.wait(for: "F1 help")
    var screens: [String] = []
    for keys in ["", "jj", "\t", "2.2\r", "/torn\r", "x", "\tzM", "zR", "@list\r", "g", "arough\r", "t", "t"] {
      // The last row is drawn last: when the digit is there, so is all that the keys before it did.
      terminal.send(keys + "7")
      try terminal.wait(for: "Enter goes to that point")
      screens.append(terminal.text)
      terminal.send("\u{7F}")
      try terminal.waitUntil { !$0.text.contains("Enter goes to that point") }
    }
    terminal.send("Q")
    #expect(try terminal.waitForExit() == .code(0))
    #expect(terminal.modes == terminal.modesAtStart)
    return screens
  }

  @Test(arguments: kinds) func showsTheSame(on term: String) throws {
    #expect(try Self.screens(term: term, locale: [:]) == Self.expected.get())
  }

  @Test(arguments: ["C", "zh_CN.GB18030"]) func showsTheSame(in locale: String) throws {
    let seen = try Self.screens(term: "xterm-256color", locale: ["LANG": locale, "LC_MESSAGES": "en"])
    #expect(try seen.map(inASCII) == Self.expected.get().map(inASCII))
    #expect(seen.allSatisfy { !$0.contains("│") })
  }

  /// A screen with its lines and signs as they are where the locale has none.
  private func inASCII(_ screen: String) -> String {
    let signs: [Character: Character] = [
      "│": "|", "▾": "-", "▸": "+", "›": ":", ">": ":", "▮": "=", "…": "~", "·": "-", "▐": "#", "✓": "v",
      "●": "@", "✎": "*",
    ]
    return String(screen.map { signs[$0] ?? $0 })
  }

  /// Moves, and the lines that are typed for them where nothing can be drawn.
  private static let moves = [
    (keys: "jj", line: "1.1"), ("\r}", "next"), ("{", "previous"), ("2.2\r", "2.2"), ("/torn\r", "/torn"),
    ("?open\r", "?open"),
    ("n", "n"), ("@keep\r", "keep"), ("g", "top"), ("G", "end"),
  ]

  @Test("A dumb terminal is led to the same points, and told the same text", arguments: ["C.UTF-8", "C"])
  func tellsTheSameWhereNothingCanBeDrawn(locale: String) throws {
    let home = try TemporaryFolder()
    let file = try home.write(notice, to: "notice.txt")
    func terminal(_ term: String) throws -> Terminal {
      try Terminal(
        [Program.directives, "--no-state", file], columns: 100, rows: 20,
        environment: ["TERM": term, "LANG": locale, "LC_MESSAGES": "en"], home: home)
    }
    let (drawn, told) = (try terminal("xterm-256color"), try terminal("dumb"))
    try drawn.wait(for: "F1 help")
    try told.wait(for: "preamble>")
    for (keys, line) in Self.moves {
      told.send(line + "\r")
      try told.waitUntil { $0.text.contains("> \(line)\n") && $0.text.hasSuffix(">") }
      let place = told.lastLine.dropLast()
      drawn.send(keys)
      try drawn.waitUntil("\(place) after \(line)") { $0.chosenRow.lowercased().contains(" \(place) ") }
      let answer = told.text.split(separator: "> \(line)\n").last.map { $0.split(separator: "\n").dropLast() } ?? []
      let text = answer.last { !$0.contains("points inside") }.map { $0.split(separator: ": ").last ?? "" }
      #expect(drawn.text.contains(try #require(text)), "\(line)")
    }
    #expect(!String(decoding: told.bytes, as: UTF8.self).contains("\u{1B}"))
    told.send("q\r")
    drawn.send("Q")
    #expect(try told.waitForExit() == .code(0))
    #expect(try drawn.waitForExit() == .code(0))
  }

  @Test(arguments: ["xterm-256color", "tmux", "vt100", "rxvt"]) func knowsTheKeysOfEveryTerminal(term: String) throws {
    let home = try TemporaryFolder()
    let file = try home.write(notice, to: "notice.txt")
    let terminal = try Terminal([Program.directives, file], environment: ["TERM": term], home: home)
    try terminal.wait(for: "F1 help")
    for keys in ["\u{1B}[4~", "g\u{1B}[8~", "g\u{1B}OF", "g\u{1B}[F", "g\u{1B}[1;5F"] {
      terminal.send(keys)
      try terminal.waitUntil { $0.line(23).hasPrefix(" 2.2 ") }
    }
    for keys in ["\u{1B}[1~", "G\u{1B}[7~", "G\u{1B}[H", "j\u{1B}[1;5A", "j\u{1B}[99~k\u{1B}[I"] {
      terminal.send(keys)
      try terminal.waitUntil { $0.line(23).hasPrefix(" preamble") }
    }
    for keys in ["\u{1B}[11~", "\u{1B}OP", "\u{1B}[[A"] {
      terminal.send(keys)
      try terminal.wait(for: "Moving")
      terminal.send("q")
      try terminal.waitUntil { $0.line(23).hasPrefix(" preamble") }
    }
    terminal.send("q")
    #expect(try terminal.waitForExit() == .code(0))
  }

  @Test func sendsNothingThatTheTerminalDoesNotKnow() throws {
    for term in ["xterm-256color", "screen", "tmux", "linux", "vt100"] {
      let home = try TemporaryFolder()
      let file = try home.write(notice, to: "notice.txt")
      let terminal = try Terminal([Program.directives, file], environment: ["TERM": term], home: home)
      try terminal.wait(for: "F1 help")
      terminal.send("jjx2.2\r/torn\rQ")
      try terminal.waitForExit()
      #expect(try SequenceAudit(term: term).violations(in: terminal.bytes) == [], "\(term)")
    }
  }
}

extension Terminal {
  /// The lowest line that is not blank: the prompt where lines are typed.
  fileprivate var lastLine: String { lines.last { !$0.isEmpty } ?? "" }

  /// The row of the browser's outline that is chosen.
  fileprivate var chosenRow: String { lines.first { $0.hasPrefix(">") } ?? "" }
}
