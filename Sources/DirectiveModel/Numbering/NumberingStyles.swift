extension NumberingStyle {
  /// Every style that is read. A new style is one row; at one place in a text, rows are tried in this order.
  ///
  /// Ranks follow legislative custom: annex 5, book 8, title and 编 10, part 12, chapter 20, section and 节 30,
  /// 款 35, 目 40, article and § 50, numbered paragraphs of Japanese articles 55. A document that contradicts them is
  /// believed (`UnitRanks`).
  static let all: [NumberingStyle] =
    units + paragraphs + decimals + enumerators + ordinals
    + [enactingFormula, closingFormula, attachments, glossary, markdown]

  /// Styles that differ in their dress alone: some lists change from one to another.
  static let families = [
    ["1.", "1、", "⒈", "1)"], ["(1)", "⑴", "1)"], ["一、", "一.", "一)", "一　"], ["（一）", "㈠", "一)"],
    ["First,", "In the first place,", "The first is", "One is to"], ["第一，", "一是", "一要", "其一，", "首先，"],
  ]

  /// The place of the Markdown style in `all`.
  static let markdownIndex = UInt8(all.count - 1)

  private static let enactingFormula = NumberingStyle(
    name: "HAS ADOPTED", kind: .boundary,
    prefixes: [
      "has adopted this", "have adopted this", "has decided", "have agreed as follows", "have agreed upon",
      "hereby recommends", "has adopted the following", "ont convenu", "a adopté", "arrête", "décrète",
      "now, therefore", "now therefore",
    ],
    numerals: [.none], suffixes: [""], follow: .anything, rank: 0, isWeak: false,
    example: "HAS ADOPTED THIS REGULATION:")

  private static let closingFormula = NumberingStyle(
    name: "Done at", kind: .boundary,
    prefixes: ["done at ", "in witness whereof", "in faith whereof", "explanatory note", "fait à ", "geschehen zu "],
    numerals: [.none], suffixes: [""], follow: .anything, rank: 1, isWeak: false,
    example: "Done at Brussels, 11 March 2031.")

  private static let attachments = NumberingStyle(
    name: "附件：1.", kind: .boundary, prefixes: ["附~件~:~", "附~:~", "붙~임~:~", "붙~임 "], numerals: [.arabic],
    suffixes: [".", "、"], follow: .anything, rank: 2, isWeak: false, example: "附件：1.渡船名单")

  private static let glossary = NumberingStyle(
    name: "名词解释", kind: .boundary, prefixes: ["名~词~解~释", "名~词~注~释", "有关名词解释", "相关名词解释"], numerals: [.none],
    suffixes: ["~:", ""], follow: .alone, rank: 3, isWeak: false, example: "名词解释")

  private static let markdown = NumberingStyle(
    name: "#", kind: .markdown, prefixes: ["# "], numerals: [.none], suffixes: [""], follow: .anything, rank: 0,
    isWeak: false, example: "## Setup")

  private static let chineseUnit: [NumeralSystem] = [.chinese, .arabic]
  private static let latinUnit: [NumeralSystem] = [.upperRoman, .arabic, .words(.englishCardinals)]
  private static let spanishUnit: [NumeralSystem] = [.words(.spanishOrdinals)] + latinUnit
  private static let lettered: [NumeralSystem] = [
    .decimalPath, .upperRoman, .arabic, .upperLetter, .words(.englishCardinals),
  ]

  private static let units: [NumberingStyle] = [
    .unit("第…条", ["第~"], chineseUnit, ["~条", "~條"], rank: 50, follow: .article, example: "第十二条　本法自公布之日起施行。"),
    .unit("第…章", ["第~"], chineseUnit, ["~章"], rank: 20, example: "第三章　借阅"),
    .unit("第…节", ["第~"], chineseUnit, ["~节", "~節"], rank: 30, example: "第一节 一般规定"),
    .unit("第…编", ["第~"], chineseUnit, ["~编", "~編"], rank: 10, example: "第一编　总则"),
    .unit("第…篇", ["第~"], chineseUnit, ["~篇"], rank: 11, example: "第二篇 发展环境"),
    .unit("第…分编", ["第~"], chineseUnit, ["~分编", "~分編"], rank: 12, example: "第一分编　通则"),
    .unit("第…部分", ["第~"], chineseUnit, ["~部分", "~部"], rank: 13, example: "第一部分 工作回顾"),
    .unit("第…分部", ["第~"], chineseUnit, ["~分部"], rank: 15, example: "第2分部 牌照"),
    .unit("第…款", ["第~"], chineseUnit, ["~款"], rank: 35, example: "第一款　登记"),
    .unit("第…目", ["第~"], chineseUnit, ["~目"], rank: 40, example: "第一目　通则"),
    .unit("附件", ["附~件~", "附~表~"], [.chinese, .arabic], ["", "~:"], rank: 5, follow: .title, example: "附件1：名单"),
    .unit("附件, unnumbered", ["附~件"], [.none], [""], rank: 5, follow: .alone, example: "附件"),
    .unit(
      "附录", ["附~录~", "附~錄~"], [.upperLetter, .chinese, .arabic], ["", "~:"], rank: 5, follow: .title,
      example: "附录A（规范性）"),
    .unit(
      "別紙",
      [
        "別~紙~", "別~添~", "別~表~", "別~表~第~", "別~記~第~", "別~記~様~式~第~", "様~式~第~", "별~표~", "별~지~제~", "별~첨~", "붙~임~",
      ], [.arabic, .chinese], ["~号", "~호~서식", ""], rank: 5, example: "別紙１　業務の範囲"),
    .unit("別紙, unnumbered", ["別~紙", "別~添", "別~表"], [.none], [""], rank: 5, follow: .alone, example: "別　紙"),
    .unit("附則", ["附~則~抄", "附~則", "附~则"], [.none], [""], rank: 8, follow: .alone, example: "附　則"),
    .unit("제…조", ["제~"], [.arabic], ["~조"], rank: 50, follow: .anything, example: "제1조(목적) 이 법은 도서관에 관하여 정한다."),
    .unit("제…장", ["제~"], [.arabic], ["~장", "~장."], rank: 20, follow: .blankAndTitle, example: "제1장 총칙"),
    .unit("제…편", ["제~"], [.arabic], ["~편"], rank: 10, follow: .blankAndTitle, example: "제1편 총칙"),
    .unit("제…관", ["제~"], [.arabic], ["~관"], rank: 35, follow: .blankAndTitle, example: "제1관 통칙"),
    .unit("부칙", ["부~칙"], [.none], [""], rank: 8, follow: .alone, example: "부칙"),
    .unit("제…절", ["제~"], [.arabic], ["~절"], rank: 30, follow: .blankAndTitle, example: "제2절 회원"),

    .unit(
      "Article", ["article ", "art. "], lettered + [.words(.frenchOrdinals), .frenchArticle],
      [".", "º.", "º", "°", ""], rank: 50,
      example: "Article 5"),
    .unit("Section", ["section "], lettered, rank: 30, example: "Section 2 Members"),
    .unit("Clause", ["clause ", "rule "], lettered, rank: 50, example: "Clause 7 Notices"),
    .unit("Sec.", ["sec. ", "sec "], lettered, rank: 50, example: "Sec. 102. Effective date."),
    .unit("§", ["§~"], [.decimalPath, .arabic], [".", "º", "°", ""], rank: 50, example: "§ 3a Begriffsbestimmungen"),
    .unit("Chapter", ["chapter ", "chap. "], lettered, rank: 20, example: "CHAPTER IV"),
    .unit("Subchapter", ["subchapter "], lettered, rank: 25, example: "Subchapter II Fees"),
    .unit("Part", ["part "], lettered, rank: 12, example: "PART TWO — The Council"),
    .unit("Subpart", ["subpart "], lettered, rank: 28, example: "Subpart A. General"),
    .unit("Division", ["division "], lettered, rank: 15, example: "Division 2—Licences"),
    .unit("Title", ["title "], latinUnit, rank: 10, example: "TITLE III"),
    .unit("Subtitle", ["subtitle "], lettered, rank: 11, example: "Subtitle A Housing"),
    .unit("Book", ["book "], latinUnit, rank: 8, example: "Book One"),
    .unit("Volume", ["volume "], latinUnit, rank: 7, example: "Volume I"),
    .unit("Annex", ["annex ", "annexe "], lettered, rank: 5, example: "ANNEX II"),
    .unit("Schedule", ["schedule ", "exhibit ", "attachment "], lettered, rank: 5, example: "Schedule 1"),
    .unit(
      "Annex, unnumbered", ["annex", "schedule", "anlage", "anhang"], [.none], [""], rank: 5, example: "ANNEX"),
    .unit("Appendix", ["appendix "], [.arabic, .upperLetter, .upperRoman], rank: 5, example: "Appendix A. Changes"),

    .unit("Buch", ["buch "], latinUnit, rank: 8, example: "Buch 2 - Schuldverhältnisse"),
    .unit("Teil", ["teil "], lettered, rank: 12, example: "Teil 1 - Allgemeines"),
    .unit("Kapitel", ["kapitel "], lettered, rank: 20, example: "Kapitel 3 - Verfahren"),
    .unit("Abschnitt", ["abschnitt "], lettered, rank: 22, example: "Abschnitt 2 - Gebühren"),
    .unit("Unterabschnitt", ["unterabschnitt "], lettered, rank: 25, example: "Unterabschnitt 1 - Anträge"),
    .unit("Titel", ["titel "], lettered, rank: 27, example: "Titel 1 - Grundsätze"),
    .unit("Untertitel", ["untertitel "], lettered, rank: 28, example: "Untertitel 2 - Fristen"),
    .unit("Artikel", ["artikel "], latinUnit, rank: 50, example: "Artikel 3 - Inkrafttreten"),
    .unit("Anlage", ["anlage ", "anhang "], lettered, rank: 5, example: "Anlage 1 (zu § 4)"),
    .unit("Erstes Buch", [""], [.words(.germanOrdinals)], [" buch"], rank: 8, example: "Erstes Buch - Personen"),
    .unit(
      "Erster Teil", [""], [.words(.germanOrdinals)], [" teil", " hauptteil"], rank: 12,
      example: "Zweiter Teil - Prüfung"),
    .unit("Erstes Kapitel", [""], [.words(.germanOrdinals)], [" kapitel"], rank: 20, example: "Drittes Kapitel"),
    .unit(
      "Erster Abschnitt", [""], [.words(.germanOrdinals)], [" abschnitt"], rank: 22,
      example: "Erster Abschnitt - Allgemeines"),
    .unit(
      "Erster Unterabschnitt", [""], [.words(.germanOrdinals)], [" unterabschnitt"], rank: 25,
      example: "Erster Unterabschnitt"),
    .unit("Erster Titel", [""], [.words(.germanOrdinals)], [" titel"], rank: 27, example: "Erster Titel - Antrag"),
    .unit("1. Teil", [""], [.arabic, .upperRoman], [".~teil"], rank: 12, example: "2. Teil - Prüfung"),
    .unit("1. Kapitel", [""], [.arabic, .upperRoman], [".~kapitel"], rank: 20, example: "3. Kapitel"),
    .unit(
      "1. Abschnitt", [""], [.arabic, .upperRoman], [".~abschnitt"], rank: 22, example: "1. Abschnitt - Berufsbild"),
    .unit(
      "1. Unterabschnitt", [""], [.arabic, .upperRoman], [".~unterabschnitt"], rank: 25, example: "2. Unterabschnitt"),

    .unit("Livre", ["livre "], [.words(.frenchOrdinals)] + latinUnit, rank: 8, example: "Livre Ier : DES PERSONNES"),
    .unit("Partie", ["partie "], [.words(.frenchOrdinals)] + latinUnit, rank: 7, example: "Partie II"),
    .unit("Première partie", [""], [.words(.frenchOrdinals)], [" partie"], rank: 7, example: "Deuxième partie"),
    .unit("Titre", ["titre "], [.words(.frenchOrdinals)] + latinUnit, rank: 10, example: "Titre II : PRINCIPES"),
    .unit("Chapitre", ["chapitre "], [.words(.frenchOrdinals)] + latinUnit, rank: 20, example: "Chapitre Ier : Règles"),
    .unit(
      "Sous-section", ["sous-section "], [.words(.frenchOrdinals)] + lettered, rank: 35,
      example: "Sous-section 2 : Recours"),
    .unit(
      "Paragraphe", ["paragraphe "], [.words(.frenchOrdinals)] + lettered, rank: 40, example: "Paragraphe 1 : Dépôt"),
    .unit("Sous-paragraphe", ["sous-paragraphe "], lettered, rank: 42, example: "Sous-paragraphe 1 : Délais"),

    .unit(
      "Artículo", ["artículo ", "articulo ", "artigo ", "articolo "], [.arabic, .words(.spanishOrdinals)],
      ["º.", ".º", "°", "º", ".", ""], rank: 50, example: "Artículo 12. Objeto"),
    .unit(
      "Sección", ["sección ", "seccion ", "seção ", "sezione "], spanishUnit, [".ª", "ª", ".", ""], rank: 30,
      example: "Sección 1.ª Inscripción"),
    .unit("Capítulo", ["capítulo ", "capitulo ", "capo "], spanishUnit, rank: 20, example: "CAPÍTULO II"),
    .unit("Título", ["título ", "titulo ", "titolo "], spanishUnit, rank: 10, example: "TÍTULO I"),
    .unit("Libro", ["libro ", "livro "], spanishUnit, rank: 8, example: "LIBRO I"),
    .unit("Anexo", ["anexo ", "allegato "], spanishUnit + [.upperLetter], rank: 5, example: "ANEXO II"),
    .unit(
      "Disposición",
      ["disposición adicional ", "disposición transitoria ", "disposición derogatoria ", "disposición final "],
      [.words(.spanishOrdinals)], rank: 9, example: "Disposición adicional primera. Plazos."),
    .unit("Hoofdstuk", ["hoofdstuk "], lettered, rank: 20, example: "Hoofdstuk 2. Vergunningen"),
    .unit("Afdeling", ["afdeling "], lettered, rank: 30, example: "Afdeling 1. De aanvraag"),
    .unit("Paragraaf", ["paragraaf "], lettered, rank: 40, example: "Paragraaf 2.1. De aanvraag"),
    .unit(
      "Bijlage", ["bijlage ", "załącznik nr ", "приложение № ", "приложение n ", "приложение "], lettered, rank: 5,
      example: "Bijlage 1"),
    .unit("Dział", ["dział "], latinUnit, rank: 12, example: "DZIAŁ II"),
    .unit("Rozdział", ["rozdział "], latinUnit, rank: 20, example: "Rozdział 1"),
    .unit("Oddział", ["oddział "], latinUnit, rank: 30, example: "Oddział 2"),
    .unit("Điều", ["điều "], [.arabic], [".", ":", ""], rank: 50, example: "Điều 5. Phạm vi"),
    .unit("Chương", ["chương "], latinUnit, rank: 20, example: "Chương II"),
    .unit("Mục", ["mục "], latinUnit, rank: 30, example: "Mục 1. ĐĂNG KÝ"),
    .unit("Phần", ["phần "], latinUnit, rank: 12, example: "Phần I"),
    .unit("Phụ lục", ["phụ lục "], lettered, rank: 5, example: "Phụ lục II"),
    .unit("Статья", ["статья "], [.arabic], rank: 50, example: "Статья 5. Цели"),
    .unit("Глава", ["глава "], latinUnit, rank: 20, example: "Глава 2. Общие положения"),
    .unit("Раздел", ["раздел "], latinUnit, rank: 12, example: "Раздел I"),
  ]

  private static let paragraphs: [NumberingStyle] = [
    NumberingStyle(
      name: "２　", kind: .unit, prefixes: [""], numerals: [.arabic], suffixes: [""], follow: .blank, rank: 55,
      isWeak: true, example: "２　市長は、公園を管理する。")
  ]

  private static let decimals: [NumberingStyle] = [
    .decimal("1.1", [".", ""], follow: .title, example: "3.2.1 Measurement")
  ]

  private static let gojuon: [NumeralSystem] = [.symbols(.gojuon), .symbols(.halfWidthGojuon)]

  private static let enumerators: [NumberingStyle] = [
    .list("一、", .chinese, ["~、", "~﹑"], example: "一、总体要求"),
    .list("（一）", ["(~", "〔", "﹙"], .chinese, ["~)", "〕", "﹚"], example: "（一）加强领导"),
    .list("㈠", .symbols(.parenthesisedChinese), ["、", ""], example: "㈠加强领导"),
    .list("一.", .chinese, ["~."], example: "一.总体要求"),
    .list("一)", .chinese, ["~)"], example: "一）加强领导"),
    .list("1.", .arabic, ["~."], follow: .clause, example: "1.盘点范围"),
    .list("1、", .arabic, ["~、", "~﹑"], follow: .clause, example: "1、 Summary of the work"),
    .list("⒈", .symbols(.stopped), [""], example: "⒈盘点范围"),
    .list("(1)", ["(~", "﹙"], .arabic, ["~)", "﹚"], example: "(1) The committee decides."),
    .list("⑴", .symbols(.parenthesised), ["、", ""], example: "⑴关窗；"),
    .list("1)", .arabic, [")"], example: "1)轮流值班；"),
    .list("①", .symbols(.circled), ["、", ".", ""], example: "①六点到岗；"),
    .list("❶", .symbols(.darkCircled), [""], example: "❶六点到岗；"),
    .list("1°", .arabic, ["°", "º", ".º", ".°", "°.", "º."], follow: .blank, example: "1° Infligent une sanction ;"),
    .list("甲、", .symbols(.heavenlyStems), ["、"], isWeak: true, example: "甲、軍官"),
    .list("(甲)", ["(~"], .symbols(.heavenlyStems), ["~)"], isWeak: true, example: "（甲）軍官"),
    .list("一　", .chinese, [""], follow: .blank, isWeak: true, example: "一　火をたくこと。"),
    .list(
      "第１　", ["第~"], [.arabic, .chinese], [""], follow: .blankAndTitle, isWeak: true, example: "第２　渡船の運航"),
    .list("가.", .symbols(.korean), ["."], follow: .blank, isWeak: true, example: "가. 강의 나루"),
    .list("가)", .symbols(.korean), [")"], isWeak: true, example: "가) 강의 나루"),
    .list("(가)", ["("], .symbols(.korean), [")"], isWeak: true, example: "(가) 강의 나루"),
    .list(
      "㉮", [""], [.symbols(.circledKorean), .symbols(.circledKoreanLetters), .symbols(.parenthesisedKorean)], [""],
      isWeak: true, example: "㉮ 강의 나루"),
    .list("イ　", .symbols(.iroha), [""], follow: .blank, isWeak: true, example: "イ　花火"),
    .list("イ．", .symbols(.iroha), [".", "、"], isWeak: true, example: "イ．花火"),
    .list("(イ)", ["("], .symbols(.iroha), [")"], isWeak: true, example: "（イ）花火"),
    .list("ア　", gojuon, [""], follow: .blank, isWeak: true, example: "ア　申請書"),
    .list("ア．", gojuon, [".", "、"], isWeak: true, example: "ア．申請書"),
    .list("(ア)", ["("], gojuon, [")"], isWeak: true, example: "（ア）申請書"),
    .list("I.", .upperRoman, ["."], follow: .blank, isWeak: true, example: "II. Money"),
    .list(
      "I -", .upperRoman, [" -", " –", " —"], follow: .blank, isWeak: true, example: "II - porto: local de atracação;"),
    .list("1 -", .arabic, [" -", " –", " —"], follow: .blank, isWeak: true, example: "2 - O pedido é escrito."),
    .list("Ⅰ", .symbols(.romanCharacters), [".", "、", ""], isWeak: true, example: "Ⅱ．経費"),
    .list(
      "ⅰ", ["", "("], [.symbols(.smallRomanCharacters)], [".", "、", ")", ""], isWeak: true, example: "ⅱ）経費"),
    .list("I、", .upperRoman, ["、"], isWeak: true, example: "II、经费"),
    .list("A.", .upperLetter, ["."], follow: .blank, isWeak: true, example: "B. Hedges"),
    .list("A、", .upperLetter, ["、"], isWeak: true, example: "A、经费"),
    .list("A)", .upperLetter, [")"], follow: .blank, isWeak: true, example: "A) Hedges"),
    .list("i.", .lowerRoman, ["."], follow: .clause, isWeak: true, example: "ii. the second case"),
    .list("a.", .lowerLetter, ["."], follow: .clause, isWeak: true, example: "b. to translate the work;"),
    .list("a、", .lowerLetter, ["、"], isWeak: true, example: "b、經費"),
    .list("i)", .lowerRoman, [")"], isWeak: true, example: "ii) the second case"),
    .list("а)", .symbols(.cyrillic), [")"], example: "б) переправа - место."),
    .list("a)", .lowerLetter, [")"], example: "b) And in summer."),
    .list("aa)", .doubledLetter, [")"], example: "bb) die zweite Frist"),
    .list("(I)", ["("], .upperRoman, [")"], example: "(II) a second ground"),
    .list("(i)", ["("], .lowerRoman, [")"], example: "(ii) whoever was last stung."),
    .list("(A)", ["("], .upperLetter, [")"], example: "(B) commercial tenants;"),
    .list("(a)", ["("], .lowerLetter, [")"], example: "(b) a skep;"),
    .list("(aa)", ["("], .doubledLetter, [")"], example: "(bb) a second ground"),
    .list(
      "Q1", ["q"], .arabic, [".", ":", ")", ""], isWeak: true, example: "Q2. Where does the bus stop?"),
    .list(
      "问题1：", ["问题~", "問題~", "问~", "問~", "질문~"], [.arabic, .chinese], ["~:", "~、", "~."], isWeak: true,
      example: "问题2：渡船停在哪里？"),
    .list("一，", .chinese, [","], isWeak: true, example: "二，修船"),
    .list("1 ", .arabic, [""], follow: .title, isWeak: true, example: "2 Terms and definitions"),
  ]

  private static let ordinals: [NumberingStyle] = [
    .ordinal(
      "First,", ["", "and ", "and, ", "but "], .words(.englishOrdinals),
      [
        ",", ":", ".", " --", "--", " –", "–", "—", " —", ";", "、", " of all,", " and finally,", ", and finally,",
        " and last,", " and lastly,", " of all:",
      ],
      example: "Fourth and finally, our own discipline."),
    .ordinal(
      "In the first place,", ["in the "], .words(.englishOrdinals), [" place,", " place"],
      example: "In the second place, someone else is in the room."),
    .ordinal(
      "The first is", ["the "], .words(.englishOrdinals), [" is", " thing", " point", " task"],
      example: "The second is thrift."),
    .ordinal(
      "One is to", .words(.englishCardinals), [" is to ", " is that ", " is the "], example: "Two is to save water."),
    .ordinal("第一，", ["第"], .chinese, [",", "、", ":", ".", "是", "点~,", "点:", "点是"], example: "第二，要节约用水。"),
    .ordinal("一是", .chinese, ["是"], example: "二是节约用水。"),
    .ordinal("一要", .chinese, ["要"], example: "二要节约用水。"),
    .ordinal("其一，", ["其"], .chinese, [",", "、", ":", "是"], example: "其二，节约用水。"),
    .ordinal("首先，", .words(.chineseSequence), [",", ":"], example: "其次，要读得杂。"),
    .ordinal("Erstens", .words(.germanAdverbs), [",", ":", ".", " "], example: "Zweitens, das Wasser."),
    .ordinal("Premièrement", .words(.frenchAdverbs), [",", ":", " "], example: "Deuxièmement, l'eau."),
    .ordinal("Primero", .words(.spanishOrdinals), [",", ":", "."], example: "Segundo, el agua."),
  ]
}
