import Testing

@testable import DirectiveModel

/// A text looked through in parts gives the same as one looked through from beginning to end.
@Suite struct PartedSearchTests {
  private let text = """
    Union of unions
    aaaaa aaa
    aaa ａａ unio
    n, trade
      union and trade union
    工会和工
    会，各级工会
    ſix Kelvin K\u{212A}k SIX
    """

  @Test(arguments: [
    "a", "aa", "aaa", "union", "trade union", "a+", "a\\s+a", "[a\\n]+", "工会", "工.?会", "会", "(?s)工.*会", "six", "k",
    "kk",
    "^a", "n$", "\\bu",
  ])
  func findsTheSameInPartsOfAnySize(pattern: String) {
    let source = Source(text + "\n" + text)
    let whole = 0..<source.bytes.count
    let expected = Pattern(pattern).matches(in: source, PartedSearch(source: source, range: whole)).matches
    #expect(!expected.isEmpty)
    for chunk in [1, 7, 16, 40, 100] {
      let search = PartedSearch(source: source, range: whole, chunk: chunk)
      #expect(Pattern(pattern).matches(in: source, search).matches == expected, "\(chunk) bytes a part")
    }
  }

  /// Texts that are longer than the stretches that are looked at together, and needles at all their places.
  @Test(arguments: ["会", "工会", "会工会", "é工", "工会法第"])
  func findsLiteralsAtAnyPlace(needle: String) {
    for before in 0..<140 {
      let text = String(repeating: "x", count: before) + needle + String(repeating: "工x", count: before % 40)
      let found = Pattern(needle, literal: true).matches(in: Source(text)).matches.map(\.range)
      #expect(found.first == before..<before + needle.utf8.count, "\(before)")
    }
  }

  @Test(arguments: ["a", "aa", "union", "a+", "[a\\n]+", "工会", "(?s)工.*会", "six"])
  func findsTheFirstOnesAloneInParts(pattern: String) {
    let source = Source(text + "\n" + text)
    let whole = 0..<source.bytes.count
    let all = Pattern(pattern).matches(in: source).matches
    for limit in 0...all.count + 1 {
      for chunk in [1, 7, 16, 40, 100] {
        let search = PartedSearch(source: source, range: whole, chunk: chunk, limit: limit)
        let found = Pattern(pattern).matches(in: source, search).matches
        #expect(found.elementsEqual(all.prefix(limit)), "\(limit) of \(all.count), \(chunk) bytes a part")
      }
    }
  }

  @Test(arguments: [
    ("union", "Union, UNION, ｕｎｉｏｎ, unıon uｎiOn"), ("trade union", "trade\u{3000}\n Union, trade  union, tradeunion"),
    ("six", "SIX ſix ſIX 5ix"), ("k", "K k \u{212A}"), ("a1", "A1 a１ Ａ１ a2"), ("Trade", "trade Trade Ｔrade TRADE"),
    ("s", "s"), ("trade ", "trade trade\n trade\u{3000}trade"),
    ("trade x", "trade\u{200B}x trade\u{180E}x trade\u{85}x trade\u{2005}x"), ("ab", "abababab aＢ"),
    ("ｔrade　x", "trade x, ｔｒａｄｅ\nＸ"),
    ("article 5", "Article 5, article V; article v 5a, ａrticle ５ article 51 article 5１ article 5٣ article 5Ⅴ"),
    ("article 5", "article v. article vi article v_ article v2 article vé article v五 article vⅤ article v²"),
    ("article 5", "article 5五 article v\u{301} article 5\u{301} article # article 5"),
    ("Article 5", "Article V article V Article v Article Ｖ Article 5Article 5"),
    ("part4 of", "part4 of, PART IV of part Ivof"),
    ("article 5 section 12", "Article V, section XII article 5 section 12 article 5 Section 12"), ("art5", "art5"),
    ("section i", "section 1 section I section ii section i"),
  ])
  func findsWordsAsTheirRegularExpressionDoes(word: String, text: String) throws {
    let engines = try WordEngines(word)
    for text in [text, String(repeating: "word ", count: 9) + text + String(repeating: "。", count: 20)] {
      let (found, expected) = engines.matches(in: text)
      #expect(!found.isEmpty)
      #expect(found == expected)
    }
  }

  /// Near the end of a text they are looked for byte by byte, before that 64 bytes at a time.
  @Test(arguments: [
    ("union", ["union", "UNION", "Ｕnion", "uＮＩＯＮ"]), ("six", ["six", "ſix", "ＳＩＸ"]), ("k", ["k", "\u{212A}", "ｋ"]),
    ("ks", ["\u{212A}ſ", "kS"]), ("trade union", ["Trade\u{3000}\nunion"]),
    ("article 5", ["ＡRTICLE v", "article\u{3000}５"]),
  ])
  func findsWordsAtAnyPlace(word: String, forms: [String]) throws {
    let engines = try WordEngines(word)
    for form in forms {
      for before in 0..<140 {
        for after in [0, 1, 7, 63, 64, 70] {
          let text =
            String(repeating: "yＹ\u{17E}", count: before / 6) + String(repeating: "y", count: before % 6) + form
          let (found, expected) = engines.matches(in: text + String(repeating: ".", count: after))
          #expect(found == [before..<before + form.utf8.count], "\(form) \(before) \(after)")
          #expect(found == expected, "\(form) \(before) \(after)")
        }
      }
    }
  }

  /// What finds a word, and what says what is to be found.
  private struct WordEngines {
    let search: WordSearch
    let expression: RegularExpression

    init(_ word: String) throws {
      let tokens = PatternToken.tokens(of: word, literal: false)
      let pieces = PatternExpansion.pieces(of: tokens)
      let ignoresCase = !tokens.contains(where: \.isCapital)
      search = try #require(WordSearch(pieces, ignoresCase: ignoresCase))
      expression = try #require(RegularExpression(pieces.map(\.expression).joined(), ignoresCase: ignoresCase))
    }

    func matches(in text: String) -> (found: [Range<Int>], expected: [Range<Int>]) {
      let source = Source(text)
      let all = 0..<source.bytes.count
      return source.bytes.withUnsafeBufferPointer { buffer in
        var matches: (found: [Range<Int>], expected: [Range<Int>]) = ([], [])
        _ = Pattern.Engine.words(search).findMatches(in: source, buffer, beginningIn: [all], of: all, unless: nil) {
          matches.found.append($0)
          return $0.upperBound
        }
        _ = expression.findMatches(in: buffer, beginningIn: [all], before: all.upperBound) {
          matches.expected.append($0)
          return $0.upperBound
        }
        return matches
      }
    }
  }

  /// Sixteen bytes at a time, or one by one: a text of each length, damaged at each place.
  @Test func findsDamageWhereThereIsAny() {
    let text = Array("aé工😀߿\u{800}\u{FFFF}\u{10FFFF}퟿ plain text of sixteen and more 工会工会".utf8)
    let bytes: [UInt8] = [0, 0x41, 0x80, 0x90, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0xF5, 0xFF]
    for place in text.indices {
      for byte in bytes {
        var damaged = text
        damaged[place] = byte
        let cut = Array(damaged[..<(place + 1)])
        for text in [TextBytes(damaged), TextBytes(cut)] {
          let isWellFormed = String(validating: text, as: UTF8.self) != nil
          #expect((UTF8Scalar.damage(in: text).invalid == 0) == isWellFormed, "\(Array(text))")
          #expect(TextSurvey(of: text).isWellFormed == isWellFormed, "\(Array(text))")
          #expect(TextSurvey(of: text, block: 8).isWellFormed == isWellFormed, "\(Array(text))")
        }
      }
    }
  }

  @Test func readsLinesAndDamageInPartsAsInOne() {
    let text = TextBytes(
      Array("a\r\nb\rc\n\n工\u{85}会\ré\r\n".utf8) + [0xFF, 0xE5, 0xB7, 0x80, 0x80, 0x80, 0xC2, 0x0A] + Array("工\r".utf8))
    for block in 8...12 { #expect(TextSurvey(of: text, block: block).lineStarts == TextSurvey(of: text).lineStarts) }
    for chunk in 1..<text.count {
      #expect(UTF8Scalar.damage(in: text, chunk: chunk) == UTF8Scalar.damage(in: text, chunk: 1 << 20))
    }
  }
}
