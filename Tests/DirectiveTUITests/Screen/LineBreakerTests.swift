import DirectiveModel
import Testing

@testable import DirectiveTUI

@Suite struct LineBreakerTests {
  private func rows(_ text: String, _ width: Int) -> [String] {
    let bytes = Array(text.utf8)
    return LineBreaker(width: width).rows(of: 0..<bytes.count, in: bytes).map {
      String(decoding: bytes[$0.bytes], as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("one two three", 8, ["one two ", "three"]), ("one two", 7, ["one two"]), ("one two  ", 7, ["one two  "]),
    ("abcdefghij", 4, ["abcd", "efgh", "ij"]), ("well-known fact", 6, ["well-", "known ", "fact"]), ("", 5, [""]),
    ("看一看天空", 4, ["看一", "看天", "空"]), ("看天，地", 4, ["看", "天，", "地"]), ("看（天）", 4, ["看", "（天", "）"]),
    ("a 看b看", 4, ["a 看", "b看"]), ("中", 1, ["中"]), ("12 345 看看看", 7, ["12 345 ", "看看看"]),
  ])
  func breaks(text: String, width: Int, expected: [String]) {
    #expect(rows(text, width) == expected)
  }

  @Test(arguments: 2...40)
  func losesNothingAtAnyWidth(width: Int) {
    let text = sample.replacing("\n", with: " ") + "——（一）“改革”，开放。１２３\t\u{1B}[1m https://example.org/a/b?c=d e\u{301}"
    let bytes = Array(text.utf8)
    let rows = LineBreaker(width: width).rows(of: 0..<bytes.count, in: bytes)
    #expect(rows.flatMap(\.bytes) == Array(0..<bytes.count))
    for row in rows {
      var columns = 0
      for glyph in Glyphs(bytes, in: row.bytes) where glyph.kind != .blank && glyph.kind != .tab {
        columns += glyph.columns
      }
      #expect(columns <= max(width, 6))  // a sign such as <202E> is never cut
    }
  }

  @Test func closingPunctuationBeginsNoRow() {
    let text = String(repeating: "工会，要维护职工的权益。（见第二条）", count: 8)
    for width in 6...30 {
      for row in rows(text, width) {
        #expect(!"，。）".contains(row.first ?? " "), "width \(width): \(row)")
        #expect(row.last != "（", "width \(width): \(row)")
      }
    }
  }
}

@Suite struct TextLayoutTests {
  @Test func walksDownAndUpTheSameRows() {
    let source = Source(sample)
    let document = Document(source: source)
    for width in [3, 10, 44] {
      let layout = TextLayout(document: document, width: width)
      var down = [layout.row(holding: 0)]
      while let next = layout.row(after: down[down.count - 1]) { down.append(next) }
      var up = [layout.row(holding: source.bytes.count)]
      while let previous = layout.row(before: up[up.count - 1]) { up.append(previous) }
      #expect(down == up.reversed())
      #expect(layout.rows(from: down[0], count: 1000) == down)
      #expect(layout.rows(from: down[3], count: 4) == Array(down[3..<7]))
    }
  }

  @Test func cutsAVeryLongLineIntoBlocks() throws {
    let source = Source(String(repeating: "字词句 and words, ", count: 1500))
    let layout = TextLayout(document: Document(source: source), width: 40)
    var bytes = 0
    var row: TextRow? = layout.row(holding: 0)
    while let current = row {
      #expect(current.lowerBound == bytes)
      bytes = current.upperBound
      row = layout.row(after: current)
    }
    #expect(bytes == source.bytes.count)
    let middle = layout.row(holding: 20_000)
    #expect(middle.bytes.contains(20_000))
    let next = try #require(layout.row(after: middle))
    #expect(layout.row(before: next) == middle)
  }
}
