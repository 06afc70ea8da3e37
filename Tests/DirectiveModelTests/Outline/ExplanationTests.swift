import Testing

@testable import DirectiveModel

/// Which style and rule decided about a line.
@Suite struct ExplanationTests {
  private func explanations(_ text: String, _ options: OutlineOptions = .init()) -> [Explanation] {
    OutlineReader.explainedOutline(of: Source(text), options: options).explanations
  }

  @Test func explainsEachLine() {
    let explanations = explanations("Rules\n\n1. Oil\n\n(a) thick\n\n(b) thin\n\nII. is a number")
    #expect(explanations.map(\.line) == [3, 5, 7, 9])
    #expect(explanations.map(\.rule) == [.opens, .opens, .continues, .text])
    #expect(explanations.map(\.style) == ["1.", "(a)", "(a)", "I."])
    #expect(explanations.map(\.isPoint) == [true, true, true, false])
    #expect(explanations.map(\.point) == [1, 2, 3, nil])
  }

  @Test(arguments: [
    ("3.5 million boats\n\n1. Oil\n\n2. Water", PlacingRule.text),
    ("First Secretary Oil spoke\n\n1. Oil\n\n2. Water", .sentence),
    ("Article 5(2) is void\n\n1. Oil\n\n2. Water", .sentence),
    ("```\n1. code\n```\n\n1. Oil\n\n2. Water", .code),
    ("(1) Oil\n\n“第三条　水。”\n\n（一）木", .opens),
  ])
  func explainsWhatIsNoPoint(text: String, rule: PlacingRule) {
    #expect(explanations(text).first?.rule == rule)
  }

  @Test func explainsQuotations() {
    let rules = explanations("1. Oil\n\n“2. Water\n\n3. Wood”\n\n2. Straw").map(\.rule)
    #expect(rules == [.opens, .quoted, .continues])
  }

  @Test func explainsRunsInsideParagraphs() {
    let explanations = explanations("1. Oil. First, it is thick; second, it is dear.\n\n2. Water. 一是清；二是冷。")
    #expect(explanations.map(\.line) == [1, 1, 1, 3, 3, 3])
    let run = PlacingRule.insideParagraph
    #expect(explanations.map(\.rule) == [.opens, run, run, .continues, run, run])
    #expect(explanations.map(\.style) == ["1.", "First,", "First,", "1.", "一是", "一是"])
    #expect(explanations.map(\.point) == [0, 1, 2, 3, 4, 5])
  }

  @Test func leavesOutStylesInsideParagraphsToo() {
    let text = "1. Oil. First, it is thick; second, it is dear.\n\n2. Water. 一是清；二是冷。"
    #expect(OutlineReader.outline(of: Source(text), options: .init(leftOut: ["一是"])).numberedCount == 4)
    #expect(OutlineReader.outline(of: Source(text), options: .init(only: ["1."])).numberedCount == 2)
  }

  @Test func readsAMarkerByTheStylesThatAreWantedAsIfThereWereNoOthers() {
    var read = 0
    for (name, example) in StyleNames.all {
      let text = "\(example)\n\n\(example)\n\n1.2 Oil\n\n1.3 Water\n\n# Fire\n\n# Wood\n"
      let only = OutlineReader.outline(of: Source(text), options: .init(only: [name])).points
      #expect(only.allSatisfy { $0.styleName == nil || $0.styleName == name }, "\(name)")
      if only.contains(where: { $0.styleName == name }) { read += 1 }
    }
    #expect(read > 100, "\(read)")
    let text = "1.2 Oil\n\n1.3 Water\n\n# Fire\n\n# Wood\n"
    #expect(OutlineReader.outline(of: Source(text), options: .init(leftOut: ["#"])).numberedCount == 2)
    #expect(OutlineReader.outline(of: Source(text), options: .init(only: ["#"])).numberedCount == 2)
  }

  @Test func leavesOutStylesByName() {
    let text = "1. Oil\n(a) thick\n(b) thin\n2. Water"
    #expect(OutlineReader.outline(of: Source(text), options: .init(leftOut: ["(a)"])).numberedCount == 2)
    #expect(OutlineReader.outline(of: Source(text), options: .init(only: ["(a)"])).numberedCount == 2)
  }

  @Test func findsStylesByWhatIsTyped() {
    #expect(StyleNames.name(like: "（１）") == "(1)")
    #expect(StyleNames.name(like: "article") == "Article")
    #expect(StyleNames.name(like: "nothing") == nil)
    #expect(StyleNames.suggestions(for: "(b)") == ["(a)"])
    #expect(StyleNames.suggestions(for: "第二条") == ["第…条"])
    #expect(StyleNames.suggestions(for: "chapt").first == "Chapter")
  }

  /// What is left out is explained by its own marker, also where lines are shared among the cores.
  @Test func explainsWhatIsQuotedWhereverTheTextIsParted() {
    let text = (1...9).map { "\($0). Words\n\n“第\($0 + 20)条　Oil\n（一）Water\n（二）Fire”\n\n" }.joined()
    let whole = OutlineReader.read(Source(text), OutlineOptions(), explains: true).explanations
    let quoted = whole.filter { $0.rule == .quoted }
    #expect(!quoted.isEmpty && quoted.allSatisfy { $0.style == "（一）" || $0.style == "(一)" })
    for chunk in 1...7 {
      let parted = OutlineReader.read(Source(text), OutlineOptions(), explains: true, chunk: chunk).explanations
      #expect(parted.map(\.marker) == whole.map(\.marker) && parted.map(\.style) == whole.map(\.style), "\(chunk)")
    }
  }
}
