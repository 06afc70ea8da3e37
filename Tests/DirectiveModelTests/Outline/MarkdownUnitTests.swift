import Testing

@testable import DirectiveModel

/// Units below Markdown headings, as a law has them on a web page or in a text processor: chapters are headings, articles
/// are paragraphs.
@Suite struct MarkdownUnitTests {
  @Test func placesArticlesBelowTheHeadingsOfChapters() {
    let text = """
      # 渡船规定

      ## 第一章 总则

      第一条　为了管理渡船，制定本规定。

      第二条　有下列情形的，不得开船：

      （一）大雾；

      （二）大风。

      ## 第二章 附则

      第三条　本规定自公布之日起施行。
      """
    #expect(
      outlineText(text) == """
        第一章 总则
          第一条 为了管理渡船，制定本规定
          第二条 有下列情形的，不得开船：
            （一） 大雾；
            （二） 大风
        第二章 附则
          第三条 本规定自公布之日起施行
        """)
  }

  @Test func ranksUnitsThatAreNoHeadingsAmongThemselves() {
    let text = """
      ## Part One

      Chapter 1 Boats

      § 1 Scope

      § 2 Terms

      Chapter 2 Oars

      § 3 Wood

      ## Part Two

      Chapter 1 Crews

      § 4 Pay
      """
    #expect(
      outlineText(text) == """
        Part One
          Chapter 1 Boats
            § 1 Scope
            § 2 Terms
          Chapter 2 Oars
            § 3 Wood
        Part Two
          Chapter 1 Crews
            § 4 Pay
        """)
  }

  /// Where headings name chapters, a chapter elsewhere is an entry of the contents or a reference.
  @Test func takesNoUnitThatHeadingsName() {
    let text = """
      # 渡船规定

      目录

      第一章 总则

      第二章 附则

      ## 第一章 总则

      第一条　为了管理渡船，制定本规定。

      ## 第二章 附则

      第二条　本规定自公布之日起施行。
      """
    #expect(
      outlineText(text) == """
        第一章 总则
          第一条 为了管理渡船，制定本规定
        第二章 附则
          第二条 本规定自公布之日起施行
        """)
  }

  @Test(arguments: [
    "Article 7 of the Regulation asks for a list.\n\nArticle 12 of it asks for more.",
    "**Article 3 (Terms)**\n\nThe article says so.\n\n**Article 5a**\n\nSo does this one.",
    "**Article 7, first sentence**\n\nWords.\n\n**Article 8, first sentence**\n\nWords.",
  ])
  func takesNoArticleThatIsDiscussed(text: String) {
    #expect(outlineText("# Paper\n\n## Aims\n\n\(text)\n\n## Means\n\nWords.\n") == "Aims\nMeans")
  }

  @Test func takesNoRowsThatBeginWithANumberSignForHeadings() {
    let text = "Stock\n\n1. Tools\n\n# of spades: 12\n# of rakes: 7\n\n2. Seeds\n\nThe bed\n# 4 has beans.\n\n3. Pots\n"
    #expect(outlineText(text) == "1. Tools\n2. Seeds\n3. Pots")
    #expect(outlineText("# One\nWords.\n\n# Two\nWords.\n") == "One\nTwo")
    #expect(outlineText("# A\n\nWords.\n\n# B\n## One\n## Two\n# C\n# D\n") == "A\nB\n  One\n  Two\nC\nD")
  }

  @Test func takesNoNumberSignsAloneForHeadings() {
    #expect(outlineText("# A\n\n## One\n\n##\n\n### \n\n## Two\n\n#  \n\nEnd.\n") == "One\nTwo")
  }

  @Test func takesAnAnnexBelowTheLastHeading() {
    let text = "## One\n\nWords.\n\n## Two\n\nWords.\n\n附件1\n\nNames.\n"
    #expect(outlineText(text) == "One\nTwo\n  附件1 Names")
  }

  @Test func takesUnderlinedLinesForHeadings() {
    let text = """
      # Paper

      ## Aims

      1. Tools
      ========

      (a) Spades
      ----------

      Words
      -----
      ## Means

      | Table
      -------

      - Item
      ------

      Words above
      a line
      ------
      """
    #expect(outlineText(text) == "Aims\n1. Tools\n  (a) Spades\n  Words\n  Means")
  }

  @Test func takesNothingUnderlinedInCodeOrQuotations() {
    let code = "# Paper\n\n## Aims\n\n```\n\nOutput\n------\n\nMore.\n```\n\n## Means\n"
    #expect(outlineText(code) == "Aims\nMeans")
    let quoted = "## Aims\n\n“第三条　Words\n\nTitle\n-----\n\nof it.”\n\n## Means\n"
    #expect(outlineText(quoted) == "Aims\nMeans")
  }

  /// Without two lines of number signs, lines of `---` are rules and ends of tables.
  @Test func takesNothingUnderlinedWhereNothingElseIsMarkdown() {
    let text = "1. Tools\n--------\n\n2. Seeds\n--------\n\nTitle\n=====\n\n3. Pots\n"
    #expect(outlineText(text) == "1. Tools\n2. Seeds\n3. Pots")
    let lines = OutlineReader.explainedOutline(of: Source(text)).explanations.map(\.line)
    #expect(lines == [1, 4, 10])
  }

  /// Lines are shared among the cores; the one above an underline may be another's.
  @Test func takesUnderlinedLinesWhereverTheTextIsParted() {
    let text = "# Paper\n\n## Aims\n\n" + (1...40).map { "Title \($0)\n---\n\nWords.\n\n" }.joined()
    let whole = OutlineReader.read(Source(text), OutlineOptions(), explains: false).outline.points
    #expect(whole.count(where: { $0.kind == .numbered }) == 41)
    for chunk in 1...7 {
      #expect(OutlineReader.read(Source(text), OutlineOptions(), explains: false, chunk: chunk).outline.points == whole)
    }
  }
}
