import DirectiveModel
import Testing

@Suite struct CalendarDateTests {
  @Test(arguments: [
    ("2024年1月2日", "2024-01-02"), ("２０２４年１２月３１日", "2024-12-31"), ("二〇二四年十二月二十一日", "2024-12-21"),
    ("二○二四年 十月 卅一日", "2024-10-31"), ("昭和二十二年五月三日", "1947-05-03"), ("令和元年５月１日", "2019-05-01"),
    ("中華民國一百一十三年六月十日", "2024-06-10"), ("2024-02-29", "2024-02-29"), ("2024/1/2", "2024-01-02"),
    ("May 6, 2024", "2024-05-06"), ("6th of June 2024", "2024-06-06"), ("6. März 2024", "2024-03-06"),
    ("1er juillet 2024", "2024-07-01"), ("Sept. 9, 1999", "1999-09-09"),
    ("12 de mayo de 2031", "2031-05-12"), ("7 maggio 2031", "2031-05-07"), ("4 juni 2031", "2031-06-04"),
    ("27 мая 2031", "2031-05-27"), ("2030. 8. 27.", "2030-08-27"), ("ngày 12 tháng 5 năm 2031", "2031-05-12"),
  ])
  func readsWhatDocumentsPrint(text: String, day: String) {
    #expect(CalendarDate(printed: text)?.description == day)
  }

  @Test(arguments: [
    "", "2024年1月", "May 2024", "2023-02-29", "2024年13月1日", "2024-04-31", "soon", "1 2", "99999999999999999999年1月1日",
  ])
  func readsNoDayWhereThereIsNone(text: String) {
    #expect(CalendarDate(printed: text) == nil)
  }
}
