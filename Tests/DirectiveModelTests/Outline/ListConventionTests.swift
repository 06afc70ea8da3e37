import Testing

@testable import DirectiveModel

/// Bare markers and decimals, whose level follows from what is open.
@Suite struct ListConventionTests {
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

  @Test func closesAListThatStoodBeforeAnother() {
    let text = """
      期中试卷

      注意事项：
      1．写姓名。
      2．交试卷。

      一、选择题
      1．河水向哪里流？
      2．船从哪里来？
      3．谁在划船？

      二、阅读题
      （一）阅读短文。
      4．船为什么停？
      （二）阅读诗歌。
      5．谁在等船？

      三、作文
      6．写一条河。
      """
    #expect(
      outlineText(text) == """
        1． 写姓名
        2． 交试卷
        一、 选择题
          1． 河水向哪里流？
          2． 船从哪里来？
          3． 谁在划船？
        二、 阅读题
          （一） 阅读短文
            4． 船为什么停？
          （二） 阅读诗歌
            5． 谁在等船？
        三、 作文
          6． 写一条河
        """)
  }

  @Test func keepsAListAroundAnotherThatHoldsItsStyle() {
    #expect(depths(["1.", "2.", "3.", "A.", "1.", "2.", "3.", "B.", "4.", "5."]) == [1, 1, 1, 2, 3, 3, 3, 2, 1, 1])
  }

  @Test func readsQuestions() {
    let text = """
      The night bus

      Q1. Where does it stop?
      A1. At every stop.

      Q2. Do I need a ticket?
      A2. Yes. Buy one:
      1. from the driver;
      2. at kiosks.
      """
    #expect(
      outlineText(text) == """
        Q1. Where does it stop?
        Q2. Do I need a ticket?
          1. from the driver;
          2. at kiosks
        """)
  }
}
