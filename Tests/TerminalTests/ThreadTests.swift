import Foundation
import TestSupport
import Testing

/// The program where it can have no threads but its own: for each, the system wants more memory than it gives.
@Suite(.disabled(if: Sanitizer.isThere, "it needs more memory")) struct ThreadTests {
  private func threadless(_ arguments: String) -> [String] {
    ["/bin/sh", "-c", "ulimit -s 3000000; ulimit -v 2000000; exec \(Program.directives) \(arguments)"]
  }

  /// A folder of texts, the first of which several threads would read, search, and make an outline of.
  private func texts() throws -> TemporaryFolder {
    let home = try TemporaryFolder()
    let words = String(repeating: "word after word, ", count: 60)
    try home.write((1...9000).map { "\($0). Point of a text\n\n\(words)\n\n" }.joined(), to: "a.txt")
    for name in ["b", "c", "d"] { try home.write("1. Point of another text\n2. Another one\n", to: "\(name).txt") }
    return home
  }

  @Test(arguments: ["outline a.txt", "search text a.txt", "search -r text .", "library .", "count -r text ."])
  func doesWithoutThreads(arguments: String) throws {
    let home = try texts()
    let words = arguments.split(separator: " ").map(String.init)
    let threaded = try Command(Program.directives, words, folder: home.path)
    let command = threadless(arguments)
    let threadless = try Command(command[0], Array(command[1...]), folder: home.path)
    #expect(threadless.status == 0 && threadless.errors == "")
    #expect(threadless.output == threaded.output)
  }

  /// Shows, too, that the limits leave no thread.
  @Test func browsesWithoutThreads() throws {
    let terminal = try Terminal(threadless("--no-state ."), home: texts())
    try terminal.waitUntil { $0.text.contains("9000 points") && $0.text.components(separatedBy: "2 points").count == 4 }
    terminal.send("/Point of\r")
    try terminal.wait(for: "in 4 documents")
    terminal.send("\r")
    try terminal.waitUntil { $0.text.contains("word after word") && $0.text.contains("of 9000") }
    #expect(terminal.threadCount == 1)
    terminal.send("qq")
    #expect(try terminal.waitForExit() == .code(0))
  }
}
