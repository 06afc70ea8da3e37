import DirectiveModel
import Testing

@testable import DirectiveTUI

@Suite struct FindingTests {
  @Test("There is a search, and it goes along with the typing") func searchesWhileTyping() {
    var session = Session(sample, columns: 80, rows: 40)
    session.press("/vol")
    #expect(session.place == "1.2")
    #expect(session.cells(.currentMatch) == "vol")
    #expect(session.cells(.match) == "vol")
    #expect(session.status.hasPrefix("/vol"))
    #expect(session.status.hasSuffix("1/2"))
    session.press("unteer w")
    #expect(session.place == "2.2")
    session.press("<Enter>")
    #expect(session.status == "“volunteer w” 1/1")
  }

  @Test func escapeReturnsToWhereTheSearchBegan() {
    var session = Session(sample)
    session.press("zM]]]]")
    let before = session.screen
    session.press("/patience")
    #expect(session.screen != before)
    session.press("<Esc>")
    #expect(session.screen == before)
  }

  @Test func repeatsAndSaysWhenItWraps() {
    var session = Session(sample)
    session.press("/torn<Enter>")
    #expect(session.place == "2")
    session.press("n")
    #expect(session.place == "2.1")
    #expect(session.status == "“torn” 2/2")
    session.press("n")
    #expect(session.place == "2")
    #expect(session.status == "“torn” wrapped, 1/2")
    session.press("N")
    #expect(session.status == "“torn” wrapped, 2/2")
    session.press("N")
    #expect(session.status == "“torn” 1/2")
  }

  @Test(arguments: ["<Esc>", ":noh<Enter>"]) func takesUpTheLastSearchAgain(keys: String) {
    var session = Session(sample)
    session.press("/torn<Enter>" + keys)
    #expect(session.cells(.match) == "")
    session.press("n")
    #expect(session.status == "“torn” 2/2")
    session.press(keys + "]m")
    #expect(session.status == "No point with “torn” after this one")
  }

  @Test("Where one pane is seen, it is that with the answer") func showsThePaneWithTheAnswer() {
    var session = Session(sample, columns: 40, rows: 10)
    session.press("/torn<Enter>")
    #expect(session.cells(.currentMatch).lowercased() == "torn")
    session.press("&torn<Enter>")
    #expect(session.screen.contains("> ▾ 2 Care for") || session.screen.contains("▾ 2 Care for"))
    session.press("<Enter>%")
    #expect(session.screen.contains("%"))
    session.press("n")
    #expect(session.cells(.currentMatch).lowercased() == "torn")
  }

  @Test func searchesBackward() {
    var session = Session(sample)
    session.press("2<Enter>?read<Enter>")
    #expect(session.place == "1")
    session.press("n")
    #expect(session.status.contains("2/"))
  }

  @Test func saysThatNothingMatches() {
    var session = Session(sample)
    session.press("jj/subsidy")
    #expect(session.status.hasSuffix("no match"))
    session.press("<Enter>")
    #expect(session.status == "No match for “subsidy”")
    #expect(session.place == "1.1")
    session.press("n")
    #expect(session.status == "No match for “subsidy”")
  }

  @Test func findsCapitalsOnlyWhenTheyAreTyped() {
    var session = Session(sample)
    session.press("/SUNDAYS<Enter>")
    #expect(session.status.hasPrefix("No match"))
    session.press("/sundays<Enter>")
    #expect(session.place == "1.1")
  }

  @Test func saysWhenAPatternIsTakenLiterally() {
    var session = Session("1. One (two\n2. Three\n")
    session.press("/(tw<Enter>")
    #expect(session.status == "“(tw” 1/1, taken literally")
    session.press("/t.r<Enter>")
    #expect(session.status == "“t.r” 1/1")
    session.press("&(tw")
    #expect(session.status.hasSuffix("1 point, taken literally"))
    session.press("<Enter>")
    #expect(session.status == "1 point with “(tw”, taken literally; Esc shows all")
  }

  @Test func saysWhenAPatternIsGivenUp() {
    var session = Session("1. \(String(repeating: "a", count: 50_000))!\n\n2. aaa\n\n3. aaa\n")
    session.press("&(a+)+$")
    #expect(session.status.hasSuffix("no match, given up: it costs too much"))
    session.press("<Enter>")
    #expect(session.status == "0 points with “(a+)+$”, given up: it costs too much; Esc shows all")
    session.press("<Esc>/(a+)+$<Enter>")
    #expect(session.status == "No match for “(a+)+$”, given up: it costs too much")
  }

  @Test func picksAHeading() {
    var session = Session(sample)
    session.press("@list")
    #expect(session.line(1).hasPrefix("> 2.2 keep a list"))
    #expect(session.line(2).contains("Second, keep a list"))
    session.press("<Enter>")
    #expect(session.place == "2.2")
    session.press("<Tab><^O>")
  }

  @Test func picksByNumberAndGivesUp() {
    var session = Session(sample)
    session.press("j@2.")
    #expect(session.line(1).hasPrefix("> 2.1 repair"))
    session.press("<Down>")
    #expect(session.line(2).hasPrefix("> 2.2 keep"))
    session.press("<Esc>")
    #expect(session.place == "1")
    session.press("@zzzz<Enter>")
    #expect(session.status.contains("nothing fits"))
  }

  @Test func listsTheMatchesAndTheTextFollows() {
    var session = Session(sample, columns: 100, rows: 20)
    session.press("/oo<Enter>r")
    #expect(session.line(1).hasPrefix("> preamble …reading room"))
    #expect(session.status.hasPrefix("matches "))
    session.press("nine<Enter>")
    #expect(session.place == "1.1")
    session.press("r<Down><Down><Esc>")
    #expect(session.place == "1.1")
    session.press("<Esc>r")
    #expect(session.status.hasPrefix("No matches to list"))
  }

  @Test func showsHowManyMatchesEachPointHolds() {
    var session = Session(sample, columns: 100, rows: 20)
    session.press("/torn")
    let care = session.screen.split(separator: "\n").first { $0.contains("▾ 2 Care") }
    #expect(care?.contains("2 ▮▮▮▮ │") == true || care?.contains("2 ▮▮▮▮│") == true)
    let open = session.screen.split(separator: "\n").first { $0.contains("▾ 1 Open") }
    #expect(open?.contains("▮") == false)
  }

  @Test func goesToTheNextPointWithAMatch() {
    var session = Session(sample)
    session.press("/volunteer<Enter>g]m")
    #expect(session.place == "1.2")
    session.press("]m")
    #expect(session.place == "2.2")
    session.press("]m")
    #expect(session.status == "No point with “volunteer” after this one")
    session.press("[m")
    #expect(session.place == "1.2")
  }

  @Test func narrowsTheOutlineToWhatMatches() {
    var session = Session(sample)
    session.press("&volunteer")
    #expect(session.status.hasSuffix("2 points"))
    #expect(session.line(2).hasPrefix(">    1.2 train"))
    #expect(session.line(4).hasPrefix("     2.2 keep"))
    #expect(!session.screen.contains("1.1 open"))
    session.press("<Enter>")
    #expect(session.status == "2 points with “volunteer”; Esc shows all")
    session.press("j")
    #expect(session.status.contains("& volunteer"))
    session.press("<Esc>")
    #expect(session.screen.contains("1.1 open"))
    session.press("&zzz<Enter>")
    #expect(session.status.hasPrefix("0 points with"))
    session.press("<Esc>jj")
    #expect(session.screen.contains("2.3"))
  }

  @Test func goesByCommand() {
    var session = Session(sample)
    session.press(":2.3<Enter>")
    #expect(session.place == "2.3")
    session.press(":nonsense<Enter>")
    #expect(session.status == "nonsense: no point speaks of it")
    session.press(":q<Enter>")
    #expect(session.effects.last == .quit)
  }

  @Test(arguments: ["/", "?", "@", ":", "s"])
  func everyPrintableKeyIsTextInAPrompt(opener: String) {
    var session = Session(sample, columns: 200, rows: 12)
    session.press(opener)
    if opener == "s" { session.press("^U") }
    let printable = String((0x21...0x7E).map { Character(Unicode.Scalar(UInt8($0))) })
    for character in printable { session.press(character == "<" ? "<" : String(character)) }
    #expect(session.status.contains(printable))
    #expect(session.effects.filter { $0 != .bell }.isEmpty)
  }

  @Test func editsALine() {
    var session = Session(sample)
    session.press("/one two<^W>x<Backspace>y")
    #expect(session.status.hasPrefix("/one y"))
    session.press("<^U>z<Backspace><Backspace>")
    #expect(session.status.contains("F1 help"))
  }
}
