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
    ("w!", "w: a file name is needed, as in :w point.txt"),
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

  @Test func writesOverAFileWhereThatIsMeant() {
    var session = Session(sample)
    session.files["x.txt"] = "old"
    session.press("2.1<Enter>:w! x.txt<Enter>")
    #expect(session.files["x.txt"]?.hasPrefix("First, repair") == true)
  }

  @Test(arguments: [(":pipe<Enter>", "|"), (":filter<Enter>", "&"), (":go<Enter>", ":")])
  func asksForWhatIsMissing(keys: String, label: String) {
    var session = Session(sample)
    session.press(keys)
    #expect(session.status.hasPrefix(label))
  }

  @Test func listsThePointsThatAWordMayMean() {
    var session = Session("1. Open the hall\n\n2. Close the hall\n\n3. Paint\n", language: .chinese)
    session.press(":hall<Enter>")
    #expect(session.status.contains("hall：有 2 个要点同样符合"))
    #expect(session.screen.contains("1 Open the hall") && session.screen.contains("2 Close the hall"))
    session.press("<Down><Enter>")
    #expect(session.place == "2")
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
