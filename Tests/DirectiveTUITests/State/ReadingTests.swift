import DirectiveModel
import Testing

@testable import DirectiveTUI

@Suite struct ReadingTests {
  @Test func dimsPageNumbersInTheText() {
    var session = Session("1. One\n\n— 12 —\n\n2. Two in 12\n", columns: 100, rows: 10)
    session.press("<Tab>")
    #expect(session.cells(.faint).isEmpty && !session.screen.contains("—"))
    session.press(":set page-lines on<Enter>")
    #expect(session.cells(.faint) == "— 12 —")
  }

  private let rules = """
    1. Doors

    The doors open at nine, see section 2.2 for feasts.

    2. Hours

    2.1. Sundays

    Closed, but see section 1.

    2.2. Feasts

    Closed.

    """

  @Test func followsAReferenceAndComesBack() {
    var session = Session(rules)
    session.press("<Tab>)")
    #expect(session.cells(.currentReference) == "section 2.2")
    #expect(session.status.hasPrefix("cites 2.2 Feasts"))
    session.press("<Enter>")
    #expect(session.place == "2.2")
    session.press("<Backspace>")
    #expect(session.place == "1")
    session.press("))")
    #expect(session.cells(.currentReference) == "section 1")
    session.press(")")
    #expect(session.status.contains("No reference after this place"))
    session.press("(")
    #expect(session.cells(.currentReference) == "section 2.2")
    session.press("<Esc>")
    #expect(session.cells(.currentReference).isEmpty)
    #expect(session.cells(.reference).contains("section 2.2"))
  }

  @Test func comesBackToTheSameHeight() {
    let doors = (1...40).map { "Rule \($0), see section \($0 % 2 + 1).\n\n" }.joined()
    let text = "1. Doors\n\n" + doors + "2. Hours\n\nNone.\n"
    var session = Session(text, columns: 100, rows: 24)
    session.press("<Tab>" + String(repeating: "j", count: 30) + ")")
    let before = session.state.textView
    session.press("<Enter>")
    #expect(session.state.textView.rows != before.rows)
    for back in ["<Backspace>", "2<Enter>''"] {
      session.press(back)
      #expect(session.state.textView.rows == before.rows)
      #expect(session.state.textView.current == before.current)
    }
  }

  @Test func goesToTheParagraphThatIsCited() {
    let law = "第一条　读者借书。\n\n读者还书。\n\n读者读书。\n\n第二条　违反第一条第二款的，停借。\n"
    var session = Session(law, columns: 90, rows: 14)
    session.press("第二条第一款<Esc>:第二条<Enter><Tab>)o")
    #expect(session.screen.contains("读者还书。"))
    #expect(session.cells(.titleBar).contains("第一条"))
    for (keys, row) in [("<Enter>", "读者还书。"), (":第一条第三款<Enter>", "读者读书。")] {
      session.press(keys)
      #expect(session.place == "1")
      let read = session.state.layout.row(holding: session.state.text.anchor).bytes
      #expect(session.state.document.source.string(read) == row)
    }
  }

  @Test func entersTheFirstReferenceOfTheRowBeingRead() {
    var session = Session(rules)
    session.press("<Tab>jj")
    session.findReferences()
    session.press("<Enter>")
    #expect(session.place == "2.2")
  }

  @Test func weighsThePointsOnDemand() {
    var session = Session(rules, columns: 100, rows: 16)
    session.press("%")
    #expect(session.line(1).contains("50% 3 s"))
    session.press("%")
    #expect(!session.screen.contains("50% 3 s"))
    session.press("<Tab>50%")
    #expect(session.status.contains("%"))
    #expect(session.state.text.anchor > 40)
    session.press("<^O>:weight<Enter>")
    #expect(session.screen.contains("50% 3 s"))
  }

  /// The same sentence stands at the same height after the screen was made small and large twenty times.
  @Test(
    "The place does not drift on resizing",
    arguments: ["", "<Tab>jjjjjjjj", "<Tab><PgDn><PgDn>jj", "<Tab>/Sentence 40<Enter>"])
  func resizingTwentyTimesKeepsTheSentence(keys: String) {
    let sentences = (1...90).map { "Sentence \($0) stands here among others of its kind, and ends." }
    let paragraphs = stride(from: 0, to: 90, by: 9).map { sentences[$0..<$0 + 9].joined(separator: " ") }
    var session = Session(
      "1. One\n\n" + paragraphs.joined(separator: "\n\n") + "\n\n2. Two\n", columns: 100, rows: 24)
    session.press("1<Enter>" + keys)
    session.press("<Esc>")
    let before = session.screen
    let anchor = session.state.text.anchor
    for round in 1...20 {
      session.resize(columns: 24 + round * 7 % 90, rows: 5 + round * 3 % 30)
      session.press("<^L>")
      let height = min(session.state.text.height, session.state.textRows - 1)
      #expect(session.state.textView.current <= height)
      #expect(session.state.textView.rows[session.state.textView.current].bytes.contains(anchor))
      session.resize(columns: 100, rows: 24)
      #expect(session.screen == before)
    }
    session.press("ww")
    session.press("<Esc>")
    #expect(session.state.text.anchor == anchor)
    #expect(session.screen.split(separator: "\n").dropLast() == before.split(separator: "\n").dropLast())
  }

  @Test func movesSidewaysWhereRowsAreNotWrapped() {
    let long = (1...30).map { "word\($0)" }.joined(separator: " ")
    var session = Session("1. One\n\n\(long)\n\n看" + String(repeating: "看天", count: 60) + "\n", columns: 60, rows: 10)
    session.press("<Tab>w")
    #expect(session.line(4).contains("word1 word2"))
    #expect(!session.screen.contains("word15"))
    session.press("lll")
    #expect(!session.line(4).contains("word1 "))
    #expect(session.line(4).contains("word5"))
    session.press("hhh")
    #expect(session.line(4).contains("word1 word2"))
    session.press("h")
    #expect(session.state.focus == .outline)
  }

  @Test func changesWidths() {
    var session = Session(sample, columns: 120, rows: 20)
    #expect(session.state.areas.outline?.columns == 48)
    session.press(">>")
    #expect(session.state.areas.outline?.columns == 52)
    session.press("10<")
    #expect(session.state.areas.outline?.columns == 32)
    session.press("99<")
    #expect(session.state.areas.outline?.columns == Settings.outlineWidths.lowerBound)
    session.press("99>")
    #expect(session.state.areas.outline?.columns == 90)
    session.press("20<--")
    let width = session.state.areas.textWidth
    session.press("-")
    #expect(session.state.areas.textWidth == width - 4)
    session.press("+")
    #expect(session.state.areas.textWidth == width)
    for _ in 0..<30 { session.press("-") }  // after a number it makes a range
    #expect(session.state.areas.textWidth == Settings.textWidths.lowerBound)
  }

  @Test func showsWhichPartOfTheTextIsSeen() {
    let text = (1...200).map { "\($0). Point \($0)\n\n" }.joined()
    var session = Session(text, columns: 80, rows: 22)
    func bar() -> [Int] {
      session.screen.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        .filter { $0.element.hasSuffix("▐") }.map(\.offset)
    }
    #expect(bar() == [2])
    session.press("<Tab>G")
    #expect(bar() == [20])
    session.press("100<Enter>")
    #expect(bar().first.map { (9...13).contains($0) } ?? false)
    session.press("g")
    #expect(bar() == [2])
    #expect(!Session("1. One\n", columns: 80, rows: 22).screen.contains("▐"))
  }
}

@Suite struct PresentingTests {
  @Test func tellsTheMinutesSinceItBegan() {
    var session = Session(sample, columns: 80, rows: 16, language: .chinese)
    session.press("V")
    #expect(session.status.hasSuffix("0 分钟  前言"))
    session.tellTime(12)
    session.press("n")
    #expect(session.status.hasSuffix("12 分钟  1 · 第 1 个要点，共 7 个"))
  }

  @Test func showsOnePointAScreen() {
    var session = Session(sample, columns: 80, rows: 16)
    session.press("1<Enter>V")
    #expect(session.screen.contains("1、 Open the reading room longer"))
    #expect(session.screen.contains("1.2 train more volunteers"))
    #expect(!session.screen.contains("│"))
    #expect(session.status.hasSuffix("1 · 1 of 7"))
    session.press("<Space>")
    #expect(session.screen.contains("1 Open the reading room longer"))
    #expect(session.screen.contains("First, open on Sundays."))
    #expect(!session.screen.contains("Second, train"))
    session.press("<Left><Left><Left>")
    #expect(session.screen.contains("The library committee met in March."))
    session.press("2.2<Enter>")
    #expect(session.screen.contains("Second, keep a list."))
    session.press("9<Enter>")
    #expect(session.status == "9: no such point; theme 2 is the last")
    session.press("G<Right>q")
    #expect(session.place == "closing")
    session.press("<Backspace>")
    #expect(session.place == "1")
  }

  @Test func showsALongPointOnSeveralScreens() {
    let text = "1. One\n\n" + (1...60).map { "Line \($0) of the point.\n\n" }.joined() + "2. Two\n"
    var session = Session(text, columns: 60, rows: 20)
    session.press(":present<Enter>")
    #expect(session.status.contains("1/8"))
    for _ in 1...7 { session.press("n") }
    #expect(session.screen.contains("Line 60"))
    session.press("n")
    #expect(session.screen.contains("2. Two"))
    session.press("p")
    #expect(session.screen.contains("Line 60"))
  }

  @Test("A text without numbers can be shown to its end, and back") func showsALongTextToItsEnd() {
    let text = (1...1500).map { "Paragraph \($0).\n\n" }.joined()
    var session = Session(text, columns: 60, rows: 20)
    session.press("V")
    #expect(session.status.hasSuffix("  0%"))
    var screens = 1
    while session.status.hasSuffix("100%") == false, screens < 300 {
      session.press("n")
      screens += 1
    }
    #expect(screens < 300)
    #expect(session.screen.contains("Paragraph 1500."))
    for _ in 1..<screens { session.press("p") }
    #expect(session.screen.contains("Paragraph 1."))
  }

  @Test("Keys are those of the text, as they are bound") func obeysTheKeysOfTheText() {
    var session = Session(sample, columns: 80, rows: 16, config: "key e = next-row\nkey j = none")
    session.press("V")
    #expect(session.status.contains("q leaves, Space next"))
    session.press("e")
    #expect(session.status.hasSuffix("1 · 1 of 7"))
    #expect(!session.status.contains("Space next"))
    session.press("j")
    #expect(session.effects.last == .bell)
    session.press("3n")
    #expect(session.status.hasSuffix("2 · 4 of 7"))
    session.press("2p<Esc>")
    #expect(session.place == "1.1")
  }

  @Test func returnsToTheLastScreenOfALongText() {
    let text = "1. One\n\n" + (1...1500).map { "Paragraph \($0).\n\n" }.joined() + "2. Two\n"
    var session = Session(text, columns: 60, rows: 20)
    session.press("VGp")
    #expect(session.screen.contains("Paragraph 1500."))
    session.press("p")
    #expect(!session.screen.contains("Paragraph 1500."))
    session.press("nn")
    #expect(session.screen.contains("2. Two"))
  }

  @Test func survivesEverySize() {
    for columns in 0...20 {
      for rows in 0...10 {
        var session = Session(sample, columns: columns, rows: rows)
        session.press("VjjkG<Left>")
        #expect(session.frame.cells.count == columns * rows)
      }
    }
  }
}
