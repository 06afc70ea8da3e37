import Foundation
import TestSupport
import Testing

/// Documents that are made to break a reader.
@Suite struct HostileInputTests {
  private func open(_ file: String, home: TemporaryFolder) throws -> Terminal {
    let terminal = try Terminal([Program.directives, file], columns: 80, rows: 20, home: home)
    try terminal.wait(for: "F1 help")
    return terminal
  }

  private func leave(_ terminal: Terminal) throws {
    terminal.send("Q")
    #expect(try terminal.waitForExit() == .code(0))
    #expect(terminal.modes == terminal.modesAtStart)
  }

  @Test func oneLineOfAMegabyte() throws {
    let home = try TemporaryFolder()
    let line = Array("1. One word after the other, 一个接一个, ".utf8)
    let file = try home.write(Array([[UInt8]](repeating: line, count: 20_000).joined()), to: "line.txt")
    let terminal = try open(file, home: home)
    terminal.send("\tG")
    try terminal.waitUntil { $0.line(19).contains("99%") || $0.line(19).contains("100%") }
    terminal.send("  kkg/other\r")
    try terminal.wait(for: "“other”")
    try leave(terminal)
  }

  @Test func manyPoints() throws {
    let home = try TemporaryFolder()
    let text = (1...10_000).map { "\($0). x\n" }.joined()
    let terminal = try open(try home.write(text, to: "points.txt"), home: home)
    terminal.send("9999\r")
    try terminal.wait(for: "9999 · 9999 of 9999")
    try leave(terminal)
  }

  @Test func deepNesting() throws {
    let home = try TemporaryFolder()
    let text = (1...150).map { Array(repeating: "1", count: $0).joined(separator: ".") + " Level\n" }.joined()
    let terminal = try open(try home.write(text, to: "deep.txt"), home: home)
    terminal.send("zRGzMzRhllLH")
    try leave(terminal)
  }

  private static func bytes(_ name: String) -> [UInt8] {
    let points = Array("1. One\n2. Two 爱护图书\n".utf8)
    switch name {
    case "nuls": return points + [UInt8](repeating: 0x61, count: 200) + [0, 0]
    case "cut": return points.dropLast(2)
    case "onlyLineEnds": return points + [UInt8](repeating: 0x0D, count: 5000)
    case "marks": return Array("1. e\(String(repeating: "\u{301}", count: 100_000))\n".utf8) + points
    default: return points + [0xFF, 0xFE, 0xC0, 0x80, 0xED, 0xA0, 0x80, 0x0A] + points + points
    }
  }

  @Test(arguments: ["nuls", "cut", "onlyLineEnds", "marks", "damaged"]) func bytesThatAreNoText(name: String) throws {
    let home = try TemporaryFolder()
    let bytes = Self.bytes(name)
    let terminal = try open(try home.write(bytes, to: "a.txt"), home: home)
    terminal.send("jkl\tjk G/One\r")
    try terminal.wait(for: "“One” ")
    try leave(terminal)
  }

  @Test func aFileThatIsCutWhileItIsOpen() throws {
    let home = try TemporaryFolder()
    let file = try home.write((1...2000).map { "\($0). Point number \($0) of many\n" }.joined(), to: "a.txt")
    let terminal = try open(file, home: home)
    try home.write("", to: "a.txt")
    terminal.send("\t     G")
    try terminal.wait(for: "2000 of 2000")
    unlink(file)
    terminal.send("g/number 1500\r")
    try terminal.wait(for: "“number 1500”")
    try leave(terminal)
  }

  /// A command holds a long file where it lies, and says what stood there when it began.
  @Test func aFileThatIsWrittenOverWhileACommandReadsIt() throws {
    let home = try TemporaryFolder()
    let text = "1. One\n\n" + String(repeating: "Some words of a line.\n", count: 400_000) + "\n2. Two\n"
    let file = try home.write(text, to: "a.txt")
    // The reader takes a first line, and the rest when the file is another.
    let reader = #"{ read -r first; echo 3. Three > "$1"; echo "$first"; cat; }"#
    let script = #""$0" export --format text "$1" | "# + reader
    let exported = try Command("/bin/sh", ["-c", script, Program.directives, file])
    #expect(exported.status == 0 && exported.errors == "")
    #expect(exported.output == text)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "3. Three\n")
  }

  @Test func aFileThatIsReplacedWhileItIsOpen() throws {
    let home = try TemporaryFolder()
    let file = try home.write((1...2000).map { "\($0). Point number \($0) of many\n" }.joined(), to: "a.txt")
    let terminal = try open(file, home: home)
    rename(try home.write("1. Another\n2. File\n", to: "b.txt"), file)
    terminal.send("\t     G")
    try terminal.wait(for: "2000 of 2000")
    terminal.send("R")
    try terminal.wait(for: "2 File")
    try leave(terminal)
  }

  /// Programs that are run get no signal blocked: a helper that could not be ended would stay.
  @Test func programsStartWithNoSignalBlocked() throws {
    let home = try TemporaryFolder()
    let probe = "#!/bin/sh\ngrep SigBlk /proc/self/status >\"$HOME/blocked\"\ncat\n"
    chmod(try home.write(probe, to: "bin/pandoc"), 0o755)
    let page = try home.write("<!DOCTYPE html><p>1. One", to: "a.html")
    let none = Array("SigBlk:\t0000000000000000\n".utf8)
    let command = try Command(
      Program.directives, ["outline", page], environment: ["PATH": "\(home.path)/bin:/usr/bin:/bin", "HOME": home.path])
    #expect(command.status == 2)
    #expect(home.read("blocked") == none)
    let terminal = try open(try home.write("1. One\n", to: "a.txt"), home: home)
    terminal.send("1|grep SigBlk /proc/self/status\r")
    try terminal.wait(for: "0000000000000000")
    terminal.send("\r")
    try terminal.wait(for: "Done: | grep SigBlk")
    try leave(terminal)
  }

  @Test(arguments: [
    ("/dev/null", "is a device"), ("/dev/zero", "is a device"), ("/dev/full", "is a device"),
    ("/proc/self/mem", "input/output error"), ("/etc/passwd/x", "a part of the path is no folder"),
    ("", "no such file"),
  ])
  func whatIsNoDocument(path: String, why: String) throws {
    let terminal = try Terminal([Program.directives, path], columns: 100)
    #expect(try terminal.waitForExit() == .code(2))
    #expect(terminal.text.hasSuffix(": \(why)"))
    #expect(terminal.modes == terminal.modesAtStart)
  }

  @Test func aFolderWithoutDocuments() throws {
    let home = try TemporaryFolder()
    let terminal = try Terminal([Program.directives, home.path], columns: 100, home: home)
    #expect(try terminal.waitForExit() == .code(1))
    #expect(terminal.text.hasSuffix(": holds no documents"))
    #expect(terminal.modes == terminal.modesAtStart)
  }

  @Test func aFolderOfManyFilesOfOtherPrograms() throws {
    let home = try TemporaryFolder()
    let terminal = try Terminal([Program.directives, "/etc"], columns: 100, home: home)
    terminal.send("jjGq")
    #expect(try terminal.waitForExit() == .code(0))
    #expect(terminal.modes == terminal.modesAtStart)
  }

  @Test func aPipeThatNobodyWritesInto() throws {
    let home = try TemporaryFolder()
    mkfifo(home.path + "/pipe", 0o600)
    let terminal = try Terminal([Program.directives, "pipe"], home: home)
    try terminal.wait(for: "directives: pipe: is a pipe; waiting for somebody to write into it")
    terminal.send(.control("c"))
    #expect(try terminal.waitForExit() == .signal(SIGINT))
    #expect(terminal.modes == terminal.modesAtStart)
  }

  @Test func aPipeThatSomebodyWritesInto() throws {
    let home = try TemporaryFolder()
    mkfifo(home.path + "/pipe", 0o600)
    let terminal = try Terminal(
      ["/bin/sh", "-c", "printf '1. One\\n2. Two\\n' > pipe & \(Program.directives) outline pipe"], home: home)
    #expect(try terminal.waitForExit() == .code(0))
    #expect(terminal.text.hasSuffix("1  One\n2  Two"))
  }
}
