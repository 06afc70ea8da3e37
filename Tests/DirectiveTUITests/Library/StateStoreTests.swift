import CSQLite
import DirectiveModel
import Foundation
import TestSupport
import Testing

@testable import DirectiveTUI

/// The file that keeps what a reader leaves behind.
@Suite struct StateStoreTests {
  private static let anchor = Anchor(
    fingerprint: Fingerprint(address: "2.3", hash: .max, words: ["volunteers", "爱护图书"]), depth: 7)
  private static let point = KeptPoint(
    attachment: Attachment(seen: anchor.fingerprint, origin: 3), marker: "Third,", heading: "keep a list", line: 12)
  private static let note = KeptNote(point: point, text: "ask \u{1B}[2J Mary", written: 1_700_000_000)

  private func mode(_ path: String) -> mode_t {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
  }

  private func files(_ folder: StateFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test func keepsEverything() throws {
    try withStateFolder { folder in
      do {
        let store = try StateStore.open(folder)
        let document = try store.open(path: "/a.txt", content: .max, title: "A")
        try store.leave(document, at: Self.anchor, height: 3)
        try store.setMark("q", to: Self.anchor, in: document)
        try store.setMark("r", to: Self.anchor, in: document)
        try store.setMark("r", to: nil, in: document)
        _ = try store.replaceNotes([], with: Self.note, in: document)
        _ = try store.replaceTicks([], with: KeptTick(point: Self.point, tick: .done), in: document)
        for text in ["one", "two", "one"] { try store.remember(text, "search") }
      }
      let store = try StateStore.open(folder)
      let document = try store.open(path: "/a.txt", content: 1, title: "A again")
      let place = try #require(try store.place(in: document))
      #expect(place.anchor == Self.anchor)
      #expect(place.height == 3)
      #expect(try store.marks(in: document).map(\.name) == ["q"])
      #expect(try store.marks(in: document)[0].anchor == Self.anchor)
      var note = try #require(try store.notes(in: document).first)
      note.row = 0
      #expect(note == Self.note)
      var tick = try #require(try store.ticks(in: document).first)
      tick.row = 0
      #expect(tick == KeptTick(point: Self.point, tick: .done))
      #expect(try store.history("search") == ["two", "one"])
      #expect(try store.documents().map(\.title) == ["A again"])
    }
  }

  @Test func opensAFolderBehindALink() throws {
    try withStateFolder { folder in
      let link = folder.path + "-link"
      #expect(folder.prepare() == nil)
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder.path)
      do {
        let store = try StateStore.open(StateFolder(link))
        _ = try store.open(path: "/a.txt", content: 1, title: "A")
      }
      #expect(try StateStore.open(folder).documents().map(\.title) == ["A"])
      unlink(folder.file)
      try FileManager.default.createSymbolicLink(atPath: folder.file, withDestinationPath: folder.path + "/other.db")
      #expect(throws: StateTrouble.self) { try StateStore.open(folder) }
      #expect(FileManager.default.createFile(atPath: folder.path + "/other.db", contents: nil))
      chmod(folder.path + "/other.db", 0o644)
      #expect(throws: StateTrouble.self) { try StateStore.open(folder) }
      #expect(throws: StateTrouble.self) { try StateStore.read(folder) }
      #expect(mode(folder.path + "/other.db") == 0o644)
    }
  }

  @Test func takesFromOthersWhatTheyMayNotRead() throws {
    try withStateFolder { folder in
      _ = try StateStore.open(folder)
      chmod(folder.path, 0o755)
      chmod(folder.file, 0o644)
      let store = try StateStore.open(folder)
      _ = try store.open(path: "/a", content: 1, title: "")
      #expect(mode(folder.path) == 0o700)
      for name in try files(folder) { #expect(mode(folder.path + "/" + name) == 0o600) }
      #expect(try files(folder) == ["state.db", "state.db-shm", "state.db-wal"])
    }
  }

  @Test(arguments: 0...Schema.version) func readsWhatEveryEarlierVersionWrote(version: Int) throws {
    try withStateFolder { folder in
      #expect(folder.prepare() == nil)
      do {
        let old = try Database(folder.file, flags: SQLITE_OPEN_READWRITE)
        for script in Schema.scripts.prefix(version) { try old.execute(script) }
        try old.execute("PRAGMA user_version = \(version)")
        if version >= 1 {
          try old.execute(
            """
            INSERT INTO documents VALUES (5, '/a.txt', 9, 'Title', 1700000000);
            INSERT INTO places VALUES (5, '2.3', -1, 'volunteers', 7, 3);
            INSERT INTO marks VALUES (5, 'q', '2.3', -1, 'volunteers', 7);
            """)
        }
        if version >= 2 {
          try old.execute(
            """
            INSERT INTO notes (id, document, address, hash, words, marker, heading, line, text, written) 
              VALUES (1, 5, '2.3', -1, 'volunteers', 'Third,', 'keep a list', 12, 'ask', 1700000000);
            INSERT INTO ticks (id, document, address, hash, words, state) VALUES (1, 5, '2.3', -1, 'volunteers', 'to discuss');
            """)
        }
        if version >= 3 { try old.execute("INSERT INTO history VALUES ('search', 'union', 1)") }
      }
      let store = try StateStore.open(folder)
      #expect(store.damagedFile == nil)
      #expect(try store.documents().count == min(1, version))
      #expect(try store.place(in: 5)?.anchor.depth == (version >= 1 ? 7 : nil))
      #expect(try store.marks(in: 5).count == min(1, version))
      #expect(try store.notes(in: 5).map(\.text) == (version >= 2 ? ["ask"] : []))
      #expect(try store.ticks(in: 5).map(\.tick) == (version >= 2 ? [.toDiscuss] : []))
      #expect(try store.history("search") == (version >= 3 ? ["union"] : []))
      try store.remember("new", "search")
      #expect(try store.history("search").last == "new")
    }
  }

  @Test(arguments: [Schema.version + 1, -1]) func leavesAFileOfAnotherVersionAlone(version: Int) throws {
    try withStateFolder { folder in
      #expect(folder.prepare() == nil)
      do {
        let newer = try Database(folder.file, flags: SQLITE_OPEN_READWRITE)
        try newer.execute("CREATE TABLE future (x); PRAGMA user_version = \(version)")
      }
      let before = try Data(contentsOf: URL(fileURLWithPath: folder.file))
      #expect(throws: StateTrouble.newer(path: folder.file)) { try StateStore.open(folder) }
      #expect(throws: StateTrouble.newer(path: folder.file)) { try StateStore.read(folder) }
      #expect(try Data(contentsOf: URL(fileURLWithPath: folder.file)) == before)
      #expect(try files(folder) == ["state.db"])
    }
  }

  enum Damage: CaseIterable { case garbage, zeroedPage, cut, halfHeader }

  @Test(arguments: Damage.allCases) func keepsADamagedFileAside(damage: Damage) throws {
    try withStateFolder { folder in
      do {
        let store = try StateStore.open(folder)
        let document = try store.open(path: "/a", content: 1, title: "A")
        for _ in 0..<200 { _ = try store.replaceNotes([], with: Self.note, in: document) }
      }
      let file = URL(fileURLWithPath: folder.file)
      var bytes = try Data(contentsOf: file)
      switch damage {
      case .garbage: bytes = Data(repeating: 0x41, count: 10_000)
      case .zeroedPage: bytes.replaceSubrange(8192..<12288, with: Data(count: 4096))
      case .cut: bytes = bytes.prefix(bytes.count - 8192)
      case .halfHeader: bytes = bytes.prefix(50)
      }
      try bytes.write(to: file)
      let store = try StateStore.open(folder)
      let aside = try #require(store.damagedFile)
      #expect(aside.hasPrefix(folder.file + ".corrupt-2"))
      #expect(try Data(contentsOf: URL(fileURLWithPath: aside)) == bytes)
      #expect(mode(aside) == 0o600)
      let document = try store.open(path: "/a", content: 1, title: "A")
      #expect(try store.notes(in: document).isEmpty)
      _ = try store.replaceNotes([], with: Self.note, in: document)
      #expect(try store.notes(in: document).count == 1)
      try Data("again".utf8).write(to: file)  // a second time in the same second
      for companion in ["-wal", "-shm"] { unlink(folder.file + companion) }
      #expect(try #require(try StateStore.open(folder).damagedFile) != aside)
    }
  }

  @Test func beginsInAnEmptyFile() throws {
    try withStateFolder { folder in
      #expect(folder.prepare() == nil)
      let store = try StateStore.open(folder)
      #expect(store.damagedFile == nil)
    }
  }

  @Test func refusesWhatIsNoFile() throws {
    try withStateFolder { folder in
      #expect(folder.prepare() == nil)
      unlink(folder.file)
      mkdir(folder.file, 0o700)
      #expect(throws: StateTrouble.cannotOpen(path: folder.path, why: "is a folder")) { try StateStore.open(folder) }
      rmdir(folder.file)
      mkfifo(folder.file, 0o600)
      #expect(throws: StateTrouble.self) { try StateStore.open(folder) }
    }
  }

  @Test func refusesAFolderThatIsAFile() throws {
    try Folder.temporary { base in
      let path = base.appendingPathComponent("directives").path
      try Data().write(to: URL(fileURLWithPath: path))
      #expect(throws: StateTrouble.self) { try StateStore.open(StateFolder(path)) }
      #expect(throws: StateTrouble.self) { try StateStore.open(StateFolder(path + "/below")) }
    }
  }

  @Test func listsWithoutWriting() throws {
    try withStateFolder { folder in
      let store = try StateStore.open(folder)
      _ = try store.open(path: "/a", content: 1, title: "in the journal")
      #expect(try StateStore.read(folder).documents().map(\.title) == ["in the journal"])
      // As a program leaves it that is killed.
      let left = StateFolder(folder.path + "-left")
      mkdir(left.path, 0o755)
      for name in ["state.db", "state.db-wal"] {
        try FileManager.default.copyItem(atPath: "\(folder.path)/\(name)", toPath: "\(left.path)/\(name)")
      }
      #expect(try StateStore.read(left).documents().map(\.title) == ["in the journal"])
    }
  }

  @Test func leavesAFileAsItIsThatItLists() throws {
    try withStateFolder { folder in
      do { _ = try StateStore.open(folder).open(path: "/a", content: 1, title: "A") }
      chmod(folder.file, 0o644)
      #expect(try StateStore.read(folder).documents().map(\.title) == ["A"])
      #expect(mode(folder.file) == 0o644)
      #expect(try files(folder) == ["state.db"])
      let damaged = Data(repeating: 0x41, count: 10_000)
      try damaged.write(to: URL(fileURLWithPath: folder.file))
      #expect(throws: StateTrouble.self) { try StateStore.read(folder) }
      #expect(try Data(contentsOf: URL(fileURLWithPath: folder.file)) == damaged)
      #expect(try files(folder) == ["state.db"])
    }
  }

  @Test func findsADocumentThatWasMoved() throws {
    try withStateFolder { folder in
      let store = try StateStore.open(folder)
      let gone = try store.open(path: "/no/such/old.txt", content: 42, title: "A")
      #expect(try store.open(path: "/no/such/new.txt", content: 42, title: "A") == gone)
      let kept = try store.open(path: "/bin/sh", content: 43, title: "B")
      #expect(try store.open(path: "/bin/ls", content: 43, title: "B") != kept)
      let piped = try store.open(path: nil, content: 44, title: "C")
      #expect(try store.open(path: nil, content: 44, title: "C") == piped)
      #expect(try store.open(path: nil, content: 45, title: "C") != piped)
    }
  }

  @Test func forgetsWhatIsTooMuch() throws {
    try withStateFolder { folder in
      let store = try StateStore.open(folder)
      try store.database.transaction { () throws(DatabaseFailure) in
        for number in 0..<509 {
          try store.database.rows(
            "INSERT INTO history VALUES ('search', ?, ?)", [.text("\(number)"), .integer(Int64(number))])
        }
      }
      try store.remember("509", "search")
      #expect(try store.history("search").count == StateStore.historyLimit)
      #expect(try store.history("search").first == "10")
      let noted = try store.open(path: "/noted", content: 0, title: "")
      _ = try store.replaceNotes([], with: Self.note, in: noted)
      try store.database.execute("UPDATE documents SET opened = 1")
      try store.database.transaction { () throws(DatabaseFailure) in
        for number in 0..<1100 {
          try store.database.rows(
            "INSERT INTO documents (path, content, title, opened) VALUES (?, 0, '', 2)", [.text("/\(number)")])
        }
      }
      _ = try store.open(path: "/last", content: 1, title: "")
      let documents = try store.documents()
      #expect(documents.count == 1001)
      #expect(documents.contains { $0.path == "/noted" })
    }
  }

  @Test func losesNothingOfTwoWriters() throws {
    try withStateFolder { folder in
      let store = try StateStore.open(folder)
      let document = try store.open(path: "/a", content: 1, title: "A")
      DispatchQueue.concurrentPerform(iterations: 2) { writer in
        guard let store = try? StateStore.open(folder) else { return }
        for number in 0..<100 { try? store.setMark("\(writer)-\(number)", to: Self.anchor, in: document) }
      }
      #expect(try store.marks(in: document).count == 200)
    }
  }

  @Test func findsItsFolder() {
    func folder(_ variables: [String: String]) -> String? { StateFolder { variables[$0] }?.path }
    #expect(folder(["XDG_STATE_HOME": "/x", "HOME": "/h"]) == "/x/directives")
    #expect(folder(["XDG_STATE_HOME": "x", "HOME": "/h"]) == "/h/.local/state/directives")
    #expect(folder(["HOME": "/h"]) == "/h/.local/state/directives")
    #expect(folder(["XDG_STATE_HOME": ""]) == nil)
    #expect(folder([:]) == nil)
  }
}
