import DirectiveModel
import Foundation
import TestSupport
import Testing

@testable import DirectiveTUI

@Suite struct FolderTests {
  private func laws(_ body: (URL) throws -> Void) throws {
    try Folder.temporary { folder in
      let files = [
        "b.txt": "Law on books\n\n2021-07-30\n\nArticle 1 Books are lent.\n\nArticle 2 Books come back.\n",
        "a10.md": "# Ten\n\n## First\n\nbooks\n", "a9.txt": "Nine\n\n1. One\n",
        "inner/c.txt": "Rules\n\n1. Readers read books.\n",
        "picture.png": "\u{89}PNG\0\0\0\u{1}", "README": "plain words\n", "data": "\0\0\0\u{1}\u{2}\0\0\0",
        ".hidden.txt": "1. no\n",
        "drafts/d.txt": "1. books\n", "skip.txt": "1. books\n", "keep/e.tmp.txt": "1. books\n",
        "keep/f.txt": "1. books\n",
        "machine.json": "{\"text\": \"books\"}\n", "packed.json.gz": "books\n",
        "notes.2021": "Notes\n\n1. books\n",
        ".ignore": "# left out\nskip.txt\n/drafts/\n*.tmp.txt\n",
      ]
      for (name, text) in files {
        let file = folder.appendingPathComponent(name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
      }
      try body(folder)
    }
  }

  @Test func summarizesADocument() throws {
    try laws { folder in
      let summary = DocumentSummary.read(folder.path + "/b.txt", DocumentReading.Options())
      #expect(summary.title == "Law on books")
      #expect(summary.date == "2021-07-30")
      #expect(summary.points == 2)
      #expect(DocumentSummary.read(folder.path + "/data", DocumentReading.Options()).trouble == "is no text")
    }
  }

  @Test func readsTheDocumentsOfAFolderInOrder() throws {
    try laws { folder in
      var found: [String] = []
      try DocumentFiles.forEach([folder.path], isRecursive: true) { reading throws(Problem) in
        try reading.finishedDocument()
      } _: { document, name in
        found.append("\(name.dropFirst(folder.path.count + 1)): \(document.outline.numberedCount)")
      } trouble: {
        Issue.record("\($0.description)")
      }
      let documents = ["README: 0", "a10.md: 1", "a9.txt: 1", "b.txt: 2", "inner/c.txt: 1", "keep/f.txt: 1"]
      #expect(found == documents + ["notes.2021: 1"])
    }
  }

  @Test func takesAnyNumberLineByLine() throws {
    try laws { folder in
      let reader = try LinearFolder(folder.path, DocumentReading.Options(), .english) { _ in nil }
      let all = reader.perform("list")
      for number in ["0", "-7", String(Int.min)] { #expect(reader.perform("list \(number)") == all) }
      #expect(reader.perform("list \(Int.max)")?.hasPrefix("7 notes.2021; Notes;") == true)
      for number in ["-7", String(Int.min), String(Int.max)] {
        #expect(reader.perform(number) == "\(number): no such document\n")
      }
    }
  }

  @Test func opensAFolderAgainWithItsDocumentsUnfolded() throws {
    try laws { folder in
      let maker = OpenDocument.Maker(config: Config(settings: Settings()), levels: nil) { _ in nil }
      var workspace = try Workspace([.file(folder.path)], DocumentReading.Options(), follows: false, maker)
      func press(_ keys: String) throws {
        for key in Key.script(keys) {
          #expect(try workspace.perform(workspace.state.press(key)) == nil)
          try workspace.settle()
        }
      }
      try workspace.settle()
      try press("jjjl2<Enter>")
      let chosen = workspace.state.page?.row(of: workspace.state.chosen)
      #expect(chosen == CatalogPage.Row(path: folder.path + "/b.txt", place: .point(2)))
      try press("R")
      #expect(workspace.state.message?.phrase == .unchanged)
      try Data("New\n\n1. One\n".utf8).write(to: folder.appendingPathComponent("a1.txt"))
      try FileManager.default.removeItem(at: folder.appendingPathComponent("a9.txt"))
      try Data("Law on books\n\n1. One\n\n2. Two\n\n3. Three\n".utf8).write(to: folder.appendingPathComponent("b.txt"))
      try press("R")
      #expect(workspace.state.message?.phrase == .readAgain)
      let rows = workspace.state.folds.rows.map { workspace.state.document.heading(of: $0) }
      #expect(rows.prefix(6) == ["plain words", "New", "Ten", "Law on books", "", "One"])
      #expect(workspace.state.page?.row(of: workspace.state.chosen) == chosen)
    }
  }

  @Test func passesOverWhatIsNoFileOfIgnoredNames() throws {
    try Folder.temporary { folder in
      mkfifo(folder.path + "/.ignore", 0o600)
      try Data("1. One\n".utf8).write(to: folder.appendingPathComponent("a.txt"))
      #expect(FileWalker().documents(in: folder.path) { _ in }.count == 1)
    }
  }

  @Test func keepsADocumentUnfoldedThatIsSummedUpAfterwards() throws {
    try laws { folder in
      // Pipes that nobody writes into yet keep every thread that reads the list.
      let pipes = (0..<sysconf(Int32(_SC_NPROCESSORS_ONLN))).map { "\(folder.path)/pipe\($0)" }
      for pipe in pipes { mkfifo(pipe, 0o600) }
      let file = folder.path + "/b.txt"
      let maker = OpenDocument.Maker(config: Config(settings: Settings()), levels: nil) { _ in nil }
      let list = try OpenFolder(.file(folder.path), DocumentReading.Options(), maker) { _ in
        OpenFolder.Finds(catalog: Catalog(pipes + [file]))
      }
      func settle(until isDone: (OpenFolder) -> Bool) throws {
        while !isDone(list) {
          var polled = list.watched
          poll(&polled, nfds_t(polled.count), 10)
          try list.attend()
        }
      }
      list.unfold(path: file, place: nil)
      try settle { $0.state.page?.catalog.entries.last?.document != nil }
      for pipe in pipes {
        let descriptor = open(pipe, O_WRONLY)
        _ = write(descriptor, "1. One\n", 7)
        close(descriptor)
      }
      try settle { !$0.isBusy }
      #expect(list.state.page?.catalog.entries.allSatisfy { $0.summary != nil } == true)
      #expect(list.state.page?.catalog.entries.last?.document != nil)
    }
  }

  @Test func saysHowAPatternWasLookedFor() throws {
    try laws { folder in
      let maker = OpenDocument.Maker(config: Config(settings: Settings()), levels: nil) { _ in nil }
      try Data("\(String(repeating: "a", count: 50_000))!\n".utf8).write(to: folder.appendingPathComponent("long.txt"))
      var workspace = try Workspace([.file(folder.path)], DocumentReading.Options(), follows: false, maker)
      try workspace.settle()
      for (text, answer) in [
        ("(books", "No match for “(books”, taken literally"),
        ("(a+)+$", "No match for “(a+)+$”, given up: it costs too much"),
        ("(a+)+$|books", "“(a+)+$|books”: 7 in 5 documents, given up: it costs too much; Esc shows all documents"),
      ] {
        #expect(try workspace.perform(.searchDocuments(text)) == nil)
        try workspace.settle()
        #expect(workspace.state.message?.phrase(in: .english) == answer)
      }
    }
  }

  @Test func goesBackAndForwardThroughDocuments() throws {
    try laws { folder in
      let maker = OpenDocument.Maker(config: Config(settings: Settings()), levels: nil) { _ in nil }
      var workspace = try Workspace([.file(folder.path)], DocumentReading.Options(), follows: false, maker)
      func press(_ script: String) throws -> String {
        for key in Key.script(script) { _ = try workspace.perform(workspace.state.press(key)) }
        try workspace.settle()
        let place = workspace.state.placeName(of: workspace.state.chosen)
        return workspace.path.map { $0.split(separator: "/").last.map(String.init) ?? "" }.map { "\($0) \(place)" }
          ?? ""
      }
      try workspace.settle()
      let list = try press("")
      let index = try #require(workspace.state.page?.catalog.entries.firstIndex { $0.name == "a9.txt" })
      let path = try #require(workspace.state.page?.catalog[index].path)
      #expect(try workspace.perform(.enter(Arrival(path: path), then: nil)) == nil)
      let start = try press("")
      let deeper = try press("1<Enter>")
      #expect(start.hasPrefix("a9.txt") && deeper != start)
      #expect(try press(":e \(folder.path)/b.txt<Enter>").hasPrefix("b.txt"))
      #expect(try press("<Backspace>") == deeper)
      #expect(try press("2<^O>") == list)
      #expect(try press("<Backspace>") == list)
      #expect(workspace.state.message?.phrase == .nothingBack)
      #expect(try press("<Alt-→>") == start)
      #expect(try press("5<Alt-→>").hasPrefix("b.txt"))
      #expect(try press("<Alt-→>").hasPrefix("b.txt"))
      #expect(workspace.state.message?.phrase == .nothingForward)
    }
  }

  @Test func listsWhatWasOpenedInThisSittingWhereNothingIsKept() throws {
    try laws { folder in
      let maker = OpenDocument.Maker(config: Config(settings: Settings()), levels: nil) { _ in nil }
      let files = ["a9.txt", "b.txt", "README"].map { Input.file(folder.path + "/" + $0) }
      var workspace = try Workspace(files, DocumentReading.Options(), follows: false, maker)
      #expect(try workspace.perform(.openDocument(1)) == nil)
      #expect(try workspace.perform(.listRecent) == nil)
      try workspace.settle()
      #expect(workspace.state.message?.phrase == .recentOfThisSitting)
      let page = try #require(workspace.state.page)
      #expect(page.catalog.entries.map(\.path) == [files[1].path, files[0].path])
    }
  }
}
