import Testing

@testable import DirectiveModel

/// One small document for each convention and each trap, with the outline that a reader sees in it.
@Suite struct ConventionTests {
  @Test func leavesOutAListOfContentsWithDotLeaders() {
    let text = """
      Handbook of the Ferry Company

      Table of Contents

      1. Introduction .................................... 2
         1.1 Purpose ..................................... 2
         1.2 Scope of the rules that apply to the smaller
             boats ....................................... 3
      2. Boats ........................................... 4
      Appendix A. Forms .................................. 9

      1. Introduction

      The company runs nine boats.

      1.1 Purpose

      To bring people across.

      1.2 Scope of the rules that apply to the smaller boats

      All of them.

      2. Boats

      They float.

      Appendix A. Forms

      None.
      """
    #expect(
      outlineText(text) == """
        1. Introduction
          1.1 Purpose
          1.2 Scope of the rules that apply to the smaller boats
        2. Boats
        Appendix A. Forms
        """)
  }

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

  @Test func tellsLettersFromRomansByWhatFollows() {
    let text = """
      Rules of the Mill

      1. The miller shall

      (a) grind;
      (b) sweep;
      (c) weigh;
      (d) count;
      (e) lock;
      (f) light;
      (g) load;
      (h) listen to
         (i) the wheel; and
         (ii) the stones;
      (i) rest;
      (j) rise.

      2. The boy shall

      (a) fetch;
      (b) carry
         (i) corn;
         (ii) flour;
         (iii) bread;
         (iv) salt;
         (v) water;
      (c) sleep.
      """
    #expect(
      outlineText(text) == """
        1. The miller shall
          (a) grind;
          (b) sweep;
          (c) weigh;
          (d) count;
          (e) lock;
          (f) light;
          (g) load;
          (h) listen to
            (i) the wheel; and
            (ii) the stones;
          (i) rest;
          (j) rise
        2. The boy shall
          (a) fetch;
          (b) carry
            (i) corn;
            (ii) flour;
            (iii) bread;
            (iv) salt;
            (v) water;
          (c) sleep
        """)
  }

  @Test func takesYiShiAtTheStartOfParagraphsOnly() {
    let text = """
      在收割动员会上的讲话

      同志们：

      主要做法：一是早准备，二是早下田，三是早归仓。

      下面讲几点意见。

      一是思想要重视。今年雨水多。

      二是机具要检修。一是一，二是二，不能含糊。

      三是组织要有力。

      第一次下田的同志要小心。

      一是安全的问题大家都清楚。
      """
    #expect(
      outlineText(text) == """
        一是 思想要重视
        二是 机具要检修
        三是 组织要有力
        """)
  }

  @Test func takesBareNumbersOnlyAmongDecimals() {
    let text = """
      Standard for Ropes

      1 Scope

      This standard covers ropes.

      1.1 General

      Ropes of hemp.

      2 Terms

      2.1 Rope

      2.1.1 Strand

      2.1.1.1 Yarn

      2.1.2 Core

      3 older ropes were tested in
      2.5 of the cases.

      3.5 million metres are made each year.

      10 Annexes follow.

      2.2 Knot

      3 Tests

      3.1 Load
      """
    #expect(
      outlineText(text) == """
        1 Scope
          1.1 General
        2 Terms
          2.1 Rope
            2.1.1 Strand
              2.1.1.1 Yarn
            2.1.2 Core
          2.2 Knot
        3 Tests
          3.1 Load
        """)
  }

  @Test func tellsParagraphsFromReferencesToThem() {
    let text = """
      Verordnung über Fähren

      § 1 Geltungsbereich

      Diese Verordnung gilt für Fähren. Sie gilt nach
      § 5 Abs. 2 auch für Flöße.

      § 2 Fährleute

      (1) Fährleute müssen schwimmen können.

      (1a) Sie müssen auch rudern können.

      (2) Fährleute führen

      1. ein Buch,

      2. eine Lampe
         a) mit Öl oder
         b) mit Gas,

      2a. ein Horn und

      3. eine Leine.

      § 3 (weggefallen)

      § 3a Glocken

      Die Glocke wird am
      12. März und am
      1. Mai geläutet.

      §§ 4 und 5 gelten nicht.

      § 4 gilt auch nachts.

      § 4 Inkrafttreten

      Diese Verordnung tritt am 1. Juni in Kraft.
      """
    #expect(
      outlineText(text) == """
        § 1 Geltungsbereich
        § 2 Fährleute
          (1) Fährleute müssen schwimmen können
          (1a) Sie müssen auch rudern können
          (2) Fährleute führen
            1. ein Buch,
            2. eine Lampe
              a) mit Öl oder
              b) mit Gas,
            2a. ein Horn und
            3. eine Leine
        § 3 (weggefallen)
        § 3a Glocken
        § 4 Inkrafttreten
        """)
  }

  @Test func readsLargeChineseNumerals() {
    let text = """
      渔港管理办法

      第九十九条　渔船应当登记。
      第一百条　渔船应当检验。
      第一百〇一条　渔民应当培训。
      第一百零二条　渔港应当疏浚。
      依照第一百条规定处理。
      第一百条规定的检验每年一次。
      第一百零三条之一　渔灯应当明亮。
      第一百一十条　本办法自公布之日起施行。
      """
    #expect(
      outlineText(text) == """
        第九十九条 渔船应当登记
        第一百条 渔船应当检验
        第一百〇一条 渔民应当培训
        第一百零二条 渔港应当疏浚
        第一百零三条之一 渔灯应当明亮
        第一百一十条 本办法自公布之日起施行
        """)
  }

  @Test func passesOverLabelsOfTablesAndFigures() {
    let text = """
      Report on the Looms

      1. Introduction

      Table 1. Looms by village.

      Figure 2. A loom.

      Fig. 3 Another loom.

      Note 3. Not all looms work.

      No. 4 looms are the best.

      p. 17 shows one.

      Step 2: oil the loom.

      2. Results

      Looms work.
      """
    #expect(
      outlineText(text) == """
        1. Introduction
        2. Results
        """)
  }

  @Test func passesOverDates() {
    let text = """
      Bericht der Mühle

      1. Bau

      Die Mühle wurde am
      3. Januar begonnen und am
      12. Dezember fertig. Der Müller kam am
      2. Mai.

      2. Betrieb

      Sie mahlt.

      3. Schluss

      Sie steht.
      """
    #expect(
      outlineText(text) == """
        1. Bau
        2. Betrieb
        3. Schluss
        """)
  }

  @Test func letsASubListRunOnBelowTheNextHeading() {
    let text = """
      关于做好冬季供暖的通知

      一、总体要求
      （一）目标。温暖过冬。
      （二）原则。安全第一。
      二、主要任务
      （三）检修管网。
      （四）储备煤炭。
      三、保障措施
      （五）加强领导。
      （六）严格考核。
      """
    #expect(
      outlineText(text) == """
        一、 总体要求
          （一） 目标
          （二） 原则
        二、 主要任务
          （三） 检修管网
          （四） 储备煤炭
        三、 保障措施
          （五） 加强领导
          （六） 严格考核
        """)
  }

  @Test func passesOverQuotedInsertions() {
    let text = """
      An Act to amend the Smoke Act

      1. Section 3 is replaced by the following:

      "3A. Smoke.
      (1) A keeper shall not make smoke.
      (2) A keeper may make steam."

      2. Section 4 is repealed.

      3. This Act comes into force at once.
      """
    #expect(
      outlineText(text) == """
        1. Section 3 is replaced by the following:
        2. Section 4 is repealed
        3. This Act comes into force at once
        """)
  }

  @Test func readsOneIsToAsASeries() {
    let text = """
      Speech at the Harvest Meeting

      Comrades:

      1、Improve the work of the barns

      One is to mend the roofs. They leak.

      Two is to count the sacks.

      Three is to drive out the mice.

      2、Improve the work of the fields

      One is to plough deeper.

      Two is to sow earlier.
      """
    #expect(
      outlineText(text) == """
        1、 Improve the work of the barns
          One is to mend the roofs
          Two is to count the sacks
          Three is to drive out the mice
        2、 Improve the work of the fields
          One is to plough deeper
          Two is to sow earlier
        """)
  }

  @Test func readsTheFirstIsAsASeries() {
    let text = """
      Address to the Guild

      There are three tasks before us.

      The first is thrift. We spend too much.

      The second is care. We break too much.

      The third is patience.

      The second World War is long past.
      """
    #expect(
      outlineText(text) == """
        The first is thrift
        The second is care
        The third is patience
        """)
  }

  @Test func leavesOrdinalsInsideParagraphsAlone() {
    let text = """
      Remarks on the Bridge

      We shall proceed in two steps. First, the piers are built. Second, the deck is laid.

      Our friends helped us: first, by money; second, by work.

      Nothing else is planned.
      """
    #expect(
      outlineText(text) == """

        """)
  }

  @Test func leavesCapitalsWithoutNumbersAlone() {
    let text = """
      RULES OF THE CLUB

      MEMBERSHIP

      Anyone may join.

      NB: fees are due in May.

      1. Fees are small.

      2. Fees are due.

      MEETINGS

      3. Meetings are short.
      """
    #expect(
      outlineText(text) == """
        1. Fees are small
        2. Fees are due
        3. Meetings are short
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

  @Test func readsMarkersBeforeTabs() {
    let text = """
      Plan

      1.\tWater
      \t(a)\tWells
      \t(b)\tRain
      2.\tFire
      \t(a)\tWood
      """
    #expect(
      outlineText(text) == """
        1. Water
          (a) Wells
          (b) Rain
        2. Fire
          (a) Wood
        """)
  }

  @Test func placesInsertedNumbersAsSiblings() {
    let text = """
      Act on Geese

      1. Geese shall be counted.
      2. Geese shall be fed.
      2A. Geese shall be watered.
      2B. Geese shall be herded
      3. Geese shall be sold.

      (1) At market;
      (1a) at the farm;
      (2) at the fair.
      """
    #expect(
      outlineText(text) == """
        1. Geese shall be counted
        2. Geese shall be fed
        2A. Geese shall be watered
        2B. Geese shall be herded
        3. Geese shall be sold
          (1) At market;
          (1a) at the farm;
          (2) at the fair
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

  @Test func readsDecimalsOfAChinesePlan() {
    let text = """
      国家防汛应急预案

      1 总则
      1.1 编制目的
      为了防汛。
      1.2 适用范围
      全国。
      2 组织体系
      2.1 指挥部
      2.1.1 职责
      指挥防汛。
      2.1.2 组成
      若干人。
      2.2 办公室
      3 附则
      """
    #expect(
      outlineText(text) == """
        1 总则
          1.1 编制目的
          1.2 适用范围
        2 组织体系
          2.1 指挥部
            2.1.1 职责
            2.1.2 组成
          2.2 办公室
        3 附则
        """)
  }

  @Test func readsTheMinutesOfACouncil() {
    let text = """
      Minutes of the Parish Council

      Tuesday 4 May 2021

      Present: Cllrs. Adams, Brown and Clarke

      1. Apologies for absence
      Cllr. Davies.

      2. Minutes of the last meeting
      Agreed.

      3. Matters arising
      3.1 Footpath
      The path is mended.
      3.2 Bus shelter
      The shelter is painted.

      4. Planning
      a) 21/0034 Barn: no objection
      b) 21/0035 Shed: objection

      5. Date of next meeting
      1 June 2021 at 7.30 pm.
      """
    #expect(
      outlineText(text) == """
        1. Apologies for absence
        2. Minutes of the last meeting
        3. Matters arising
          3.1 Footpath
          3.2 Bus shelter
        4. Planning
          a) 21/0034 Barn: no objection
          b) 21/0035 Shed: objection
        5. Date of next meeting
        """)
  }

  @Test func readsTheOrdinalsOfAChineseSpeech() {
    let text = """
      在全市工作会议上的讲话
      （2024年1月5日）
      张三

      同志们：

      今天的会议很重要。我讲三点意见。

      一、提高认识

      第一，要看到成绩。去年成绩很大。

      第二，要看到问题。

      第三，要看到机遇。

      二、狠抓落实

      一要抓重点。

      二要抓难点。

      同志们，任务已经明确，让我们共同努力！
      """
    #expect(
      outlineText(text) == """
        一、 提高认识
          第一， 要看到成绩
          第二， 要看到问题
          第三， 要看到机遇
        二、 狠抓落实
          一要 抓重点
          二要 抓难点
        """)
  }

  @Test func readsAResolution() {
    let text = """
      RESOLUTION 12 (2030)

      The Assembly,

      Recalling its resolution 11 (2029),

      1. Welcomes the report of the committee;

      2. Decides:

      (a) To continue the programme;

      (b) To establish

      (i) a fund; and

      (ii) an office;

      3. Requests the chair to report.
      """
    #expect(
      outlineText(text) == """
        1. Welcomes the report of the committee;
        2. Decides:
          (a) To continue the programme;
          (b) To establish
            (i) a fund; and
            (ii) an office;
        3. Requests the chair to report
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
}
