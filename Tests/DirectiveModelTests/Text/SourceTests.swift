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

  /// 64 bytes are looked at together, so what is looked for stands at each place of them.
  @Test(arguments: ["\n", "\r", "\r\n", "\u{85}"])
  func findsLinesAtEveryPlace(end: String) {
    for place in 0..<140 {
      let text = String(repeating: "x", count: place) + end + end + "共" + String(repeating: "Å", count: 20) + end
      let lines = Source(text).lineStarts.map { Int($0) }
      let length = end.utf8.count
      #expect(lines == [0, place + length, place + 2 * length, text.utf8.count], "\(place)")
    }
  }

  @Test func tellsSingleLines() {
    let blanks = ["  ", "\t", "\n", "\r\n", "\u{85}", "\u{A0}", "\u{1680}", "\u{2003}", "\u{200B}", "\u{2028}"]
    let others = ["x", "é", "，", "。", "\u{1681}", "\u{200C}", "☐", "ｘ", "\u{1}", "x x", "\u{A7}", "。 a", "\u{FEFE}"]
    for (piece, isSingle) in (blanks + ["\u{3000}", "\u{FEFF}"]).map({ ($0, false) }) + others.map({ ($0, true) }) {
      for place in 0..<140 {
        let word = String(repeating: "x", count: place)
        let source = Source("a " + word + piece + "y b" + word + " ")
        let range = 0..<source.bytes.count - 1
        #expect(source.isSingleLine(range) == isSingle, "\(place) \(piece.unicodeScalars.map(\.value))")
        #expect(source.isSingleLine(range) == (Whitespace.collapse(source.string(range)) == source.string(range)))
        #expect(!source.isSingleLine(0..<source.bytes.count) && !source.isSingleLine(1..<source.bytes.count - 1))
        let line = [UInt8](unsafeUninitializedCapacity: range.count + 1) { bytes, count in
          var writer = ByteWriter(bytes)
          writer.write(0x3E)
          source.writeSingleLine(range, to: &writer)
          count = writer.count
        }
        #expect(String(decoding: line, as: UTF8.self) == ">" + source.singleLine(range))
      }
    }
    #expect(!Source("a").isSingleLine(0..<0))
  }

  /// More of them may be written at once than are asked for, but none behind the memory.
  @Test func writesBlanksWhereTheyFit() {
    for size in 0...40 {
      for blanks in 0...size {
        let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 64)
        defer { memory.deallocate() }
        memory.initialize(repeating: 0x21)
        var writer = ByteWriter(UnsafeMutableBufferPointer(rebasing: memory[..<size]))
        writer.write(blanks: blanks)
        #expect(writer.count == blanks)
        while writer.count < size { writer.write(0x78) }
        let expected = String(repeating: " ", count: blanks) + String(repeating: "x", count: size - blanks)
        #expect(String(decoding: memory[..<size], as: UTF8.self) == expected)
        #expect(memory[size...].allSatisfy { $0 == 0x21 })
      }
    }
  }

  @Test func findsTheLineOfAnOffset() {
    let source = Source("ab\nc\n\nd")
    #expect((0...7).map { source.line(at: $0) } == [1, 1, 1, 2, 2, 3, 4, 4])
  }
}
