import Foundation
import TestSupport
import Testing

private let notice = SampleText.minutes

/// The commands that explain, check and correct the outline: the built program, its output and its exit status.
@Suite struct NumberingCommandTests {
  private func run(_ arguments: String..., input: String? = notice) throws -> Command {
    try Command(Program.directives, arguments, input: input)
  }

  @Test func explainsTheOutline() throws {
    let lines = try run("outline", "--explain").output.split(separator: "\n").map {
      $0.split(separator: " ").joined(separator: " ")
    }
    #expect(lines.first == "line point marker style rule")
    #expect(lines.contains("5 1 1、 1、 opens a list"))
    #expect(lines.contains("9 1.1 First, First, opens a list"))
    let json = try run("outline", "--explain", "--format", "json").output
    #expect(
      json.contains(
        #"{"line": 9, "marker": "First,", "style": "First,", "rule": "opens a list", "isPoint": true, "address": "1.1"}"#
      ))
  }

  @Test func readsOnlyTheStylesAskedFor() throws {
    #expect(try run("outline", "--no-style", "First,").output.split(separator: "\n").count == 3)
    #expect(try run("outline", "--style", "first,").output.contains("open on Sundays"))
    let unknown = try run("outline", "--no-style", "(b)")
    #expect(unknown.status == 2)
    #expect(unknown.errors == "directives: --no-style: (b): no such style; is it (a)?\n")
    #expect(try run("styles").output.contains("第…条"))
  }

  @Test func checksTheNumbering() throws {
    let odd = try run("check", "-", input: "Rules\n\n一、油\n\n三、水\n")
    #expect(odd.output == "standard input:5: “三、” follows “一、”: 二 is missing\n")
    #expect(odd.status == 1)
    let good = try run("check", "-")
    #expect(good.output == "" && good.status == 0)
    #expect(try run("check", "/nowhere").status == 2)
  }

  @Test func readsTheCorrectionsBesideADocument() throws {
    try Folder.temporary { folder in
      let file = folder.appendingPathComponent("notice.txt")
      try notice.write(to: file, atomically: true, encoding: .utf8)
      try "reject 2、 Care for the books\nbad line\nreject nowhere\nreject First,\n"
        .write(to: folder.appendingPathComponent("notice.txt.outline"), atomically: true, encoding: .utf8)
      let command = try run("outline", file.path)
      #expect(!command.output.contains("Care for the books"))
      #expect(command.status == 0)
      #expect(
        command.errors == """
          directives: \(file.path).outline:2: bad: reject, point or level is needed
          directives: \(file.path).outline:3: nowhere: no line begins so
          directives: \(file.path).outline:4: First,: lines 9, 15 begin so; more of the words are needed

          """)
    }
  }
}
