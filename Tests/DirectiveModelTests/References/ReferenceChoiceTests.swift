import Testing

@testable import DirectiveModel

/// Which of several points of the same number is cited, and what cites none.
@Suite struct ReferenceChoiceTests {
  private let chapters = """
    Chapter 1 Boats

    Section 1 Scope
    This chapter is on boats.

    Section 4 Duties
    (a) Boats are clean.
    (b) Boats are dry.

    Section 5 Fines
    Whoever breaks Section 4(b) pays. See Section 4(a) of Chapter 2.

    Chapter 2 Cars

    Section 1 Scope
    This chapter is on cars.

    Section 4 Duties
    (a) Cars are clean.
    (b) Cars are dry.

    Section 5 Fines
    Whoever breaks Section 4(b) pays, but not of Section 4(a) of Schedule 2.

    Chapter 3 Planes

    Section 1 Scope
    Section 4(b) and Section 1 of Chapter 1 apply to planes.

    """

  @Test func citesWhatStandsInTheSameChapter() {
    #expect(
      references(chapters) == [
        "Section 4(b) -> 1.2.2", "Section 4(a) of Chapter 2 -> 2.2.1", "Section 4(b) -> 2.2.2",
        "Section 4(b) -> 1.2.2", "Section 1 of Chapter 1 -> 1.1",
      ])
  }

  @Test func tellsHowManyAreAsNear() {
    let others = References(Document(source: Source(chapters))).all().map(\.others)
    #expect(others == [0, 0, 0, 1, 0])
  }

  @Test func meansNoAnnexFromTheTextBefore() {
    let law = """
      Chapter I Rules

      Article 1 Spoons
      Spoons are round.

      Chapter II More rules

      Article 2 Forks
      Article 1 applies to forks.

      Annex

      Article 1 Form
      The form is blue.

      """
    let document = Document(source: Source(law))
    #expect(References(document).all().map(\.others) == [0])
  }

  @Test func takesNoEntryOfTheContentsForAReference() {
    let law = """
      Widgets Act

      Contents

      Part I General
      Section 1 Scope ........ 2
      Section 2 Terms and
      Part II Registers  4
      　Section 1 Keeping

      Part I General

      Section 1 Scope

      Section 2 applies to toys, as Part II does.
      Section 1 applies to none.

      Section 2 Terms and words

      A widget is what the maker says.

      Part II Registers

      Section 1 Keeping

      The office keeps the register.

      """
    #expect(references(law) == ["Section 2 -> 1.2", "Part II -> 2"])
    let rules = """
      规定

      目　录

      　　第一章　总则
      　　第二章　罚则（第二条、第三条）……3

      第一章　总则

      第一条　依照第二章处理。
      第二章的规定适用于分馆。

      第二章　罚则

      第二条　罚款。

      """
    #expect(references(rules) == ["第二章 -> 2", "第二章 -> 2"])
    let order = "Ordnung\n\nInhalt\n\n§ 1 Karten\n§ 2 Schluss\n\n§ 1 Karten\n\nWie § 2.\n\n§ 2 Schluss\n\nEnde.\n"
    #expect(references(order) == ["§ 2 -> 2"])
  }

  @Test func readsNumbersOfFrenchCodes() {
    let code = """
      Code des outils

      Article L. 134-12

      L'outil est propre, selon l'article R. 134-12 et l'article L. 2.

      Article L. 2

      Les articles L. 134-12 et R134-12 s'appliquent. Voir les articles R. 134-12 à R. 134-14.

      Article R. 134-12

      Le registre est tenu.

      """
    #expect(
      references(code) == [
        "article R. 134-12 -> 3", "article L. 2 -> 2", "articles L. 134-12 -> 1", "R134-12 -> 3",
        "articles R. 134-12 -> 3",
      ])
  }

  @Test func readsEachArticleOfAListWithItsParagraphs() {
    let law = """
      Article 1
      1. Spoons are round.
      2. Spoons are deep.

      Article 2
      1. Forks are not spoons.
      2. Forks:
      (a) have tines;
      (b) are long.

      Article 3
      Articles 1(1) and 2 apply, and so do Articles 1(2), 2(2)(a) and 2(1).

      """
    #expect(
      references(law) == [
        "Articles 1(1) -> 1.1", "2 -> 2", "Articles 1(2) -> 1.2", "2(2)(a) -> 2.2.1", "2(1) -> 2.1",
      ])
  }
}
