import Testing

@testable import DirectiveTUI

/// Lines typed after `:` that are commands, places, words, or slips.
@Suite struct CommandTests {
  @Test(arguments: ["q", "quit", "q!", "x", "wq", "qui"]) func quits(command: String) {
    var session = Session(sample)
    session.press(":\(command)<Enter>")
    #expect(session.effects == [.quit])
  }

  @Test func opensAnotherDocument() {
    var session = Session(sample)
    session.files = ["notes.txt": ""]
    session.press(":e no<Tab><Enter>:open a b.txt<Enter>:e<Enter>")
    #expect(session.effects.suffix(3) == [.openFile("notes.txt"), .openFile("a b.txt"), .reload])
  }

  @Test(arguments: [
    ("qiut", "No command qiut (:quit?); :go qiut looks for it"),
    ("re", "No command re (:recent, :reload, :reject?); :go re looks for it"),
    ("wirte", "No command wirte (:write?); :go wirte looks for it"),
    ("olunteers", "No command olunteers; :go olunteers looks for it"),
    ("w!", "No command w! (:write, :weight?); :go w! looks for it"),
    ("reject 2", "Nothing may follow :reject; :go reject 2 looks for it"),
  ]) func asksWhatIsMeant(line: String, answer: String) {
    var session = Session(sample)
    session.press(":\(line)<Enter>")
    #expect(session.status == answer)
    #expect(session.effects.isEmpty)
    #expect(session.place == "preamble")
  }

  @Test(arguments: [
    ("volunteers", "“volunteers” found in 1.2 train more volunteers"),
    ("volun", "“volun” found in 1.2 train more volunteers"),
    ("more volunteers", "“more volunteers” found in 1.2 train more volunteers"),
    ("go olunteers", "“olunteers” found in 1.2 train more volunteers"),
    ("感谢", "“感谢” found in 2.3 感谢读者"),
  ]) func saysWhereAWordIsFound(line: String, answer: String) {
    var session = Session(sample)
    session.press(":\(line)<Enter>")
    #expect(session.status == answer)
  }

  @Test(arguments: [("2.1", "2.1"), ("closing", "closing"), ("2.*", "2.1"), ("1-2", "1")])
  func goesToPlaces(line: String, place: String) {
    var session = Session(sample)
    session.press(":\(line)<Enter>")
    #expect(session.place == place)
    #expect(session.status.hasPrefix(" \(place) ·"))
  }

  @Test func goesToWhatIsTypedInChineseWithoutAColon() {
    var session = Session("规定\n\n第一条 总则\n\n第二条 细则\n", language: .chinese)
    session.press("第二条")
    #expect(session.status.hasPrefix(":第二条"))
    session.press("<Enter>")
    #expect(session.place == "2")
  }
}
