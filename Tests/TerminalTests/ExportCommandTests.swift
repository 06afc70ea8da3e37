import Foundation
import TestSupport
import Testing

private let notice = "A notice\n\n1. One\n\n(a) In one\n\n(b) And two\n\n2. Two\n"

@Suite struct ExportCommandTests {
  private func export(_ arguments: String...) throws -> Command {
    try Command(Program.directives, ["export"] + arguments, input: notice)
  }

  @Test func exportsAPoint() throws {
    #expect(try export("1.2", "--format", "text").output == "(b) And two\n")
    #expect(try export("--format", "text").output == notice)
    #expect(try export("--format", "MD").output == export("--format", "markdown").output)
    #expect(try export("--format", "text", "--depth", "1").output == notice)
    #expect(try export("nowhere", "--format", "text").status == 1)
    #expect(try export("--format", "csv", "--bom").output.hasPrefix("\u{FEFF}address,"))
    #expect(try export("--schema").output.hasPrefix("{\n  \"$schema\""))
  }

  @Test func writesAWholeFileOrNone() throws {
    try Folder.temporary { folder in
      let source = folder.appendingPathComponent("notice.txt").path
      let page = folder.appendingPathComponent("page.html").path
      try Data(notice.utf8).write(to: URL(fileURLWithPath: source))
      #expect(try export(source, "-o", page).status == 0)
      let first = try String(contentsOfFile: page, encoding: .utf8)
      #expect(first.hasPrefix("<!DOCTYPE html>") && first.hasSuffix("</html>\n"))
      let again = try export("2", source, "-o", page)
      #expect(again.status == 2)
      #expect(again.errors == "directives: \(page): exists already; --force replaces it\n")
      #expect(try String(contentsOfFile: page, encoding: .utf8) == first)
      #expect(try export("2", source, "-o", page, "--force").status == 0)
      #expect(try String(contentsOfFile: page, encoding: .utf8) != first)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["notice.txt", "page.html"])
      #expect(try export(source, "--format", "text", "-o", folder.path).errors.hasSuffix("is a folder\n"))
      #expect(try export(source, "--format", "text", "-o", "/dev/full").errors.hasSuffix("is no regular file\n"))
      let missing = folder.appendingPathComponent("no/such.csv").path
      #expect(try export(source, "-o", missing).errors == "directives: \(missing): no such file\n")
    }
  }

  @Test func writesToStandardOutputByAnyOfItsNames() throws {
    for name in ["-", "/dev/stdout", "/proc/self/fd/1"] {
      let command = try export("2", "--format", "text", "-o", name)
      #expect(command.output == "2. Two\n" && command.errors == "")
    }
    try Folder.temporary { folder in
      let script = "echo above > out.txt; \(Program.directives) export 2 --format text -o /dev/stdout >> out.txt"
      let command = try Command("/bin/bash", ["-c", script], input: notice, folder: folder.path)
      #expect(command.errors == "")
      #expect(try String(contentsOfFile: folder.path + "/out.txt", encoding: .utf8) == "above\n2. Two\n")
    }
  }

  @Test func writesBesideWhatWasLeftOfAnExportThatWasKilled() throws {
    try Folder.temporary { folder in
      // The program has the number of the shell that it takes the place of.
      let script = ": > .directives-$$.new; exec \(Program.directives) export --format text -o out.txt"
      let command = try Command("/bin/bash", ["-c", script], input: notice, folder: folder.path)
      #expect(command.errors == "")
      #expect(try String(contentsOfFile: folder.path + "/out.txt", encoding: .utf8) == notice)
    }
  }

  @Test func leavesLinksAndPipesAsTheyAre() throws {
    try Folder.temporary { folder in
      let target = folder.appendingPathComponent("target.txt").path
      let link = folder.appendingPathComponent("link.txt").path
      let pipe = folder.appendingPathComponent("pipe.txt").path
      try Data("old".utf8).write(to: URL(fileURLWithPath: target))
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "target.txt")
      mkfifo(pipe, 0o600)
      #expect(try export("2", "--format", "text", "-o", link).status == 2)
      #expect(try String(contentsOfFile: target, encoding: .utf8) == "old")
      #expect(try export("2", "--format", "text", "-o", link, "--force").status == 0)
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "target.txt")
      #expect(try String(contentsOfFile: target, encoding: .utf8) == "2. Two\n")
      let dangling = folder.appendingPathComponent("dangling.txt").path
      try FileManager.default.createSymbolicLink(atPath: dangling, withDestinationPath: "new.txt")
      for force in [[], ["--force"]] {
        let command = try Command(
          Program.directives, ["export", "2", "--format", "text", "-o", dangling] + force, input: notice)
        #expect(command.errors == "")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: dangling) == "new.txt")
        #expect(try String(contentsOfFile: folder.path + "/new.txt", encoding: .utf8) == "2. Two\n")
        unlink(folder.path + "/new.txt")
      }
      #expect(try export("2", "--format", "text", "-o", pipe, "--force").errors.hasSuffix("is no regular file\n"))
    }
  }

  @Test func writesNoFileForALinkThatLeadsNowhere() throws {
    try Folder.temporary { folder in
      let script = """
        ln -s b a; ln -s a b; ln -s "$(printf 'x\\351.txt')" c
        cat >.notice
        for name in a b c; do \(Program.directives) export .notice --format json --force -o $name; done
        ls -F | tr '\\n' ' '
        """
      let command = try Command("/bin/sh", ["-c", script], input: notice, folder: folder.path)
      #expect(command.output == "a@ b@ c@ ")
      #expect(
        command.errors == """
          directives: a: too many levels of symbolic links
          directives: b: too many levels of symbolic links
          directives: c: is no UTF-8

          """)
    }
  }

  private static let long = String(repeating: "1. A point of some words\n", count: 60_000)

  @Test func leavesNothingWhereASignalEndsIt() throws {
    try Folder.temporary { folder in
      let script = """
        shopt -s nullglob
        \(Program.directives) export --format text -o out.txt <&0 &
        until files=(.directives-*); [ ${#files[@]} -gt 0 ]; do :; done
        kill $!
        wait $!
        """
      let command = try Command("/bin/bash", ["-c", script], input: Self.long, folder: folder.path)
      #expect(command.status == 128 + SIGTERM)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }
  }

  @Test func leavesNothingWhereALimitForbidsIt() throws {
    try Folder.temporary { folder in
      // The thread sanitizer writes files of 0.5 MB itself.
      let script = "ulimit -f 1000; \(Program.directives) export --format text -o out.txt"
      let command = try Command("/bin/bash", ["-c", script], input: Self.long, folder: folder.path)
      #expect(command.status == 2)
      #expect(command.errors == "directives: out.txt: file too large\n")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }
  }

  @Test func needsAFormat() throws {
    let formats = "text, markdown, html, json, jsonl, csv, opml, akn, dot, svg"
    #expect(try export().errors == "directives: --format: one of \(formats) is needed\n")
    #expect(try export("-o", "/no/such/csv").errors == "directives: --format: one of \(formats) is needed\n")
    #expect(try export("--format", "pdf").errors == "directives: pdf: no such format; there are \(formats)\n")
    #expect(try export("--format", "csv", "--index", "x").status == 2)
    #expect(try export("--format", "json", "--bom").status == 2)
    #expect(try export("--format", "json", "--force").status == 2)
  }
}
