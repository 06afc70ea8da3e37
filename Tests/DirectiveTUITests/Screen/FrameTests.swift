import Testing

@testable import DirectiveTUI

@Suite struct FrameTests {
  @Test(arguments: [
    ("library", 7, "library|"), ("library", 6, "libra…|"), ("library rules", 7, "librar…|"), ("爱护图书", 8, "爱护图书|"),
    ("爱护图书", 7, "爱护图…|"), ("爱护图书", 6, "爱护… |"), ("爱护图", 6, "爱护图|"), ("e\u{301}te\u{301}", 3, "e\u{301}te\u{301}|"),
    ("e\u{301}te\u{301}s", 3, "e\u{301}t…|"), ("", 3, "   |"), ("a", 0, "|"), ("\u{1B}[2J", 2, "␛…|"),
    ("rules\u{301}", 5, "rules\u{301}|"), ("rule\u{301}s", 4, "rul…|"), ("rules 馆", 5, "rule…|"), ("a", 1, "a|"),
    ("ab", 1, "…|"),
  ])
  func shortensWhatDoesNotFit(text: String, limit: Int, shown: String) {
    var frame = Frame(size: Size(columns: limit + 1, rows: 1))
    frame.putShortened(text, row: 0, column: 0, limit: limit, role: .text)
    frame.put("|", row: 0, column: limit, limit: limit + 1, role: .text)
    #expect(frame.text == shown)
  }

  @Test(arguments: [
    ("library", 7, "library|"), ("library", 6, "librar|"), ("rules\u{301}", 5, "rules\u{301}|"),
    ("rule\u{301}s", 4, "rule\u{301}|"), ("爱护图书", 7, "爱护图 |"), ("rules 馆", 7, "rules  |"), ("a", 0, "|"),
  ])
  func cutsWhatDoesNotFit(text: String, limit: Int, shown: String) {
    var frame = Frame(size: Size(columns: limit + 1, rows: 1))
    frame.put(text, row: 0, column: 0, limit: limit, role: .text)
    frame.put("|", row: 0, column: limit, limit: limit + 1, role: .text)
    #expect(frame.text == shown)
  }

  @Test(arguments: ["ae\u{301}b", "on a\u{300}", "do it\u{1B}now", "至2019年底", "1 至 3"])
  func drawsPlainTextAndWhatStandsInIt(text: String) {
    var frame = Frame(size: Size(columns: 20, rows: 1))
    frame.put(text, row: 0, column: 1, limit: 20, role: .text)
    #expect(frame.text == " " + text.replacing("\u{1B}", with: "␛"))
  }
}
