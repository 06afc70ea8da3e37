import DirectiveModel
import Foundation
import Testing

@testable import DirectiveTUI

@Suite struct LinearReaderTests {
  private func answers(_ lines: [String], _ text: String = sample, _ language: Language = .english) -> [String] {
    let reader = LinearReader(document: Document(source: Source(text)), name: "test", language: language)
    return lines.map { reader.perform($0) ?? "(end)" }
  }

  @Test func readsPointByPoint() {
    #expect(
      answers(["2", "", "next", "up", "previous", "q"]) == [
        "2\n2、 Care for the books\n\nTorn books are sad books.\n3 points inside: list shows them\n",
        "2.1\nFirst, repair what is torn. Paste and patience help.\n",
        "2.2\nSecond, keep a list. Every volunteer writes into it.\n",
        "2\n2、 Care for the books\n\nTorn books are sad books.\n3 points inside: list shows them\n",
        "1.2\nSecond, train more volunteers. Two a week are enough.\n", "(end)",
      ])
  }

  @Test func listsPrintsAndSaysWhere() {
    let answers = answers(["list", "2", "list", "print 1.2", "where", "2.9", "list all", "help"])
    #expect(answers[0].hasPrefix("Preamble\n1 Open the reading room longer (2)\n2 Care for the books (3)\n"))
    #expect(answers[2] == "2.1 repair what is torn\n2.2 keep a list\n2.3 感谢读者\n")
    #expect(answers[3].hasPrefix("Second, train more volunteers."))
    #expect(answers[4].hasPrefix("1.2 · 3 of 7"))
    #expect(answers[5] == "2.9: no such point; 2.3 is the last there\n")
    #expect(answers[6].contains("2.3 感谢读者\nClosing\n"))
    #expect(answers[7].contains("/word: search"))
  }

  @Test func printsAllThatIsMeant() {
    let answers = answers(["print 2.1-2.2", "where", "print 1.2,2.3", "print 2.9", "print 2.2-2.9"])
    #expect(
      answers[0] == """
        First, repair what is torn. Paste and patience help.

        Second, keep a list. Every volunteer writes into it.

        """)
    #expect(answers[1].hasPrefix("2.1 · "))
    #expect(answers[2].hasPrefix("Second, train more volunteers. Two a week are enough.\n\nThird, 感谢读者"))
    #expect(answers[3] == "2.9: no such point; 2.3 is the last there\n")
    #expect(answers[4].contains("no such point"))
  }

  @Test func searches() {
    let answers = answers(["/list", "n", "/volunteer", "n", "N", "?volunteer", "/zzz"])
    #expect(answers[0] == "“list” 1/1\n2.2, line 19: Second, keep a list. Every volunteer writes into it.\n")
    #expect(answers[1].hasPrefix("“list” wrapped, 1/1\n"))
    #expect(answers[2].hasPrefix("“volunteer” "))
    #expect(answers[6] == "No match for “zzz”\n")
  }

  @Test func readsReferencesAndWeights() {
    let text = "1. One\n\nSee section 2.\n\n2. Two\n\nNothing.\n"
    let answers = answers(["1", "refs", "weight", "2", "back", "end", "next"], text)
    #expect(answers[1] == "1 -> 2:3: See section 2.\n")
    #expect(answers[2].hasPrefix("1 One: "))
    #expect(answers[4].hasPrefix("1\n1. One"))
    #expect(answers[6] == "There is no further point\n")
  }

  @Test func notesTicksAndMarks() {
    let answers = answers(["2.1", "note bring paste", "x", "mark a", "2", ":marks", "'a", ":note and glue", ":notes"])
    #expect(answers[1] == "Noted at 2.1, for this reading only\n")
    #expect(answers[2] == "2.1: read, for this reading only\n")
    #expect(answers[3] == "Mark a at 2.1, for this reading only\n")
    #expect(answers[5].hasPrefix("a 2.1 First, repair"))
    #expect(answers[6].hasSuffix("Paste and patience help.\n2.1: read\nNote on 2.1: bring paste\n"))
    #expect(answers[8] == "2.1 bring paste; and glue\n")
  }

  @Test func performsTheCommandsOfTheBrowser() {
    let answers = answers([
      ":set theme?", "&list", "list all", "&", ":2.1", ":hall", ":print 2.2", ":present", "yy", "j", ":note", "@Sunday",
      ":set wrap?", ":e other", ":q",
    ])
    #expect(answers[0] == "theme = auto\n")
    #expect(answers[1] == "1 point with “list”: list shows them, & all again\n")
    #expect(answers[2] == "2 Care for the books (3)\n2.2 keep a list\n")
    #expect(answers[3] == "7 points\n")
    #expect(answers[4].hasPrefix("2.1\nFirst, repair"))
    #expect(answers[5] == "hall: no point speaks of it\n")
    #expect(answers[6] == "Second, keep a list. Every volunteer writes into it.\n")
    #expect(answers[7] == "That is done in the browser only\n")
    #expect(answers[8] == "yy is a key of the browser: help lists the commands\n")
    #expect(answers[9] == "j is a key of the browser: help lists the commands\n")
    #expect(answers[10].hasPrefix("The text stands behind the command"))
    #expect(answers[11].hasPrefix("1.1\nFirst, open"))
    #expect(answers[13] == "That is done in the browser only\n")
    #expect(answers[14] == "(end)")
  }

  @Test func keepsCorrections() throws {
    try withStateFolder { folder in
      #expect(folder.prepare() == nil)
      let file = folder.path + "/rules.txt"
      try Data("1. One\n\n2. Two\n".utf8).write(to: URL(fileURLWithPath: file))
      func reader() throws -> LinearReader {
        LinearReader(
          document: try DocumentReading(.file(file)).finishedDocument(), name: file, language: .english, path: file,
          keeper: Keeper(folder: folder, path: file))
      }
      var reading = try reader()
      _ = reading.perform("2")
      #expect(reading.perform("note ask") == "Noted at 2\n")
      let answer = "2 “2. Two” is no point; :point takes it back; kept in \(file).outline\n1\n1. One\n\n2. Two\n"
      #expect(reading.perform(":reject") == answer)
      reading = try reader()
      #expect(reading.perform("list all") == "1 One\n")
    }
  }

  @Test func saysWhatIsNotKept() {
    let reader = LinearReader(
      document: Document(source: Source(sample)), name: "test", language: .english,
      keeper: Keeper(folder: nil, path: nil))
    #expect(reader.greeting.hasSuffix("help, q.\nNothing is kept of this reading: HOME is not set\n"))
    #expect(reader.perform("note a") == "Noted at preamble, for this reading only\n")
  }

  @Test func speaksChinese() {
    let answers = answers(["2", "2.9", "help"], sample, .chinese)
    #expect(answers[0].hasSuffix("3 个要点在其下：list 可列出\n"))
    #expect(answers[1] == "2.9：没有此要点；该处最后一个是 2.3\n")
    #expect(answers[2].contains("退出"))
  }
}
