import Foundation

/// A program of the system that a test makes files with.
public enum Tool {
  public static func isPresent(_ names: String...) -> Bool {
    names.allSatisfy { name in
      ["/usr/bin/", "/bin/"].contains { FileManager.default.isExecutableFile(atPath: $0 + name) }
    }
  }

  /// Runs a program in a folder; what it says on standard error is thrown if it fails.
  public static func run(_ name: String, _ arguments: [String], in folder: URL) throws {
    let command = try Command("/usr/bin/env", [name] + arguments, folder: folder.path)
    struct Failure: Error { let said: String }
    guard command.status == 0 else { throw Failure(said: command.errors) }
  }
}
