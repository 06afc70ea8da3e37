import Foundation

/// The reference speech, which lies beside the project and is no part of it.
///
/// Tests on it are skipped where it is absent, and say so; where `DIRECTIVES_REQUIRE_SHARED` is set they run whatever
/// is there, and so fail.
public enum Speech {
  public static let path = Folder.shared.appendingPathComponent("speech.txt").path

  public static let isPresent =
    FileManager.default.isReadableFile(atPath: path)
    || ProcessInfo.processInfo.environment["DIRECTIVES_REQUIRE_SHARED"] != nil

  public static let absence = "the reference speech is not beside the project"

  public static func bytes() throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  }
}

public enum Folder {
  /// The project's own folder.
  public static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The folder with reference documents, beside the project.
  public static let shared = project.deletingLastPathComponent().appendingPathComponent("shared")

  /// Calls `body` with a new empty folder, and removes it afterwards.
  public static func temporary<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("directives-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }
}
