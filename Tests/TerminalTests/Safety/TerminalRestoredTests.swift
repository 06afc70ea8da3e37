import Glibc
import Testing

private let notice = """
  Notice on the reading room

  1. Open the reading room longer

  (a) Open on Sundays.

  (b) Train more volunteers.

  2. Care for the books 爱护图书

  """

/// The terminal as the program leaves it, however it ends: modes, alternate screen, cursor.
@Suite struct TerminalRestoredTests {
  private func open(_ arguments: String...) throws -> Terminal {
    let home = try TemporaryFolder()
    let file = try home.write(notice, to: "notice.txt")
    let terminal = try Terminal([Program.directives, file] + arguments, columns: 80, rows: 20, home: home)
    try terminal.wait(for: "F1 help")
    #expect(terminal.isAlternateScreen && !terminal.isCursorVisible)
    #expect(terminal.modes != terminal.modesAtStart)
    return terminal
  }

  private func expectRestored(_ terminal: Terminal) {
    #expect(terminal.modes == terminal.modesAtStart)
    #expect(!terminal.isAlternateScreen && terminal.isCursorVisible)
    #expect(terminal.positions(of: "\u{1B}[?1049l").count == 1)
    expectCursorAfterLeaving(terminal)
    #expect(terminal.attributes(row: terminal.cursor.row, column: terminal.cursor.column) == .init())
  }

  /// Where a terminal keeps with the cursor's place whether it is hidden, leaving the screen may hide it.
  private func expectCursorAfterLeaving(_ terminal: Terminal) {
    let shown = terminal.positions(of: "\u{1B}[?25h").last ?? 0
    #expect(shown > terminal.positions(of: "\u{1B}[?1049l").last ?? 0)
  }

  @Test(arguments: ["q", "Q", "ZZ", ":q\r", "/open\rq", "\u{3}q", "xanote\rq", "ppq"]) func afterKeys(keys: String)
    throws
  {
    let terminal = try open()
    terminal.send(keys)
    #expect(try terminal.waitForExit() == .code(0))
    expectRestored(terminal)
  }

  @Test("A signal leaves the terminal as it was", arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT]) func afterASignal(
    number: Int32
  ) throws {
    let terminal = try open()
    terminal.signal(number)
    #expect(try terminal.waitForExit() == .code(128 + number))
    expectRestored(terminal)
  }

  @Test(arguments: [SIGTERM, SIGHUP]) func afterASignalInTheMiddleOfTyping(number: Int32) throws {
    let terminal = try open()
    terminal.send("/read")
    try terminal.waitUntil { $0.isCursorVisible }
    terminal.signal(number)
    #expect(try terminal.waitForExit() == .code(128 + number))
    expectRestored(terminal)
  }

  /// What a trap of Swift, an assertion of C and a stack overflow end with.
  @Test("A crash leaves the terminal as it was", arguments: [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE])
  func afterACrash(number: Int32) throws {
    let terminal = try open()
    terminal.signal(number)
    #expect(try terminal.waitForExit() == .signal(number))
    expectRestored(terminal)
    #expect(terminal.text.hasSuffix("directives: internal error, terminal restored"))
  }

  @Test(arguments: [SIGUSR1, SIGUSR2, SIGALRM, SIGXCPU, SIGSYS])
  func afterASignalThatNobodyExpects(number: Int32) throws {
    let terminal = try open()
    terminal.signal(number)
    #expect(try terminal.waitForExit() == .signal(number))
    expectRestored(terminal)
    #expect(!terminal.text.contains("internal error"))
  }

  @Test(arguments: [SIGTERM, SIGSEGV]) func whenTheNextFrameIsReady(number: Int32) throws {
    let terminal = try open()
    for row in 2...3 {
      terminal.send("j")
      try terminal.waitUntil { $0.line(row).hasPrefix(">") }
    }
    terminal.signal(number)
    _ = try terminal.waitForExit()
    expectRestored(terminal)
  }

  @Test("Ctrl-Z leaves the terminal as it was") func whileItIsSuspendedAndAfterwards() throws {
    let home = try TemporaryFolder()
    let file = try home.write(notice, to: "notice.txt")
    let terminal = try Terminal(
      ["/bin/sh", "-mc", "\(Program.directives) \(file); echo status $?; read -r _; fg >/dev/null; echo end $?"],
      columns: 80, rows: 20, home: home)
    try terminal.wait(for: "F1 help")
    terminal.send(.control("z"))
    try terminal.wait(for: "status \(128 + SIGTSTP)")
    #expect(terminal.modes == terminal.modesAtStart)
    #expect(!terminal.isAlternateScreen && terminal.isCursorVisible)
    terminal.send("\r")
    try terminal.waitUntil { $0.isAlternateScreen && $0.text.contains("F1 help") && !$0.isCursorVisible }
    terminal.send("q")
    try terminal.wait(for: "end 0")
    try terminal.waitForExit()
    #expect(terminal.modes == terminal.modesAtStart)
    #expect(!terminal.isAlternateScreen && terminal.isCursorVisible)
  }

  @Test func whenItIsStoppedByASignal() throws {
    let home = try TemporaryFolder()
    let file = try home.write(notice, to: "notice.txt")
    let terminal = try Terminal(
      ["/bin/sh", "-mc", "\(Program.directives) \(file); echo status $?; read -r _; fg >/dev/null; echo end $?"],
      columns: 80, rows: 20, home: home)
    try terminal.wait(for: "F1 help")
    terminal.signalForeground(SIGTSTP)
    try terminal.wait(for: "status \(128 + SIGTSTP)")
    #expect(terminal.modes == terminal.modesAtStart)
    terminal.send("\r")
    try terminal.waitUntil { $0.isAlternateScreen && $0.text.contains("F1 help") }
    try terminal.waitUntil { $0.positions(of: "\u{1B}[?1h").count > 1 }
    terminal.send(.down)
    try terminal.waitUntil { $0.line(2).hasPrefix(">") }  // an arrow key is one key still
    terminal.send("q")
    try terminal.wait(for: "end 0")
    #expect(terminal.modes == terminal.modesAtStart)
  }

  /// By a program that knows it alone, which may have it go on before it came to stop.
  @Test func whenItIsStoppedAndContinuedAtOnce() throws {
    let terminal = try open()
    for number in 0..<50 {
      terminal.signal(SIGTSTP)
      usleep(UInt32(40 * number))
      terminal.signal(SIGCONT)
    }
    terminal.send("j")
    try terminal.waitUntil { $0.isAlternateScreen && $0.line(2).hasPrefix(">") }
    terminal.send("q")
    #expect(try terminal.waitForExit() == .code(0))
    #expect(terminal.modes == terminal.modesAtStart)
    #expect(!terminal.isAlternateScreen && terminal.isCursorVisible)
  }

  @Test func whenItIsStoppedWhileItDraws() throws {
    let home = try TemporaryFolder()
    let file = try home.write(notice, to: "notice.txt")
    let terminal = try Terminal(
      ["/bin/sh", "-mc", "\(Program.directives) \(file); while read -r _; do fg >/dev/null; done"], rows: 20, home: home
    )
    for round in 0..<50 {
      try terminal.waitUntil { $0.isAlternateScreen && $0.text.contains("F1 help") }
      terminal.send("\t")
      usleep(UInt32(80 * round))
      terminal.signalForeground(SIGTSTP)
      try terminal.waitUntil { !$0.isAlternateScreen }
      #expect(terminal.modes == terminal.modesAtStart)
      terminal.send("\r")
    }
  }

  @Test func afterAStormOfResizes() throws {
    let terminal = try open()
    for number in 0..<300 {
      let (columns, rows) = [(1, 1), (80, 20), (2, 50), (200, 1), (37, 11), (1, 30)][number % 6]
      terminal.resize(columns: columns, rows: rows)
      if number % 50 == 0 { terminal.send("j") }
    }
    terminal.resize(columns: 80, rows: 20)
    try terminal.waitUntil { $0.line(19).contains("F1 help") && $0.line(0).contains("Notice on") }
    terminal.send("q")
    #expect(try terminal.waitForExit() == .code(0))
    expectRestored(terminal)
  }

  @Test(arguments: ["| head -c 1", "> /dev/full", ">&-", "| cat", "2>&- | cat"]) func isNeverTakenWithoutNeed(
    rest: String
  ) throws {
    let home = try TemporaryFolder()
    let file = try home.write(notice, to: "notice.txt")
    let terminal = try Terminal(["/bin/sh", "-c", "\(Program.directives) \(file) \(rest)"], home: home)
    try terminal.waitForExit()
    #expect(terminal.modes == terminal.modesAtStart)
    #expect(!terminal.bytes.contains(0x1B))
  }

  @Test func whenWhatIsPrintedOnLeavingCannotBeWritten() throws {
    let terminal = try open()
    terminal.send("pp")
    try terminal.wait(for: "will be printed")
    terminal.hangUp()
    guard case .signal = try terminal.waitForExit() else { return }
    Issue.record("it shall end in order")
  }

  @Test func whenTheTerminalGoesDuringASearch() throws {
    let home = try TemporaryFolder()
    let file = try home.write(
      "1. One\n" + String(repeating: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n", count: 400_000), to: "a.txt")
    let terminal = try Terminal([Program.directives, file], columns: 80, rows: 20, home: home)
    try terminal.wait(for: "F1 help")
    terminal.send("/a.*a.*a.*a.*a.*zz\r")
    try terminal.wait(for: "searching, ^C stops")
    terminal.hangUp()
    try terminal.waitForExit()
  }

  @Test(arguments: ["", ":", "@", "\u{1B}OP", "V"]) func spendsNoTimeWaiting(keys: String) throws {
    let terminal = try open()
    terminal.send(keys)
    if !keys.isEmpty { _ = try? terminal.wait(for: "what never comes", patience: .milliseconds(100)) }
    let before = terminal.processorTime
    for _ in 0..<20 {
      // A reader who thinks; a loop that spins would take all the time there is.
      _ = try? terminal.wait(for: "what never comes", patience: .milliseconds(25))
    }
    #expect(terminal.processorTime - before <= 10)
  }
}
