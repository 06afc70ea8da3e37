import Testing

@testable import DirectiveModel

/// More small documents of genres that the corpus lacks.
@Suite struct OtherGenreTests {
  @Test func readsSectionsOfABritishAct() {
    let text = """
      Ferries Act 2030
      2030 CHAPTER 17

      An Act to make provision about ferries.
      [5th May 2030]

      BE IT ENACTED by the King's most Excellent Majesty, by and with the advice and consent of the Lords Spiritual and Temporal, and Commons, in this present Parliament assembled, and by the authority of the same, as follows:—

      PART 1
      LICENSING

      1 Requirement for licence
      (1) A person must not operate a ferry without a licence.
      (2) In subsection (1) "ferry" means a vessel which—
      (a) carries passengers, and
      (b) crosses a river.
      (3) A person who contravenes subsection (1) commits an offence.

      2 Applications
      (1) An application must be in writing.
      (2) The authority may—
      (a) grant the application, or
      (b) refuse it.

      PART 2
      GENERAL

      3 Commencement
      This Act comes into force on 1 July 2030.

      SCHEDULES

      SCHEDULE 1
      FEES
      1 The fee is £10.
      2 The fee may be waived.
      """
    #expect(
      outlineText(text) == """
        PART 1 LICENSING
          1 Requirement for licence
            (1) A person must not operate a ferry without a licence
            (2) In subsection (1) "ferry" means a vessel which—
              (a) carries passengers, and
              (b) crosses a river
            (3) A person who contravenes subsection (1) commits an offence
          2 Applications
            (1) An application must be in writing
            (2) The authority may—
              (a) grant the application, or
              (b) refuse it
        PART 2 GENERAL
          3 Commencement
        SCHEDULE 1 FEES
        """)
    #expect(Document(source: Source(text)).title == "Ferries Act 2030")
  }

  @Test func readsAJapaneseNotice() {
    let text = """
      青石第17号
      令和12年5月1日

      各渡船事業者　殿

      青石県知事　石　青

      渡船の安全点検について（通知）

      標記について、下記のとおり実施しますので、御協力をお願いします。

      記

      １　日時
      　令和12年6月1日（土）午前10時
      ２　場所
      　青石港
      ３　点検項目
      （１）船体
      （２）設備
      　ア　救命胴衣
      　イ　消火器
      ４　その他
      　詳細は別紙のとおり。

      以上
      """
    #expect(
      outlineText(text) == """
        １ 日時
        ２ 場所
        ３ 点検項目
          （１） 船体
          （２） 設備
            ア 救命胴衣
            イ 消火器
        ４ その他
        """)
  }

  @Test func readsABrazilianStatute() {
    let text = """
      LEI Nº 17, DE 5 DE MAIO DE 2030

      Dispõe sobre as balsas.

      CAPÍTULO I
      DISPOSIÇÕES GERAIS

      Art. 1º Esta Lei dispõe sobre as balsas.

      Art. 2º Para os fins desta Lei, considera-se:

      I - balsa: embarcação;

      II - porto: local de atracação.

      § 1º As balsas serão registradas.

      § 2º O registro será gratuito.

      CAPÍTULO II
      DISPOSIÇÕES FINAIS

      Art. 3º Esta Lei entra em vigor na data de sua publicação.
      """
    #expect(
      outlineText(text) == """
        CAPÍTULO I DISPOSIÇÕES GERAIS
          Art. 1º Esta Lei dispõe sobre as balsas
          Art. 2º Para os fins desta Lei, considera-se:
            I - balsa: embarcação;
            II - porto: local de atracação
        CAPÍTULO II DISPOSIÇÕES FINAIS
          Art. 3º Esta Lei entra em vigor na data de sua publicação
        """)
    #expect(Document(source: Source(text)).title == "LEI Nº 17, DE 5 DE MAIO DE 2030")
  }

  @Test func readsARussianStatute() {
    let text = """
      ФЕДЕРАЛЬНЫЙ ЗАКОН

      О паромах

      Принят Государственной Думой 5 мая 2030 года

      Глава 1. Общие положения

      Статья 1. Предмет регулирования

      1. Настоящий Федеральный закон регулирует паромы.

      2. Паромы подразделяются на:

      1) речные;

      2) морские.

      Статья 2. Основные понятия

      а) паром - судно;

      б) переправа - место.

      Глава 2. Заключительные положения

      Статья 3. Вступление в силу

      Настоящий Федеральный закон вступает в силу с 1 июля 2030 года.
      """
    #expect(
      outlineText(text) == """
        Глава 1. Общие положения
          Статья 1. Предмет регулирования
            1. Настоящий Федеральный закон регулирует паромы
            2. Паромы подразделяются на:
              1) речные;
              2) морские
          Статья 2. Основные понятия
            а) паром - судно;
            б) переправа - место
        Глава 2. Заключительные положения
          Статья 3. Вступление в силу
        """)
    #expect(Document(source: Source(text)).title == "ФЕДЕРАЛЬНЫЙ ЗАКОН О паромах")
  }

  @Test func readsAResolution() {
    let text = """
      Resolution 2717 (2030)

      Adopted by the Security Council at its 9876th meeting, on 5 May 2030

      The Security Council,

      Recalling its previous resolutions, in particular resolution 1325 (2000),

      Noting the letter dated 1 May 2030 from the President,

      1. Decides to extend the mandate of the Ferry Mission until 5 May 2031;

      2. Requests the Secretary-General:

      (a) To report every 90 days;

      (b) To ensure the safety of personnel;

      3. Calls upon all parties to cooperate;

      4. Decides to remain seized of the matter.
      """
    #expect(
      outlineText(text) == """
        1. Decides to extend the mandate of the Ferry Mission until 5 May 2031;
        2. Requests the Secretary-General:
          (a) To report every 90 days;
          (b) To ensure the safety of personnel;
        3. Calls upon all parties to cooperate;
        4. Decides to remain seized of the matter
        """)
    #expect(Document(source: Source(text)).title == "Resolution 2717 (2030)")
  }

  @Test func readsALetterOfATaiwaneseMinistry() {
    let text = """
      交通部 函

      地址：100臺北市中正區仁愛路一段50號
      承辦人：王小明
      電話：02-23492900

      受文者：臺灣省渡船商業同業公會聯合會

      發文日期：中華民國119年3月5日
      發文字號：交航字第1190001234號
      速別：普通件
      附件：如說明二

      主旨：有關渡船安全檢查一案，請查照轉知。

      說明：
      一、依據船舶法第23條規定辦理。
      二、檢送檢查表1份，請於119年4月1日前完成下列事項：
      （一）船體檢查。
      （二）設備檢查：
      １、救生衣。
      ２、滅火器。
      三、如有疑義，請洽本部航政司。

      正本：臺灣省渡船商業同業公會聯合會
      副本：本部航港局
      """
    #expect(
      outlineText(text) == """
        一、 依據船舶法第23條規定辦理
        二、 檢送檢查表1份，請於119年4月1日前完成下列事項：
          （一） 船體檢查
          （二） 設備檢查：
            １、 救生衣
            ２、 滅火器
        三、 如有疑義，請洽本部航政司
        """)
    #expect(Document(source: Source(text)).title == "交通部 函")
  }

  @Test func readsASpeechWithPointsInParagraphs() {
    let text = """
      在全县渡口安全工作会议上的讲话
      县长  石青
      （2030年3月8日）

      同志们：

      今天召开这次会议，主要任务是部署渡口安全工作。刚才，交通局汇报了情况，我都同意。下面，我讲三点意见。

      一、提高认识，切实增强责任感

      渡口安全事关群众生命。第一，这是民生问题。第二，这是稳定问题。

      二、突出重点，抓好落实

      第一，抓排查。要全面排查300处渡口。

      第二，抓整改。要限期整改。

      第三，抓督查。10月底前完成。

      三、加强领导

      一要落实责任。各乡镇是第一责任人。

      二要保障经费。县财政安排50万元。

      同志们，渡口安全责任重大，让我们共同努力！

      谢谢大家。
      """
    #expect(
      outlineText(text) == """
        一、 提高认识，切实增强责任感
        二、 突出重点，抓好落实
          第一， 抓排查
          第二， 抓整改
          第三， 抓督查
        三、 加强领导
          一要 落实责任
          二要 保障经费
        """)
    #expect(Document(source: Source(text)).title == "在全县渡口安全工作会议上的讲话")
  }

  @Test func readsGermanBylaws() {
    let text = """
      Satzung des Müllervereins e. V.

      § 1 Name und Sitz

      (1) Der Verein führt den Namen Müllerverein.

      (2) Er hat seinen Sitz in Mühlhausen.

      § 2 Zweck

      Zweck des Vereins ist
      1. die Pflege der Mühlen,
      2. die Ausbildung
      a) der Lehrlinge,
      b) der Gesellen.

      § 3 Mitgliedschaft

      (1) Mitglied kann werden, wer
      1. das 18. Lebensjahr vollendet hat und
      2. die Satzung anerkennt.

      (2) Über die Aufnahme entscheidet der Vorstand. § 2 Nr. 1 gilt entsprechend.

      § 4 Inkrafttreten

      Diese Satzung tritt am 1. Mai 2030 in Kraft.
      """
    #expect(
      outlineText(text) == """
        § 1 Name und Sitz
          (1) Der Verein führt den Namen Müllerverein
          (2) Er hat seinen Sitz in Mühlhausen
        § 2 Zweck
          1. die Pflege der Mühlen,
          2. die Ausbildung
            a) der Lehrlinge,
            b) der Gesellen
        § 3 Mitgliedschaft
          (1) Mitglied kann werden, wer
            1. das 18. Lebensjahr vollendet hat und
            2. die Satzung anerkennt
          (2) Über die Aufnahme entscheidet der Vorstand
        § 4 Inkrafttreten
        """)
    #expect(Document(source: Source(text)).title == "Satzung des Müllervereins e. V.")
  }
}
