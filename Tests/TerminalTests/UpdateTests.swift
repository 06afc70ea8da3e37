import Foundation
import TestSupport
import Testing

/// Only what differs is sent, and some of it is worked out before a key: the screen must be the one that is drawn anew.
@Suite struct UpdateTests {
  /// Many points, and wide characters on odd and even columns.
  private static let text =
    "Rules of the reading room 规则\n\n"
    + (1...40).map { number in
      let title = ["Books and papers", "借书的人 and readers", "开放时间", "Lights"][number % 4]
      return "\(number). \(title) \(number)\n\nBooks 图书 \(String(repeating: "are lent 外借 ", count: number % 9))\n\n"
        + "(a) by day 白天\n\n(b) at night, of the room\n\n"
    }.joined()

  /// The program twice, given the same keys: one only updates its screen, the other clears it each time.
  private struct Pair {
    let updated: Terminal
    let redrawn: Terminal

    /// `shell` runs the program, which it has as `$0` and its file as `$1`.
    init(_ type: String = "xterm-256color", columns: Int = 80, rows: Int = 24, shell: String? = nil) throws {
      let open = {
        let home = try TemporaryFolder()
        let program = [Program.directives, try home.write(UpdateTests.text, to: "rules.txt")]
        let terminal = try Terminal(
          (shell.map { ["/bin/sh", "-mc", $0] } ?? []) + program, columns: columns, rows: rows,
          environment: type == withShortcuts ? try UpdateTests.keepingShortcuts() : ["TERM": type], home: home)
        try terminal.waitUntil { $0.text.contains("Rules of") && !$0.line(rows - 1).isEmpty }
        return terminal
      }
      (updated, redrawn) = (try open(), try open())
    }

    /// Each of the keys, alone, changes something that is to be seen.
    func press(_ keys: [[Key]], line: Int = #line) throws {
      for keys in keys {
        try change(line: line) { terminal in for key in keys { terminal.send(key) } }
      }
    }

    /// Does something that both answer, and compares.
    func change(line: Int = #line, _ body: (Terminal) throws -> Void) throws {
      for terminal in [updated, redrawn] {
        let before = terminal.bytes.count
        try body(terminal)
        try terminal.waitUntil("an answer", line: line) { $0.bytes.count > before }
      }
      let before = redrawn.positions(of: "\u{1B}[2J").count + redrawn.positions(of: "\u{1B}[J").count
      redrawn.signalForeground(SIGWINCH)
      try redrawn.waitUntil("a screen drawn anew", line: line) {
        $0.positions(of: "\u{1B}[2J").count + $0.positions(of: "\u{1B}[J").count > before
      }
      let picture = redrawn.picture
      try updated.waitUntil("the screen drawn anew", line: line) {
        $0.picture == picture && $0.isCursorVisible == redrawn.isCursorVisible
          && (!$0.isCursorVisible || $0.cursor == redrawn.cursor)
      }
    }
  }

  /// Steps in both panes, over and over and once, alone and at once, and other keys amid them.
  private static let keys: [[Key]] =
    typed("j j k") + [[.pageDown], [.pageDown]] + typed("j 3j k jjj") + [[.tab]] + typed("j j j k k")
    + [[.pageDown], [.pageDown], [.pageUp]] + typed("j k") + [[.tab]] + typed("j / n i g") + [[.enter]]
    + typed("n n n N N j n zMj j zRj j") + [[.tab]] + typed("j n : 1 2") + [[.enter]] + typed("j G k k")
    + [[.f1]] + typed("j j") + [[.escape]] + typed("j j gg") + [[.down], [.down], [.up]]
    + [[.tab]] + typed("zM zR zM j zR zM z R gg") + [[.pageDown]] + typed("j k") + [[.pageDown], [.pageUp]]

  private static func typed(_ text: String) -> [[Key]] {
    text.split(separator: " ").map { [Key(code: .bytes(Array($0.utf8)))] }
  }

  @Test(arguments: [("xterm-256color", 80, 24), ("linux", 47, 13), ("vt100", 120, 30), (withShortcuts, 80, 24)])
  func showsWhatIsDrawnAnew(type: String, columns: Int, rows: Int) throws {
    let pair = try Pair(type, columns: columns, rows: rows)
    try pair.press(Self.keys)
  }

  private static let withShortcuts = "xterm-256colos"

  /// A terminal whose description is in no folder, so that the program has to take it as it is: the cursor is moved from
  /// where it is believed to be.
  private static func keepingShortcuts() throws -> [String: String?] {
    let folders = ["/etc/terminfo", "/lib/terminfo", "/usr/share/terminfo"]
    let files = folders.map { "\($0)/x/xterm-256color" }
    let bytes = try Data(contentsOf: URL(filePath: #require(files.first { access($0, R_OK) == 0 })))
    let hexadecimal = bytes.map { String(format: "%02x", $0) }.joined()
    func hexadecimalText(_ text: String) -> String { text.utf8.map { String(format: "%02x", $0) }.joined() }
    let renamed = hexadecimal.replacing(hexadecimalText("xterm-256color"), with: hexadecimalText(withShortcuts))
    return ["TERM": withShortcuts, "TERMINFO": "hex:" + renamed]
  }

  /// No frame can be made before its key where nothing may be written to a file in memory either.
  @Test(.disabled(if: Sanitizer.ofThreads, "it writes a file itself"))
  func showsWhatIsDrawnAnewWhereNoFileMayBeWritten() throws {
    let pair = try Pair(shell: #"ulimit -f 0; exec "$0" "$1""#)
    try pair.press(Self.keys)
  }

  /// Letters that were foreseen, before and after the points are counted, and others; the cursor goes with them.
  @Test(arguments: [("xterm-256color", 80, 24), ("linux", 47, 13), (withShortcuts, 80, 24)])
  func showsWhatIsFiltered(type: String, columns: Int, rows: Int) throws {
    let pair = try Pair(type, columns: columns, rows: rows)
    for text in ["book", "by", "借书", "x", "read"] {
      try pair.press(Self.typed("&"))
      let typed = (1...text.count).map { text.prefix($0) } + [text.dropLast()]
      for (typed, next) in zip(typed, text.map { Key(code: .bytes(Array(String($0).utf8))) } + [.backspace]) {
        try pair.change { terminal in
          terminal.send(next)
          try terminal.waitUntil("a count") { terminal in
            let line = terminal.line(rows - 1)
            return typed.isEmpty
              ? line == "&" : line.hasPrefix("&\(typed) ") && (line.contains("point") || line.contains("match"))
          }
        }
      }
      try pair.press([[.escape]])
    }
  }

  @Test func showsItAfterAChangeOfSize() throws {
    let pair = try Pair()
    for (columns, rows) in [(81, 24), (60, 12), (60, 30), (150, 30)] {
      try pair.press(Self.typed("j j"))
      try pair.change { $0.resize(columns: columns, rows: rows) }
      try pair.press(Self.typed("j k k"))
    }
  }

  @Test func showsItAfterAnotherLook() throws {
    let pair = try Pair()
    for theme in ["light", "mono", "dark"] {
      try pair.press(Self.typed("j j") + [Self.typed(":set")[0] + Self.typed("theme=\(theme)")[0]] + [[.enter]])
      try pair.press(Self.typed("j j"))
    }
  }

  @Test(arguments: [Key.control("z"), nil]) func showsItAfterAStop(key: Key?) throws {
    let pair = try Pair(shell: #""$0" "$1"; while read -r _; do fg >/dev/null; done"#)
    for _ in 1...2 {
      try pair.press(Self.typed("j j"))
      try pair.change { terminal in
        if let key { terminal.send(key) } else { terminal.signalForeground(SIGTSTP) }
        try terminal.waitUntil { !$0.isAlternateScreen }
        terminal.send("\r")
        try terminal.waitUntil { $0.isAlternateScreen && $0.text.contains("Rules of") }
      }
      try pair.press(Self.typed("j j k"))
    }
  }
}
