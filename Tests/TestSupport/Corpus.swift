import Foundation

/// The reference documents, which lie beside the project and are no part of it.
public enum Corpus {
  private static let folder = Folder.shared.appendingPathComponent("corpus")

  public static let isPresent =
    FileManager.default.fileExists(atPath: folder.path)
    || ProcessInfo.processInfo.environment["DIRECTIVES_REQUIRE_SHARED"] != nil

  public static let absence = "the reference documents are not beside the project"

  /// The paths of all documents in it, as `dev/zh-law/01.txt`, in order.
  public static func documents() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".txt") }.sorted()
  }

  public static func bytes(of document: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appendingPathComponent(document)))
  }
}
