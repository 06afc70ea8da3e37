import TestSupport
import Testing

@testable import DirectiveModel

private let notice = WhereSamples.notice
private let law = WhereSamples.law
private let act = WhereSamples.act

/// Whatever is typed, something sensible happens.
@Suite struct WherePropertyTests {
  @Test func resolvesEveryAddressToItself() {
    for document in [notice, law, act] {
      for id in document.outline.points.indices {
        let address = document.outline.address(of: id)
        #expect(document.outline.writtenAddress(of: id) == address?.description)
        guard let address else { continue }
        #expect(throws: Never.self) { try #require(document.points(at: address.description) == [id]) }
      }
    }
  }

  @Test(.enabled(if: Speech.isPresent, Comment(rawValue: Speech.absence)))
  func resolvesEveryAddressOfTheSpeech() throws {
    let document = Document(source: try Decoder.source(from: Speech.bytes()))
    #expect(document.outline.numberedCount == 22)
    for id in document.outline.points.indices {
      guard let address = document.outline.address(of: id) else { continue }
      #expect(try document.points(at: address.description) == [id])
    }
  }

  @Test func neverFailsOnWhatIsTyped() {
    let pieces = [
      "2", ".", "-", ",", "*", "(", ")", "第", "十二", "条", "款", "项", "（", "）", "Article ", "§", "§§ ", "\"", "“", " ",
      "～",
      "paragraph ", "point ", "9999999999", "\u{0}", "\u{FEFF}", "\u{1F600}", "の", "之一", "preamble", "b", "iv", "..",
      "至",
      "Articles ", "\n", "L311-3", "附则", "甲",
    ]
    var random = SystemRandomNumberGenerator()
    for _ in 0..<400 {
      let typed = (0..<Int.random(in: 0...8, using: &random)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &random)]
      }
      .joined()
      for document in [notice, law, act] {
        guard let selection = try? document.selection(at: typed) else { continue }
        #expect(!selection.points.isEmpty && !selection.text.isEmpty, "\(typed.debugDescription)")
        #expect(selection.points == selection.points.sorted() && Set(selection.points).count == selection.points.count)
        for (one, next) in zip(selection.text, selection.text.dropFirst()) { #expect(one.upperBound < next.lowerBound) }
        #expect(selection.text.allSatisfy { $0.lowerBound >= 0 && $0.upperBound <= document.source.bytes.count })
      }
    }
  }

  @Test func takesVeryLongInput() {
    for typed in [
      String(repeating: "（", count: 5_000), String(repeating: "1,", count: 4_000),
      String(repeating: "第一条", count: 2_000),
    ] {
      _ = try? law.points(at: typed)
    }
  }
}
