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
      ("工会", "工\n会 工会", ["0:工\n会", "8:工会"]), ("工会", "工\n\n会", []), ("学习，贯彻", "学习，\n贯彻", ["0:学习，\n贯彻"]),
      ("学习,贯彻", "学\r\n　　习，贯彻", ["0:学\r\n　　习，贯彻"]), ("第十二条", "第十\n二条 第\n12条", ["0:第十\n二条", "14:第\n12条"]),
      ("工会", "工 \n会 工\u{3000}\r\n　会", ["0:工 \n会", "9:工\u{3000}\r\n　会"]), ("学习，贯彻", "学 \n习，贯彻", ["0:学 \n习，贯彻"]),
      ("non-secure", "a non-\n  secure room", ["2:non-\n  secure"]), ("-x", "- x -\nx", []),
      ("学习，贯彻", "学习，\n\n贯彻", []), ("union", "un\nion", []), ("会会会", "会会\n会会", ["0:会会\n会"]),
      ("会会会", "会会会会\n会会", ["0:会会会", "9:会\n会会"]),
    ])
  func findsWhatIsWrapped(pattern: String, text: String, matches: [String]) {
    #expect(found(Pattern(pattern), in: text) == matches)
  }

  @Test(arguments: [
    ("12", "12 １２ 十二 XII", ["0:12", "3:１２"]), ("第12条", "第十二条 第12条 第１２条 第一百二十条", ["0:第十二条", "13:第12条", "22:第１２条"]),
    ("第十二条", "第12条", ["0:第12条"]),
    ("article 12", "Article XII, article 12, article 123", ["0:Article XII", "13:article 12"]),
    ("section iv", "Section 4 section ivy, iv, section ivx", ["0:Section 4", "10:section iv"]),
    ("（一）", "(一)（一）", ["0:(一)", "5:（一）"]),
    ("（12）", "（十二）（12）(112)", ["0:（十二）", "12:（12）"]), ("clause 4", "Clause IV", ["0:Clause IV"]),
    ("chapitre 3", "Chapitre III", ["0:Chapitre III"]), ("Anlage 2", "Anlage II", ["0:Anlage II"]),
    ("abc", "ａｂｃ", ["0:ａｂｃ"]), ("article (1|2)", "Article 2", ["0:Article 2"]),
  ])
  func treatsWidthsAndNumbersAlike(pattern: String, text: String, matches: [String]) {
    #expect(found(Pattern(pattern), in: text) == matches)
  }

  @Test func findsWithinARange() {
    let source = Source("one one one")
    #expect(Pattern("one").matches(in: source, range: 1..<8).matches.map(\.range) == [4..<7])
  }

  /// What is typed is found wherever it stands, but for a number that is part of a longer one.
  @Test(
    arguments: [
      "section is", "section concerning", "section c", "title case", "counterpart in", "counterpart list", "apart in",
      "particle", "section 007", "annex 01", "第廿一条", "第百条", "第二〇条", "第一十条", "第007号", "第０12号", "第一〇三条", "第壹条",
      "section ＩＶ", "section 0", "section 12345", "section 5a", "section 12th", "section vi-a", "section 5٣", "art. 5",
      "§5", "§ iv",
    ], [false, true])
  func findsWhatIsTyped(text: String, literal: Bool) {
    let source = Source("of \(text) and")
    #expect(Pattern(text, literal: literal).matches(in: source).matches.map(\.range) == [3..<3 + text.utf8.count])
  }

  @Test func findsEveryPhraseOfAText() throws {
    let text =
      "The counterpart list of this section is in title case. Apart in part IV, section concerning articles i to x."
    let words = text.split(separator: " ")
    let source = Source(text)
    for first in words.indices {
      for last in first..<min(first + 3, words.count) {
        let phrase = words[first...last].joined(separator: " ")
        for length in 1...phrase.count where !phrase.prefix(length).hasSuffix("part I") {
          let typed = String(phrase.prefix(length))
          #expect(!Pattern(typed, literal: true).matches(in: source).matches.isEmpty, "\(typed)")
        }
      }
    }
  }

  @Test(
    "What stands in the syntax means what it means in Perl",
    arguments: [
      ("sub ?section", "subsection sub section", ["0:subsection", "11:sub section"]),
      ("a *b", "ab a  b", ["0:ab", "3:a  b"]), ("a {2,}b", "a b a  b", ["4:a  b"]), ("a  ?b", "ab a b", ["3:a b"]),
      ("a+ +b", "aa\n b", ["0:aa\n b"]), ("section 1\\d", "section 12", ["0:section 12"]),
      ("section 1[0-9]", "section 12", ["0:section 12"]), ("section 12+", "section 122", ["0:section 122"]),
      ("section 1.", "section 12 section I.", ["0:section 12", "11:section I."]),
      ("section (1|2)$", "section II", ["0:section II"]), ("(section|article) 5", "Article V", ["0:Article V"]),
      ("第(12|13)条", "第十三条 第12条", ["0:第十三条", "13:第12条"]), ("art. 5", "Art. V", ["0:Art. V"]),
      ("art\\. 5", "Art. V", ["0:Art. V"]), ("[[:digit:]]x", "1x ]x", ["0:1x"]), ("[]a]b", "ab ]b", ["0:ab", "3:]b"]),
      ("[\\Q]\\E]b", "]b", ["0:]b"]), ("\\x41b", "AB", ["0:AB"]), ("\\x{5DE5}会", "工会", ["0:工会"]),
      ("\\Qa.b\\E.", "a.b!", ["0:a.b!"]), ("\\p{Lu}x", "Ax", ["0:Ax"]), ("\\pLx", "ax", ["0:ax"]),
      ("\\cIa", "\ta", ["0:\ta"]), ("(a)\\1", "aa", ["0:aa"]), ("\\Dunion", "-Union", ["0:-Union"]),
      ("[\\D]union", "-Union", ["0:-Union"]), ("[U]nion", "union Union", ["6:Union"]),
      ("\\QUn\\Eion", "union Union", ["6:Union"]), ("a{x}", "a{x}", ["0:a{x}"]), ("a{2}", "aa", ["0:aa"]),
      ("(?#a b)c", "c", ["0:c"]), ("(?<N>a)(?P=N)", "AA", ["0:AA"]), ("(?x)a b # c", "ab", ["0:ab"]),
      ("(?(?=a)a b|c d)", "a\nb", ["0:a\nb"]), ("(*positive_lookahead:a)a b", "a\nb", ["0:a\nb"]),
    ])
  func leavesSyntax(pattern: String, text: String, matches: [String]) {
    #expect(!Pattern(pattern).isFallback)
    #expect(found(Pattern(pattern), in: text) == matches)
  }

  /// In a text with a damaged byte, too.
  @Test(arguments: ["a *b", "(?<=a )b", "a(b"]) func findsAroundDamage(pattern: String) {
    let found = ["a b a(b", "a b a(b \u{FF}"].map { text in
      let bytes = text.unicodeScalars.map { UInt8($0.value) }
      return Pattern(pattern).matches(in: Source(utf8: bytes)).matches.map(\.range)
    }
    #expect(found[0] == found[1] && found[0].count == 1)
  }

  @Test func findsAroundBytesThatAreNoText() {
    let source = Source(utf8: Array("one ".utf8) + [0xFF] + Array(" One\n".utf8))
    #expect(Pattern("one").matches(in: source).matches.map(\.range) == [0..<3, 6..<9])
  }

  @Test(arguments: [
    ("(a+)+$", false), ("(a|a)*b", false), ("(.*)*z", false), ("(?:a?){40}a{40}$", false), ("a+$", true),
    ("(a|b)*+!", true),
  ])
  func givesUpWhatCostsTooMuch(pattern: String, isComplete: Bool) {
    let source = Source(String(repeating: "a", count: 50_000) + "!")
    #expect(Pattern(pattern).matches(in: source).isComplete == isComplete)
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
