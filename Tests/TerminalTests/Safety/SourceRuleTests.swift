import Foundation
import TestSupport
import Testing

/// What holds of the program because few files may do it.
@Suite struct SourceRuleTests {
  /// The files of the program, as `DirectiveTUI/Commands/Output.swift`, in which a line of code matches.
  private func files(
    with pattern: some RegexComponent, endingIn endings: [String] = ["swift"]
  ) throws -> Set<String> {
    let root = Folder.project.appendingPathComponent("Sources")
    var files: Set<String> = []
    for path in try FileManager.default.subpathsOfDirectory(atPath: root.path)
    where endings.contains(where: { path.hasSuffix(".\($0)") }) {
      let text = try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
      let code = text.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }
      if code.contains(where: { $0.contains(pattern) }) { files.insert(path) }
    }
    return files
  }

  @Test func onlyTheTerminalKnowsNcurses() throws {
    #expect(
      try files(with: /^import CNcurses/) == [
        "DirectiveTUI/Terminal/CursesTerminal.swift", "DirectiveTUI/Terminal/CursesInput.swift",
        "DirectiveTUI/Terminal/CursesColors.swift", "DirectiveTUI/Terminal/CursesCells.swift",
        "DirectiveTUI/Terminal/CursesOutput.swift", "DirectiveTUI/Terminal/PreparedFrames.swift",
        "DirectiveTUI/Terminal/TerminalDescription.swift", "DirectiveTUI/Terminal/ExpectedKeys.swift",
      ])
    #expect(
      try files(with: /add_?w?ch\(|add_?n?w?str\(|add_?w?chn?str\(/) == ["DirectiveTUI/Terminal/CursesCells.swift"])
  }

  @Test func onlyFewWrite() throws {
    #expect(try files(with: /(?:^|[^.\w])(?:print\("|puts\(|fputs\(|printf\()/) == [])
    #expect(
      try files(with: /(?:^|[^.\w])write\(STDOUT_FILENO|Glibc\.write\(/) == [
        "DirectiveTUI/Commands/Output.swift", "DirectiveTUI/Commands/NewFile.swift",
        "DirectiveTUI/Terminal/CursesTerminal.swift",
      ])
  }

  /// The reader's own shell runs what the reader types behind `|`, and nothing else.
  @Test func noShellButTheReaders() throws {
    #expect(try files(with: /[^.\w](?:popen|execl|execvp|wordexp)\(|(?:=|Glibc\.) *system\(/) == [])
    #expect(try files(with: /\/bin\/sh|"SHELL"/) == ["DirectiveTUI/State/State+Programs.swift"])
  }

  /// A mapped file that is cut ends the program, unless the kernel says so before.
  @Test func noFileIsMappedButBySnapshots() throws {
    let mapping = /\bmmap\(|alwaysMapped|import Foundation/
    #expect(try files(with: mapping, endingIn: ["swift", "c", "h"]) == ["CFileSnapshot/snapshot.c"])
    #expect(try files(with: /file_snapshot_open\(/) == ["DirectiveTUI/Input/FileSnapshot.swift"])
  }
}
