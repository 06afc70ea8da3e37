import Glibc
import TestSupport
import Testing

/// The harness itself, tried with ordinary programs.
@Suite struct HarnessTests {
  private func shell(
    _ script: String, columns: Int = 80, rows: Int = 24, input: Terminal.Input = .terminal,
    environment: [String: String?] = [:], home: TemporaryFolder? = nil
  ) throws -> Terminal {
    try Terminal(
      ["/bin/sh", "-c", script], columns: columns, rows: rows, input: input, environment: environment, home: home)
  }

  @Test func readsWideText() throws {
    let terminal = try shell("printf '中文 é e\\314\\201 👍 x'", columns: 20, rows: 3)
    try terminal.waitForExit()
    #expect(terminal.lines == ["中文 é é 👍 x", "", ""])
    #expect(terminal.text == "中文 é é 👍 x")
    #expect(terminal.cursor == (0, 13))
  }

  @Test func echoesWhatIsTyped() throws {
    let terminal = try Terminal(["/bin/cat"], columns: 20, rows: 4)
    terminal.send("中文\r")
    try terminal.waitUntil { $0.lines == ["中文", "中文", "", ""] }
    terminal.send(.control("d"))
    #expect(try terminal.waitForExit() == .code(0))
  }

  @Test func showsTheChildItsSize() throws {
    let script = "trap 'stty size' WINCH; stty size; while [ ! -e stop ]; do sleep 0.01; done"
    let terminal = try shell(script, columns: 40, rows: 10)
    try terminal.wait(for: "10 40")
    terminal.resize(columns: 100, rows: 30)
    try terminal.wait(for: "30 100")
    #expect(terminal.lines.count == 30)
    terminal.resize(columns: 1, rows: 1)
    terminal.resize(columns: 50, rows: 12)
    try terminal.wait(for: "12 50")
    try terminal.home.write("", to: "stop")
    #expect(try terminal.waitForExit() == .code(0))
  }

  @Test(arguments: [(1, 1), (200, 1), (1, 200), (2, 2), (300, 100)])
  func bearsAnySize(columns: Int, rows: Int) throws {
    let terminal = try shell("printf '中文 and more'; stty size", columns: columns, rows: rows)
    #expect(try terminal.waitForExit() == .code(0))
    #expect(terminal.lines.count == rows)
  }

  @Test func tellsExitCodes() throws {
    #expect(try shell("exit 0").waitForExit() == .code(0))
    #expect(try shell("exit 42").waitForExit() == .code(42))
    #expect(try shell("exit 255").waitForExit() == .code(255))
  }

  @Test(arguments: [SIGTERM, SIGKILL, SIGHUP, SIGSEGV, SIGQUIT])
  func tellsTheSignalThatEnded(number: Int32) throws {
    let terminal = try Terminal(["/bin/cat"])
    terminal.signal(number)
    #expect(try terminal.waitForExit() == .signal(number))
    terminal.signal(number)
    #expect(terminal.exitStatus == .signal(number))
  }

  @Test func seesAllOutputBeforeTheEnd() throws {
    let terminal = try shell("seq 20000; exit 3", rows: 5)
    #expect(try terminal.waitForExit() == .code(3))
    #expect(terminal.lines == ["19997", "19998", "19999", "20000", ""])
    #expect(terminal.bytes.count == 108894 + 20000)
  }

  @Test func comparesModes() throws {
    let terminal = try shell("read -r _; stty raw -echo; read -r _; stty sane echo; read -r _; exit 0")
    #expect(terminal.modes == terminal.modesAtStart)
    #expect(terminal.modes.isCanonical && terminal.modes.echoes && terminal.modes.sendsSignals)
    terminal.send("\n")
    try terminal.waitUntil { $0.modes != $0.modesAtStart && !$0.modes.sendsSignals && !$0.modes.echoes }
    #expect(!terminal.modes.isCanonical)
    terminal.send("\n")
    try terminal.waitUntil { $0.modes.isCanonical && $0.modes.echoes }
    terminal.send("\n")
    try terminal.waitForExit()
  }

  @Test func readsModesThatAProgramLeftBehind() throws {
    let terminal = try shell("stty -echo")
    try terminal.waitForExit()
    #expect(terminal.modes != terminal.modesAtStart)
    #expect(!terminal.modes.echoes)
  }

  @Test func readsAttributes() throws {
    let terminal = try shell("printf '\\033[1;4;31ma\\033[0;7;48;5;200mb\\033[0;3;5;38;2;1;2;3mc\\033[md'")
    try terminal.waitForExit()
    #expect(terminal.line(0) == "abcd")
    #expect(terminal.attributes(row: 0, column: 0) == .init(bold: true, underline: true, foreground: .indexed(1)))
    #expect(terminal.attributes(row: 0, column: 1) == .init(reverse: true, background: .indexed(200)))
    #expect(terminal.attributes(row: 0, column: 2) == .init(italic: true, blink: true, foreground: .rgb(1, 2, 3)))
    #expect(terminal.attributes(row: 0, column: 3) == .init())
  }

  @Test func followsTheAlternateScreen() throws {
    let terminal = try shell(
      "echo below; printf '\\033[?1049h\\033[?25l\\033[H\\007above'; read -r _; printf '\\033[?1049l\\033[?25h'")
    #expect(!terminal.isAlternateScreen)
    try terminal.wait(for: "above")
    #expect(terminal.isAlternateScreen && !terminal.isCursorVisible)
    #expect(terminal.text == "above")
    #expect(terminal.bells == 1)
    terminal.send("\n")
    try terminal.waitForExit()
    #expect(!terminal.isAlternateScreen && terminal.isCursorVisible)
    #expect(terminal.text == "below")
    #expect(terminal.positions(of: "\u{1B}[?1049l").count == 1)
  }

  @Test func answersWhatTheProgramAsks() throws {
    let terminal = try shell("stty -icanon -echo; printf 'ab\\033[6n'; dd bs=1 count=6 2>/dev/null | tr '\\033' E")
    try terminal.waitForExit()
    #expect(terminal.line(0) == "abE[1;3R")
  }

  @Test(arguments: [
    (Key.up, "E[A", "EOA"), (.home, "E[H", "EOH"), (.pageDown, "E[6~", "E[6~"), (.f1, "EOP", "EOP"),
    (.f5, "E[15~", "E[15~"), (.backTab, "E[Z", "E[Z"), (.alt(.left), "E[1;3D", "E[1;3D"), (.alt("x"), "Ex", "Ex"),
    (.escape, "E", "E"), (.enter, "R", "R"), (.control("g"), "G", "G"), (.delete, "E[3~", "E[3~"),
  ])
  func sendsKeysAsTheProgramAskedForThem(key: Key, usual: String, application: String) throws {
    // Shows what arrives up to a full stop: ESC as E, CR as R, ^G as G.
    let show = "tr '\\033\\015\\007' ERG"
    let script = "stty raw -echo; printf 'ready'; dd bs=1 count=$((\(usual.count) + 1)) 2>/dev/null | \(show)"
    for (mode, expected) in [("", usual), ("\\033[?1h", application)] {
      let terminal = try shell("printf '\(mode)'; " + script)
      try terminal.wait(for: "ready")
      terminal.send(key)
      terminal.send(".")
      try terminal.waitForExit()
      #expect(terminal.line(0) == "ready\(expected).")
    }
  }

  @Test func clicksOnlyWhereTheMouseIsAskedFor() throws {
    let script = "printf 'ready'; dd bs=1 count=$0 2>/dev/null | tr '\\033' E"
    for (mode, count, expected) in [("", 1, "ready."), ("\\033[?1000h\\033[?1006h", 19, "readyE[<0;3;2ME[<0;3;2m.")] {
      let terminal = try Terminal(["/bin/sh", "-c", "stty raw -echo; printf '\(mode)';" + script, "\(count)"])
      try terminal.wait(for: "ready")
      terminal.click(row: 1, column: 2)
      terminal.send(".")
      try terminal.waitForExit()
      #expect(terminal.line(0) == expected)
    }
  }

  @Test func takesInputFromAFileAndKeysFromTheTerminal() throws {
    let home = try TemporaryFolder()
    let file = try home.write("from the file\n", to: "folder/input.txt")
    let terminal = try shell("cat; read -r word </dev/tty; echo \"typed $word\"", input: .file(file), home: home)
    try terminal.wait(for: "from the file")
    terminal.send("中文\r")
    try terminal.wait(for: "typed 中文")
    #expect(try terminal.waitForExit() == .code(0))
  }

  @Test func takesInputFromASlowPipe() throws {
    let terminal = try shell("test -p /dev/stdin && cat && echo end", input: .pipe)
    terminal.feed("first\n")
    try terminal.wait(for: "first")
    terminal.feed("second\n")
    try terminal.wait(for: "second")
    terminal.endInput()
    try terminal.waitForExit()
    #expect(terminal.text == "first\nsecond\nend")
  }

  @Test func fillsAPipeAsFastAsItIsRead() throws {
    let terminal = try shell("wc -c", input: .pipe)
    terminal.feed(String(repeating: "x", count: 1_000_000))
    terminal.endInput()
    try terminal.waitForExit()
    #expect(terminal.text == "1000000")
  }

  @Test func outlivesAProgramThatDoesNotReadItsPipe() throws {
    let terminal = try shell("exec <&-; echo closed; read -r _ </dev/tty", input: .pipe)
    try terminal.wait(for: "closed")
    terminal.feed("nobody reads this")
    terminal.endInput()
    terminal.send("\r")
    #expect(try terminal.waitForExit() == .code(0))
  }

  @Test func closesInput() throws {
    let terminal = try shell("test -e /proc/self/fd/0 || echo closed", input: .closed)
    try terminal.waitForExit()
    #expect(terminal.text == "closed")
  }

  @Test func givesOnlyItsOwnEnvironment() throws {
    let forInstruments = ["LLVM_PROFILE_FILE", "ASAN_OPTIONS", "TSAN_OPTIONS"].map { ($0, String?.none) }
    let environment = ["LANG": nil, "EXTRA": "1"].merging(forInstruments) { $1 }
    let terminal = try shell("env | sort | cut -d= -f1; pwd", environment: environment)
    try terminal.waitForExit()
    let names = ["EXTRA", "HOME", "PATH", "PWD", "SWIFT_BACKTRACE", "TERM"]
    #expect(terminal.text == (names + [terminal.home.path]).joined(separator: "\n"))
  }

  @Test func handsOnNoSignalMaskAndNoDescriptor() throws {
    let terminal = try shell("grep -E 'Sig(Blk|Ign)' /proc/self/status; ls -x /proc/$$/fd")
    try terminal.waitForExit()
    let sets = terminal.lines.prefix(2).compactMap { UInt64($0.drop { $0 != " " }.dropFirst(), radix: 16) }
    // 32 and 33 belong to the C library.
    #expect(sets.map { $0 & 0x7FFF_FFFF } == [0, 0])
    #expect(terminal.line(2) == "0  1  2")
  }

  /// A shell with job control has to stand between: the kernel does not stop a program that nobody could continue.
  @Test func suspendsAndContinuesUnderAShell() throws {
    let terminal = try Terminal(["/bin/sh", "-mc", "cat; echo stopped $?; read -r _; fg; echo done $?"])
    terminal.send("one\r")
    try terminal.waitUntil { $0.lines.prefix(2) == ["one", "one"] }
    terminal.send(.control("z"))
    try terminal.wait(for: "stopped 148")
    terminal.send("\r")
    try terminal.waitUntil { $0.lines.last { !$0.isEmpty } == "cat" }
    terminal.send("two\r")
    try terminal.waitUntil { $0.lines.filter { $0 == "two" }.count == 2 }
    terminal.signalForeground(SIGTERM)
    try terminal.wait(for: "done 143")
    #expect(try terminal.waitForExit() == .code(0))
  }

  @Test func hangsUp() throws {
    let terminal = try Terminal(["/bin/cat"])
    terminal.hangUp()
    #expect(try terminal.waitForExit() == .signal(SIGHUP))
  }

  @Test func removesTheHome() throws {
    var terminal: Terminal? = try shell("mkdir -p a/b; echo x >a/b/c")
    try terminal?.waitForExit()
    let path = try #require(terminal?.home.path)
    #expect(terminal?.home.read("a/b/c") == Array("x\n".utf8))
    terminal = nil
    #expect(access(path, F_OK) == -1)
  }

  @Test func killsTheProgramThatIsLeft() throws {
    var terminal: Terminal? = try shell("trap '' HUP TERM; echo $$; while :; do sleep 0.01; done")
    try terminal?.waitUntil { !$0.line(0).isEmpty && $0.cursor.row == 1 }
    let process = try #require(terminal.flatMap { pid_t($0.line(0)) })
    #expect(kill(process, 0) == 0)
    terminal = nil
    #expect(kill(process, 0) == -1)
  }

  @Test func saysWhatDidNotCome() throws {
    let terminal = try Terminal(["/bin/cat"])
    terminal.send("中文\r")
    try terminal.waitUntil { $0.line(1) == "中文" }
    let failure = #expect(throws: WaitFailure.self) {
      try terminal.wait(for: "nothing", patience: .milliseconds(20))
    }
    let description = try #require(failure?.description)
    #expect(description.hasPrefix("TerminalTests/HarnessTests.swift:"))
    #expect(description.hasSuffix("“nothing” did not come within 0.02 seconds; the screen:\n  | 中文\n  | 中文"))
  }

  @Test func waitsNoLongerThanTheProgramLasts() throws {
    let terminal = try shell("echo trouble; exit 7")
    let failure = #expect(throws: WaitFailure.self) { try terminal.wait(for: "nothing", patience: .seconds(600)) }
    let description = try #require(failure?.description)
    #expect(description.hasSuffix("did not come before the program ended with code 7; the screen:\n  | trouble"))
  }

  @Test func refusesWhatIsNoProgram() {
    #expect(throws: SystemFailure.self) { try Terminal(["/nowhere"]) }
    #expect(throws: SystemFailure.self) { try Terminal(["/bin/cat"], input: .file("/nowhere")) }
  }

  @Test func findsTheProgramsOfThePackage() {
    #expect(access(Program.directives, X_OK) == 0)
    #expect(access(Program.guardProbe, X_OK) == 0)
  }
}
