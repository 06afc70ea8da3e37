import Testing

@testable import DirectiveModel

@Suite struct PatternTests {
  private func found(_ pattern: Pattern, in text: String) -> [String] {
    let source = Source(text)
    return pattern.matches(in: source).matches.map { "\($0.range.lowerBound):\(source.string($0.range))" }
  }

  @Test(arguments: [
    ("union", "Union, union and UNION", ["0:Union", "7:union", "17:UNION"]), ("Union", "Union, union", ["0:Union"]),
    ("aa", "aaaaa", ["0:aa", "2:aa"]), ("", "abc", []), ("x", "abc", []), ("工会", "各级工会，工会", ["6:工会", "15:工会"]),
    ("é", "É é e", ["0:É", "3:é"]), ("un?ion", "unon uion", ["5:uion"]), ("w[eo]ll?", "Well wol", ["0:Well", "5:wol"]),
    ("^b", "ab\nba", ["3:b"]), ("x*", "axxb", ["1:xx"]), ("a.c", "abc a\nc", ["0:abc"]),
  ])
  func finds(pattern: String, text: String, matches: [String]) {
    #expect(found(Pattern(pattern), in: text) == matches)
  }

  @Test(arguments: [
    (".*", "a.*b", ["1:.*"]), ("a(", "a( a", ["0:a("]), ("[x", "[X [x", ["0:[X", "3:[x"]), ("\\", "a\\b", ["1:\\"]),
    ("\u{FEFF}n. ", "x \u{FEFF}n.\r\n\ny", ["2:\u{FEFF}n.\r\n\n"]), ("a\u{200B}b", "a\u{200B}b", ["0:a\u{200B}b"]),
  ])
  func findsLiterally(pattern: String, text: String, matches: [String]) {
    #expect(found(Pattern(pattern, literal: true), in: text) == matches)
  }

  @Test func takesWhatIsNoRegularExpressionLiterally() {
    #expect(Pattern("a(").isFallback)
    #expect(found(Pattern("a("), in: "b a( c") == ["2:a("])
    #expect(!Pattern("a(b)").isFallback)
    #expect(!Pattern("a(", literal: true).isFallback)
  }

  @Test(
    "A phrase is found across a break of the line",
    arguments: [
      ("migrant workers", "of migrant\n   workers and", ["3:migrant\n   workers"]),
      ("one two", "one\u{3000}two", ["0:one\u{3000}two"]), ("职工权益", "维护职工\n　　权益。", ["6:职工\n　　权益"]),
      ("工会", "工\n会 工会", ["0:工\n会", "8:工会"]), ("工会", "工\n\n会", []),
      ("会会会", "会会\n会会", ["0:会会\n会"]), ("会会会", "会会会会\n会会", ["0:会会会", "9:会\n会会"]),
    ])
  func findsWhatIsWrapped(pattern: String, text: String, matches: [String]) {
    #expect(found(Pattern(pattern), in: text) == matches)
  }

  @Test(arguments: [
    ("12", "12 １２ 十二 XII", ["0:12", "3:１２"]), ("第12条", "第十二条 第12条 第１２条 第一百二十条", ["0:第十二条", "13:第12条", "22:第１２条"]),
    ("第十二条", "第12条", ["0:第12条"]),
    ("article 12", "Article XII, article 12, article 123", ["0:Article XII", "13:article 12"]),
    ("section iv", "Section 4 section ivy", ["0:Section 4"]), ("（一）", "(一)（一）", ["0:(一)", "5:（一）"]),
    ("abc", "ａｂｃ", ["0:ａｂｃ"]), ("article (1|2)", "Article 2", ["0:Article 2"]),
  ])
  func treatsWidthsAndNumbersAlike(pattern: String, text: String, matches: [String]) {
    #expect(found(Pattern(pattern), in: text) == matches)
  }

  @Test func findsWithinARange() {
    let source = Source("one one one")
    #expect(Pattern("one").matches(in: source, range: 1..<8).matches.map(\.range) == [4..<7])
  }

  @Test func findsAroundBytesThatAreNoText() {
    let source = Source(utf8: Array("one ".utf8) + [0xFF] + Array(" One\n".utf8))
    #expect(Pattern("one").matches(in: source).matches.map(\.range) == [0..<3, 6..<9])
  }

  @Test(arguments: ["(a+)+$", "(a|a)*b", "(.*)*x", "(?:a?){40}a{40}"])
  func givesUpWhatCostsTooMuch(pattern: String) {
    let source = Source(String(repeating: "a", count: 50_000) + "!")
    _ = Pattern(pattern).matches(in: source)  // ends
    let result = Pattern("(a+)+$").matches(in: source)
    #expect(!result.isComplete)
  }

  @Test(arguments: [
    ("alpha beta gamma delta", "gamma", 6, "…beta gamma delta"), ("short", "short", 10, "short"),
    ("one two three four five", "three", 1, "…three…"), ("各级工会都要学习", "工会", 4, "各级工会都要…"),
  ])
  func showsContext(text: String, pattern: String, columns: Int, context: String) throws {
    let source = Source(text)
    let match = try #require(Pattern(pattern).matches(in: source).matches.first)
    #expect(source.context(of: match.range, columns: columns) == context)
  }
}

@Suite struct FuzzyMatchTests {
  @Test func needsAllLettersInOrder() {
    #expect(FuzzyMatch.score("hrl", in: "Harmonious labor") != nil)
    #expect(FuzzyMatch.score("lh", in: "Harmonious labor") == nil)
    #expect(FuzzyMatch.score("lab har", in: "Harmonious labor") != nil)
  }

  @Test func prefersLettersSideBySideAndAtTheBeginningOfWords() throws {
    let whole = try #require(FuzzyMatch.score("lab", in: "harmonious labor"))
    let scattered = try #require(FuzzyMatch.score("lab", in: "legal aid and bonus"))
    let inside = try #require(FuzzyMatch.score("lab", in: "collaborate"))
    #expect(whole > scattered)
    #expect(whole > inside)
  }
}
