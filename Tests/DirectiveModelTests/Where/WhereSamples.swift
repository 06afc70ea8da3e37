@testable import DirectiveModel

/// Documents in which places are looked for.
enum WhereSamples {
  static let notice = Document(
    source: Source(
      """
      Notice on the reading room

      The committee met.

      1、Open the reading room longer

      First, open on Sundays. The doors open at nine.

      Second, train more
      volunteers. “Readers” asked.

      2、Care for the books

      First, repair what is torn.

      Second, keep a list.

      Third, lend ＡＢＣ books.

      3、Money

      Comrades, read on.

      """))

  static let law = Document(
    source: Source(
      """
      图书馆条例

      第一章　总则

      第一条　为了读者，制定本条例。

      第二条　读者应当爱护图书。

      前款所称读者，包括下列人员：

      （一）学生；

      （二）教师。

      读者证由图书馆发放。

      第三条　图书馆每日开放。

      第二章　借阅

      第四条　借书十本。

      第十二条　本条例自公布之日起施行。

      """))

  static let act = Document(
    source: Source(
      """
      Reading Rooms Act

      Article 1

      Scope

      1. This act applies to reading rooms:

      (a) kept by towns;

      (b) kept by schools.

      2. It does not apply to shops.

      Article 2

      Members

      1. A member pays:

      (a) a fee;

      (b) whatever is lost.

      Article 3

      Closing

      A room closes at nine.

      """))
}
