import Glibc
import TestSupport
import Testing

/// Programs that convert files, where they take long.
@Suite struct ConvertingTests {
  /// A home with a converter that never ends, and files that need it.
  private struct SlowHome {
    let folder: TemporaryFolder

    /// The converter notes its number, and then is the program that sleeps.
    init(_ script: String = "echo $$ >>\"$HOME/started\"\nexec sleep 300\n") throws {
      folder = try TemporaryFolder()
      chmod(try folder.write("#!/bin/sh\n" + script, to: "bin/pdftotext"), 0o755)
    }

    func terminal(_ arguments: String..., rows: Int = 12) throws -> Terminal {
      try Terminal(
        [Program.directives] + arguments, columns: 80, rows: rows,
        environment: ["PATH": "\(folder.path)/bin:/usr/bin:/bin"], home: folder)
    }

    /// The converters that were started.
    var started: [pid_t] {
      let lines = String(decoding: folder.read("started") ?? [], as: UTF8.self).split(separator: "\n")
      return lines.compactMap { pid_t($0) }
    }

    /// Waits until so many converters have started.
    func waitForStart(of count: Int = 1) throws {
      let end = ContinuousClock.now + .seconds(60)
      while started.count < count {
        try #require(ContinuousClock.now < end, "no converter was started")
        usleep(2000)
      }
    }

    /// Waits until none of them runs any more.
    func waitForEnd() throws {
      let end = ContinuousClock.now + .seconds(60)
      for process in started {
        while Self.runs(process) {
          try #require(ContinuousClock.now < end, "a converter still runs")
          usleep(2000)
        }
      }
    }

    /// Whether a process runs; one that has ended and that nobody asks after does not.
    private static func runs(_ process: pid_t) -> Bool {
      guard let file = fopen("/proc/\(process)/stat", "re") else { return false }
      defer { fclose(file) }
      var line = [CChar](repeating: 0, count: 512)
      guard fgets(&line, Int32(line.count), file) != nil else { return false }
      let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      return text.split(separator: ")").last?.split(separator: " ").first != "Z"
    }
  }

  @Test func controlCEndsAConversionInTheBrowser() throws {
    let slow = try SlowHome()
    let file = try slow.folder.write("%PDF-1.4\n", to: "a.pdf")
    let terminal = try slow.terminal(file)
    try terminal.wait(for: "converting with pdftotext")
    try slow.waitForStart()
    terminal.send("\u{3}")
    #expect(try terminal.waitForExit() == .code(2))
    #expect(terminal.text.contains("a.pdf: stopped"))
    #expect(terminal.modes == terminal.modesAtStart)
    try slow.waitForEnd()
  }

  @Test func controlCLeadsBackFromAConversionToTheOtherDocument() throws {
    let slow = try SlowHome()
    let text = try slow.folder.write("Rules\n\n1. One\n", to: "rules.txt")
    let file = try slow.folder.write("%PDF-1.4\n", to: "a.pdf")
    let terminal = try slow.terminal(text, file)
    try terminal.wait(for: "(1/2)")
    terminal.send(":n\r")
    try terminal.wait(for: "converting with pdftotext")
    try slow.waitForStart()
    terminal.send("\u{3}")
    try terminal.waitUntil { $0.line(0) == " Rules" && $0.line(11).contains("a.pdf: stopped") }
    try slow.waitForEnd()
  }

  @Test func quittingEndsAConversion() throws {
    let slow = try SlowHome()
    let file = try slow.folder.write("%PDF-1.4\n", to: "a.pdf")
    let terminal = try slow.terminal(file)
    try terminal.wait(for: "converting with pdftotext")
    try slow.waitForStart()
    terminal.send("q")
    #expect(try terminal.waitForExit() == .code(0))
    try slow.waitForEnd()
  }

  @Test func controlCEndsAConversionOnTheCommandLine() throws {
    let slow = try SlowHome()
    let file = try slow.folder.write("%PDF-1.4\n", to: "a.pdf")
    let terminal = try slow.terminal("outline", file)
    try slow.waitForStart()
    terminal.send("\u{3}")
    #expect(try terminal.waitForExit() == .signal(SIGINT))
    try slow.waitForEnd()
  }

  @Test(arguments: [SIGTERM, SIGKILL]) func whateverEndsTheProgramEndsAConversion(signal: Int32) throws {
    let slow = try SlowHome()
    let file = try slow.folder.write("%PDF-1.4\n", to: "a.pdf")
    let terminal = try slow.terminal("outline", file)
    try slow.waitForStart()
    terminal.signal(signal)
    #expect(try terminal.waitForExit() == .signal(signal))
    try slow.waitForEnd()
  }

  /// A converter that starts a program and waits for it.
  private func wrappedHome() throws -> SlowHome {
    try SlowHome("sleep 300 &\necho $! >>\"$HOME/started\"\necho $$ >>\"$HOME/started\"\nwait\n")
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP, SIGUSR1]) func endsWhatAConverterHasStarted(signal: Int32) throws {
    let slow = try wrappedHome()
    let terminal = try slow.terminal("outline", try slow.folder.write("%PDF-1.4\n", to: "a.pdf"))
    try slow.waitForStart(of: 2)
    terminal.signal(signal)
    #expect(try terminal.waitForExit() == .signal(signal))
    try slow.waitForEnd()
  }

  @Test(arguments: [nil, SIGTERM, SIGUSR1]) func endsInTheBrowserWhatAConverterHasStarted(signal: Int32?) throws {
    let slow = try wrappedHome()
    let terminal = try slow.terminal(try slow.folder.write("%PDF-1.4\n", to: "a.pdf"))
    try terminal.wait(for: "converting with pdftotext")
    try slow.waitForStart(of: 2)
    if let signal { terminal.signal(signal) } else { terminal.send("q") }
    _ = try terminal.waitForExit()
    try slow.waitForEnd()
  }

  /// It has nothing more to say, and whether it has done well is not known until it ends.
  @Test(arguments: ["\u{3}", "q"]) func controlCEndsAConverterThatHasClosedItsOutput(key: String) throws {
    let slow = try SlowHome("exec >&- 2>&-\necho $$ >>\"$HOME/started\"\nexec sleep 300\n")
    let terminal = try slow.terminal(try slow.folder.write("%PDF-1.4\n", to: "a.pdf"))
    try terminal.wait(for: "converting with pdftotext")
    try slow.waitForStart()
    terminal.send(key)
    #expect(try terminal.waitForExit() == .code(key == "q" ? 0 : 2))
    try slow.waitForEnd()
  }

  @Test func saysThatNoMoreFilesCanBeOpen() throws {
    let home = try TemporaryFolder()
    _ = try home.write("<p>1. One</p>\n", to: "a.html")
    let few = "ulimit -n 8; exec \(Program.directives) outline a.html"
    let command = try Command("/bin/sh", ["-c", few], folder: home.path)
    #expect(command.status == 2 && command.errors == "directives: pandoc: too many open files\n")
  }

  @Test func stoppingASearchOfAFolderEndsItsConversions() throws {
    let slow = try SlowHome()
    for name in ["a.pdf", "b.pdf", "c.pdf"] { _ = try slow.folder.write("%PDF-1.4\n", to: "laws/" + name) }
    _ = try slow.folder.write("Rules\n\n1. One book\n", to: "laws/rules.txt")
    let terminal = try slow.terminal("--no-state", slow.folder.path + "/laws")
    try slow.waitForStart()
    try terminal.wait(for: "a.pdf")
    terminal.send("\u{3}")
    try terminal.wait(for: "Stopped")
    try slow.waitForEnd()
    let before = slow.started.count
    terminal.send("/book\r")
    try slow.waitForStart(of: before + 1)
    terminal.send("\u{3}")
    try terminal.wait(for: "Stopped")
    try slow.waitForEnd()
    terminal.send("q")
    #expect(try terminal.waitForExit() == .code(0))
  }

  /// pandoc is busy for minutes with such a list.
  @Test(.enabled(if: Tool.isPresent("pandoc"))) func controlCEndsPandocAtADeeplyNestedList() throws {
    let home = try TemporaryFolder()
    let depth = 2000
    let page = "<!DOCTYPE html><body>" + String(repeating: "<ul><li>x", count: depth) + "</body>"
    let file = try home.write(page, to: "a.html")
    let terminal = try Terminal([Program.directives, file], columns: 80, rows: 12, home: home)
    try terminal.wait(for: "converting with pandoc")
    terminal.send("\u{3}")
    #expect(try terminal.waitForExit() == .code(2))
    #expect(terminal.text.contains("a.html: stopped"))
  }

  @Test func readsWhatAShellHandsOver() throws {
    let home = try TemporaryFolder()
    mkfifo(home.path + "/go", 0o600)
    let slowly = "printf 'Minutes\\n\\n1. Opening\\n\\n'; read go <$HOME/go; echo '2. Report'"
    let terminal = try Terminal(
      ["/bin/bash", "-c", "\(Program.directives) <(\(slowly))"], columns: 80, rows: 12, home: home)
    try terminal.waitUntil { $0.text.contains("1 Opening") && $0.line(11).contains("reading") }
    terminal.send("j")
    try terminal.waitUntil { $0.line(2).hasPrefix(">  1 Opening") }
    let writer = open(home.path + "/go", O_WRONLY | O_CLOEXEC)
    _ = write(writer, "\n", 1)
    close(writer)
    try terminal.waitUntil { $0.text.contains("2 Report") && !$0.line(11).contains("reading") }
    #expect(terminal.line(2).hasPrefix(">  1 Opening"))
    terminal.send("q")
    #expect(try terminal.waitForExit() == .code(0))
  }
}
