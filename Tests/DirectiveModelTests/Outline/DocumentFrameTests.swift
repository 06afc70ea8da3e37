import Testing

@testable import DirectiveModel

@Suite struct DocumentFrameTests {
  private static let speech = """
    Welcome to the website of the Guild of Millers!

    Address of the Guild Master to the Winter Meeting

    Dear friends,

       1、 Keep the wheels turning

    The wheels are old.

    First, oil them. Oil is cheap.

    Second, watch them.

       2、 Keep the books

    First, write them. Every day.

    Second, read them.

    Comrades, let us go to work.

    (The speaker is the master of the guild)

    Source: The Miller
    """

  @Test func findsTitlePreambleAndClosingOfASpeech() throws {
    let document = Document(source: Source(Self.speech))
    let points = document.outline.points
    #expect(document.title == "Address of the Guild Master to the Winter Meeting")
    #expect(points.first?.kind == .preamble)
    #expect(points.last?.kind == .closing)
    #expect(try #require(points.last).line == 21)
    #expect(points.filter { $0.kind == .numbered }.map { Int($0.depth) } == [1, 2, 2, 1, 2, 2])
    #expect(document.outline.address(of: 5)?.description == "2.1")
    #expect(document.heading(of: 2) == "oil them")
  }

  @Test(arguments: [
    ("国务院关于促进渔业\n发展的若干意见\n国发〔2030〕3号\n\n各省：\n一、总则\n二、附则", "国务院关于促进渔业发展的若干意见"),
    ("下载\n\n打印\n\n【字号：\n\n大\n\n2030年青石县工作报告\n\n——2030年1月5日在会议上\n\n各位代表：\n\n一、回顾\n\n二、展望", "2030年青石县工作报告"),
    ("=======\nMill Licence\n=======\n\n1. Grant\n\n2. End", "Mill Licence"),
    ("渔港管理规定\n2030年5月6日\n第一条　渔港归县管。\n第二条　本规定自公布之日起施行。", "渔港管理规定"),
    (
      "Working Group                                          A. Miller\nMay 1999\n\n                        The Wheel Protocol\n\nStatus\n\n1.  Wheels\n\n2.  Stones",
      "The Wheel Protocol"
    ),
    ("Annex B: Test Procedure\n\n4.1 Preparation\n\n4.2 Measurement", "Annex B: Test Procedure"),
    (
      "Bulletin of Mills            L 7/14\n\nMILL DECISION (MU) 2031/8\n\nof 11 March 2031\n\non quiet wheels\n\n(for all mills)\n\n1. Be quiet.\n\n2. End.",
      "MILL DECISION (MU) 2031/8 of 11 March 2031 on quiet wheels"
    ),
    ("HOLLOW LANE MILLS\n\nMinutes of the Board\n3 May 2031\n\n1. Opening\n\n2. Close", "Minutes of the Board"),
    (
      "Millers     A/7\n\nCommission on Mills\nFirst session\n\nReport of the Group on Wheels\n\n1. Wheels\n\n2. Stones",
      "Report of the Group on Wheels"
    ),
    ("BYLAWS\nOF\nTHE MILLERS\n\n1. Name\n\n2. End", "BYLAWS OF THE MILLERS"),
    ("GRIST LLP\n9 Mill Square\n\nRe: Sale of the mill\n\nDear sirs:\n\n1. Deed\n\n2. Price", "Sale of the mill"),
    (
      "USTAWA\nz dnia 7 maja 2031 r.\no młynach\n\nArt. 1. Młyn miele.\n\nArt. 2. Koniec.",
      "USTAWA z dnia 7 maja 2031 r. o młynach"
    ),
    ("中共青石县委文件\n\n青发〔2031〕7号\n\n中共青石县委\n关于办好磨坊的意见\n\n一、总则\n\n二、附则", "中共青石县委关于办好磨坊的意见"),
    ("青石县人民政府\n会 议 纪 要\n\n〔2031〕12号\n\n县政府第12次常务会议纪要\n\n会议议定：\n\n一、修磨坊\n\n二、修渡口", "县政府第12次常务会议纪要"),
    ("青水〔2031〕3号　　　　　签发人：何强\n\n青石县水利局关于买水车的请示\n\n县政府：\n\n一、理由\n\n二、金额", "青石县水利局关于买水车的请示"),
    (
      "                                                青公第１２３号\n                                                令和１３年６月１日\n\n　　　　　公園の利用について（通知）\n\n１　時間\n\n２　場所",
      "公園の利用について（通知）"
    ),
    ("Version 2, May 2030\n\n# Wheels\n\n## Parts\n\n## Use", "Wheels"),
    ("# Wheels\n\nThey turn.\n\n1. Oil\n\n2. Water\n", "Wheels"),
    ("---\ndate: 2030\ntitle: \"On wheels\"\n---\n\n# Parts\n\n## Use\n\n# Price\n", "On wheels"),
    ("---\ntitle: On wheels\n---\n\nThey turn.\n\n1. Oil\n\n2. Water\n", "On wheels"),
  ])
  func findsTheTitle(text: String, title: String) {
    #expect(Document(source: Source(text)).title == title)
  }

  /// Whatever blanks stand behind it.
  @Test(arguments: ["# On wheels", "# On wheels  ", "On wheels\n===", "On wheels \t\n==="])
  func headingThatRepeatsTheStatedTitleIsNoPoint(heading: String) {
    let document = Document(source: Source("---\ntitle: On wheels\n---\n\n\(heading)\n\n## 1 Oil\n\n## 2 Water\n"))
    #expect(document.title == "On wheels")
    #expect(document.outline.numberedCount == 2)
  }

  @Test(arguments: [
    ("一、时间\n二、地点\n\n附件：1.名单\n　　　2.地图\n", "附件"), ("一、时间\n二、地点\n教务处\n2030年4月2日\n", "教务处"),
    ("1. One.\n\n2. Two.\n\nDone at Dover, 1 May 2030.\n\nFor the Council\n", "Done"),
    ("一、时间\n二、地点\n（此件公开发布）\n", "（此件"),
    ("一、时间\n二、要求\n领导到位\n责任到位\n措施到位\n督查到位\n\n某某局\n2030年4月2日\n", "某某局"),
    ("一、时间\n\n二、要求\n\n领导到位\n\n督查到位\n\n教务处\n\n总务处\n\n2030年4月2日\n", "教务处"),
    ("1. One.\n\n2. Two\n\nand more\n\nJohn Mill\n\nMayor\n\nApril 2, 2030\n", "John"),
  ])
  func splitsOffTheClosing(text: String, start: String) throws {
    let document = Document(source: Source(text))
    let closing = try #require(document.outline.points.indices.last)
    #expect(document.outline.points[closing].kind == .closing)
    #expect(document.source.string(document.ownText(of: closing)).hasPrefix(start))
  }

  @Test(arguments: [
    ("1. No. 4 of Mr. Mill was sold. It was old.", "No. 4 of Mr. Mill was sold"),
    ("1. Why now? It is late.", "Why now?"),
    ("一、要快。不要慢。", "要快"), ("1. The U.S. mill. It turns.", "The U.S. mill"), ("1. Wheels", "Wheels"),
    ("Article 5\n\nSubject matter\n\nText.", "Subject matter"), ("§ 5 Abgaben", "Abgaben"),
    ("第 1 條\n本法適用於渡船。其他不適用。", "本法適用於渡船"),
    ("1. The mill\n   is old. It turns.", "The mill is old"),
    ("- a\n\n1. The mill\n   turns\n   on. Well.", "The mill turns on"),
    ("一、工作回顾\n　　过去五年，我们办好磨坊。磨坊很好。", "工作回顾"), ("一、工作回顾\n　　好。", "工作回顾"),
    ("1. Scope\n   This part covers the mills of the valley and their guests.", "Scope"),
    ("1.\tThe mill\n\tis old. It turns.", "The mill is old"),
    (
      "1. The mill of the valley and its three great\n   Stones of granite. They turn.",
      "The mill of the valley and its three great Stones of granite"
    ),
    (
      String(repeating: "Stones are turned by the water of the old river,\n", count: 6)
        + "\n1. **Grant** The owner of the mill grants you\n   Stones of granite. They turn.\n",
      "**Grant** The owner of the mill grants you Stones of granite"
    ),
    ("1. The mill\nIt turns.", "The mill"), ("1. The mill\n     It turns.", "The mill"),
    ("Titre Ier : RÈGLES", "RÈGLES"), ("Section 2 - Members", "Members"),
  ])
  func takesTheFirstSentenceAsHeading(text: String, heading: String) throws {
    let document = Document(source: Source(text))
    let point = try #require(document.outline.points.firstIndex { $0.kind == .numbered })
    #expect(document.heading(of: point) == heading)
  }

  @Test func takesNoParagraphAsTitle() {
    let paragraph = String(repeating: "The mill turns and turns ", count: 50)
    #expect(Document(source: Source(paragraph)).title == nil)
    #expect(Document(source: Source(paragraph + "\n\n1. Water\n2. Wind\n")).title == nil)
    #expect(Document(source: Source("Mills\n\n" + paragraph)).title == "Mills")
  }

  @Test(
    "Titles are found below the heads of offices",
    arguments: [
      ("青石县文件\n青石〔2031〕5号\n★\n关于开展修船活动的\n通    知\n各村：\n现通知如下。\n一、对象\n二、内容\n", "关于开展修船活动的通 知"),
      ("目录\n第一章 总则....1\n第二章 船只……2\n渡口招标文件\n第一章 总则\n第二章 船只\n第三章 船员\n", "渡口招标文件"),
      ("各町長　殿\n県土木局長\n（公印省略）\n渡船の運航について（通知）\n渡船を次のとおり運航する。\n第１　趣旨\n第２　内容\n", "渡船の運航について（通知）"),
      ("나루시\n수신  각 마을\n제목  나루 관리 계획\n\n1. 관련\n2. 내용\n", "나루 관리 계획"),
      ("青石縣渡口要點\n中華民國120年6月1日府人考字第12030512300號函訂定\n一、渡口。\n二、船隻。\n", "青石縣渡口要點"),
      ("法規名稱：渡口法\n第 1 條\n渡口。\n第 2 條\n船隻。\n", "渡口法"),
      (
        "CHÍNH PHỦ\n-------\nCỘNG HÒA XÃ HỘI\nĐộc lập - Tự do\n---------------\nSố: 3/2031/NĐ-CP\n\nNGHỊ ĐỊNH\nVỀ BẾN ĐÒ\n"
          + "Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\n", "NGHỊ ĐỊNH VỀ BẾN ĐÒ"
      ),
    ])
  func findsTitlesBelowHeads(text: String, title: String) {
    #expect(Document(source: Source(text)).title == title)
  }
}
