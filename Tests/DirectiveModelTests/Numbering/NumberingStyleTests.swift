import Testing

@testable import DirectiveModel

@Suite struct NumberingStyleTests {
  /// The names of the styles of which the scanner finds a reading on a line.
  static func styles(on line: String) -> [String] {
    Array(line.utf8).withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return [] }
      var scanner = MarkerScanner(FoldedText(base: base, count: bytes.count), styles: .all)
      scanner.scan(line: 1, start: 0, limit: bytes.count)
      return scanner.found.readings.map { NumberingStyle.all[Int($0.style)].name }
    }
  }

  @Test(arguments: NumberingStyle.all.map { ($0.name, $0.example) })
  func readsItsExample(name: String, example: String) {
    #expect(Self.styles(on: example).contains(name))
  }

  @Test func readsSpacedChineseUnits() {
    #expect(Self.styles(on: "第 十 二 条　渔港") == ["第…条"])
    #expect(Self.styles(on: "　　第　三　章　总　则") == ["第…章"])
  }

  @Test func namesAreUnique() {
    #expect(Set(NumberingStyle.all.map(\.name)).count == NumberingStyle.all.count)
  }

  @Test func keepsAllReadingsOfAMarker() {
    #expect(Self.styles(on: "(i) rest") == ["(i)", "(a)"])
    #expect(Self.styles(on: "C. Tools").sorted() == ["A.", "I."])
  }

  @Test(arguments: [
    "10:30 the bell rings", "Article 5(2), point (b), applies",
    "First Secretary Lin spoke",
    "First, second and third, then.", "J. R. Smith spoke.", "(2), ID (218), Length", "2.5吨水泥已受潮。", "5、6号库暂不开放。",
    "第一条的规定不适用。", "第三条第二款", "一是一，二是二。", "1. Januar begann der Bau.", "(1) above lays down", "2. of the old deed",
    "Figure 2. A loom.", "Table 1. Looms", "Step 2: oil the loom.", "NB: fees are due.",
    "12,000 sacks",
    "§§ 4 und 5 gelten nicht.", "§ 5 Abs. 2 gilt auch.", "第一章我读了三遍，第二节最难懂。",
    "#hashtag", "“第三条　每人可借八册。",
  ])
  func findsNoMarker(line: String) {
    #expect(Self.styles(on: line).filter { $0 != "1 " && $0 != "Section" } == [])
  }
}
