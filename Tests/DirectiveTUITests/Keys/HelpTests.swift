import DirectiveModel
import Testing

@testable import DirectiveTUI

@Suite struct HelpTests {
  @Test func fillsAWindowThatHasGrown() {
    var session = Session(sample, columns: 30, rows: 10)
    session.press("<F1>G")
    let last = session.line(8).split(separator: " ").last
    session.resize(columns: 160, rows: 40)
    #expect(last.map { session.line(38).hasSuffix($0) } == true)
    let grown = session.screen
    session.press("k")  // moves what is seen at once
    #expect(session.screen != grown)
  }

  @Test("Help can be searched") func narrowsTheHelpToWhatIsTyped() {
    var session = Session(sample, columns: 100, rows: 12)
    session.press("<F1>/theme")
    #expect(session.line(1) == " Moving")
    #expect(session.line(2).contains("]]") && session.line(2).contains("next theme"))
    #expect(session.line(5) == " Settings, changed by :set")
    #expect(session.cells(.marker).contains("theme = auto"))
    session.press("<Enter>j<Esc>")
    #expect(session.line(2).contains("next row"))
    session.press("<Esc>")
    #expect(session.line(1).contains("Preamble"))
  }

  @Test func findsASectionByItsTitle() {
    var session = Session(sample, columns: 80, rows: 40)
    session.press("<F1>/signs")
    #expect(session.line(1) == " Signs")
    #expect(session.line(2).contains("the cursor"))
    #expect(session.screen.contains("what the cursor stands in, and the point that is read"))
  }

  @Test func showsWhatWasSaidBefore() {
    var session = Session(sample, columns: 60, rows: 8)
    session.press(":messages<Enter>")
    #expect(session.status == "Nothing was said yet")
    session.press("'z]n]n2.2<Enter>mc:messages<Enter>")
    #expect(session.screen.contains(" What was said"))
    #expect(session.line(5).hasSuffix("Mark c at 2.2"))
    #expect(session.screen.components(separatedBy: "No notes yet").count == 2)
    session.press("/mark z<Enter>")
    #expect(session.line(2).hasSuffix("No mark z"))
    session.press("<Esc>")
    #expect(session.screen.contains("Mark c at 2.2"))
    session.press("q")
    #expect(!session.screen.contains("What was said"))
  }

  @Test func saysWhenNothingFits() {
    var session = Session(sample)
    session.press("<F1>/zzzz")
    #expect(session.status.hasPrefix("/zzzz"))
    #expect(session.status.hasSuffix("nothing fits"))
    session.press("<Esc>q")
    #expect(session.line(1).contains("Preamble"))
  }

  @Test func findsHelpByAKeyAndByACommand() {
    var session = Session(sample, columns: 100, rows: 30)
    session.press(":help ZZ<Enter>")
    #expect(session.line(2).contains("Q ZZ"))
    #expect(session.line(3).isEmpty)
  }

  @Test func listsCommandsAndSettingsWithTheirValues() {
    var session = Session(sample, columns: 120, rows: 200)
    session.press(":set nopreview<Enter><F1>")
    for command in LineCommand.table { #expect(session.screen.contains(command.usage)) }
    for setting in Setting.table { #expect(session.screen.contains(setting.name + " = ")) }
    #expect(session.screen.contains("preview = off"))
  }

  @Test(arguments: [80, 40, 24], Language.allCases) func cutsNoWord(columns: Int, language: Language) {
    var session = Session(Document(source: Source(sample)), columns: columns, rows: 400, language: language)
    session.press("<F1>")
    #expect(!session.status.contains("q quit"))
    let shown = session.screen.filter { !$0.isWhitespace }
    let texts = LineCommand.table.map(\.help) + KeyBindings.table.flatMap(\.rows).map(\.help)
    for text in texts { #expect(shown.contains(text(in: language).filter { !$0.isWhitespace })) }
  }

  @Test func showsTheKeysThatWereBoundAnew() {
    var session = Session(sample, columns: 100, rows: 200, config: "key F7 = next-match\nkey n = none")
    session.press("<F1>")
    #expect(session.screen.contains("  F7                      next match"))
  }
}
