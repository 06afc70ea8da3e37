import Testing

@testable import DirectiveModel

/// References by signs and decimal numbers: `§ 2 Abs. 2`, `section 2.1`.
@Suite struct SectionReferenceTests {
  @Test func readsGermanReferences() {
    let law = """
      Bibliotheksordnung

      § 1 Leser

      (1) Leser ist, wer eine Karte nach § 2 Abs. 2 hat.

      (2) Für Kinder gilt Absatz 1 entsprechend; die §§ 2 und 3 des Jugendschutzgesetzes bleiben unberührt.

      § 2 Karten

      (1) Karten gibt es nach § 3 BGB und § 1 Absatz 1 dieser Ordnung.

      (2) Die §§ 1 bis 3 gelten auch hier.

      § 3 Schluss

      Diese Ordnung gilt.

      """
    #expect(
      references(law) == [
        "§ 2 Abs. 2 -> 2.2", "Absatz 1 -> 1.1", "§ 1 Absatz 1 -> 1.1", "§§ 1 -> 1", "3 -> 3",
      ])
  }

  @Test func readsDecimalReferences() {
    let memo = """
      1. Introduction

      See section 2.1 and Section 2.2, but not [RFC2119], Section 2, nor Section 2.1 of [RFC3315] or RFC 2119, section 1.

      2. Words

      2.1. Short ones

      As Section 1 says, and sections 2.1 and 2.2 too.

      2.2. Long ones

      Nothing is in Appendix A.1 nor in section 7.

      """
    #expect(
      references(memo) == [
        "section 2.1 -> 2.1", "Section 2.2 -> 2.2", "Section 1 -> 1", "2.2 -> 2.2",
      ])
  }
}
