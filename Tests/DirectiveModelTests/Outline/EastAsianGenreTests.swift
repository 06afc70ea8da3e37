import Testing

@testable import DirectiveModel

/// Numbering as it is done in Chinese, Japanese and Korean offices.
@Suite struct EastAsianGenreTests {
  @Test("Korean letters of an office go eight levels deep") func readsKoreanLevels() {
    let text = """
      나루 관리 계획

      1. 관련: 나루과-12(2031. 3. 5.)
      2. 다음과 같이 알립니다.
        가. 제출 기한: 2031. 4. 10.까지
        나. 제출 방법
          1) 실적
            가) 우수 사례
            나) 미흡 사례
          2) 자료
            (1) 사진
            (2) 보고서
              (가) 요약
                ㉮ 앞쪽
                ㉯ 뒤쪽
              (나) 전문

      붙임  1. 계획 1부.
            2. 서식 1부.  끝.
      """
    #expect(
      outlineText(text) == """
        1. 관련: 나루과-12(2031. 3. 5.)
        2. 다음과 같이 알립니다
          가. 제출 기한: 2031. 4. 10.까지
          나. 제출 방법
            1) 실적
              가) 우수 사례
              나) 미흡 사례
            2) 자료
              (1) 사진
              (2) 보고서
                (가) 요약
                  ㉮ 앞쪽
                  ㉯ 뒤쪽
                (나) 전문
        """)
  }

  @Test("A Korean chapter may stand alone on its line, or end in a stop") func readsKoreanChapters() {
    let text = "나루 규정\n\n제 1  장\n\n총칙\n\n제1조(목적) 나루를 정한다.\n\n제2장. 배\n\n제2조(배) 배를 정한다.\n"
    #expect(
      outlineText(text) == "제 1 장 총칙\n  제1조 (목적) 나루를 정한다\n제2장. 배\n  제2조 (배) 배를 정한다")
  }

  @Test("A decimal behind a blank is no paragraph of a Japanese article") func readsDecimalsInParts() {
    let text = "第一部分　回顾\n一、要点\n1.节能\n1.1 节水\n1.2 节电\n2.用车\n2.1 保险\n第二部分　打算\n一、思路\n"
    #expect(
      outlineText(text) == """
        第一部分 回顾
          一、 要点
            1. 节能
              1.1 节水
              1.2 节电
            2. 用车
              2.1 保险
        第二部分 打算
          一、 思路
        """)
  }

  @Test("Japanese notices count by 第１ and １, and have letters with stops") func readsJapaneseNotices() {
    let text = """
      渡船の運航について（通知）

      記

      第１　趣旨
      渡船の安全を図るもの。
      第２　内容
      １　運航
      （１）船長は、次の措置を講ずること。
      ア　点検
      イ　記録
      （ｱ）朝
      （ｲ）夕
      （２）町は、指導すること。
      ア．渡船場
      イ．待合所
      ２　第２ 条の届出
      第３　施行
      第１ 項の定めによる。

      別紙１
      渡船の名簿
      １　東岸
      ２　西岸
      別紙２のとおりとする。
      """
    #expect(
      outlineText(text) == """
        第１ 趣旨
        第２ 内容
          １ 運航
            （１） 船長は、次の措置を講ずること
              ア 点検
              イ 記録
                （ｱ） 朝
                （ｲ） 夕
            （２） 町は、指導すること
              ア． 渡船場
              イ． 待合所
          ２ 第２ 条の届出
        第３ 施行
        別紙１ 渡船の名簿
          １ 東岸
          ２ 西岸
        """)
  }

  @Test("A point may be put in behind another: 二之一、") func readsInsertedPoints() {
    #expect(
      outlineText("要點\n一、渡口。\n二、船隻：\n（一）木船。\n二之一、船員。\n三、費用。\n")
        == "一、 渡口\n二、 船隻：\n  （一） 木船\n二之一、 船員\n三、 費用")
  }

  @Test("A list of attachments that begins in its introducing line is none of points")
  func passesOverAttachments() {
    let text = "通知\n一、渡口。\n二、船只。\n附件：1.名单\n　　　2.表格\n　　　3.地图\n　　　4.说明\n\n附件1\n名单\n一、东岸\n二、西岸\n"
    #expect(outlineText(text) == "一、 渡口\n二、 船只\n附件1 名单\n  一、 东岸\n  二、 西岸")
  }

  @Test("Notes on the words of a report are no points of its last part") func passesOverGlossaries() {
    let text = "报告\n一、回顾\n二、打算\n（一）修船。\n（二）修路。\n名词解释：\n1.渡口：上船的地方。\n2.渡船：过河的船。\n"
    #expect(outlineText(text) == "一、 回顾\n二、 打算\n  （一） 修船\n  （二） 修路")
  }

  @Test("A list whose members are headings of articles stands above them", arguments: ["一、", "Ⅰ．"])
  func readsListsAboveArticles(first: String) {
    let second = first == "一、" ? "二、" : "Ⅱ．"
    let text = """
      渡口条例解释
      \(first)一般规定
      第一条　渡口应当安全。
      第二条　下列费用由船主承担：
      （一）修船费；
      （二）看守费。
      \(second)附则
      第三条　本解释自公布之日起施行。
      """
    #expect(
      outlineText(text) == """
        \(first) 一般规定
          第一条 渡口应当安全
          第二条 下列费用由船主承担：
            （一） 修船费；
            （二） 看守费
        \(second) 附则
          第三条 本解释自公布之日起施行
        """)
  }

  @Test("The items of an article stand below it, whatever follows them") func readsListsBelowArticles() {
    let text = "規則\n第一條\n渡口如下：\n一、東岸\n第二條\n船隻如下：\n一、木船\n二、鐵船\n第三條\n船員如下：\n一、船長\n二、水手\n"
    #expect(
      outlineText(text) == """
        第一條 渡口如下：
          一、 東岸
        第二條 船隻如下：
          一、 木船
          二、 鐵船
        第三條 船員如下：
          一、 船長
          二、 水手
        """)
  }

  @Test("Rows of tables beside decimals are no sections") func passesOverRowsBesideDecimals() {
    let text = """
      1　范围
      2　要求
      2.1　船体
      2.1.1　木材
      序号　项目　分值
      1　船头　10
      2　船尾　20
      2.2　船员
      2.2.1　船长
      3　检查
      """
    #expect(
      outlineText(text) == "1 范围\n2 要求\n  2.1 船体\n    2.1.1 木材\n  2.2 船员\n    2.2.1 船长\n3 检查")
    let tender = """
      第二章 须知
      1.1.2 船主 东岸船行
      1.1.3 渡口 东岸
      1 总则
      1.1 概况
      1.1.1 本渡口已获批准。
      1.1.2 船主见表。
      1.1.3 渡口见表。
      2 文件
      2.1 组成
      第三章 办法
      """
    #expect(
      outlineText(tender) == """
        第二章 须知
          1 总则
            1.1 概况
              1.1.1 本渡口已获批准
              1.1.2 船主见表
              1.1.3 渡口见表
          2 文件
            2.1 组成
        第三章 办法
        """)
  }

  @Test("Questions are numbered by a word, and commas stand for other stops") func readsQuestionsAndCommas() {
    #expect(
      outlineText("问答\n问题1：船停在哪里？\n答：东岸。\n问题2：几点开船？\n答：八点。\n问题一样多。\n")
        == "问题1： 船停在哪里？\n问题2： 几点开船？")
    #expect(
      outlineText("通知\n一，对象\n全体船员。\n二，内容\n修船。\n三，四月开船。\n")
        == "一， 对象\n二， 内容")
  }

  @Test("An annex is numbered by no year") func passesOverYears() {
    #expect(outlineText("붙임 2031년 나루 목록\n1. 동쪽\n2. 서쪽\n") == "1. 동쪽\n2. 서쪽")
  }

  @Test("Small roman numerals of one character") func readsSmallRomanCharacters() {
    #expect(outlineText("1. 배\nⅰ) 나무\nⅱ) 쇠\n2. 길\n") == "1. 배\n  ⅰ) 나무\n  ⅱ) 쇠\n2. 길")
  }
}
