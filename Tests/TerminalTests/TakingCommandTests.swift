import Foundation
import TestSupport
import Testing

private let notice = """
  Notice on the reading room

  12 March 2021

  1、 Open the reading room longer

  First, open on Sundays. The doors must open at nine.

  Second, train more
  “volunteers” for it.

  2、 Care for the books

  First, repair what is torn. 不得撕书。

  Second, keep a list.

  """

/// `where`, `show`, `print`, `search`, `terms` and `count` as scripts use them.
@Suite struct TakingCommandTests {
  private func run(_ arguments: String..., input: String? = notice) throws -> Command {
    try Command(Program.directives, arguments, input: input)
  }

  // MARK: - where

  @Test func saysWhereAPassageStands() throws {
    let command = try run("where", "train more \"volunteers\"")
    #expect(command.output == "1.2:9-10: Second, train more “volunteers” for it.\n")
    #expect(command.status == 0 && command.errors == "")
    #expect(try run("where", "for it. 2、 Care for the").output.hasPrefix("1.2-2:10-12: "))
  }

  @Test func showsTheNearestPassage() throws {
    let command = try run("where", "The doors shall open at nine")
    #expect(command.status == 1)
    #expect(command.output == "1.1:7: The doors [-shall-] {+must+} open at nine\n")
    #expect(command.errors.contains("stands nowhere; the nearest passage differs in 1 place"))
    let nothing = try run("where", "zebra crossing in winter")
    #expect(nothing.status == 1 && nothing.output == "")
    #expect(nothing.errors == "directives: “zebra crossing in winter”: no passage is like it\n")
  }

  @Test func readsThePassageFromStandardInput() throws {
    try Folder.temporary { folder in
      let file = folder.appendingPathComponent("a.txt")
      try Data(notice.utf8).write(to: file)
      #expect(try run("where", "-", file.path, input: "keep a\nlist").output == "2.2:16: Second, keep a list.\n")
      #expect(try run("where", "-").status == 2)
    }
  }

  // MARK: - show

  @Test func showsRangesInTheirContext() throws {
    let command = try run("show", "2.1-2", "--context", "--cite", "--number")
    #expect(
      command.output == """
        Notice on the reading room
        12 March 2021
        2 Care for the books

        14  First, repair what is torn. 不得撕书。
        15  
        16  Second, keep a list.

        — Notice on the reading room, 12 March 2021, 2.1-2.2, lines 14-16

        """)
    #expect(
      try run("show", "1.1", "--width", "20").output == "First, open on\nSundays. The doors\nmust open at nine.\n")
  }

  @Test func showsPointsOfSeveralDocuments() throws {
    try Folder.temporary { folder in
      for name in ["a.txt", "b.txt"] { try Data(notice.utf8).write(to: folder.appendingPathComponent(name)) }
      let files = ["a.txt", "b.txt", "c.txt"].map { folder.appendingPathComponent($0).path }
      let command = try Command(Program.directives, ["show", "2.2"] + files)
      #expect(
        command.output
          == "==> \(files[0]) <==\nSecond, keep a list.\n==> \(files[1]) <==\nSecond, keep a list.\n")
      #expect(command.status == 2)
      #expect(command.errors == "directives: \(files[2]): no such file\n")
    }
  }

  // MARK: - print

  @Test func showsThePagesWithoutPrinting() throws {
    let command = try run("print", "1", "--dry-run", "--width", "40", "--height", "14")
    let pages = command.output.split(separator: "\u{C}")
    #expect(pages.count == 1)
    #expect(pages[0].hasPrefix("Notice on the reading room         1-1.2\n\n1、 Open the"))
    #expect(pages[0].hasSuffix("1/1\n"))
  }

  @Test func printsByLp() throws {
    try Folder.temporary { folder in
      let bin = folder.appendingPathComponent("bin")
      try FileManager.default.createDirectory(at: bin, withIntermediateDirectories: true)
      let log = folder.appendingPathComponent("log").path
      let lp = bin.appendingPathComponent("lp").path
      try Data(
        "#!/bin/sh\nfor word; do echo \"<$word>\" >>\(log); done\ncat >>\(log)\nsleep 30 &\necho request id is 7\n".utf8
      )
      .write(to: URL(fileURLWithPath: lp))
      chmod(lp, 0o755)
      let path = "\(bin.path):/usr/bin:/bin"
      let command = try Command(
        Program.directives, ["print", "2", "--printer=-odd name"], input: notice, environment: ["PATH": path])
      #expect(command.output == "sent 1 page: request id is 7\n")
      let logged = try String(contentsOfFile: log, encoding: .utf8)
      #expect(logged.hasPrefix("<-d>\n<-odd name>\n<-t>\n<Notice on the reading room>\nNotice on"))
      #expect(logged.contains("1/1"))
      try Data("#!/bin/sh\necho no such printer >&2\nexit 1\n".utf8).write(to: URL(fileURLWithPath: lp))
      let refused = try Command(Program.directives, ["print", "2"], input: notice, environment: ["PATH": path])
      #expect(refused.errors == "directives: lp: no such printer\n" && refused.status == 2)
      let missing = try Command(Program.directives, ["print", "2"], input: notice, environment: ["PATH": "/nowhere"])
      #expect(missing.errors == "directives: lp: cups-client is needed to print (apt-get install cups-client)\n")
    }
  }

  // MARK: - search

  @Test(arguments: [
    (
      ["first"],
      "1.1:7: First, open on Sundays. The doors must open…\n2.1:14: First, repair what is torn. 不得撕书。\n"
    ),
    (["-s", "first"], ""), (["-i", "SECOND", "-c"], "2\n"), (["-o", "Sund\\w+"], "1.1:7:Sundays\n"),
    (["-w", "ope"], ""), (["-w", "open", "-o"], "1:5:Open\n1.1:7:open\n1.1:7:open\n"), (["-F", "a.l"], ""),
    (["-m", "1", "-o", "second"], "1.2:9:Second\n"), (["-q", "list"], ""), (["-l", "list"], "standard input\n"),
    (["-L", "list"], ""), (["-L", "zebra"], "standard input\n"), (["--", "-x"], ""),
    (["-no", "Second"], "1.2:9:Second\n2.2:16:Second\n"), (["-Ho", "keep"], "standard input:2.2:16:keep\n"),
    (["-A1", "-B", "1", "keep"], "2.1-15-\n2.2:16:Second, keep a list.\n"),
    (
      ["-C", "0", "nine|keep"],
      "1.1:7:First, open on Sundays. The doors must open at nine.\n--\n2.2:16:Second, keep a list.\n"
    ),
    (
      ["--color=always", "-o", "list"],
      "\u{1B}[33m2.2\u{1B}[m\u{1B}[36m:\u{1B}[m\u{1B}[32m16\u{1B}[m\u{1B}[36m:\u{1B}[m\u{1B}[1;31mlist\u{1B}[m\n"
    ),
  ])
  func takesTheFlagsOfGrep(arguments: [String], output: String) throws {
    let command = try Command(Program.directives, ["search"] + arguments, input: notice)
    #expect(command.output == output)
    #expect(command.errors == "")
    let isFound = !output.isEmpty || arguments == ["-q", "list"]
    #expect(command.status == (arguments == ["-L", "zebra"] ? 0 : isFound ? 0 : 1))
  }

  @Test func searchesAsJSON() throws {
    let lines = try run("search", "--json", "list").output.split(separator: "\n")
    let object = try JSONSerialization.jsonObject(with: Data(try #require(lines.first).utf8)) as? [String: Any]
    #expect(lines.count == 1)
    #expect(object?["address"] as? String == "2.2" && object?["line"] as? Int == 16)
    #expect(object?["match"] as? String == "list")
  }

  @Test func searchesFolders() throws {
    try Folder.temporary { folder in
      func write(_ text: String, _ path: String) throws {
        let file = folder.appendingPathComponent(path)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
      }
      try write("1. needle here\n2. no\n", "b/one.txt")
      try write("1. needle there\n2. no\n", "a.txt")
      try write("1. needle hidden\n", ".hidden.txt")
      try write("1. needle ignored\n", "b/skipped.log")
      try write("1. needle kept\n", "b/kept.log")
      try write("1. needle built\n", "build/x.txt")
      try write("*.log\n!kept.log\n/build/\n", ".ignore")
      try write("\u{0}\u{1}\u{0}\u{2}", "b/binary")
      let base = folder.path
      let command = try run("search", "-r", "-o", "needle", base)
      #expect(
        command.output
          == "\(base)/a.txt:1:1:needle\n\(base)/b/kept.log:1:1:needle\n\(base)/b/one.txt:1:1:needle\n")
      #expect(command.errors == "" && command.status == 0)
      #expect(
        try run("search", "-rlZ", "needle", base).output
          == "\(base)/a.txt\0\(base)/b/kept.log\0\(base)/b/one.txt\0")
      let trouble = try run("search", "needle", base, "\(base)/a.txt")
      #expect(trouble.errors == "directives: \(base): is a folder\n")
      #expect(trouble.status == 2 && trouble.output.contains("a.txt:1:1:"))
    }
  }

  @Test func neverColoursAPipeUnasked() throws {
    for arguments in [
      ["search", "the"], ["outline"], ["show", "1"], ["where", "torn"], ["count", "the"], ["terms"],
    ] {
      #expect(try Command(Program.directives, arguments, input: notice).output.contains("\u{1B}") == false)
    }
  }

  // MARK: - terms and count

  @Test func listsDuties() throws {
    let command = try run("terms")
    #expect(
      command.output == """
        1.1  must 1  (open on Sundays)
        2.1  不得 1  (repair what is torn)

        obligation 1: must 1
        prohibition 1: 不得 1

        """)
    #expect(
      try run("terms", "--format", "csv", "--depth", "1").output.contains("1,\"Open the reading room longer\",1,0\r\n"))
    #expect(try run("terms", "--list").output.contains("[prohibition]\nmust not\n"))
    #expect(try run("terms", input: "1. Nothing\n2. At all\n").status == 1)
    try Folder.temporary { folder in
      let table = folder.appendingPathComponent("words")
      try Data("[tools]\nlist\n".utf8).write(to: table)
      #expect(try run("terms", "--terms", table.path).output.contains("tools 1: list 1"))
    }
  }

  @Test func countsByTheme() throws {
    #expect(
      try run("count", "first", "the").output == """
                  first  the
        preamble      0    1  Preamble
        1             1    2  Open the reading room longer
        2             1    1  Care for the books
        total         2    4

        """)
    let bars = try run("count", "--bars", "open")
    #expect(bars.output.hasPrefix("open (3)\n"))
    #expect(bars.output.contains("  1         === 3\n"))
    let json = try JSONSerialization.jsonObject(with: Data(try run("count", "open", "--format", "json").output.utf8))
    #expect((json as? [[String: Any]])?.count == 3)
    #expect(try run("count", "zebra").status == 1)
    #expect(
      try run("count", "open", "open", "--format", "json").output == run("count", "open", "--format", "json").output)
    let missing = try run("count", "open", "nofile.txt")
    #expect(missing.status == 2 && missing.errors.contains("nofile.txt: no such file"))
    #expect(try run("count", "-e", "open", "-e", "e.g.").status == 0)
    #expect(try run("count", "open", "--no-style", "1、", "--no-style", "First,").status == 0)
    let folder = try run("count", "-e", "open", "/")
    #expect(folder.status == 2 && folder.output == "")
    #expect(try run("count", "open", "2.1").status == 0)
    #expect(try run("count", "=", "--format", "csv", input: "1. =1+1\n\n2. Two\n").output.contains("1,\"'=1+1\",1\r\n"))
    try Folder.temporary { folder in
      let files = ["a.txt", "b.txt"].map { folder.appendingPathComponent($0).path }
      for file in files { try Data(notice.utf8).write(to: URL(fileURLWithPath: file)) }
      let table = try Command(Program.directives, ["count", "open", "list", "--format", "csv"] + files).output
      #expect(table.hasPrefix("document,address,heading,\"open\",\"list\"\r\n"))
      #expect(table.split(separator: "\r\n").count == 7)
    }
  }

  // MARK: - Manual and completion

  @Test func printsItsManual() throws {
    let manual = try run("manual").output
    #expect(manual.hasPrefix(".Dd "))
    for word in [".Ss search", "Fl -after-context", ".Sh KEYS", ".Sh EXIT STATUS"] { #expect(manual.contains(word)) }
  }

  @Test func completesPlaces() throws {
    try Folder.temporary { folder in
      let file = folder.appendingPathComponent("a.txt").path
      try Data(notice.utf8).write(to: URL(fileURLWithPath: file))
      let command = try Command(
        Program.directives,
        ["---completion", "show", "--", "positional@0", "2", "2", "directives", "show", "2.", file],
        environment: ["SAP_SHELL": "fish"])
      #expect(command.output == "2.1\trepair what is torn\n2.2\tkeep a list\n")
    }
  }
}
