import Foundation
import TestSupport
import Testing

private let notice = SampleText.minutes

/// The commands for scripts: the built program, its output, its messages and its exit status.
@Suite struct CommandLineTests {
  private func run(_ arguments: String..., input: String? = notice) throws -> Command {
    try Command(Program.directives, arguments, input: input)
  }

  @Test func printsTheOutline() throws {
    let command = try run("outline")
    #expect(
      command.output == """
        Notice on the reading room

        1  Open the reading room longer
          1.1  open on Sundays
          1.2  train more volunteers
        2  Care for the books
          2.1  repair what is torn
          2.2  keep a list

        """)
    #expect(command.status == 0)
    #expect(command.errors == "")
    #expect(try run("outline", "--depth", "1", "-").output.split(separator: "\n").count == 3)
  }

  @Test("A pipe gets text, not a screen") func printsTheOutlineWhereThereIsNoTerminal() throws {
    #expect(try run().output == run("outline").output)
    let digest = try run(input: nil)
    #expect(digest.status == 0)
    #expect(digest.output.split(separator: "\n").filter { $0.hasPrefix("  ") }.count == 17)
  }

  @Test func startsInAFolderOfAnyName() throws {
    let home = try TemporaryFolder()
    let script = """
      folder=$(printf 'd\\351'); mkdir "$folder"; cd "$folder"
      ln -s \(Program.directives) here; exec "$(pwd)/here" outline
      """
    let command = try Command("/bin/sh", ["-c", script], input: notice, folder: home.path)
    #expect(command.errors == "" && command.output.hasPrefix("Notice on the reading room"))
  }

  @Test func cutsWhatItQuotesWithoutEnd() throws {
    let home = try TemporaryFolder()
    try home.write(notice, to: "a.txt")
    try home.write(String(repeating: "x", count: 1_000_000) + "\n", to: "a.txt.outline")
    let command = try Command(Program.directives, ["outline", "a.txt"], folder: home.path)
    #expect(command.output.hasPrefix("Notice on the reading room"))
    #expect(command.errors.utf8.count < 10_000)
    #expect(command.errors.hasPrefix("directives: a.txt.outline:1: xxx"))
    #expect(command.errors.hasSuffix("xxx: reject, point or level is needed\n"))
    try home.write(String(repeating: "x", count: 5_000_000) + "\n", to: "a.txt.outline")
    let large = try Command(Program.directives, ["outline", "a.txt"], folder: home.path)
    #expect(large.errors == "directives: a.txt.outline: is larger than 4 MiB\n")
  }

  @Test(arguments: ["help", "outline"])
  func opensNoFileThatIsCalledAsACommand(name: String) throws {
    let folder = try TemporaryFolder()
    _ = try folder.write(notice, to: name)
    let terminal = try Terminal([Program.directives, name], columns: 80, rows: 24, home: folder)
    try terminal.waitForExit()
    #expect(terminal.positions(of: "\u{1B}[?1049h").isEmpty)
  }

  @Test(arguments: [["outline", "--help"], ["help", "outline"]])
  func namesTheProgramInTheHelpOfACommand(arguments: [String]) throws {
    #expect(try Command(Program.directives, arguments, input: nil).output.contains("USAGE: directives outline"))
  }

  @Test func printsTheOutlineAsJSON() throws {
    let object = try JSONSerialization.jsonObject(
      with: Data(run("outline", "--format", "json", "--text").output.utf8))
    let json = try #require(object as? [String: Any])
    #expect(json["title"] as? String == "Notice on the reading room")
    #expect((json["points"] as? [[String: Any]])?.count == 6)
    #expect(json["closing"] as? String == "Comrades, read on.")
    #expect((json["preamble"] as? String)?.hasSuffix("The committee met.") == true)
  }

  @Test func showsAPointAsTheDocumentHasIt() throws {
    #expect(try run("show", "1.1").output == "First, open on Sundays. The doors open at nine.\n")
    #expect(
      try run("show", "2").output == """
           2、 Care for the books

        First, repair what is torn. Books in the room are torn.

        Second, keep a list.

        """)
    #expect(try run("show", "closing").output == "Comrades, read on.\n")
    #expect(try run("show", "volunteers").output == "Second, train more volunteers.\n")
    #expect(try run("show", "nine").output.hasPrefix("First, open on Sundays."))
  }

  @Test func listsPointsThatMatchEquallyWell() throws {
    let command = try run("show", "room")
    #expect(command.status == 0)  // one heading has it
    let several = try run("show", "the")
    #expect(several.status == 2)
    #expect(several.output == "")
    #expect(
      several.errors == """
        directives: the: 2 points match equally well
          1  Open the reading room longer
          2  Care for the books

        """)
  }

  @Test func searches() throws {
    let command = try run("search", "torn")
    #expect(
      command.output == """
        2.1:15: First, repair what is torn. Books in the room are torn.
        2.1:15: …what is torn. Books in the room are torn.

        """)
    #expect(command.status == 0)
    let nothing = try run("search", "subsidy")
    #expect(nothing.status == 1)
    #expect(nothing.output == "" && nothing.errors == "")
  }

  @Test(arguments: [
    (["show", "7.2"], "7.2: no such point; theme 2 is the last"),
    (["show", "2.9"], "2.9: no such point; 2.2 is the last there"),
    (["outline", "nosuch.txt"], "nosuch.txt: no such file"), (["outline", "/"], "/: is a folder"),
    (["outlin", "nosuch.txt"], "outlin: no such file, and no such command; directives --help lists them"),
    (["search", "--json", "-c", "torn"], "--json: does not go with -c"),
    (["search", "--json", "-C1", "torn"], "--json: does not go with -A, -B and -C"),
    (["--lang", "zh", "tour"], "tour: a command stands before its options, as in directives tour --help"),
    (["show", " "], "a place is needed: an address, a printed number, a word of its text"),
    (["/dev/null"], "/dev/null: is a device"), (["nosuch.txt"], "nosuch.txt: no such file"),
    (["outline", "--depth", "0"], "--depth: a number from 1 on is needed"), (["search", ""], "the pattern is empty"),
    (["outline", "--nonsense"], "Unknown option '--nonsense'"),
    (["outline", "no\u{1B}]0;x\u{7}\nsuch"], "no␛]0;x␇ such: no such file"),
  ])
  func tellsTroubleInOneLine(arguments: [String], message: String) throws {
    let command = try Command(Program.directives, arguments, input: notice)
    #expect(command.errors == "directives: \(message)\n")
    #expect(command.output == "")
    #expect(command.status == 2)
  }

  @Test(arguments: [["show"], ["export", "--format", "text"], ["print", "--dry-run"], ["refs"]])
  func takesNoFileForAPlaceInTheSample(command: [String]) throws {
    let missing = try Command(Program.directives, command + ["missing.txt"])
    #expect(missing.errors == "directives: missing.txt: no such file, and the sample document does not speak of it\n")
    #expect(missing.status == 2 && missing.output == "")
    try Folder.temporary { folder in
      let file = folder.appendingPathComponent("notice").path
      try Data(notice.utf8).write(to: URL(fileURLWithPath: file))
      let lone = try Command(Program.directives, command + [file])
      let isTaken = command[0] == "export" || command[0] == "refs"
      #expect(lone.errors.contains("is a file; a place in it comes first") != isTaken)
    }
  }

  @Test func refusesWhatIsNoDocument() throws {
    try Folder.temporary { folder in
      let file = folder.appendingPathComponent("a.bin").path
      for (bytes, why) in [
        (Data(), "is empty"), (Data([0x7F, 0x45, 0, 0, 1, 2, 0, 0]), "is no text"), (Data(" \n".utf8), "is empty"),
      ] {
        try bytes.write(to: URL(fileURLWithPath: file))
        #expect(try run("outline", file).errors == "directives: \(file): \(why)\n")
        #expect(try run(file).status == 2)
      }
    }
    #expect(try run("outline", input: "").errors == "directives: standard input: is empty\n")
  }

  @Test func tellsWhenNothingSpeaksOfAKeyword() throws {
    let command = try run("show", "subsidy")
    #expect(command.status == 1)
    #expect(command.errors == "directives: subsidy: no point speaks of it\n")
  }

  @Test func tellsWhenItsOutputCannotBeWritten() throws {
    let terminal = try Terminal(["/bin/sh", "-c", "\(Program.directives) outline >/dev/full </dev/null"])
    #expect(try terminal.waitForExit() == .code(2))
    #expect(terminal.text.contains("directives: standard output: no space left"))
  }

  @Test(.disabled(if: Sanitizer.ofThreads, "it writes a file itself")) func tellsThatItsOutputExceedsALimit() throws {
    let folder = try TemporaryFolder()
    let source = try folder.write("1. One\n2. Two\n", to: "a.txt")
    let command = try Command(
      "/bin/sh", ["-c", "ulimit -f 0; \(Program.directives) outline \(source) > \(folder.path)/b.txt"])
    #expect(command.status == 2)
    #expect(command.errors == "directives: standard output: file too large\n")
  }

  /// As `cat` does, whichever thread writes: again and again, because that is another one each time.
  @Test func endsQuietlyWhenItsReaderIsGone() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write((1...16_000).map { "\($0). Word\n\n" }.joined(), to: "a.txt")
    let run = "{ \(Program.directives) outline \(file); echo $? >&2; } | head -1"
    let command = try Command("/bin/sh", ["-c", "for run in 1 2 3 4 5 6 7 8 9 10; do \(run); done"])
    #expect(command.output == String(repeating: "1  Word\n", count: 10))
    #expect(command.errors == String(repeating: "\(128 + SIGPIPE)\n", count: 10))
  }

  @Test func passesBytesToAPipeAndSignsToATerminal() throws {
    let text = "1. One \u{1B}[2Jpart\n2. Two\n"
    #expect(try run("show", "1", input: text).output == "1. One \u{1B}[2Jpart\n")
    let home = try TemporaryFolder()
    let file = try home.write(text, to: "a.txt")
    let terminal = try Terminal([Program.directives, "show", "1", file], home: home)
    try terminal.waitForExit()
    #expect(terminal.text == "1. One ␛[2Jpart")
  }

  @Test(arguments: ["xyzzy", ""]) func refusesATerminalThatCannotShowIt(term: String) throws {
    let home = try TemporaryFolder()
    let file = try home.write(notice, to: "a.txt")
    let terminal = try Terminal([Program.directives, file], columns: 120, environment: ["TERM": term], home: home)
    #expect(try terminal.waitForExit() == .code(2))
    #expect(terminal.text.hasPrefix("directives: TERM=\(term): "))
    #expect(terminal.lines.filter { !$0.isEmpty }.count == 1)
    #expect(terminal.modes == terminal.modesAtStart)
  }

  @Test func tellsHelpAndVersion() throws {
    let help = try run("--help")
    #expect(help.status == 0)
    #expect(help.output.contains("outline"))
    #expect(try run("--version").output.hasPrefix("0."))
  }
}

/// The same on the reference speech.
@Suite(.enabled(if: Speech.isPresent, Comment(rawValue: Speech.absence))) struct SpeechOnScreenTests {
  @Test func opensTheSpeechAndGoesToAPoint() throws {
    let terminal = try Terminal([Program.directives, Speech.path], columns: 120, rows: 30)
    try terminal.wait(for: "F1 help")
    #expect(terminal.text.contains("▾ 5 Deepen reform and innovation"))
    terminal.send("4.2\r")
    try terminal.waitUntil { $0.text.contains(">    4.2") && $0.text.contains("Second, we should conscientiously") }
    #expect(terminal.text.contains("4.2 · 16 of 22"))
    terminal.send("/migrant workers\r")
    try terminal.wait(for: "“migrant workers” ")
    terminal.send("q")
    #expect(try terminal.waitForExit() == .code(0))
  }

  @Test func showsAPointOfTheSpeech() throws {
    let command = try Command(Program.directives, ["show", "2.3", Speech.path])
    #expect(command.output.hasPrefix("Third, "))
    #expect(command.output.split(separator: "\n").count == 1)
  }

  @Test func tellsOfNamesThatAreNoUTF8() throws {
    try Folder.temporary { folder in
      let script = "mkdir laws; echo '1. One' > laws/a.txt; echo '1. Two' > laws/$'b\\xff.txt'; "
      let library = try Command(
        "/bin/bash", ["-c", script + "\(Program.directives) library laws"], folder: folder.path)
      #expect(library.status == 2)
      #expect(library.output == "laws/a.txt\t1\t\t\n")
      #expect(library.errors == "directives: laws/b\u{FFFD}.txt: has a name that is no UTF-8\n")
      let export = try Command(
        "/bin/bash", ["-c", "\(Program.directives) export laws/a.txt -o $'o\\xff.csv'"], folder: folder.path)
      #expect(export.status == 2)
      #expect(export.errors == "directives: o\u{FFFD}.csv: is no UTF-8\n")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["laws"])
    }
  }
}
