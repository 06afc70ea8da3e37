import Foundation
import TestSupport
import Testing

@Suite struct ScreenshotCommandTests {
  private func shoot(_ arguments: String...) throws -> Command {
    try Command(Program.directives, ["--no-state", "--lang", "en", "--screenshot"] + arguments)
  }

  @Test func showsTheScreenAfterKeysAsText() throws {
    let command = try shoot("-", "--screen", "60x10", "--keys", "2.1<Enter>")
    let lines = command.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 11)
    #expect(command.output.contains(">    2.1 ") || command.output.contains("2.1 · "))
    #expect(try shoot("-", "--screen", "60x10", "--keys", "2.1<Enter>").output == command.output)
  }

  @Test func drawsThePicturesOfTheREADME() throws {
    try Folder.temporary { (folder: URL) throws in
      let file = folder.appendingPathComponent("a.svg").path
      #expect(try shoot(file, "--keys", "/workers<Enter>").status == 0)
      #expect(try String(contentsOfFile: file, encoding: .utf8).contains(">workers</text>"))
    }
  }

  @Test func writesNoFileThatKeysAskFor() throws {
    try Folder.temporary { (folder: URL) throws in
      let file = folder.appendingPathComponent("saved.txt").path
      #expect(try shoot("-", "--keys", "s<^U>\(file)<Enter>").status == 0)
      #expect(!FileManager.default.fileExists(atPath: file))
    }
  }

  @Test func refusesNoSize() throws {
    #expect(try shoot("-", "--screen", "wide").errors == "directives: --screen: a size such as 100x30 is needed\n")
  }
}
