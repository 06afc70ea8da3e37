import Testing

@testable import DirectiveModel

@Suite struct NothingLostTests {
  /// The points' own texts one after the other.
  private func text(of document: Document) -> [UInt8] {
    document.outline.points.indices.flatMap { document.source.bytes[document.ownText(of: $0)] }
  }

  private static let pieces = [
    "一、总则\n", "（一）快。慢。\n", "1. Oil\n", "(b)(1) Two\n", "First, x.\n", "\n", "　　\n", "第三条　渔港\n", "# Head\n", "```\n",
    "- 3 -\n",
    "Article 5\n", "Comrades, on!\n", "2.1 Wheels", "\r", "\r\n", "\u{FEFF}", "“（二）引", "附件：", "§ 4 ", "(i) ", "\u{0C}",
    "目录\n", "2030年1月1日\n", "一是省水；二是省电。\n",
  ]

  private static func text(_ seed: Int) -> String {
    var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1
    var text = ""
    for _ in 0..<40 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text += pieces[Int(state >> 33) % pieces.count]
    }
    return text
  }

  @Test(arguments: 0..<200)
  func tellsPlacesAsTheWholeOutlineDoes(seed: Int) {
    let whole = Document(source: Source(Self.text(seed)))
    expectSamePlaces(in: whole, Array(stride(from: seed % 7, to: whole.source.bytes.count, by: 1 + seed % 50)))
  }

  @Test(arguments: [31, 997, 40_000])
  func tellsPlacesAmongThousandsOfPoints(distance: Int) {
    let text = "总说：一是快；二是慢。\n" + String(repeating: "一、省水：一是关；二是停。\n（一）灯。\n第三，网：一是补；二是换。\n", count: 3000)
    let whole = Document(source: Source(text))
    #expect(whole.outline.numberedCount > 4 * PointMaker.stretch)
    expectSamePlaces(in: whole, Array(stride(from: 3, to: whole.source.bytes.count, by: distance)))
  }

  private func expectSamePlaces(in whole: Document, _ offsets: [Int]) {
    let places = Document(
      source: whole.source, tellingPlacesOf: Matches(offsets.map { Match($0..<$0 + 1) }), options: OutlineOptions())
    for offset in offsets {
      let expected = whole.outline.point(holding: offset).map { whole.addressText(of: $0) }
      #expect(places.outline.point(holding: offset).map { places.addressText(of: $0) } == expected, "\(offset)")
    }
  }

  @Test(arguments: 0..<200)
  func holdsEveryByteOnce(seed: Int) {
    let text = Self.text(seed)
    let document = Document(source: Source(text))
    #expect(self.text(of: document) == Array(document.source.bytes))
    for point in document.outline.points {
      #expect(point.start <= point.markerStart || point.kind != .numbered)
      #expect(point.markerStart <= point.markerEnd && point.headingStart <= point.headingEnd)
      #expect(Int(point.headingEnd) <= document.source.bytes.count)
    }
  }

  @Test(
    arguments: [
      [], [0x20, 0x0A, 0x20], [0], Array(repeating: 0, count: 100), [0xFF, 0xFE, 0x31, 0x2E, 0x20],
      [0x31, 0x2E, 0x20, 0xE4],
      [0xE7, 0xAC], [0x31, 0x2E], [0x23], [0x28], [0x0D], [0xE3, 0x80],
    ] as [[UInt8]])
  func readsAnything(bytes: [UInt8]) {
    let document = Document(source: Source(utf8: bytes))
    #expect(text(of: document) == bytes)
  }

  @Test func readsInvalidBytesInTheMiddle() {
    let bytes = Array("1. One\n".utf8) + [0xFF, 0xC3, 0x28, 0x0A] + Array("2. Two\n".utf8)
    let document = Document(source: Source(utf8: bytes))
    #expect(document.outline.numberedCount == 2)
    #expect(text(of: document) == bytes)
  }

  @Test func readsALineOfAMegabyte() {
    let document = Document(source: Source("一、" + String(repeating: "很长，", count: 120_000) + "\n二、短\n三、完"))
    #expect(document.outline.numberedCount == 3)
  }

  @Test func readsAHundredThousandHeadings() {
    let source = Source((1...100_000).map { "## Heading \($0)\n" }.joined())
    #expect(OutlineReader.outline(of: source).numberedCount == 100_000)
  }

  @Test func readsAHundredThousandFirstNumbers() {
    let source = Source(String(repeating: "1. a\n(a) b\n(i) c\n1) d\n", count: 25_000))
    let document = Document(source: source)
    #expect(text(of: document) == Array(source.bytes))
  }

  @Test func readsDeepNesting() {
    let path = (1...8).map { String(repeating: "1.", count: $0) + "1 Level\n" }
    let source = Source(path.joined() + String(repeating: "((((((((((\n", count: 10_000))
    #expect(OutlineReader.outline(of: source).points.map(\.depth).max() ?? 0 >= 7)
  }

  @Test func readsPartsOnSeveralThreadsAsOne() {
    let text = String(
      repeating: """
        第一章　总则
        第一条　渔港。
        （一）灯；
        （二）网。
        1.1 a
        "3A. Smoke.
        It ends."
        ```
        # x
        ```

        x
        ---
        # y

        2. z
        ===

        """, count: 400)
    let source = Source(text)
    let one = OutlineReader.read(source, OutlineOptions(), explains: false).outline
    let many = OutlineReader.read(source, OutlineOptions(), explains: false, chunk: 97).outline
    #expect(one.points == many.points)
    #expect(one.title == many.title)
    #expect(
      OutlineReader.notes(of: source)
        == OutlineReader.notes(of: source, OutlineOptions(), chunk: 97))
  }
}
