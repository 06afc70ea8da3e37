import Testing

@testable import DirectiveModel

@Suite struct SourceTests {
  @Test(arguments: [
    ("", []), ("a", ["a"]), ("a\n", ["a"]), ("a\nb", ["a", "b"]), ("a\r\nb\r\n", ["a", "b"]), ("a\rb", ["a", "b"]),
    ("a\r\rb\n\nc", ["a", "", "b", "", "c"]), ("a\r\n\rb", ["a", "", "b"]), ("\u{C}a\nb", ["\u{C}a", "b"]),
    ("a\u{85}b", ["a", "b"]), ("a\u{85}b\r\nc\u{85}", ["a", "b", "c"]), ("à\n", ["à"]),
  ])
  func findsLines(text: String, lines: [String]) {
    let source = Source(text)
    #expect((0..<source.lineCount).map { source.string(source.line($0 + 1)) } == lines)
  }

  @Test func countsLineEnds() {
    #expect(Source("a\nb\r\nc\r\nd\re\u{85}f").lineEnds.names == ["CRLF", "LF", "CR", "NEL"])
    #expect(Source("a").lineEnds.names == [])
  }

  @Test func readsTheSameOutlineWhateverEndsTheLines() {
    let text = "Notice\n\n1. Aims\nWhat it is for.\n\n2. Means\n\u{C}How it is done.\n"
    let plain = Document(source: Source(text))
    for end in ["\r\n", "\r", "\u{85}"] {
      let document = Document(
        source: Source(text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: end)))
      #expect(document.outline.points.indices.map(document.heading) == plain.outline.points.indices.map(plain.heading))
      #expect(document.title == "Notice")
    }
  }

  @Test func findsTheLineOfAnOffset() {
    let source = Source("ab\nc\n\nd")
    #expect((0...7).map { source.line(at: $0) } == [1, 1, 1, 2, 2, 3, 4, 4])
  }
}
