import Testing

@testable import DirectiveModel

@Suite struct FoldedTextTests {
  private func with<Result>(_ text: String, _ body: (FoldedText, Int) -> Result) -> Result? {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map { body(FoldedText(base: $0, count: bytes.count), bytes.count) }
    }
  }

  @Test(arguments: [
    " \t\u{0C}", "\u{A0}\u{85}", "\u{1680}", "\u{2000}\u{200B}", "\u{2028}\u{202F}\u{205F}", "\u{3000}", "\u{FEFF}",
    " ", "         ", "  \u{3000} \u{FEFF}  ", "   \u{A0}  \t ",
  ])
  func passesOverBlanksOfAllWidths(blanks: String) {
    for content in ["a", "é", "。", "か、", "〇", "！", "￼", "\u{200C}", "😀", "~", "\u{7F}"] {
      let size = blanks.utf8.count
      let found = with(blanks + content + blanks) { text, limit in
        (text.skipBlanks(from: 0, before: limit), text.trimBlanks(from: 0, before: limit))
      }
      #expect(found?.0 == size, "\(content)")
      #expect(found?.1 == size + content.utf8.count, "\(content)")
    }
  }

  @Test(arguments: [
    ("１", 0x31), ("Ａ", 0x41), ("（", 0x28), ("．", 0x2E), ("\u{3000}", 0x20), ("。", 0x3002), ("第", 0x7B2C), ("한", 0xD55C),
    ("é", 0xE9), ("\t", 0x20), ("x", 0x78), ("😀", 0x1F000), ("\u{1EA0}", 0x1EA0),
  ])
  func foldsTheFirstAndTheLastScalar(character: String, value: UInt32) {
    let found = with(character + "|" + character) { text, limit in
      (text.scalar(at: 0, before: limit).value, text.lastScalar(from: 0, before: limit))
    }
    #expect(found?.0 == value)
    #expect(found?.1 == value)
  }

  @Test func takesNoDamagedBytesForBlanks() {
    for bytes: [UInt8] in [
      [0xE3], [0xE3, 0x80], [0xE3, 0x80, 0x41], [0xEF, 0xBB], [0xEF, 0xBB, 0x41], [0xC2], [0xE2, 0x80],
    ] {
      let bytes = [0x20, 0x20] + bytes
      bytes.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return }
        let text = FoldedText(base: base, count: bytes.count)
        #expect(text.skipBlanks(from: 0, before: bytes.count) == 2, "\(bytes)")
        #expect(text.skipBlanks(from: 2, before: bytes.count) == 2, "\(bytes)")
      }
    }
  }

  /// What begins a character takes its columns, even where it is cut; what goes on with one takes none, even without one.
  @Test(arguments: [
    (UInt8(0x80), 0), (0x85, 0), (0x9F, 0), (0xA0, 0), (0xBF, 0), (0xC3, 1), (0xE2, 1), (0xE7, 2), (0xFF, 2),
  ])
  func countsColumnsOfDamagedBytes(byte: UInt8, each: Int) {
    for count in [1, 7, 63, 64, 130] {
      let bytes = [UInt8(ascii: "a")] + Array(repeating: byte, count: count)
      let columns = bytes.withUnsafeBufferPointer { bytes in
        bytes.baseAddress.map { FoldedText(base: $0, count: bytes.count).columns(from: 0, before: bytes.count) }
      }
      #expect(columns == 1 + count * each)
    }
  }

  @Test func readsDamagedBytesOneByOne() {
    for bytes: [UInt8] in [
      [0xE7, 0xAC], [0xE7, 0x41, 0x42], [0xE3, 0x80, 0x41], [0xC3], [0x80, 0x80], [0xF0, 0x9F],
    ] {
      bytes.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return }
        let read = FoldedText(base: base, count: bytes.count).scalar(at: 0, before: bytes.count)
        #expect(read == (0xFFFD, 1), "\(bytes)")
      }
    }
  }

  @Test(arguments: [
    ("article ", "ARTICLE \u{3000}5", 11), ("~.", ".x", 1), ("~.", " \t.x", 3), ("~.", "~.", nil), (".", "．", 3),
    ("(~", "（ 1", 4), ("(~", "(1", 1), ("", "x", 0), (" - ", "- x", nil), ("статья ", "СТАТЬЯ 5", 13), (")", "", nil),
    ("the ", "There", nil), ("~条", "　條", nil), ("~条", "　条", 6), ("[", "{", nil),
  ])
  func matchesPatterns(pattern: String, text: String, end: Int?) {
    let pattern = pattern.unicodeScalars.map(\.value)
    #expect(with(text + "\n") { folded, count in folded.match(pattern: pattern, at: 0, before: count - 1) } == end)
  }
}
