import Testing

@testable import DirectiveModel

@Suite struct SourceTests {
  @Test(arguments: [
    ("", []), ("a", ["a"]), ("a\n", ["a"]), ("a\nb", ["a", "b"]), ("a\r\nb\r\n", ["a", "b"]), ("a\rb", ["a", "b"]),
    ("a\r\rb\n\nc", ["a", "", "b", "", "c"]), ("a\r\n\rb", ["a", "", "b"]), ("\u{C}a\nb", ["\u{C}a", "b"]),
  ])
  func findsLines(text: String, lines: [String]) {
    let source = Source(text)
    #expect((0..<source.lineCount).map { source.string(source.line($0 + 1)) } == lines)
  }

  @Test func findsTheLineOfAnOffset() {
    let source = Source("ab\nc\n\nd")
    #expect((0...7).map { source.line(at: $0) } == [1, 1, 1, 2, 2, 3, 4, 4])
  }
}
