import DirectiveModel
import Foundation
import Testing

@testable import DirectiveTUI

/// One file at a time is open so in a process.
@Suite(
  .serialized, .enabled(if: Leases.areKept, "the file system of temporary files keeps no leases"),
  .disabled(if: Leases.areBrokenUnheard, "the thread sanitizer keeps signals from a thread that waits"))
final class FileSnapshotTests {
  private let path = FileManager.default.temporaryDirectory.appendingPathComponent("snapshot-\(UUID()).txt").path
  private let text = "1. One\n\n" + String(repeating: "words ", count: 1_500_000) + "\n\n2. Two\n"

  init() throws { try text.write(toFile: path, atomically: false, encoding: .utf8) }
  deinit { unlink(path) }

  private var size: Int { text.utf8.count }

  private func taken(size: Int? = nil) -> FileSnapshot? {
    let descriptor = open(path, O_RDONLY)
    defer { close(descriptor) }
    return FileSnapshot(of: descriptor, size: size ?? self.size)
  }

  /// The same, when nobody writes any more: a process that another test starts may hold the file open for a moment.
  private func patientlyTaken() async throws -> FileSnapshot {
    for _ in 0..<500 {
      if let snapshot = taken() { return snapshot }
      try await Task.sleep(for: .milliseconds(10))
    }
    return try #require(taken())
  }

  private func isUnchanged(_ snapshot: FileSnapshot) -> Bool {
    TextBytes(snapshot.buffer, keptBy: snapshot) == TextBytes(text)
  }

  /// Whether the file's own memory is what is looked at.
  private var isMapped: Bool {
    get throws {
      let handle = try #require(FileHandle(forReadingAtPath: "/proc/self/maps"))
      let maps = try #require(try handle.readToEnd())
      try #require(maps.count > 1 << 10)
      return maps.range(of: Data(path.utf8)) != nil
    }
  }

  @Test func keepsTheBytesWhenSomebodyWrites() async throws {
    let snapshot = try await patientlyTaken()
    #expect(try isMapped && isUnchanged(snapshot))
    try Data("2. Two\n".utf8).write(to: URL(fileURLWithPath: path))
    #expect(try !isMapped && isUnchanged(snapshot))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "2. Two\n")
  }

  @Test func keepsTheBytesWhenTheFileIsCut() async throws {
    let snapshot = try await patientlyTaken()
    #expect(truncate(path, 100) == 0)
    #expect(try !isMapped && isUnchanged(snapshot))
  }

  @Test func keepsTheBytesWhenTheFileIsReplaced() async throws {
    let snapshot = try await patientlyTaken()
    try Data("2. Two\n".utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    #expect(isUnchanged(snapshot))
  }

  /// Moving a file, or what may be done with it, changes no byte.
  @Test func keepsTheBytesWhenAFileIsWrittenThatWasMoved() async throws {
    let snapshot = try await patientlyTaken()
    #expect(rename(path, path + ".1") == 0)
    defer { unlink(path + ".1") }
    #expect(truncate(path + ".1", 100) == 0)
    #expect(isUnchanged(snapshot))
  }

  /// Standard input is shared with the shell and all that it runs.
  @Test func leavesNothingWithWhoeverSharesTheFile() async throws {
    _ = try await patientlyTaken()
    let descriptor = open(path, O_RDONLY)
    defer { close(descriptor) }
    var snapshot = FileSnapshot(of: descriptor, size: size)
    #expect(snapshot != nil)
    snapshot = nil
    let writer = open(path, O_WRONLY | O_NONBLOCK)
    defer { close(writer) }
    #expect(writer >= 0)
  }

  @Test func letsWritersInWhenItIsGone() async throws {
    var snapshot: FileSnapshot? = try await patientlyTaken()
    #expect(snapshot != nil && taken() == nil)
    snapshot = nil
    #expect(try !isMapped)
    let writer = open(path, O_WRONLY | O_NONBLOCK)
    defer { close(writer) }
    #expect(writer >= 0)
    #expect(taken() == nil, "somebody may write")
  }

  @Test func takesNothingButAllOfAFile() async throws {
    #expect(taken(size: size - 1) == nil)
    #expect(taken(size: size + 1) == nil)
    let pipe = Pipe()
    #expect(FileSnapshot(of: pipe.fileHandleForReading.fileDescriptor, size: 1) == nil)
    _ = try await patientlyTaken()
  }

  @Test func isReadForACommandAlone() async throws {
    _ = try await patientlyTaken()
    for isBrief in [true, false] {
      let file = try OpenFile(.file(path), isBrief: isBrief)
      while !file.isAtEnd { try file.advance() }
      #expect(try isMapped == isBrief)
      #expect(file.survey != nil && file.bytes == TextBytes(text))
    }
  }

  @Test func readsOnWhatIsWrittenOverMeanwhile() async throws {
    _ = try await patientlyTaken()
    let file = try OpenFile(.file(path), isBrief: true)
    while !file.isAtEnd { try file.advance() }
    let document = Document(source: try Decoder.source(from: file.bytes, file.survey))
    try Data("2. Two\n".utf8).write(to: URL(fileURLWithPath: path))
    #expect(document.outline.numberedCount == 2)
    #expect(document.source.bytes == TextBytes(text))
  }
}

private enum Leases {
  static let areBrokenUnheard = dlsym(nil, "__tsan_init") != nil

  /// Whether snapshots can be taken of temporary files; where the tests must be whole, they have to be.
  static let areKept: Bool = {
    if ProcessInfo.processInfo.environment["DIRECTIVES_REQUIRE_SHARED"] != nil { return true }
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("lease-\(UUID()).txt").path
    guard (try? "text".write(toFile: path, atomically: false, encoding: .utf8)) != nil else { return false }
    defer { unlink(path) }
    let descriptor = open(path, O_RDONLY)
    defer { close(descriptor) }
    return FileSnapshot(of: descriptor, size: 4) != nil
  }()
}
