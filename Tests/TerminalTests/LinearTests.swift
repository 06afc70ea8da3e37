import TestSupport
import Testing

private let notice = """
  Notice on the reading room

     1、 Open the reading room longer

  First, open on Sundays.

  Second, train more volunteers.

     2、 Care for the books 爱护图书

  First, repair what is torn.

  Second, keep a list.

  """

/// Read line by line, the program draws nothing and moves no cursor.
@Suite struct LinearTests {
  @Test func readsAPipeOfCommands() throws {
    let home = try TemporaryFolder()
    let file = try home.write(notice, to: "notice.txt")
    let result = try Command(
      Program.directives, ["--linear", file], input: "2.1\n/sundays\nlist\nq\nnever\n",
      environment: ["HOME": home.path])
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
    #expect(
      result.output == """
        Notice on the reading room
        6 points. Type an address such as 2.3, or list, next, /word, help, q.
        2.1
        First, repair what is torn.
        “sundays” wrapped, 1/1
        1.1, line 5: First, open on Sundays.
        1.1 open on Sundays
        1.2 train more volunteers

        """)
  }

  @Test func readsAFolder() throws {
    let home = try TemporaryFolder()
    _ = try home.write(notice, to: "laws/a.txt")
    _ = try home.write("Law on books\n\n2021-07-30\n\n1. Books are lent on Sundays.\n", to: "laws/inner/b.txt")
    let result = try Command(
      Program.directives, ["--linear", "laws"],
      input: "list\n/sundays\non books\n1\nq\n1\n2.2\nq\nnothing\nq\nnever\n",
      environment: ["HOME": home.path], folder: home.path)
    #expect(result.errors.isEmpty)
    #expect(
      result.output == """
        laws: 2 documents. Type a number or words of a title to open one, or list, /word, help, q.
        1 a.txt; Notice on the reading room; 6 points
        2 inner/b.txt; Law on books; 2021-07-30; 1 point
        “sundays”: 2 in 2 documents
        1: 1.1 First, open on Sundays.
        2: 1 1. Books are lent on Sundays.
        Law on books
        1 point. Type an address such as 2.3, or list, next, /word, help, q.
        1
        1. Books are lent on Sundays.
        laws: 2 documents. Type a number or words of a title to open one, or list, /word, help, q.
        Notice on the reading room
        6 points. Type an address such as 2.3, or list, next, /word, help, q.
        2.2
        Second, keep a list.
        laws: 2 documents. Type a number or words of a title to open one, or list, /word, help, q.
        nothing: no such document

        """)
  }

  @Test("A screen reader hears no box drawing and no cursor") func drawsNothingOnADumbTerminal() throws {
    let home = try TemporaryFolder()
    let file = try home.write(notice, to: "notice.txt")
    let terminal = try Terminal(
      [Program.directives, file], columns: 80, rows: 20, environment: ["TERM": "dumb"], home: home)
    try terminal.wait(for: "Type an address")
    terminal.send("2\r")
    try terminal.wait(for: "2 points inside")
    terminal.send("list all\r")
    try terminal.wait(for: "1.1 open on Sundays")
    terminal.send("q\r")
    #expect(try terminal.waitForExit() == .code(0))
    let sent = String(decoding: terminal.bytes, as: UTF8.self)
    #expect(!sent.contains("\u{1B}"))
    #expect(!sent.unicodeScalars.contains { (0x2500...0x25FF).contains($0.value) })
  }

  @Test func takesCommandsFromTheTerminalWhereTheDocumentIsPiped() throws {
    let terminal = try Terminal([Program.directives, "--linear"], columns: 80, rows: 20, input: .pipe)
    terminal.feed(notice)
    terminal.endInput()
    try terminal.wait(for: "preamble>")
    terminal.send("1.1\r")
    try terminal.wait(for: "First, open on Sundays.")
    terminal.send("q\r")
    #expect(try terminal.waitForExit() == .code(0))
  }

  @Test func refsPrintsWhatCitesWhat() throws {
    let home = try TemporaryFolder()
    let file = try home.write("1. One\n\nSee section 2.\n\n2. Two\n\nAs section 1 says.\n\n3. Three\n", to: "memo.txt")
    let all = try Command(Program.directives, ["refs", file])
    #expect(all.output == "1 -> 2:3: See section 2.\n2 -> 1:7: As section 1 says.\n")
    #expect(all.status == 0)
    let one = try Command(Program.directives, ["refs", "1", file])
    #expect(one.output == "1 -> 2:3: See section 2.\n2 -> 1:7: As section 1 says.\n")
    let none = try Command(Program.directives, ["refs", "3", file])
    #expect(none.output.isEmpty)
    #expect(none.status == 1)
    #expect(try Command(Program.directives, ["refs", "9", file]).status == 2)
  }

  @Test func presentsOnTheTerminal() throws {
    let home = try TemporaryFolder()
    let file = try home.write(notice, to: "notice.txt")
    let terminal = try Terminal([Program.directives, "present", file, "2"], columns: 80, rows: 20, home: home)
    try terminal.wait(for: "2、 Care for the books")
    #expect(!terminal.text.contains("F1 help"))
    terminal.send(.right)
    try terminal.wait(for: "First, repair what is torn.")
    terminal.send("q")
    try terminal.wait(for: "F1 help")
    terminal.send("q")
    #expect(try terminal.waitForExit() == .code(0))
  }
}
