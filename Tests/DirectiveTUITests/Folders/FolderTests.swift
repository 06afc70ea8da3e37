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
        try reading.finishedDocument().outline.numberedCount
      } _: { points, name in
        found.append("\(name.dropFirst(folder.path.count + 1)): \(points)")
      } trouble: {
        Issue.record("\($0.description)")
      }
      #expect(found == ["README: 0", "a10.md: 1", "a9.txt: 1", "b.txt: 2", "inner/c.txt: 1", "keep/f.txt: 1"])
    }
  }

  @Test func handsOverResultsInOrder() {
    var order: [Int] = []
    Crew(count: 500) { $0 * 2 }.inOrder { index, result in
      order.append(index)
      #expect(result == index * 2)
    }
    #expect(order == Array(0..<500))
    Crew(count: 0) { $0 }.inOrder { _, _ in Issue.record("there is nothing to do") }
  }
}
