import Foundation
import TestSupport
import Testing

/// SECURITY.md promises nothing that no test holds.
@Suite struct SecurityPageTests {
  private static let page = Result {
    try String(contentsOf: Folder.project.appendingPathComponent("SECURITY.md"), encoding: .utf8)
  }

  /// The text of the file that holds each suite.
  private static let suites = Result {
    var suites: [String: String] = [:]
    for folder in ["Tests", "Fuzz"] {
      let root = Folder.project.appendingPathComponent(folder)
      for path in try FileManager.default.subpathsOfDirectory(atPath: root.path) where path.hasSuffix("Tests.swift") {
        let text = try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
        for suite in text.matches(of: /(?:struct|class) (\w+Tests)\b/) { suites[String(suite.1), default: ""] += text }
      }
    }
    return suites
  }

  /// The rows of its tables: what is promised, and what holds it.
  private static func promises() throws -> [(promise: Substring, tests: Substring)] {
    try page.get().split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|")
      guard line.hasPrefix("|"), cells.count == 2, !line.hasPrefix("|--"), !line.contains("| promise |") else {
        return nil
      }
      return (cells[0], cells[1])
    }
  }

  @Test func everyPromiseNamesItsTest() throws {
    #expect(try Self.promises().count > 25)
    for (promise, tests) in try Self.promises() {
      #expect(tests.contains(/`\w+Tests[`.]/), "\(promise)")
    }
  }

  @Test func everyTestThatIsNamedIsThere() throws {
    let suites = try Self.suites.get()
    for (promise, tests) in try Self.promises() {
      var file = ""
      for name in tests.matches(of: /`(\w*)(?:\.(\w+)(…?))?`/) {
        if name.1.hasSuffix("Tests") {
          file = suites[String(name.1)] ?? ""
          #expect(!file.isEmpty, "\(name.1) of \(promise)")
        } else if name.2 == nil {
          let seeds = Folder.project.appendingPathComponent("Fuzz/Seeds/\(name.1)")
          #expect(FileManager.default.fileExists(atPath: seeds.path), "\(name.1) of \(promise)")
        }
        guard let test = name.2 else { continue }
        #expect(file.contains("func \(test)\(name.3 == "" ? "(" : "")"), "\(test) of \(promise)")
      }
    }
  }
}
