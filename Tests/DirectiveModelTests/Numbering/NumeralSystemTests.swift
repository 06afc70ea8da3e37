import Testing

@testable import DirectiveModel

@Suite struct NumeralSystemTests {
  /// What `system` reads at the start of `text`: the number and how many characters it took.
  private func read(_ system: NumeralSystem, _ text: String) -> (value: Int, rest: String)? {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return nil }
      let folded = FoldedText(base: base, count: bytes.count)
      guard let match = system.read(folded, at: 0, before: bytes.count) else { return nil }
      return (match.value, String(decoding: bytes[match.end...], as: UTF8.self))
    }
  }

  @Test(arguments: [
    (NumeralSystem.arabic, "12. x", 12, ". x"), (.arabic, "１２．", 12, "．"), (.chinese, "十二、", 12, "、"),
    (.chinese, "一百〇三条", 103, "条"), (.chinese, "一百二十三章", 123, "章"), (.chinese, "廿一、", 21, "、"),
    (.chinese, "二〇二一年", 2021, "年"), (.chinese, "一千零五条", 1005, "条"), (.chinese, "三　二の", 3, "　二の"),
    (.upperRoman, "XIV.", 14, "."), (.lowerRoman, "viii)", 8, ")"), (.upperRoman, "ＩＶ．", 4, "．"),
    (.lowerLetter, "c)", 3, ")"), (.lowerLetter, "bb)", 28, ")"), (.upperLetter, "Z.", 26, "."),
    (.doubledLetter, "cc)", 3, ")"), (.symbols(.circled), "⑫水", 12, "水"), (.symbols(.parenthesised), "⑵灯", 2, "灯"),
    (.symbols(.iroha), "ハ　", 3, "　"), (.symbols(.gojuon), "ウ　", 3, "　"), (.symbols(.heavenlyStems), "丁、", 4, "、"),
    (.words(.englishOrdinals), "Thirdly, x", 3, ", x"), (.words(.englishCardinals), "FOUR", 4, ""),
    (.words(.germanOrdinals), "Fünfter Teil", 5, " Teil"), (.words(.frenchOrdinals), "Ier : X", 1, " : X"),
    (.words(.chineseSequence), "其次，", 2, "，"), (.frenchArticle, "R*132-6-1 x", 0, " x"),
    (.frenchArticle, "L. 12", 0, ""),
  ])
  func reads(system: NumeralSystem, text: String, value: Int, rest: String) throws {
    let match = try #require(read(system, text))
    #expect(match.value == value)
    #expect(match.rest == rest)
  }

  @Test(arguments: [
    (NumeralSystem.arabic, "12345"), (.arabic, "x"), (.chinese, "条"), (.upperRoman, "IIII."), (.upperRoman, "VX"),
    (.lowerRoman, "IV"), (.upperLetter, "a"), (.doubledLetter, "ab"), (.words(.englishOrdinals), "Firstborn"),
    (.words(.englishCardinals), "Onerous"), (.decimalPath, "3"), (.symbols(.circled), "1"),
  ])
  func refuses(system: NumeralSystem, text: String) {
    #expect(read(system, text) == nil)
  }

  @Test(arguments: [
    NumeralSystem.arabic, .chinese, .upperRoman, .lowerRoman, .upperLetter, .lowerLetter, .doubledLetter,
    .symbols(.circled), .symbols(.parenthesised), .symbols(.stopped), .symbols(.iroha), .symbols(.gojuon),
    .symbols(.heavenlyStems), .words(.englishOrdinals), .words(.englishCardinals), .words(.germanOrdinals),
  ])
  func readsWhatItWrites(system: NumeralSystem) throws {
    for value in 1...26 {
      guard let text = system.write(value) else { continue }
      #expect(try #require(read(system, text)).value == value, "\(text)")
    }
    #expect(system.write(1) != nil)
  }

  @Test func writesLargeChineseNumbers() {
    #expect([101, 110, 1005, 219].map { NumeralSystem.chinese.write($0) } == ["一百零一", "一百一十", "一千零五", "二百一十九"])
  }

  @Test func readsDecimalPaths() {
    let text = Array("3.10.2 x A.1. y".utf8)
    text.withUnsafeBufferPointer { bytes in
      let folded = FoldedText(base: bytes.baseAddress!, count: bytes.count)
      #expect(DecimalPath.read(folded, at: 0, before: bytes.count)?.path == DecimalPath([3, 10, 2]))
      let lettered = DecimalPath.read(folded, at: 9, before: bytes.count)?.path
      #expect(lettered?.isLettered == true)
      #expect(lettered?.last == 1)
    }
  }
}
