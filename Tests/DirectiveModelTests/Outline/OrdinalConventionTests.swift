import Testing

@testable import DirectiveModel

/// Series of ordinals in speeches and their translations.
@Suite struct OrdinalConventionTests {
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

  @Test func readsASeriesThatBeginsWithOneAndGoesOnWithOrdinals() {
    let text = """
      Speech at the Harvest Meeting

      First, mend the barns.

      One is to mend the roofs.

      The second is to count the sacks.

      The third is to drive out the mice.

      Second, plough the fields.

      One is to plough deeper.

      The second is to sow earlier.

      Third, sing.
      """
    #expect(
      outlineText(text) == """
        First, mend the barns
          One is to mend the roofs
          The second is to count the sacks
          The third is to drive out the mice
        Second, plough the fields
          One is to plough deeper
          The second is to sow earlier
        Third, sing
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

  @Test func readsPointsThatAreCalledPoints() {
    #expect(
      outlineText("我说三点。\n\n第一点，要安全。\n\n第二点：要准时。\n\n第三点是要热情。") == """
        第一点， 要安全
        第二点： 要准时
        第三点是 要热情
        """)
    #expect(
      outlineText("In the first place, a lamp gives light.\n\nIn the second place, it needs oil.") == """
        In the first place, a lamp gives light
        In the second place, it needs oil
        """)
  }

  @Test func nestsOrdinalsInsideOrdinals() {
    #expect(
      depths(["First,", "Firstly,", "Secondly,", "Second,", "Firstly,", "Secondly,", "Thirdly,", "Third,"])
        == [1, 2, 2, 1, 2, 2, 2, 1])
  }

  @Test(arguments: [
    ("To begin with, oil.\n\nSecondly, water.\n\nFinally, wood.\n\nFinally, thanks.", 3),
    ("First, oil.\n\nSecond, water.\n\nFinally, on water.\n\nThird, wood.\n\nLastly, hay.", 4),
    ("First, oil.\n\nSecond, water.\n\nThird, wood.\n\nFourth, straw.\n\nFinally, thanks.", 4),
    ("First, oil.\n\nWater.\n\nFinally, thanks.", 0), ("Oil.\n\nFinally, thanks.", 0),
  ])
  func endsASeriesWithFinally(text: String, count: Int) {
    #expect(outlineText("Talk\n\n" + text).split(separator: "\n").count == count)
  }
}
