import Testing

@testable import DirectiveModel

@Suite struct PatternTests {
  private func found(_ pattern: String, in text: String) -> [String] {
    let source = Source(text)
    return Pattern(pattern).matches(in: source).map { "\($0.range.lowerBound):\(source.string($0.range))" }
  }

  @Test(arguments: [
    ("union", "Union, union and UNION", ["0:Union", "7:union", "17:UNION"]), ("Union", "Union, union", ["0:Union"]),
    ("aa", "aaaaa", ["0:aa", "2:aa"]), ("", "abc", []), ("x", "abc", []), ("工会", "各级工会，工会", ["6:工会", "15:工会"]),
    ("é", "É é e", ["0:É", "3:é"]), ("straße", "STRASSE Straße", ["0:STRASSE", "8:Straße"]), (".*", "a.*b", ["1:.*"]),
    ("ab", "aab", ["1:ab"]),
  ])
  func finds(pattern: String, text: String, matches: [String]) {
    #expect(found(pattern, in: text) == matches)
  }

  @Test func findsWithinARange() {
    let source = Source("one one one")
    #expect(Pattern("one").matches(in: source, range: 1..<8).map(\.range) == [4..<7])
  }

  @Test(arguments: [
    ("alpha beta gamma delta", "gamma", 6, "…beta gamma delta"), ("short", "short", 10, "short"),
    ("one two three four five", "three", 1, "…three…"), ("各级工会都要学习", "工会", 4, "各级工会都要…"),
  ])
  func showsContext(text: String, pattern: String, columns: Int, context: String) throws {
    let source = Source(text)
    let match = try #require(Pattern(pattern).matches(in: source).first)
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
