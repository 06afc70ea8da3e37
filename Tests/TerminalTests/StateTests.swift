import Glibc
import TestSupport
import Testing

private let notice = SampleText.notice

/// What the program keeps between runs, seen from outside.
@Suite struct StateTests {
  private let home: TemporaryFolder
  private let file: String

  init() throws {
    home = try TemporaryFolder()
    file = try home.write(notice, to: "notice.txt")
  }

  private var state: String { home.path + "/.local/state/directives" }

  private func open(_ arguments: String..., environment: [String: String?] = [:]) throws -> Terminal {
    let terminal = try Terminal(
      [Program.directives, file] + arguments, columns: 80, rows: 20, environment: environment, home: home)
    try terminal.wait(for: "old books")
    return terminal
  }

  /// Presses keys, and leaves.
  private func read(_ keys: String, until sign: String) throws {
    let terminal = try open()
    terminal.send(keys)
    try terminal.wait(for: sign)
    terminal.send("q")
    #expect(try terminal.waitForExit() == .code(0))
  }

  private func mode(_ path: String) -> mode_t {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
  }

  private func shell(_ script: String, environment: [String: String?] = [:]) throws -> Terminal {
    let terminal = try Terminal(["/bin/sh", "-c", script], columns: 120, environment: environment, home: home)
    try terminal.waitForExit()
    return terminal
  }

  @Test func comesBackToThePlaceAndItsNotes() throws {
    try read("1.2\rxaask Mary\r2.2\r", until: "2.2 · 6 of 6")
    let terminal = try open()
    try terminal.wait(for: "2.2, where you left off")
    #expect(terminal.line(4).hasPrefix("     1.2 ✓ ✎ train"))
    #expect(terminal.line(7).hasPrefix(">    2.2 keep a list"))
    terminal.send("q")
    try terminal.waitForExit()
    #expect(mode(state) == 0o700)
    #expect(mode(state + "/state.db") == 0o600)
  }

  @Test func knowsTheNotesOfAFileThatWasRenamed() throws {
    try read("1.2\rmqxaask Mary\r", until: "Noted at 1.2")
    let renamed = try shell("mv \(file) other.txt; \(Program.directives) notes other.txt; echo $?")
    #expect(renamed.text.hasSuffix("1.2 train more volunteers [read]: ask Mary\n0"))
    #expect(try shell("\(Program.directives) marks other.txt | cut -f2,3 --output-delimiter=:").text == "q:1.2")
    let copied = try shell("cp other.txt \(file); \(Program.directives) notes other.txt")
    #expect(copied.text.hasSuffix("no notes and no ticks"))
  }

  @Test func tellsWhereMarkedPointsStandNow() throws {
    try read("2.2\rmq", until: "Mark q at 2.2")
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let marks = "\(Program.directives) marks"
    try home.write(
      text.replacingOccurrences(of: "First, repair", with: "First, dust.\n\nSecond, repair")
        .replacingOccurrences(of: "Second, keep", with: "Third, keep"), to: "notice.txt")
    #expect(try shell("\(marks) notice.txt | cut -f2,3 --output-delimiter=:").text == "q:2.3")
    #expect(try shell("\(marks) | cut -f2,3 --output-delimiter=:").text == "q:2.2")
    try home.write("1. Something else\n", to: "notice.txt")
    #expect(try shell("\(marks) notice.txt | cut -f3").text == "2.2 (not found any more)")
    // What cannot be read, and needs no reading.
    try home.write(String(repeating: "\u{0}", count: 99), to: "notice.txt")
    #expect(try shell("\(marks) notice.txt | cut -f3").text.hasSuffix("is no text\n2.2"))
  }

  @Test func readsOnlyForItselfWhateverTheMask() throws {
    let terminal = try Terminal(
      ["/bin/sh", "-c", "umask 0; exec \(Program.directives) \(file)"], columns: 80, rows: 20, home: home)
    try terminal.wait(for: "F1 help")
    terminal.send("x")
    try terminal.wait(for: ": read")
    #expect(mode(state) == 0o700)
    for name in ["state.db", "state.db-wal", "state.db-shm"] { #expect(mode("\(state)/\(name)") == 0o600) }
    terminal.send("q")
    try terminal.waitForExit()
  }

  @Test func listsAndExportsNotes() throws {
    let notes = "\(Program.directives) notes"
    #expect(try shell("\(notes); echo $?").text == "directives: no notes and no ticks\n1")
    #expect(try shell("ls -A .local 2>&1").text.hasSuffix("No such file or directory"))
    try read("2.1\rxaask Mary\r", until: "Noted at 2.1")
    #expect(try shell(notes).text == "\(file):11: 2.1 repair what is torn [read]: ask Mary")
    #expect(try shell("\(notes) notice.txt").text == "\(file):11: 2.1 repair what is torn [read]: ask Mary")
    #expect(
      try shell("\(notes) --format markdown | sed -n '5,$p'").text == """
        - [x] **2.1** repair what is torn (read)

          ask Mary

          — Notice on the reading room, 2.1, First, line 11
        """)
    #expect(
      try shell("\(notes) --format json").text.contains("\"tick\": \"read\", \"note\": \"ask Mary\", \"found\": true"))
    #expect(try shell("\(Program.directives) recent").text.hasSuffix("\(file)  Notice on the reading room"))
    #expect(try shell("\(Program.directives) marks; echo $?").text == "directives: no marks\n1")
    try home.write("1. Something else\n", to: "notice.txt")
    let lost = try shell("\(notes) notice.txt | cut -d: -f3-").text
    #expect(lost.contains("2.1 repair what is torn (not found any more): ask Mary"))
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT]) func keepsThePlaceOn(signal: Int32) throws {
    let terminal = try open()
    terminal.send("2.2\r")
    try terminal.wait(for: "2.2 · 6 of 6")
    terminal.signal(signal)
    #expect(try terminal.waitForExit() == .code(128 + signal))
    let again = try open()
    try again.wait(for: "2.2, where you left off")
  }

  @Test func losesNothingWhenItIsKilled() throws {
    let terminal = try open()
    terminal.send("1.2\raask Mary\r")
    try terminal.wait(for: "Noted at 1.2")
    terminal.signal(SIGKILL)
    try terminal.waitForExit()
    try open().waitUntil { $0.line(4).contains("1.2 ✎ train") }
  }

  @Test func leavesNoTraceWhenAskedTo() throws {
    let terminal = try open("--no-state")
    terminal.send("xanote\r2.2\r")
    try terminal.wait(for: "2.2 · 6 of 6")
    terminal.send("q")
    try terminal.waitForExit()
    #expect(try shell("find . ! -name notice.txt ! -name .").text == "")
  }

  @Test func readsOnWhereNothingCanBeKept() throws {
    // Root may write anywhere, but not below a file.
    try home.write("", to: ".local")
    let terminal = try open()
    try terminal.wait(for: "Nothing is kept of this reading")
    terminal.send("x")
    try terminal.wait(for: "preamble: read")
    terminal.send("q")
    #expect(try terminal.waitForExit() == .code(0))
    #expect(!terminal.text.contains("directives:"))
  }

  @Test func readsOnWithoutAHome() throws {
    let terminal = try open(environment: ["HOME": nil])
    try terminal.wait(for: "Nothing is kept of this reading: HOME is not set")
    terminal.send("q")
    #expect(try terminal.waitForExit() == .code(0))
  }

  @Test func readsOnWhereTheStateIsDamaged() throws {
    try read("x", until: "preamble: read")
    _ = try shell("printf garbage > \(state)/state.db")
    let terminal = try open()
    try terminal.wait(for: "What was kept was damaged, and is now")
    terminal.send("1.1\rx")
    try terminal.wait(for: "1.1: read")
    terminal.send("q")
    #expect(try terminal.waitForExit() == .code(0))
    #expect(try shell("cat \(state)/state.db.corrupt-*").text.hasPrefix("garbage"))
    try open().wait(for: "1.1, where you left off")
  }

  /// A file system of its own, which only root can make.
  @Test(.enabled(if: geteuid() == 0, "only root can mount")) func readsOnWhereTheDiskIsFull() throws {
    _ = try shell("mkdir -p small")
    let mount = "mount -t tmpfs -o size=100k none \(home.path)/small"
    let long = String(repeating: "long ", count: 40)
    // A name space of its own ends with the program, and the mount with it.
    let terminal = try Terminal(
      [
        "/usr/bin/unshare", "-m", "/bin/sh", "-c",
        "\(mount) && XDG_STATE_HOME=\(home.path)/small exec \(Program.directives) \(file)",
      ],
      columns: 80, rows: 20, home: home)
    do { try terminal.wait(for: "F1 help") } catch { return }  // no mount in this container
    for number in 0..<40 where !terminal.text.contains("Not kept") {
      terminal.send("a\(number)\(long)\r")
      try terminal.waitUntil {
        $0.text.contains("Note") && $0.text.contains(number == 0 ? "Noted" : "changed") || $0.text.contains("Not kept")
      }
    }
    try terminal.wait(for: "Not kept: ")
    terminal.send("j")
    try terminal.wait(for: "1 · 1 of 6")
    terminal.send("x")
    try terminal.wait(for: "1: read, for this reading only")
    terminal.send("q")
    #expect(try terminal.waitForExit() == .code(0))
    #expect(terminal.text.contains("disk is full"))
  }

  /// A file system that is mounted to be read only, with what was kept before in it.
  @Test(.enabled(if: geteuid() == 0, "only root can mount")) func readsOnWhereTheHomeCanOnlyBeRead() throws {
    try read("xaask Mary\r2.2\r", until: "2.2 · 6 of 6")
    let script = "mount --bind . . && mount -o remount,ro,bind . && cd . && exec \(Program.directives) \(file)"
    let terminal = try Terminal(["/usr/bin/unshare", "-m", "/bin/sh", "-c", script], columns: 80, rows: 20, home: home)
    do { try terminal.wait(for: "F1 help") } catch { return }  // no mount in this container
    try terminal.wait(for: "Nothing is kept of this reading")
    try terminal.waitUntil { $0.text.contains("2.2 · 6 of 6") && $0.text.contains("✎") }
    terminal.send("ganew\r")
    try terminal.wait(for: "Noted at")
    terminal.send("q")
    #expect(try terminal.waitForExit() == .code(0))
    #expect(terminal.modes == terminal.modesAtStart)
    #expect(try shell("\(Program.directives) notes | wc -l").text == "1")
  }

  @Test func isUsedByTwoAtOnce() throws {
    let (one, other) = (try open(), try open())
    for (terminal, address) in [(one, "1.1"), (other, "2.1"), (one, "1.2"), (other, "2.2")] {
      terminal.send("\(address)\ra\(address)!\r")
      try terminal.wait(for: "Noted at \(address)")
    }
    for terminal in [one, other] {
      terminal.send("q")
      try terminal.waitForExit()
    }
    let both = try open()
    for row in [3, 4, 6, 7] { try both.waitUntil { $0.line(row).contains(" ✎ ") } }
  }
}
