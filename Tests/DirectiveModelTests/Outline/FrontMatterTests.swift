import Testing

@testable import DirectiveModel

/// What a document says of itself around its points.
@Suite struct FrontMatterTests {
  private func fields(_ text: String) -> [FrontMatter.Field: String] {
    let document = Document(source: Source(text))
    let front = document.frontMatter
    return FrontMatter.Field.allCases.reduce(into: [:]) { $0[$1] = document.text(of: $1, in: front) }
  }

  @Test func readsAnOfficialNotice() {
    let text = """
      青石县人民政府办公室关于做好渡口安全工作的通知
      青政办发〔2030〕17号

      各乡镇人民政府，县直各单位：

      为做好渡口安全工作，现通知如下：

      一、提高认识。渡口安全事关群众。

      二、抓好落实。

      附件：1.渡口名单
      　　　2.检查表

      青石县人民政府办公室
      2030年4月2日
      （此件公开发布）
      """
    #expect(
      fields(text) == [
        .documentNumber: "青政办发〔2030〕17号", .issuer: "青石县人民政府办公室", .salutation: "各乡镇人民政府，县直各单位：",
        .signature: "青石县人民政府办公室", .signatureDate: "2030年4月2日",
      ])
    let document = Document(source: Source(text))
    #expect(document.annexes.map { document.source.singleLine($0) } == ["渡口名单", "检查表"])
  }

  @Test func readsASignatureBeforeTheAnnexes() {
    let text =
      "青石县人民政府办公室关于渡口的通知\n\n各乡镇：\n\n一、时间\n\n二、地点\n\n附件：1. 名单\n　　　2. 检查表\n\n青石县人民政府办公室\n2030年4月2日\n\n附件1\n\n名单\n\n1. 张三\n\n2. 李四\n"
    let found = fields(text)
    #expect(found[.signature] == "青石县人民政府办公室")
    #expect(found[.signatureDate] == "2030年4月2日")
    let document = Document(source: Source(text))
    #expect(document.annexes.map { document.source.singleLine($0) } == ["名单", "检查表"])
  }

  @Test func readsAWorkReport() {
    let text = """
      2030年青石县人民政府工作报告
      ——2030年1月5日在青石县第九届人民代表大会第二次会议上
      青石县县长 石 青

      各位代表：

      一、工作回顾

      二、工作安排
      """
    #expect(
      fields(text) == [
        .occasion: "青石县第九届人民代表大会第二次会议", .speaker: "青石县县长 石 青", .date: "2030年1月5日",
        .salutation: "各位代表：",
      ])
  }

  @Test func readsASpeech() {
    let text = """
      Ann Miller's Address at the Winter Meeting of Millers

      May 6, 2030

      Dear friends,

      1. Keep the wheels turning

      2. Keep the books

      Source: The Miller
      """
    #expect(
      fields(text) == [
        .speaker: "Ann Miller", .occasion: "Winter Meeting of Millers", .date: "May 6, 2030",
        .salutation: "Dear friends,",
        .origin: "The Miller",
      ])
  }

  @Test(arguments: [
    (
      "渡船条例\n（2030年3月1日 青石县第九届人民代表大会第二次会议通过）\n第一条　渡船归县管。\n第二条　自公布之日起施行。",
      FrontMatter.Field.occasion, "青石县第九届人民代表大会第二次会议"
    ),
    ("青石县人民政府令\n第 12 号\n渡船办法已经通过。\n第一条　甲。\n第二条　乙。", .documentNumber, "第 12 号"),
    (
      "Commission Regulation (EU) 2030/17 of 28 November 2030 on ferries\n\nTHE EUROPEAN COMMISSION,\n\nArticle 1\n\nOil.\n\nArticle 2\n\nWater.",
      .documentNumber, "(EU) 2030/17"
    ),
    (
      "Commission Regulation (EU) 2030/17 of 28 November 2030 on ferries\n\nTHE EUROPEAN COMMISSION,\n\nArticle 1\n\nOil.\n\nArticle 2\n\nWater.",
      .issuer, "THE EUROPEAN COMMISSION"
    ),
    ("1. One.\n\n2. Two.\n\nDone at Dover, 1 May 2030.\n\nFor the Council\n", .signatureDate, "1 May 2030"),
    ("1. One.\n\n2. Two.\n\nDone at Dover, 1 May 2030.\n\nFor the Council\n", .signature, "For the Council"),
  ])
  func finds(text: String, field: FrontMatter.Field, value: String) {
    #expect(fields(text)[field] == value)
  }

  @Test func findsNothingInPlainText() {
    #expect(Document(source: Source("1. Oil\n\n2. Water\n")).frontMatter.isEmpty)
  }

  @Test(arguments: [
    ("Wittenau, den 3. März 2031\n\nHanna Krüger", "3. März 2031"),
    ("Madrid, 12 de mayo de 2031.", "12 de mayo de 2031"),
    ("Done at Harbour, 11 March 2031.", "11 March 2031"), ("Fait le 12 mai 2031.", "12 mai 2031"),
    ("Data a Roma, addì 7 maggio 2031", "7 maggio 2031"),
  ])
  func readsThePlaceAndDayOfASignature(closing: String, date: String) {
    #expect(fields("Charter of mills\n\n1. Grind.\n\n2. Sweep.\n\n\(closing)")[.signatureDate] == date)
  }

  @Test func takesNoEntryOfTheContentsForTheIssuer() {
    let text =
      "渡工协会章程\n\n目录\n\n第一章 总则\n　第一节 理事会\n第二章 附则\n\n第一章 总则\n\n第一条 本会是协会。\n\n第一节 理事会\n\n第二条 九人。\n\n第二章 附则\n\n第三条 完。"
    #expect(fields(text)[.issuer] == nil)
  }

  @Test func endsAFieldAtAWideGap() {
    let text = "发文机关：青石县水利局　　　　　成文日期：2031年5月12日\n\n关于修渡口的通知\n\n一、修\n\n二、养"
    #expect(fields(text)[.issuer] == "青石县水利局")
  }

  @Test(arguments: ["此复。", "Very truly yours,", "IN WITNESS WHEREOF, they signed.", "妥否，请批示。", "Lasten en bevelen"])
  func splitsOffAClosingFormula(closing: String) throws {
    let points = Document(source: Source("Mills\n\n1. Grind.\n\n2. Sweep.\n\n\(closing)\n\nMiller")).outline.points
    #expect(try #require(points.last).kind == .closing)
    #expect(points.last?.line == 7)
  }
}
