import DirectiveModel
import Foundation
import TestSupport
import Testing

@testable import DirectiveTUI

/// Nothing that a document, a name, a pattern or a note holds reaches the terminal as it is.
@Suite struct AttackTests {
  private let home: TemporaryFolder
  private let audit: SequenceAudit
  private static let xterm = Result { try SequenceAudit(term: "xterm-256color") }

  init() throws {
    home = try TemporaryFolder()
    audit = try Self.xterm.get()
  }

  /// Attacks that a file can be named by: what is valid text, without `/` and NUL, and short.
  private static let names: [[String]] = [
    ["title", "sgr", "bidi"], ["clipboard", "c1CSI", "enquiry"], ["c1OSC", "clear", "return"],
    ["device", "bell", "invisible"],
  ]

  private func open(_ command: [String], environment: [String: String?] = [:]) throws -> Terminal {
    try Terminal(command, columns: 100, rows: 30, environment: environment, home: home)
  }

  private func expectClean(_ terminal: Terminal, bell: Bool = false, _ line: Int = #line) {
    let violations = audit.violations(in: terminal.bytes, bell: bell)
    #expect(violations.isEmpty, "line \(line)")
  }

  /// Those that consist of what the terminal's description has too: another check finds these, by their parameters.
  private static let inTheDescription: Set = [
    "backspace", "return", "zalgo", "tags", "graphics", "shiftOut", "keypad", "move", "sgr", "hide", "clear", "region",
    "alternate", "repeat", "softReset", "tabs", "reverseScreen", "scroll", "reset", "escapeAtEnd", "twoEscapes",
    "paste",
  ]

  @Test(arguments: Attacks.all.map(\.name).filter { !inTheDescription.contains($0) })
  func theAuditSees(name: String) throws {
    let attack = try #require(Attacks.all.first { $0.name == name })
    #expect(!audit.violations(in: attack.bytes).isEmpty)
  }

  @Test func theAuditLetsPassWhatTheTerminalKnows() {
    #expect(audit.violations(in: Array("plain 爱护图书 é\r\n\u{1B}[31m\u{1B}[12;3H\u{1B}[?25l".utf8)) == [])
  }

  /// What is allowed as a sequence of the terminal's own must not come from the document either: its parameters would.
  private static let ownSequences = [
    "\u{1B}[3J", "\u{1B}[38;5;213;7m", "\u{1B}[8m", "\u{1B}[999;999H", "\u{1B}[5;6r", "\u{1B}[99999999b", "\u{1B}[!p",
    "\u{1B}c",
    "\u{1B}[?5h", "\u{E}lqqk", "\u{1B}[3g", "hidden\u{8}",
  ]

  private func expectNothingOfTheDocument(_ terminal: Terminal) {
    for sequence in Self.ownSequences { #expect(terminal.positions(of: sequence).isEmpty) }
  }

  @Test func notFromADocument() throws {
    let file = try home.write(Attacks.document, to: "attacks.txt")
    let terminal = try open([Program.directives, file])
    try terminal.wait(for: "F1 help")
    terminal.send("gl")
    for _ in 0..<12 { terminal.send(" jj") }
    terminal.send("\t")
    for _ in 0..<Attacks.all.count { terminal.send("k") }
    terminal.send("g/end\rr")
    try terminal.wait(for: "matches")
    terminal.send("\u{1B}@")
    terminal.send("owned")
    terminal.send("\u{1B}3\ra\u{15}\r&text\r")
    terminal.send("\u{1B}4\rpp5\rpcpt")
    terminal.send("Q")
    try terminal.waitForExit()
    expectClean(terminal, bell: true)
    expectNothingOfTheDocument(terminal)
  }

  @Test(arguments: [
    ["outline"], ["outline", "--format", "json", "--text"], ["show", "1"], ["show", "closing"], ["show", "name"],
    ["search", "end"], ["search", "."], ["info"], ["notes"],
  ])
  func notFromACommand(arguments: [String]) throws {
    let file = try home.write(Attacks.document, to: "attacks.txt")
    let terminal = try open([Program.directives] + arguments + [file])
    try terminal.waitForExit()
    expectClean(terminal)
    expectNothingOfTheDocument(terminal)
  }

  @Test(arguments: names) func notFromTheNameOfAFile(names: [String]) throws {
    let name = Attacks.fileName(of: names)
    let file = try home.write("1. One\n2. Two\n", to: name)
    let terminal = try open([Program.directives, file])
    try terminal.wait(for: "F1 help")
    terminal.send("=jsx\u{15}\(name.filter { $0 >= " " })\r")
    terminal.send("\u{1B}:w \(file.filter { $0 >= " " })/x\r")
    terminal.send("\u{1B}\u{1B}:q\r")
    try terminal.waitForExit()
    expectClean(terminal, bell: true)
    for command in [
      ["recent"], ["notes"], ["marks"], ["info", file], ["outline", "/no/such/\(name)"], ["/no/such/\(name)"],
    ] {
      let terminal = try open([Program.directives] + command)
      try terminal.waitForExit()
      expectClean(terminal)
    }
  }

  @Test(arguments: ["/", "?", "&", "@", ":", "a", "s"]) func notFromWhatIsTyped(key: String) throws {
    let file = try home.write("1. One\n2. Two\n", to: "a.txt")
    let terminal = try open([Program.directives, file])
    try terminal.wait(for: "F1 help")
    terminal.send(key + "\u{9B}31m\u{202E}x\u{9D}0;x\u{9C}\u{200B}\u{FEFF}\u{5}\u{7}\u{E}\r")
    terminal.send("\u{1B}[200~\u{1B}]52;c;AAAA\u{7}\u{1B}[201~")  // pasted, with the marks of a bracketed paste
    terminal.send("\u{1B}\u{1B}nQ")
    try terminal.waitForExit()
    expectClean(terminal, bell: true)
    #expect(terminal.positions(of: "\u{1B}]52").isEmpty)
  }

  /// Eight messages, each with every eighth attack.
  @Test(arguments: 0..<8) func notFromAnErrorMessage(part: Int) throws {
    let attacks = Attacks.all.indices.filter { $0 % 8 == part }.map { Attacks.all[$0].bytes + [UInt8(ascii: "-")] }
    let text = String(decoding: attacks.joined(), as: UTF8.self).filter { $0 != "\0" }
    let file = try home.write("1. One\n2. Two\n", to: "a.txt")
    // One shell for all: each is a way to have a message repeat what was given.
    let script = """
      D=\(Program.directives)
      $D "$1"; $D show "$1" \(file); $D search "($1" \(file); $D outline --depth "$1" \(file); $D "--$1"; \
      $D outline "$1/x"; $D notes "$1"; XDG_STATE_HOME="/no/$1" $D notes; TERM="$1" $D \(file) </dev/tty; \
      LANG="$1" $D outline "$1"
      """
    let terminal = try open(["/bin/sh", "-c", script, "sh", text], environment: [:])
    try terminal.waitForExit()
    expectClean(terminal)
    expectNothingOfTheDocument(terminal)
  }

  @Test func notFromWhatWasKept() throws {
    let file = try home.write("1. One thing\n2. Two things\n", to: "a.txt")
    do {
      let store = try StateStore.open(StateFolder(home.path + "/.local/state/directives"))
      let document = try store.open(path: file, content: 1, title: Self.all)
      let point = Fingerprint(address: "1", hash: 0, words: ["One", "thing"])
      let kept = KeptPoint(
        attachment: Attachment(seen: point, origin: 0), marker: Self.all, heading: Self.all, line: 1)
      _ = try store.replaceNotes([], with: KeptNote(point: kept, text: Self.all, written: 1), in: document)
      try store.setMark("\u{9B}", to: Anchor(fingerprint: point, depth: 1), in: document)
      try store.remember(Self.all, "search")
      _ = try store.open(path: "/\(Self.all)", content: 2, title: Self.all)
    }
    let terminal = try open([Program.directives, file])
    try terminal.wait(for: "1 · 1 of 2")
    terminal.send("1\r\t1\rj")
    try terminal.wait(for: "✎")
    terminal.send("ka")
    try terminal.wait(for: "Note on 1")
    terminal.send("\r/\u{1B}[A\u{1B}OA\r")
    terminal.send("\u{1B}\u{1B}:q\r")
    try terminal.waitForExit()
    expectClean(terminal, bell: true)
    for command in [
      ["recent"], ["notes"], ["marks"], ["notes", file], ["notes", "--format", "markdown"],
      ["notes", "--format", "json"],
    ] {
      let terminal = try open([Program.directives] + command)
      try terminal.waitForExit()
      expectClean(terminal)
      expectNothingOfTheDocument(terminal)
    }
  }

  private static let all = Attacks.all.map { String(decoding: $0.bytes, as: UTF8.self) }.joined(separator: "|")
}
