import Testing

@testable import DirectiveModel

@Suite struct SignsTests {
  @Test(arguments: [
    ("号", "国发〔2024〕1号", true), ("号", "国发〔2024〕1期", false), (":：", "Author: Ann", true), ("’", "Ann's", false),
    ("", "2024", false),
  ])
  func meetWhereACharacterIsTheSame(signs: String, line: String, meet: Bool) {
    #expect(Signs(signs).meet(Signs(TextBytes(line), 0..<line.utf8.count)) == meet)
  }

  @Test(arguments: [
    ("May 6, 2024", true), ("20.24", false), ("２０２４", true), ("二〇二四年", false), ("٢٠٢٤", true), ("𝟚𝟘𝟚𝟜", true),
    ("第123条", false),
  ])
  func knowAYearByFourDigits(line: String, isYear: Bool) {
    #expect(Signs(orYear: true).meet(Signs(TextBytes(line), 0..<line.utf8.count)) == isYear)
  }

  @Test func lookBehindDamage() {
    let bytes = TextBytes([0xE5, 0x8F] + Array("号".utf8) + [0xFF] + Array("2".utf8) + [0xF0, 0x9D])
    #expect(Signs("号").meet(Signs(bytes, 0..<bytes.count)))
    #expect(Signs("2").meet(Signs(bytes, 0..<bytes.count)))
  }

  /// What is told without matching has to be what matching tells.
  @Test func standOnEveryLineThatAPatternMatches() throws {
    for row in FrontMatterPattern.all {
      let freed = SparingExpression(row.expression.pattern)
      var matches = 0
      for text in Self.lines {
        let source = Source(text)
        let line = SparingExpression.Line(0..<source.bytes.count, of: source)
        guard let match = freed.match(line, of: source) else { continue }
        matches += 1
        #expect(row.expression.match(line, of: source) == match, "\(row.expression.pattern) on \(text)")
      }
      #expect(matches > 0, "no line for \(row.expression.pattern)")
    }
  }

  /// At least one for each pattern.
  private static let lines = [
    "文号：青办 7", "OUR REF: 7/A", "青政办发〔2030〕17号", "（2030）青01民初5号", "〔2030〕第7期", "환경부고시 제12호", "青石第１７号", "青石第 17 號",
    "CERD/C/SR.12", "2030 No. 12 (C. 3)", "Ley 12/2030, de ferries", "Law No 7", "GB/T 1.1—2020", "府規字第 12 號", "第 12 號",
    "第十二号",
    "六月一日青石县令第十二号", "REQUEST FOR COMMENTS: 12", "Regulation (EU) No 12/2030", "Regulation (EC) 12/30",
    "NUMBER 7 of 2030",
    "发布机构 青石局", "ISSUED BY the Board", "青石县人民政府关于渡口", "青石縣大學關於渡口", "THE MILLERS OF DOVER,", "Mill Working Group",
    "INTERNET ENGINEERING TAS\u{212A} FORCE", "青石县水利局文件", "青石中心", "青石總公司", "在渡口工作会议上的讲话", "6日在青石大会上", "5日青石县第九届代表会议通过",
    "Address at the Winter Meeting", "ſpeech before Parliament", "Held at the Winter Session", "作者：石青",
    "SPEA\u{212A}ER: Ann",
    "BY Ann Miller", "青石县县长 石 青", "董事长 石青", "副书记 石青", "总经理 石青", "主席 石青", "校长 石青", "Ann Miller’s Address",
    "Ann Miller's ſpeech",
    "(Mr. Ann Miller is a miller)", "（作者系石青）", "石 青", "二〇三〇年一月二日", "令和六年１月２日", "2030-01-02", "2030. 5. 6.",
    "ngày 6 tháng 5 năm 2030", "May 6, 2030", "Act of 6. März 2030", "1er août 2030", "12 de mayo de 2030",
    "27 мая 2030", "June 2030",
    "各位代表：", "同志们！", "DEAR friends,", "Good morning.", "Colleagues!", "And so, Ladies and Gentlemen: welcome.",
    "ſOURCE: Mill", "来源：渡口报",
  ]
}
