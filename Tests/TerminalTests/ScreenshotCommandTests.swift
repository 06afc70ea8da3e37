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

  @Test func showsAFolder() throws {
    try Folder.temporary { (folder: URL) throws in
      let file = folder.appendingPathComponent("books.txt")
      try Data("Law on books\n\n1. Books are lent.\n\n2. Books come back.\n".utf8).write(to: file)
      func screen(after keys: String) throws -> String {
        try shoot("-", folder.path, "--screen", "60x10", "--keys", keys).output
      }
      let list = try screen(after: "")
      #expect(list.contains(">▸ Law on books") && list.contains("1 document"))
      #expect(try screen(after: "2<Enter>").contains(">    2 Books come"))
      #expect(try screen(after: "/lent<Enter><Enter>").contains("> 1. Books"))
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
