import Testing

@testable import DirectiveModel

/// What looks like numbering and is none stays text.
@Suite struct PassedOverTests {
  /// Each chapter may begin with a section of the same title, which is no entry of a list.
  @Test func takesNoChapterForAListOfContents() {
    let text = """
      Chapter 1 Boats
      Section 1 Scope
      Section 2 Fines
      Chapter 2 Cars
      Section 1 Scope
      Section 2 Fines
      """
    #expect(
      outlineText(text) == """
        Chapter 1 Boats
          Section 1 Scope
          Section 2 Fines
        Chapter 2 Cars
          Section 1 Scope
          Section 2 Fines
        """)
  }

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

  @Test(arguments: ["；", "，", "．", "。", ";", ""]) func endsQuotationsWhateverStandsBehindThem(stop: String) {
    let text = """
      一、将第三条修改为：
      “第一条　牛奶应当新鲜。
      第二条　奶酪应当陈年。
      第三条　黄油应当无盐。”\(stop)
      二、第四条删去。
      """
    #expect(outlineText(text) == "一、 将第三条修改为：\n二、 第四条删去")
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

  @Test func leavesOutRowsOfATable() {
    let text = """
      Lease of a mill

      1. RENT

      1.1 The rent is:

      Year       Annual rent      Monthly rent
      1          $48,000          $4,000
      2          $49,440          $4,120

      1.2 It is paid monthly.

      2. USE

      序号　名称　　数量　金额
      1　　水泵　　　2　　260.0
      2　　水管　　　20　　56.8
      """
    #expect(
      outlineText(text) == """
        1. RENT
          1.1 The rent is:
          1.2 It is paid monthly
        2. USE
        """)
  }

  @Test func leavesOutFootnotesBehindAClosingFormula() {
    let text = """
      Decision on ports

      (1) Ports are loud.

      (2) They need not be.

      HAS ADOPTED THIS DECISION:

      Article 1

      Ports shall be quiet.

      Done at Harbour, 11 March 2031.

      (1) OJ L 204, p. 11.
      (2) OJ L 205, p. 12.

      ANNEX

      1. Cranes

      2. Ships
      """
    #expect(
      outlineText(text) == """
        (1) Ports are loud
        (2) They need not be
        Article 1 Ports shall be quiet
        ANNEX
          1. Cranes
          2. Ships
        """)
  }
}
