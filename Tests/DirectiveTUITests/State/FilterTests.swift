import DirectiveModel
import Testing

@testable import DirectiveTUI

/// While points are hidden by a filter, the cursor stands on the point that is read, and no key leads to a hidden one
/// without a word.
@Suite struct FilterTests {
  /// The row with the cursor.
  private func cursor(_ session: Session) -> String? { session.outlineRows.first { $0.hasPrefix(">") } }

  @Test(arguments: [
    ("}", "2.1"), ("}}", "2.1"), ("}{", "2"), ("J", "2"), ("]]", "2"), ("[[", "2"), ("2.1<Enter>{", "2"),
  ])
  func passesOverHiddenPoints(keys: String, place: String) {
    var session = Session(sample, columns: 100, rows: 20)
    session.press("&torn<Enter>" + keys)
    #expect(session.place == place)
    #expect(cursor(session)?.contains(" \(place) ") == true)
    #expect(session.state.filter != nil)
  }

  @Test(arguments: ["1.2<Enter>", "@volunteers<Enter>", ":volunteers<Enter>", "/Sundays<Enter>"])
  func isTakenAwayWhereAHiddenPointIsAskedFor(keys: String) {
    var session = Session(sample, columns: 100, rows: 20)
    session.press("&torn<Enter>" + keys)
    #expect(session.state.filter == nil)
    #expect(cursor(session)?.contains(" \(session.place) ") == true)
    #expect(session.status.contains("the filter is taken away"))
  }

  @Test func isSeenWhileItIsTypedWhereThereIsRoomForOnePane() {
    var session = Session(sample, columns: 40, rows: 12)
    session.press("<Tab>")
    let text = session.screen
    session.press("&torn")
    #expect(session.screen.contains("2.1 ") && !session.screen.contains("1.1 "))
    session.press("<Esc>")
    #expect(session.screen == text)
  }

  @Test func isTakenAwayByAMatchThatIsHidden() {
    var session = Session(sample, columns: 100, rows: 20)
    session.press("/Second<Enter>&torn<Enter>n")
    #expect(session.status == "“Second” 2/2; the filter is taken away")
    #expect(session.place == "2.2")
  }

  @Test func isThereAgainWhereASearchIsGivenUp() {
    var session = Session(sample, columns: 100, rows: 20)
    session.press("&torn<Enter>")
    let rows = session.outlineRows
    session.press("/Sundays")
    #expect(session.status.hasSuffix("1/1"))
    session.press("<Esc>")
    #expect(session.outlineRows == rows)
    session.press("/nothing of it<Enter>")
    #expect(session.outlineRows == rows)
  }

  @Test func marksNoRowOfTextThatIsHidden() {
    var session = Session(sample, columns: 100, rows: 20)
    session.press("&torn<Enter>2.1<Enter><Tab>")
    session.press(String(repeating: "j", count: 2))
    #expect(session.place == "2.2")
    #expect(cursor(session) == nil)
    session.press("<Tab>")
    #expect(cursor(session)?.contains("2.1") == true)
  }

  @Test func stepsToPointsWithMatchesThatAreKept() {
    var session = Session(sample, columns: 100, rows: 20)
    session.press("/First<Enter>&torn<Enter>[m")
    #expect(session.status == "No point with “First” before this one")
    session.press("]m")
    #expect(session.place == "2.1")
  }
}

@Suite struct UnwrappedTextTests {
  private let long =
    "1. One\n\n" + (1...60).map { "word \($0) " }.joined() + "needle" + (61...90).map { " word \($0)" }.joined()
    + "\n\n2. Two\n"

  @Test(arguments: [40, 80, 200]) func showsAMatchFarToTheRight(columns: Int) {
    var session = Session(long, columns: columns, rows: 12)
    session.press("w/needle<Enter>")
    #expect(session.cells(.currentMatch) == "needle")
    #expect(session.screen.contains("word 60"))
  }

  @Test func goesBackToTheMarginWhereThatIsSeenThen() {
    var session = Session(long, columns: 80, rows: 12)
    session.press("w/needle<Enter>")
    #expect(session.state.text.left > 0)
    session.press("2<Enter>")
    #expect(session.state.text.left == 0)
    session.press("<Backspace>")
    #expect(session.cells(.currentMatch) == "needle")
    session.press("w")
    #expect(session.state.text.left == 0)
  }

  @Test(arguments: ["w", ":set nowrap<Enter>"]) func keepsTheSentenceThatIsRead(keys: String) {
    var session = Session(long, columns: 80, rows: 12)
    session.press("<Tab>1<Enter>jjjjj")
    let row = session.line(2 + session.state.textView.current).split(separator: "│").last?.split(separator: " ")
    let words = row?.filter { $0 != ">" }.prefix(4).joined(separator: " ") ?? "none"
    session.press(keys)
    #expect(session.screen.contains(words))
  }

  @Test func keepsTheCharactersOfAWideRow() {
    var session = Session("1. 一\n\n" + String(repeating: "文字", count: 90) + "目标\n", columns: 80, rows: 12)
    session.press("w/目标<Enter>")
    #expect(session.cells(.currentMatch) == "目标")
  }
}
