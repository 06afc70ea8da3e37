import Glibc
import Testing

/// Documents that come slowly, change, or are several.
@Suite struct ArrivingTests {
  @Test func showsWhatHasComeWhileThePipeIsOpen() throws {
    let terminal = try Terminal([Program.directives], columns: 80, rows: 12, input: .pipe)
    terminal.feed("Minutes\n\n1. Opening\n\n2. Report\n\n")
    try terminal.wait(for: "2 Report")
    terminal.send(.down, .down)
    try terminal.waitUntil { $0.line(3).hasPrefix(">  2 Report") && $0.line(11).contains("reading") }
    terminal.feed("3. Closing 闭幕\n")
    try terminal.waitUntil { $0.line(4).hasPrefix("   3 Closing 闭幕") && $0.line(3).hasPrefix(">") }
    terminal.endInput()
    try terminal.waitUntil { !$0.line(11).contains("reading") }
    terminal.send("q")
    #expect(try terminal.waitForExit() == .code(0))
    #expect(terminal.modes == terminal.modesAtStart)
  }

  @Test func showsTheBeginningOfALongFileAndTakesKeysForAllOfIt() throws {
    let home = try TemporaryFolder()
    let filler = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 23)
    let file = try home.write(Array("Rules\n\n1. One\n\n".utf8) + filler + Array("\n\n2. Two\n".utf8), to: "rules.txt")
    let terminal = try Terminal([Program.directives, file], columns: 80, rows: 12, home: home)
    terminal.send("2\r")
    try terminal.waitUntil { $0.line(11).contains("2 · 2 of 2") }
    #expect(!terminal.positions(of: "reading, 256 KB so far").isEmpty)
    #expect(!terminal.text.contains("reading"))
  }

  @Test func stopsAPipeThatDoesNotEnd() throws {
    let terminal = try Terminal([Program.directives], columns: 80, rows: 12, input: .pipe)
    terminal.feed("1. Opening\n\n2. Report\n\n")
    try terminal.wait(for: "2 Report")
    terminal.send("\u{3}")
    try terminal.wait(for: "Stopped")
    terminal.send("q")
    #expect(try terminal.waitForExit() == .code(0))
  }

  @Test func leavesWhereThePipeHoldsNoText() throws {
    let terminal = try Terminal([Program.directives], columns: 80, rows: 12, input: .pipe)
    terminal.feed("\n")
    try terminal.wait(for: "reading")
    terminal.endInput()
    #expect(try terminal.waitForExit() == .code(2))
    #expect(terminal.text.contains("directives: standard input: is empty"))
    #expect(terminal.modes == terminal.modesAtStart)
  }

  @Test func readsAFileAgainWhenItChanges() throws {
    let home = try TemporaryFolder()
    let file = try home.write("Rules\n\n1. One\n\n2. Two\n", to: "rules.txt")
    let terminal = try Terminal([Program.directives, "--follow", file], columns: 80, rows: 12, home: home)
    try terminal.wait(for: "F1 help")
    terminal.send("2\r")
    try terminal.waitUntil { $0.line(3).hasPrefix(">") || $0.line(3).contains("Two") }
    _ = try home.write("Rules\n\nNew on top.\n\n1. One\n\n2. Two\n\n3. Three\n", to: "rules.txt")
    try terminal.waitUntil { $0.text.contains("3 Three") && $0.line(11).contains("2 · 2 of 3") }
  }

  @Test func readsAFileAgainWhenAsked() throws {
    let home = try TemporaryFolder()
    let file = try home.write("Rules\n\n1. One\n", to: "rules.txt")
    let terminal = try Terminal([Program.directives, file], columns: 80, rows: 12, home: home)
    try terminal.wait(for: "F1 help")
    _ = try home.write("Rules\n\n1. One\n\n2. Two\n", to: "rules.txt")
    terminal.send("R")
    try terminal.waitUntil { $0.text.contains("2 Two") && $0.line(11).contains("Read again") }
    unlink(file)
    terminal.send("R")
    try terminal.wait(for: "no such file")
    #expect(terminal.text.contains("2 Two"))
  }

  @Test func followsWhatIsInAFolder() throws {
    let home = try TemporaryFolder()
    _ = try home.write("Law on books\n\n1. Books are lent.\n", to: "laws/books.txt")
    let rooms = try home.write("Law on rooms\n\n1. Rooms are open.\n", to: "laws/inner/rooms.txt")
    let terminal = try Terminal(
      [Program.directives, "--no-state", "--follow", home.path + "/laws"], columns: 100, rows: 14, home: home)
    try terminal.waitUntil { $0.text.contains("▸ Law on rooms") && $0.line(13).hasPrefix(" 2 documents") }
    terminal.send("l")
    try terminal.waitUntil { $0.text.contains("1 Books are lent") }
    _ = try home.write("Law on chairs\n", to: "laws/inner/chairs.txt")
    try terminal.waitUntil { $0.text.contains("Law on chairs") && $0.line(13).hasPrefix(" 3 documents") }
    _ = try home.write("Law on old rooms\n", to: "laws/inner/rooms.txt")
    try terminal.wait(for: "Law on old rooms")
    unlink(rooms)
    try terminal.waitUntil { !$0.text.contains("rooms") && $0.line(13).hasPrefix(" 2 documents") }
    #expect(terminal.text.contains("1 Books are lent"))
    #expect(terminal.line(1).hasPrefix(">▾ Law on books"))
  }

  @Test func opensAFolderAsAList() throws {
    let home = try TemporaryFolder()
    for (name, text) in [
      ("books.txt", "Law on books\n\n1. Books are lent.\n"),
      ("inner/rooms.txt", "Law on rooms\n\n1. Rooms are open.\n\n2. Rooms hold books.\n"),
      ("noise.txt", "\0\u{1}\u{2}\0"), ("skip.txt", "1. Skipped\n"), (".ignore", "skip.txt\n"),
    ] { _ = try home.write(text, to: "laws/" + name) }
    let terminal = try Terminal(
      [Program.directives, "--no-state", home.path + "/laws"], columns: 100, rows: 14, home: home)
    try terminal.waitUntil { $0.text.contains("▸ Law on rooms") && $0.line(13).hasPrefix(" 2 documents") }
    #expect(!terminal.text.contains("skip") && !terminal.text.contains("noise"))
    terminal.send("l")
    try terminal.waitUntil { $0.line(2).hasPrefix("     Preamble") && $0.line(3).hasPrefix("     1 Books are lent") }
    terminal.send("/hold books\r")
    try terminal.wait(for: "“hold books”: 1 in 1 document")
    try terminal.waitUntil { $0.line(3).hasPrefix(">      2 2. Rooms hold books.") }
    terminal.send("\r")
    try terminal.waitUntil { $0.line(0) == " Law on rooms" && $0.text.contains("> 2. Rooms hold books.") }
    terminal.send("q")
    try terminal.waitUntil { $0.line(3).hasPrefix(">      2 2. Rooms hold books.") }
    terminal.send("\u{1B}")
    try terminal.waitUntil { $0.text.contains("▾ Law on books") && $0.line(13).contains("2 documents") }
    terminal.send("q")
    #expect(try terminal.waitForExit() == .code(0))
    #expect(terminal.modes == terminal.modesAtStart)
  }

  @Test func listsTheDocumentsOpenedLately() throws {
    let home = try TemporaryFolder()
    let first = try home.write("Rules\n\n1. One\n", to: "rules.txt")
    let second = try home.write("Minutes\n\n1. Opening\n", to: "minutes.txt")
    for file in [first, second] {
      let terminal = try Terminal([Program.directives, file], columns: 100, rows: 12, home: home)
      try terminal.wait(for: "F1 help")
      terminal.send("q")
      #expect(try terminal.waitForExit() == .code(0))
      guard file == second else { continue }
      let again = try Terminal([Program.directives, file], columns: 100, rows: 12, home: home)
      try again.wait(for: "F1 help")
      again.send(":recent\r")
      try again.waitUntil { $0.line(1).hasPrefix(">▸ Minutes") && $0.line(2).hasPrefix(" ▸ Rules") }
      again.send("j\r")
      try again.waitUntil { $0.line(0) == " Rules" && $0.line(11).contains("(3/3)") }
      again.send("q")
      try again.waitUntil { $0.line(2).hasPrefix(">▸ Rules") }
      again.send("q")
      try again.waitUntil { $0.line(0) == " Minutes" }
      again.send("q")
      #expect(try again.waitForExit() == .code(0))
    }
  }

  @Test func readsANamedPipeWhileItIsWritten() throws {
    let home = try TemporaryFolder()
    mkfifo(home.path + "/pipe", 0o600)
    let terminal = try Terminal([Program.directives, home.path + "/pipe"], columns: 80, rows: 12, home: home)
    let writer = open(home.path + "/pipe", O_WRONLY | O_CLOEXEC)
    try #require(writer >= 0)
    func feed(_ text: String) { _ = Array(text.utf8).withUnsafeBytes { write(writer, $0.baseAddress, $0.count) } }
    feed("Minutes\n\n1. Opening\n\n")
    try terminal.waitUntil { $0.text.contains("1 Opening") && $0.line(11).contains("reading") }
    terminal.send("j")
    try terminal.waitUntil { $0.line(2).hasPrefix(">  1 Opening") }
    feed("2. Report\n")
    close(writer)
    try terminal.waitUntil { $0.text.contains("2 Report") && !$0.line(11).contains("reading") }
    #expect(terminal.line(2).hasPrefix(">  1 Opening"))
    terminal.send("q")
    #expect(try terminal.waitForExit() == .code(0))
  }

  @Test func opensSeveralDocuments() throws {
    let home = try TemporaryFolder()
    let first = try home.write("Rules\n\n1. One\n", to: "rules.txt")
    let second = try home.write("Minutes\n\n1. Opening\n", to: "minutes.txt")
    let terminal = try Terminal(
      [Program.directives, first, second, home.path + "/missing.txt"], columns: 80, rows: 12, home: home)
    try terminal.wait(for: "(1/3)")
    terminal.send(":n\r")
    try terminal.waitUntil { $0.line(0) == " Minutes" && $0.line(11).contains("(2/3)") }
    terminal.send(":n\r")
    try terminal.wait(for: "missing.txt: no such file")
    #expect(terminal.line(0) == " Minutes")
    terminal.send(":p\r")
    try terminal.waitUntil { $0.line(0) == " Rules" }
    terminal.send("q")
    #expect(try terminal.waitForExit() == .code(0))
  }
}
