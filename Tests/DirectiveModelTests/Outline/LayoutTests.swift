import Testing

@testable import DirectiveModel

/// The outline does not depend on how lines are broken, spaced and paged.
@Suite struct LayoutTests {
  private static let paragraphs = [
    "Rules of the Weir Society",
    "1. The upper mill may draw water on every day of the week save the days that the council has named before.",
    "2. The lower mill keeps the sluice and the path beside it, and has the duties which the old deed lays on it.",
    "(a) In winter the sluice stays open unless the reeve says otherwise in writing and for a stated reason.",
    "(b) In summer the sluice stays shut from dusk to dawn, and nobody may open it but the keeper of the mill.",
    "3. Disputes go to the reeve, whose word is final in all that touches the water, the banks and the fish.",
  ]

  private static let outline = """
    1. The upper mill may draw water on every day of the week save the days that the council has named before
    2. The lower mill keeps the sluice and the path beside it, and has the duties which the old deed lays on it
      (a) In winter the sluice stays open unless the reeve says otherwise in writing and for a stated reason
      (b) In summer the sluice stays shut from dusk to dawn, and nobody may open it but the keeper of the mill
    3. Disputes go to the reeve, whose word is final in all that touches the water, the banks and the fish
    """

  /// The paragraphs broken to 60 columns.
  private static func wrapped(_ paragraph: String) -> [String] {
    var lines = [""]
    for word in paragraph.split(separator: " ") {
      if !lines[lines.count - 1].isEmpty, lines[lines.count - 1].count + 1 + word.count > 60 { lines.append("") }
      lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
    }
    return lines
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func readsEveryLineEnd(lineEnd: String) {
    #expect(outlineText(Self.paragraphs.joined(separator: lineEnd + lineEnd)) == Self.outline)
  }

  @Test func readsBrokenLines() {
    let text = Self.paragraphs.map { Self.wrapped($0).joined(separator: "\n") }
    #expect(outlineText(text.joined(separator: "\n\n")) == Self.outline)
    #expect(outlineText(text.joined(separator: "\n")) == Self.outline)
  }

  @Test func readsLooseLines() {
    let text = Self.paragraphs.map { Self.wrapped($0).joined(separator: "\n\n") }
    #expect(outlineText(text.joined(separator: "\n\n\n\n")) == Self.outline)
  }

  @Test func looksThroughPageNumbers() {
    let lines = Self.paragraphs.map { Self.wrapped($0).joined(separator: "\n\n- 3 -\n\n") }
    #expect(outlineText(lines.joined(separator: "\n\n")).split(separator: "\n").count == 5)
  }

  @Test func takesNoPointFromTheMiddleOfASentence() {
    let text = """
      AGREEMENT ABOUT THE WEIR

      1. The mill may draw water on all of the days that are listed in
      Article 2 of the old deed and on no other day save where the council
      of the town has ruled otherwise, for which see the first part of
      (3) or the rule which the society has laid down for the keepers in
      2. The mill pays for it and keeps the path that leads to the weir in
      good repair.

      2. The sluice is shut at night.
      """
    #expect(outlineText(text).split(separator: "\n").map { $0.prefix(6) } == ["1. The", "2. The"])
  }

  @Test func takesOrdinalsAtTheStartOfParagraphsOnly() {
    let text = """
      We remain at work in the valley, where the bridge has been built anew
      and where the mill has been given to those who know how to run a mill.

      First, we are helping the villages to build a barn, so that the grain
      of this year will be dry and the grain of the last will be eaten soon.
      Second, we are mending the roofs and helping those who cannot mend any
      roof alone. And third, we are counting sacks while the others carry it
      up the hill, which is steep and long and has no shade in the afternoon.
      """
    #expect(outlineText(text) == "")
  }

  @Test func passesOverMarkdownCode() {
    let text = """
      # Field Guide

      #hashtag is no heading

      ## 1. Setup

      ```
      # not a heading
      ```

      ### 1.1 Tools

      Second part
      -----------

      ### Details
      """
    #expect(outlineText(text) == "1. Setup\n  1.1 Tools\nSecond part\n  Details")
  }

  @Test func leavesOutAJapaneseListOfContents() {
    let text = """
      公園条例
      　第一章　総則（第一条・第二条）
      　第二章　利用（第三条）
      　附則

      　　　第一章　総則

      （目的）
      第一条　公園のことを定める。
      （定義）
      第二条　次のとおりとする。
      一　花とは、花壇の花をいう。
      二　木とは、次のものをいう。
      イ　松
      ロ　梅
      ２　草は花とみなす。

      　　　第二章　利用

      第三条　公園は、昼に開く。

      　　　附　則
      １　この条例は、公布の日から施行する。
      """
    #expect(
      outlineText(text) == """
        第一章 総則
          第一条 公園のことを定める
          第二条 次のとおりとする
            一 花とは、花壇の花をいう
            二 木とは、次のものをいう
              イ 松
              ロ 梅
            ２ 草は花とみなす
        第二章 利用
          第三条 公園は、昼に開く
        附 則
          １ この条例は、公布の日から施行する
        """)
  }

  @Test func readsMarkersBehindBoxesToBeTicked() {
    #expect(
      outlineText("Checks\n\n[ ] 1. Ropes\n[x] 2. Bell\n[3] A note\n☐ 3. Gate") == """
        1. Ropes
        2. Bell
        3. Gate
        """)
  }

  @Test func tellsChaptersOfMarkdownFromItsTitle() {
    #expect(outlineText("# A\n\n## B\n\n### C\n\n# D\n\n## E").split(separator: "\n").count == 5)
    #expect(outlineText("# 1 A\n\n## B\n\n# 2 D\n").split(separator: "\n").count == 3)
    #expect(outlineText("# A\n\n## 1 B\n\n# 2 D\n\n## E").split(separator: "\n").count == 3)
  }
}
