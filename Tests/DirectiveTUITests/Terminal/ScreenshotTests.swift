import DirectiveModel
import Testing

@testable import DirectiveTUI

@Suite struct ScreenshotTests {
  private let theme = Theme(.dark) { _ in nil }

  @Test func placesEachCharacterAtItsColumn() {
    var frame = Frame(size: Size(columns: 9, rows: 2))
    frame.put(" a<b 感c", row: 1, column: 0, limit: 8, role: .text)
    let svg = Screenshot(frame: frame, theme: theme).svg
    #expect(svg.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"101\" height=\"58\""))
    #expect(svg.contains("<text x=\"19\" y=\"43\" textLength=\"27\""))
    #expect(svg.contains("\">a&lt;b</text>"))
    #expect(svg.contains("<text x=\"55\" y=\"43\" textLength=\"18\""))
    #expect(svg.contains("\">感</text>"))
    #expect(svg.contains("<text x=\"73\" y=\"43\""))
  }

  @Test func drawsReversedCellsOnTheirBackground() {
    var frame = Frame(size: Size(columns: 2, rows: 1))
    frame.put("ab", row: 0, column: 0, limit: 2, role: .selected)
    let svg = Screenshot(frame: frame, theme: theme).svg
    #expect(svg.contains("<rect x=\"10\" y=\"10\" width=\"18\" height=\"19\" fill=\"#"))
    #expect(svg.contains("\">ab</text>"))
  }
}
