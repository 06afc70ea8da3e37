import Testing

@testable import DirectiveModel

private let source = Source(
  """
  1. We must consciously accept the
  leadership of “the union”, and co-operate.

  2. 要切实维护职工合法权益，
  不断提高服务水平。

  3. We must consciously accept the rules of the reading room, and nothing else matters.

  """)

@Suite struct QuotationTests {
  private func found(_ text: String) -> [String] {
    Quotation(text).matches(in: source).map(source.string)
  }

  @Test(arguments: [
    ("accept the leadership", "accept the\nleadership"), ("leadership of \"the union\"", "leadership of “the union"),
    ("cooperate", "co-operate"), ("职工合法权益,不断提高", "职工合法权益，\n不断提高"), ("ｎｏｔｈｉｎｇ else", "nothing else"),
    ("  We  must\nconsciously accept the r", "We must consciously accept the r"),
  ])
  func toleratesLayout(quotation: String, text: String) {
    #expect(found(quotation) == [text])
  }

  @Test func findsWhatOverlapsItself() {
    let source = Source("aabaabaaab, abababab")
    #expect(Quotation("aabaaab").matches(in: source).map(\.lowerBound) == [3])
    #expect(Quotation("abab").matches(in: source).map(\.lowerBound) == [12, 16])
  }

  /// In four bytes each, the passage would seem to begin at every scalar.
  @Test func looksForHostileTextOnce() {
    let source = Source(String(repeating: "\u{10000}", count: 200_000))
    #expect(Quotation(String(repeating: "\u{100}", count: 40_000)).matches(in: source).isEmpty)
    #expect(Quotation(String(repeating: "\u{10000}", count: 40_000) + "a").matches(in: source).isEmpty)
  }

  @Test func findsEveryPlace() {
    #expect(found("We must").count == 2)
    #expect(found("we must").isEmpty)
    #expect(found("").isEmpty)
    #expect(found(" - ").isEmpty)
  }
}

@Suite struct NearestPassageTests {
  private func compared(_ quotation: String) -> String? {
    NearestPassage(quotation, in: source)?.pieces.map { piece in
      switch piece {
      case .same(let text): text
      case .quoted(let text): "[-\(text)-]"
      case .printed(let text): "{+\(text)+}"
      }
    }.joined()
  }

  @Test func showsWordsThatDiffer() {
    #expect(
      compared("We must willingly accept the leadership of the union")
        == "We must[- willingly-]{+ consciously+} accept the leadership of “the union”")
    #expect(
      compared("We must accept the rules of the reading room and nothing else")
        == "We must{+ consciously+} accept the rules of the reading room{+,+} and nothing else")
  }

  @Test func keepsWhatIsTheSameAfterAMistakeNearTheEnd() {
    #expect(
      compared("the rules of the readng room and nothing")
        == "the rules of the[- readng-]{+ reading+} room{+,+} and nothing")
    #expect(
      compared("of the reading rom and nothing") == "of the reading[- rom-]{+ room,+} and nothing")
  }

  @Test func showsCharactersThatDifferInChinese() {
    #expect(compared("要切实保护职工的合法权益") == "要切实[-保-]{+维+}护职工[-的-]合法权益")
    #expect(NearestPassage("要切实保护职工的合法权益", in: source)?.differences == 2)
  }

  @Test func tellsThePassage() throws {
    let nearest = try #require(NearestPassage("不断提升服务水平", in: source))
    #expect(source.string(nearest.range) == "不断提高服务水平")
    #expect(source.line(at: nearest.range.lowerBound) == 5)
  }

  @Test(arguments: ["", "zebra crossings in winter", "完全不同的话", "-", "x"]) func knowsWhenNothingIsLike(quotation: String)
  {
    #expect(NearestPassage(quotation, in: source) == nil)
  }

  @Test func comparesWhateverComes() {
    let pieces = ["must ", "要", "“", "\u{0}", "accept", " the", "，", "é", "👍", "\n", "职工", "rules ", "-", "1."]
    var random = SystemRandomNumberGenerator()
    for _ in 0..<300 {
      let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &random)]
      }.joined()
      guard let nearest = NearestPassage(text, in: source) else { continue }
      #expect(nearest.range.upperBound <= source.bytes.count && !nearest.range.isEmpty)
      #expect(NearestPassage(text, in: Source("a")) == nil || !text.isEmpty)
    }
    #expect(NearestPassage(String(repeating: "word ", count: 5000), in: source) == nil)
  }
}
