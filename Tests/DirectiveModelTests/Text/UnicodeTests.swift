import Testing

@testable import DirectiveModel

@Suite struct UnicodeTests {
  @Test(arguments: [
    ("abc", 3), ("中文", 4), ("（一）", 6), ("ｱｲ", 2), ("e\u{301}", 1), ("한국", 4), ("\u{1F600}", 2), ("①", 1), ("", 0),
    ("\u{200B}", 0), ("１", 2), ("“”", 2), ("\u{20000}", 2),
  ])
  func measuresColumns(text: String, columns: Int) {
    #expect(DisplayWidth.columns(of: text) == columns)
  }

  @Test(arguments: [
    ("  a \t b ", "a b"), ("one\n  two", "one two"), ("改革\n开放", "改革开放"), ("改革 开放", "改革 开放"), ("　　一\u{3000}二", "一 二"),
    ("", ""), (" \n ", ""), ("a\u{85}b", "a b"), ("改\u{85}革", "改革"), ("a\u{2003}\u{FEFF}b\u{200B}", "a b"),
    ("é\u{A0}\u{205F}ア", "é ア"), ("、\r\n　。", "、。"), ("\u{1680}\u{2028}中\u{202F}", "中"),
    ("\u{180E}\u{2060}", "\u{180E}\u{2060}"),
  ])
  func collapsesBlanks(text: String, collapsed: String) {
    #expect(Whitespace.collapse(text) == collapsed)
  }

  @Test func trimsBlanksOfEveryWidth() {
    let source = Source("\u{3000}\u{A0} a b\u{3000}\n")
    #expect(source.string(Whitespace.trim(0..<source.bytes.count, in: source)) == "a b")
  }

  @Test func readsEveryScalarAndNoByteTwice() {
    let text = "aé中\u{1F600}\u{10FFFF}\u{0}"
    let bytes = TextBytes(text)
    var index = 0
    var scalars: [Unicode.Scalar] = []
    while let (scalar, length) = UTF8Scalar.decode(bytes, at: index, before: bytes.count) {
      for inside in index..<index + length {
        #expect(UTF8Scalar.start(of: inside, in: bytes, notBefore: 0) == index)
      }
      scalars.append(scalar)
      index += length
    }
    #expect(scalars == Array(text.unicodeScalars))
  }

  @Test(arguments: [[0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE4, 0xB8], [0x80]] as [[UInt8]])
  func readsDamageByteByByte(bytes: [UInt8]) {
    for index in bytes.indices {
      let decoded = UTF8Scalar.decode(TextBytes(bytes), at: index, before: bytes.count)
      #expect(decoded?.0 == "\u{FFFD}")
      #expect(decoded?.1 == 1)
    }
  }
}
