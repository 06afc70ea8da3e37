import Glibc
import Testing

private let notice = """
  Notice on the reading room

  1、 Open the reading room longer

  First, open on Sundays.

  Second, train more volunteers.

  2、 Care for the books

  First, repair what is torn.

  """

/// Copying, piping and editing, as only a terminal shows them.
@Suite struct BrowserTakingTests {
  private func open(environment: [String: String?] = [:], home: TemporaryFolder? = nil) throws -> Terminal {
    let home = try home ?? TemporaryFolder()
    let file = try home.write(notice, to: "notice.txt")
    let terminal = try Terminal(
      [Program.directives, "--no-state", file], columns: 80, rows: 20, environment: environment, home: home)
    try terminal.wait(for: "F1 help")
    return terminal
  }

  @Test func copiesThroughTheTerminalWhenAsked() throws {
    let terminal = try open()
    terminal.send("2.1\r")
    try terminal.wait(for: "2.1 · ")
    #expect(terminal.positions(of: "\u{1B}]52;").isEmpty)
    terminal.send("yy")
    try terminal.wait(for: "Copied 2.1 by OSC 52 (28 B)")
    #expect(terminal.positions(of: "\u{1B}]52;c;Rmlyc3QsIHJlcGFpciB3aGF0IGlzIHRvcm4uCg==\u{7}").count == 1)
    terminal.send("1.1-2ya")
    try terminal.wait(for: "Copied the address of 1.1-1.2 by OSC 52 (7 B)")
    #expect(terminal.positions(of: "\u{1B}]52;c;MS4xCjEuMg==\u{7}").count == 1)
    terminal.send("q")
    try terminal.waitForExit()
  }

  @Test func saysWhereNothingCanBeCopied() throws {
    let terminal = try open(environment: ["TERM": "linux"])
    terminal.send("yy")
    try terminal.wait(for: "No way to a clipboard from here: pp prints it")
    #expect(terminal.positions(of: "\u{1B}]52;").isEmpty)
    terminal.send("q")
    try terminal.waitForExit()
  }

  @Test func copiesByAProgramThatStaysBehind() throws {
    let home = try TemporaryFolder()
    _ = try home.write("#!/bin/sh\ncat >\"$HOME/clipboard\"\nsleep 30 &\n", to: "xclip")
    chmod(home.path + "/xclip", 0o755)
    let terminal = try open(environment: ["DISPLAY": ":9", "PATH": "\(home.path):/usr/bin:/bin"], home: home)
    terminal.send("2.1yy")
    try terminal.wait(for: "Copied 2.1 by xclip")
    #expect(home.read("clipboard") == Array("First, repair what is torn.\n".utf8))
    #expect(terminal.positions(of: "\u{1B}]52;").isEmpty)
    terminal.send("q")
    try terminal.waitForExit()
  }

  @Test func givesThePointToACommand() throws {
    let terminal = try open(environment: ["SHELL": "/bin/sh"])
    terminal.send("1.1-2|tr a-z A-Z | grep 'TRAIN MORE'\r")
    try terminal.wait(for: "SECOND, TRAIN MORE VOLUNTEERS.")
    #expect(!terminal.isAlternateScreen)
    terminal.send("\r")
    try terminal.waitUntil { $0.isAlternateScreen && $0.text.contains("Done: | tr a-z") }
    terminal.send("|no-such-program\r")
    try terminal.wait(for: "[Enter]")
    terminal.send("\r")
    try terminal.wait(for: "| no-such-program: exit status 127")
    terminal.send("q")
    try terminal.waitForExit()
    #expect(terminal.modes == terminal.modesAtStart)
  }

  @Test func opensTheEditorAtThePoint() throws {
    let home = try TemporaryFolder()
    _ = try home.write(
      "#!/bin/sh\nfor word; do echo \"<$word>\"; done >\"$HOME/log\"\necho editing\nread -r _\n", to: "vi")
    chmod(home.path + "/vi", 0o755)
    let terminal = try open(environment: ["EDITOR": "\(home.path)/vi -c 'set nu'"], home: home)
    terminal.send("2.1v")
    try terminal.wait(for: "editing")
    #expect(!terminal.isAlternateScreen)
    terminal.send("\r")
    try terminal.waitUntil { $0.isAlternateScreen && $0.text.contains("Done: ") }
    let log = String(decoding: home.read("log") ?? [], as: UTF8.self)
    #expect(log == "<-c>\n<set nu>\n<+11>\n<\(home.path)/notice.txt>\n")
    terminal.send(.down)
    terminal.send("q")
    try terminal.waitForExit()
    #expect(terminal.modes == terminal.modesAtStart)
  }

  @Test func asksBeforeItPrints() throws {
    let terminal = try open(environment: ["PATH": "/nowhere"])
    terminal.send("2P")
    try terminal.wait(for: "Print 2 on 1 page? (y/n)")
    terminal.send("y")
    try terminal.wait(for: "lp: cups-client is needed to print (apt-get install cups-client)")
    terminal.send("q")
    try terminal.waitForExit()
  }
}
