import Glibc
import TestSupport
import Testing

/// What the C guard leaves behind; `GuardProbe` is the program that comes to grief.
@Suite struct TerminalGuardTests {
  private static let message = "directives: internal error, terminal restored"

  /// Starts a probe and waits until it has taken the screen.
  private func ready(_ deed: String) throws -> Terminal {
    let terminal = try Terminal([Program.guardProbe, deed])
    try terminal.wait(for: "ready")
    #expect(terminal.isAlternateScreen && !terminal.isCursorVisible)
    #expect(terminal.modes != terminal.modesAtStart)
    return terminal
  }

  private func expectRestored(_ terminal: Terminal) {
    #expect(terminal.modes == terminal.modesAtStart)
    #expect(!terminal.isAlternateScreen && terminal.isCursorVisible)
    #expect(terminal.text == Self.message)
    #expect(terminal.attributes(row: 0, column: 0) == .init())
    #expect(terminal.cursor == (1, 0))
    #expect(terminal.positions(of: "\u{1B}[?1049l").count == 1)
  }

  @Test(arguments: [
    ("trap", trapSignal), ("trap-with-late-sequence", trapSignal), ("trap-armed-twice", trapSignal),
    ("overflow", SIGSEGV), ("abort", SIGABRT),
  ])
  func restoresTheTerminal(after deed: String, signal: Int32) throws {
    let terminal = try ready(deed)
    terminal.send("x")
    #expect(try terminal.waitForExit() == .signal(signal))
    expectRestored(terminal)
  }

  @Test(arguments: [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE])
  func restoresTheTerminal(afterSignal number: Int32) throws {
    let terminal = try ready("wait")
    terminal.signal(number)
    #expect(try terminal.waitForExit() == .signal(number))
    expectRestored(terminal)
  }

  @Test func leavesTheTerminalAloneOnceDisarmed() throws {
    let terminal = try ready("trap-disarmed")
    terminal.send("x")
    #expect(try terminal.waitForExit() == .signal(trapSignal))
    #expect(terminal.isAlternateScreen)
    #expect(terminal.modes != terminal.modesAtStart)
    #expect(!terminal.text.contains(Self.message))
  }

  @Test func leavesTheTerminalOfAnotherProgramAlone() throws {
    let terminal = try Terminal(["/bin/sh", "-mc", "\(Program.guardProbe) trap-silently & wait $!; echo status $?"])
    try terminal.wait(for: "status \(128 + trapSignal)")
    #expect(terminal.positions(of: "\u{1B}[?1049l").isEmpty)
    #expect(!terminal.text.contains(Self.message))
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT])
  func removesAnUnfinishedFileOnSignals(number: Int32) throws {
    let terminal = try Terminal([Program.guardProbe, "unfinished"])
    try terminal.wait(for: "ready")
    #expect(terminal.home.read("unfinished.new") != nil)
    terminal.signal(number)
    #expect(try terminal.waitForExit() == .signal(number))
    #expect(terminal.home.read("unfinished.new") == nil)
    #expect(terminal.home.read("finished.new") != nil)
  }

  @Test func removesAFileThatIsBeingCreated() throws {
    try Folder.temporary { folder in
      let script = """
        for attempt in {1..50}; do
          \(Program.guardProbe) creating >said &
          until [ -s said ]; do :; done
          kill $!
          wait $!
          echo $?
          rm said
        done | uniq
        ls
        """
      let command = try Command("/bin/bash", ["-c", script], input: "", folder: folder.path)
      #expect(command.output == "\(128 + SIGTERM)\n")
    }
  }

  @Test func refusesWhatIsNoTerminalAndWhatIsTooLong() throws {
    let terminal = try Terminal([Program.guardProbe, "refusals"])
    #expect(try terminal.waitForExit() == .code(0))
    #expect(terminal.text == "no terminal true, too long true, too long later true")
  }
}

/// What a trap of Swift raises.
#if arch(x86_64) || arch(i386)
  private let trapSignal = SIGILL
#else
  private let trapSignal = SIGTRAP
#endif

/// The pipe of the C guard that signals are read from.
@Suite struct SignalPipeTests {
  private func started(_ command: [String] = [Program.guardProbe, "signals"]) throws -> Terminal {
    let terminal = try Terminal(command)
    try terminal.wait(for: "same true, non-blocking true, closed in children true")
    return terminal
  }

  @Test func reportsResizesAndContinuing() throws {
    let terminal = try started()
    terminal.resize(columns: 100, rows: 30)
    try terminal.wait(for: "WINCH 100x30")
    terminal.signal(SIGCONT)
    try terminal.wait(for: "CONT")
    terminal.resize(columns: 60, rows: 20)
    try terminal.wait(for: "WINCH 60x20")
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
  func reportsSignalsThatWouldEndTheProgram(number: Int32) throws {
    let terminal = try started()
    terminal.signal(number)
    #expect(try terminal.waitForExit() == .code(128 + number))
    #expect(terminal.line(1) == "signal \(number)")
  }

  @Test(arguments: [(Key.control("c"), SIGINT), (.control("\\"), SIGQUIT)])
  func reportsKeysThatWouldEndTheProgram(key: Key, number: Int32) throws {
    let terminal = try started()
    terminal.send(key)
    #expect(try terminal.waitForExit() == .code(128 + number))
  }

  @Test func reportsThatTheTerminalIsGone() throws {
    let terminal = try started()
    terminal.hangUp()
    #expect(try terminal.waitForExit() == .code(128 + SIGHUP))
  }

  @Test func reportsBeingToldToStopAndToGoOn() throws {
    let terminal = try started(["/bin/sh", "-mc", "\(Program.guardProbe) signals"])
    terminal.send(.control("z"))
    try terminal.wait(for: "TSTP")
    terminal.signalForeground(SIGCONT)
    try terminal.wait(for: "CONT")
  }

  @Test(arguments: [SIGHUP, SIGINT, SIGQUIT, SIGTSTP])
  func keepsIgnoringWhatWasIgnoredAtTheStart(number: Int32) throws {
    let terminal = try started(["/bin/sh", "-c", "trap '' \(number); exec \(Program.guardProbe) signals"])
    terminal.signal(number)
    terminal.signal(SIGTERM)
    #expect(try terminal.waitForExit() == .code(128 + SIGTERM))
    #expect(!terminal.lines.contains("signal \(number)"))
  }
}
