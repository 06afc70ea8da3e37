import DirectiveModel
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import DirectiveTUI

@Suite struct OpenFileTests {
  /// Calls `body` with the path of a file that is `size` bytes long, and holds none of them.
  private func sparse(_ size: Int, _ body: (String) throws -> Void) throws {
    try Folder.temporary { folder in
      let path = folder.appendingPathComponent("a.txt").path
      try Data().write(to: URL(fileURLWithPath: path))
      try #require(truncate(path, size) == 0)
      try body(path)
    }
  }

  @Test(arguments: [Int(UInt32.max), 1 << 33, 1 << 40])
  func refusesWhatIsTooLargeUnread(size: Int) throws {
    try sparse(size) { path in
      #expect(throws: Problem(path, .tooLarge)) { try OpenFile(.file(path)) }
    }
  }

  @Test func opensWhatIsJustNotTooLarge() throws {
    try sparse(Int(UInt32.max) - 1) { path in
      let file = try OpenFile(.file(path))
      #expect(!file.isAtEnd)
    }
  }

  @Test(arguments: [(1 << 23, true, 1), (1 << 23, false, 1), (1 << 20, true, 0), (0, false, 0)])
  func doesWhatThereIsToBeDoneWhileALongFileIsRead(size: Int, isBrief: Bool, times: Int) throws {
    try sparse(size) { path in
      let done = Atomic(0)
      let file = try OpenFile(.file(path), isBrief: isBrief) { done.add(1, ordering: .relaxed) }
      #expect(done.load(ordering: .relaxed) == 0)
      while !file.isAtEnd { try file.advance() }
      #expect(file.count == size)
      #expect(done.load(ordering: .relaxed) == times)
    }
  }

  /// A long text, which is read in parts.
  private static let text = Array(String(repeating: "1. One\n", count: 1_300_000).utf8)

  /// All that is read of the text's file, to which `change` happens when it is open already.
  private func read(isBrief: Bool, _ change: (String) throws -> Void) throws -> OpenFile {
    try Folder.temporary { folder in
      let path = folder.appendingPathComponent("a.txt").path
      try Data(Self.text).write(to: URL(fileURLWithPath: path))
      let file = try OpenFile(.file(path), isBrief: isBrief)
      try change(path)
      while !file.isAtEnd { try file.advance() }
      return file
    }
  }

  @Test(arguments: [true, false]) func readsWhatIsLeftOfAFileThatIsCut(isBrief: Bool) throws {
    let left = Self.text.count / 2
    let file = try read(isBrief: isBrief) { path in try #require(truncate(path, left) == 0) }
    #expect(file.bytes == TextBytes(Array(Self.text[..<left])))
    #expect(file.survey == nil)
  }

  @Test(arguments: [true, false]) func readsWhatIsAddedToAFile(isBrief: Bool) throws {
    let file = try read(isBrief: isBrief) { path in
      let handle = try #require(FileHandle(forWritingAtPath: path))
      try handle.seekToEnd()
      try handle.write(contentsOf: Self.text)
    }
    #expect(file.bytes == TextBytes(Self.text + Self.text))
  }
}
