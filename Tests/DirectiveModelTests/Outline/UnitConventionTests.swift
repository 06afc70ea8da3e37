import Testing

@testable import DirectiveModel

/// Units of statutes: parts, chapters, articles, and what they number inside.
@Suite struct UnitConventionTests {
  @Test func ranksTheUnitsOfAnActOfTheUnionAboveItsRecitals() {
    let text = """
      Regulation (EU) 2030/1 of the Council on boats

      THE COUNCIL OF THE EUROPEAN UNION,

      Having regard to the Treaty,

      Whereas:

      (1) Boats float on water.

      (2) Boats may sink.

      HAS ADOPTED THIS REGULATION:

      CHAPTER I

      GENERAL PROVISIONS

      Article 1

      Subject matter

      This Regulation lays down rules on boats.

      Article 2

      Definitions

      For the purposes of this Regulation:

      (1) 'boat' means a thing that floats;

      (2) 'water' means what it floats on:

      (a) fresh water;

      (b) salt water.

      CHAPTER II

      SAFETY

      Section 1

      Hulls

      Article 3

      Hulls

      1. Hulls shall be tight.

      2. Hulls shall be:

      (a) inspected;

      (b) painted.

      Article 3 is amended as follows by later acts.

      Article 4

      Entry into force

      This Regulation shall enter into force on 1 May.

      Done at Brussels, 1 April 2030.

      For the Council

      The President

      ANNEX I

      Paint

      1. Red

      2. Green

      ANNEX II

      Forms
      """
    #expect(
      outlineText(text) == """
        (1) Boats float on water
        (2) Boats may sink
        CHAPTER I GENERAL PROVISIONS
          Article 1 Subject matter
          Article 2 Definitions
            (1) 'boat' means a thing that floats;
            (2) 'water' means what it floats on:
              (a) fresh water;
              (b) salt water
        CHAPTER II SAFETY
          Section 1 Hulls
            Article 3 Hulls
              1. Hulls shall be tight
              2. Hulls shall be:
                (a) inspected;
                (b) painted
            Article 4 Entry into force
        ANNEX I Paint
          1. Red
          2. Green
        ANNEX II Forms
        """)
  }

  @Test func nestsChineseEnumeratorsBelowTaiwaneseArticles() {
    let text = """
      渡船管理辦法

      第 一 章 總則

      第 1 條
      本辦法依渡船法第三條訂定之。

      第 2 條
      本辦法用詞定義如下：
      一、渡船：指載人之船。
      二、船員：指下列人員：
      （一）船長。
      （二）水手。
      三、碼頭：指停船之處。

      第 2-1 條
      渡船應登記。

      第 二 章 罰則

      第 3 條
      違反第二條規定者，處罰如下：
      一、警告。
      二、罰款。

      第 4 條
      本辦法自發布日施行。
      """
    #expect(
      outlineText(text) == """
        第 一 章 總則
          第 1 條 本辦法依渡船法第三條訂定之
          第 2 條 本辦法用詞定義如下：
            一、 渡船：指載人之船
            二、 船員：指下列人員：
              （一） 船長
              （二） 水手
            三、 碼頭：指停船之處
          第 2-1 條 渡船應登記
        第 二 章 罰則
          第 3 條 違反第二條規定者，處罰如下：
            一、 警告
            二、 罰款
          第 4 條 本辦法自發布日施行
        """)
  }

  @Test func readsArticlesWithoutABlank() {
    let text = """
      村规民约
      第一条为了邻里和睦，制定本约。
      第二条本约适用于全村。
      第三条的规定不适用于客人。
      第三条村民应当守望相助。
      """
    #expect(
      outlineText(text) == """
        第一条 为了邻里和睦，制定本约
        第二条 本约适用于全村
        第三条 村民应当守望相助
        """)
  }

  @Test func nestsDecimalSectionsBelowArticles() {
    let text = """
      SUPPLY AGREEMENT

      ARTICLE I DEFINITIONS

      Section 1.1 Terms. In this Agreement terms have meanings.

      Section 1.2 Construction. Headings do not matter.

      ARTICLE II SUPPLY

      Section 2.1 Supply. The Seller supplies.

      Section 2.2 Price. The Buyer pays.

      (a) monthly; or

      (b) yearly.

      ARTICLE III TERM

      Section 3.1 Term. One year.
      """
    #expect(
      outlineText(text) == """
        ARTICLE I DEFINITIONS
          Section 1.1 Terms
          Section 1.2 Construction
        ARTICLE II SUPPLY
          Section 2.1 Supply
          Section 2.2 Price
            (a) monthly; or
            (b) yearly
        ARTICLE III TERM
          Section 3.1 Term
        """)
  }

  @Test func restartsSectionsBelowArticles() {
    let text = """
      Constitution of the Club

      Article I

      Section 1. All powers are in the board.

      Section 2. The board has seven members.

      Article II

      Section 1. The chair leads.

      Section 2. The chair resigns.

      Article III

      Section 1. Courts are closed.
      """
    #expect(
      outlineText(text) == """
        Article I
          Section 1. All powers are in the board
          Section 2. The board has seven members
        Article II
          Section 1. The chair leads
          Section 2. The chair resigns
        Article III
          Section 1. Courts are closed
        """)
  }

  @Test func readsASpanishLaw() {
    let text = """
      LEY DE AGUAS

      TÍTULO I
      Disposiciones generales

      CAPÍTULO I
      Objeto

      Artículo 1. Objeto.
      Esta ley regula las aguas.

      Artículo 2. Definiciones.
      1. Agua: lo que corre.
      2. Pozo:
      a) hondo;
      b) seco.

      CAPÍTULO II
      Usos

      Artículo 3. Usos.
      Se podrá usar.
      """
    #expect(
      outlineText(text) == """
        TÍTULO I Disposiciones generales
          CAPÍTULO I Objeto
            Artículo 1. Objeto
            Artículo 2. Definiciones
              1. Agua: lo que corre
              2. Pozo:
                a) hondo;
                b) seco
          CAPÍTULO II Usos
            Artículo 3. Usos
        """)
  }

  @Test func readsAKoreanLaw() {
    let text = """
      도서관법

      제1장 총칙

      제1조(목적) 이 법은 도서관에 관한 사항을 정한다.
      제2조(정의) 이 법에서 사용하는 용어의 뜻은 다음과 같다.
      1. "도서관"이란 책이 있는 곳을 말한다.
      2. "사서"란 책을 지키는 사람을 말한다.

      제2장 운영

      제3조(운영) 도서관은 매일 연다.
      """
    #expect(
      outlineText(text) == """
        제1장 총칙
          제1조 (목적) 이 법은 도서관에 관한 사항을 정한다
          제2조 (정의) 이 법에서 사용하는 용어의 뜻은 다음과 같다
            1. "도서관"이란 책이 있는 곳을 말한다
            2. "사서"란 책을 지키는 사람을 말한다
        제2장 운영
          제3조 (운영) 도서관은 매일 연다
        """)
  }

  @Test func ranksAPartBelowTheSubchapterAboveIt() {
    let text = """
      Title 61—Ducks

      CHAPTER II—BUREAU OF DUCKS

      SUBCHAPTER B—PERMITS

      PART 212—DECOYS

      Contents                                                      Page

      Subpart A—General ............................................ 1
      § 212.1 Purpose .............................................. 1
      § 212.10 Forms ............................................... 2

      Subpart A—General

      § 212.1 Purpose.

      This part tells how to register a decoy.

      § 212.10 Forms.

      (a) File form 7 as § 212.1 says.

      (b) Pay $12.50.
      """
    #expect(
      outlineText(text) == """
        CHAPTER II BUREAU OF DUCKS
          SUBCHAPTER B PERMITS
            PART 212 DECOYS
              Subpart A General
                § 212.1 Purpose
                § 212.10 Forms
                  (a) File form 7 as § 212.1 says
                  (b) Pay $12.50
        """)
  }

  @Test func readsDecimalsBelowChineseUnits() {
    let clauses = "1.1 目的。\n\n1.1.1 甲。\n\n1.1.2 乙。\n\n1.2 范围。"
    #expect(
      outlineText("规程\n\n第一章 总则\n\n" + clauses)
        == "第一章 总则\n  1.1 目的\n    1.1.1 甲\n    1.1.2 乙\n  1.2 范围")
    #expect(
      outlineText("合同\n\n第1条 定义\n\n" + clauses)
        == "第1条 定义\n  1.1 目的\n    1.1.1 甲\n    1.1.2 乙\n  1.2 范围")
  }

  @Test func leavesAnAnnexBesideThePartThatItFollows() {
    let text = "PART I\n\nSection 1. Oil\n\nIt burns.\n\nPART II\n\nSection 2. Duty\n\nSCHEDULE 1\n\nForms.\n"
    #expect(
      outlineText(text) == """
        PART I
          Section 1. Oil
        PART II
          Section 2. Duty
        SCHEDULE 1 Forms
        """)
  }
}
