import Testing

@testable import DirectiveModel

/// Small statutes of European countries and of Vietnam and Korea, each in its own convention.
@Suite struct EuropeanStatuteTests {
  @Test func readsAnItalianLaw() {
    let text = """
      LEGGE 7 maggio 2031, n. 88

      CAPO I
      DISPOSIZIONI GENERALI

      Art. 1.
      (Oggetto)

      1. La presente legge disciplina i traghetti.

      2. Il comune decide.

      2-bis. Il silenzio vale assenso.

      3. La licenza vale cinque anni.

      Art. 1-bis
      (Sanzioni)

      1. La sanzione è di 50 euro.

      Art. 2.
      (Entrata in vigore)

      1. La presente legge entra in vigore domani.
      """
    #expect(
      outlineText(text) == """
        CAPO I DISPOSIZIONI GENERALI
          Art. 1. (Oggetto)
            1. La presente legge disciplina i traghetti
            2. Il comune decide
            2-bis. Il silenzio vale assenso
            3. La licenza vale cinque anni
          Art. 1-bis (Sanzioni)
            1. La sanzione è di 50 euro
          Art. 2. (Entrata in vigore)
            1. La presente legge entra in vigore domani
        """)
  }

  @Test func readsAPolishLaw() {
    let text = """
      USTAWA o promach

      ROZDZIAŁ 1
      Przepisy ogólne

      Art. 1. Ustawa określa zasady.

      Art. 2. 1. Zezwolenie wydaje starosta.
      2. Wniosek zawiera:
      1) imię;
      2) miejsce.

      ROZDZIAŁ 2
      Przepis końcowy

      Art. 3. Ustawa wchodzi w życie jutro.
      """
    #expect(
      outlineText(text) == """
        ROZDZIAŁ 1 Przepisy ogólne
          Art. 1. Ustawa określa zasady
          Art. 2.
            1. Zezwolenie wydaje starosta
            2. Wniosek zawiera:
              1) imię;
              2) miejsce
        ROZDZIAŁ 2 Przepis końcowy
          Art. 3. Ustawa wchodzi w życie jutro
        """)
  }

  @Test func readsADutchLaw() {
    let text = """
      Wet op de veerponten

      Hoofdstuk 1. Algemeen

      Artikel 1

      In deze wet wordt verstaan onder:

      a. veerpont: vaartuig;

      b. veerman: degene die vaart:

      1°. tegen betaling, of

      2°. om niet.

      Hoofdstuk 2. Vergunningen

      Paragraaf 2.1. De aanvraag

      Artikel 2

      Een aanvraag wordt schriftelijk ingediend.
      """
    #expect(
      outlineText(text) == """
        Hoofdstuk 1. Algemeen
          Artikel 1 In deze wet wordt verstaan onder:
            a. veerpont: vaartuig;
            b. veerman: degene die vaart:
              1°. tegen betaling, of
              2°. om niet
        Hoofdstuk 2. Vergunningen
          Paragraaf 2.1. De aanvraag
            Artikel 2 Een aanvraag wordt schriftelijk ingediend
        """)
  }

  @Test func readsInsertedArticlesAndLettersOfTheirOwn() {
    let russian = "Статья 1. Цели\n\nСтатья 1.1. Иные цели\n\nСтатья 2. Сроки"
    #expect(outlineText(russian) == "Статья 1. Цели\nСтатья 1.1. Иные цели\nСтатья 2. Сроки")
    let french = "Article 1er\n\nLe bac.\n\nArticle 1 bis\n\nLa voile.\n\nArticle 2\n\nLa fin."
    #expect(outlineText(french) == "Article 1er Le bac\nArticle 1 bis La voile\nArticle 2 La fin")
    let vietnamese = "Điều 1. Đò\n\na) Cá;\n\nb) Gà;\n\nc) Bò;\n\nd) Vịt;\n\nđ) Lợn;\n\ne) Tôm.\n\nĐiều 2. Bến"
    #expect(outlineText(vietnamese).contains("  d) Vịt;\n  đ) Lợn;\n  e) Tôm\nĐiều 2."))
    let portuguese = "Artigo 1.º\n\n1 - A barca atravessa.\n\n2 - A jangada não.\n\nArtigo 2.º\n\nFim."
    #expect(
      outlineText(portuguese) == "Artigo 1.º\n  1 - A barca atravessa\n  2 - A jangada não\nArtigo 2.º Fim")
    let korean = "제1조(목적) 나루를 돕는다.\n\n부칙 <제20111호, 2030. 8. 27.>\n\n제1조(시행일) 내일부터 시행한다."
    #expect(outlineText(korean).contains("\n부칙 "))
    #expect(outlineText(korean).hasSuffix("\n  제1조 (시행일) 내일부터 시행한다"))
  }
}
