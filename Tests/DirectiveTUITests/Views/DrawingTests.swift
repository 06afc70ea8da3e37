import DirectiveModel
import Testing

@testable import DirectiveTUI

@Suite struct DrawingTests {
  @Test func drawsWithASCIIWhereTheLocaleHasNothingElse() {
    var session = Session(sample, columns: 80, rows: 14)
    session.withoutUnicode()
    session.press("2.1<Enter>/torn")
    let screen = session.screen.filter { !"感谢读者。".contains($0) }
    #expect(!screen.contains { !$0.isASCII }, "\(screen)")
    #expect(session.screen.contains(":- 2 Care for"))
    #expect(session.screen.contains("| "))
  }

  @Test("The frame is drawn with nothing of ambiguous width") func drawsOnlyWhatHasOneWidthWhereSomeAreWide() {
    let session = Session(sample, columns: 80, rows: 14, config: "ambiguous-width = 2")
    let signs = session.screen.unicodeScalars.filter { !$0.isASCII }
    #expect(
      signs.allSatisfy { DisplayWidth.columns(of: $0, ambiguous: 1) == DisplayWidth.columns(of: $0, ambiguous: 2) })
  }

  @Test(arguments: [
    ("“", 2), ("…", 2), ("—", 2), ("①", 2), ("●", 2), ("a", 1), ("好", 2), ("é", 2), ("ü", 2), ("ö", 1), ("▾", 1),
  ])
  func measuresAmbiguousCharacters(character: String, wide: Int) throws {
    let scalar = try #require(character.unicodeScalars.first)
    #expect(DisplayWidth.columns(of: scalar, ambiguous: 2) == wide)
    #expect(DisplayWidth.columns(of: scalar, ambiguous: 1) == (character == "好" ? 2 : 1))
  }
}
