import DirectiveModel
import Testing

@testable import DirectiveTUI

@Suite struct GlyphTests {
  @Test(arguments: [
    ("a\u{1B}[2Jb", "a␛[2Jb"), ("\u{7}\u{0}\u{7F}", "␇␀␡"), ("\u{9B}31m", "<009B>31m"), ("\u{202E}abc", "<202E>abc"),
    ("\u{2066}x\u{2069}", "<2066>x<2069>"), ("e\u{301}", "e\u{301}"), ("中文", "中文"), ("a\u{200B}b\u{FEFF}c", "abc"),
    ("x\u{E0041}", "x<E0041>"), ("\u{301}a", " \u{301}a"), ("a\u{3000}b", "a  b"), ("a\u{85}b", "a<0085>b"),
  ])
  func showsWhatMustNotBeDrawn(text: String, visible: String) {
    #expect(text.visible() == visible)
  }

  @Test func showsBytesThatAreNoText() {
    #expect(Glyphs([0x61, 0xFF, 0xC3], in: 0..<3).map(\.text) == ["a", "<FF>", "<C3>"])
  }

  @Test func leavesNoControlCharacterOfAnyBytes() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<300 {
      let bytes = (0..<64).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let glyphs = Array(Glyphs(TextBytes(bytes), in: 0..<bytes.count))
      for scalar in glyphs.map(\.text).joined().unicodeScalars {
        #expect(
          scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value) && !(0x202A...0x202E).contains(scalar.value))
      }
      #expect(glyphs.flatMap(\.bytes) == Array(0..<bytes.count))
    }
  }

  @Test func keepsFewMarksOnACharacter() {
    let text = "e" + String(repeating: "\u{301}", count: 1000)
    let glyphs = Array(Glyphs(text))
    #expect(glyphs.count == 1)
    #expect(glyphs[0].text.unicodeScalars.count == 5)
    #expect(glyphs[0].columns == 1)
  }

  @Test func measuresTabsFromTheColumn() {
    let tab = Array(Glyphs("\t"))[0]
    #expect([0, 1, 7, 8].map { tab.columns(at: $0) } == [8, 7, 1, 8])
  }

  @Test func takesPlainTextUpToWhatIsLeftOutOrMayHaveMarks() {
    let bytes = TextBytes("abcdefe\u{301}g")
    var glyphs = Glyphs(bytes, in: bytes.indices, omitting: 2..<4)
    #expect(glyphs.takePlain(atMost: 9) == 0..<2)
    #expect(glyphs.takePlain(atMost: 1) == 4..<5)
    #expect(glyphs.takePlain(atMost: 9) == 5..<6)
    #expect(glyphs.next()?.text == "e\u{301}")
    #expect(glyphs.takePlain(atMost: 9, before: 9) == 9..<9)
    #expect(glyphs.takePlain(atMost: 9) == 9..<10)
  }
}
