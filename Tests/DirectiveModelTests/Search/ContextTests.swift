import Testing

@testable import DirectiveModel

@Suite struct ContextTests {
  /// What is shown of the first place where a text stands in another.
  private func context(of text: String, in whole: String, columns: Int) throws -> String {
    let source = Source(whole)
    let match = try #require(Pattern(text, literal: true).matches(in: source).matches.first)
    let (before, matched, after) = source.contextParts(of: match.range, columns: columns)
    let context = source.context(of: match.range, columns: columns)
    #expect((before + matched + after).utf8.elementsEqual(context.utf8))
    return context
  }

  @Test func showsNoMoreOfMarksThanOfLetters() {
    let source = Source("e" + String(repeating: "\u{301}", count: 1000))
    let matches = Pattern("\u{301}").matches(in: source).matches
    #expect(matches.count == 1000)
    for match in matches { #expect(source.context(of: match.range, columns: 20).utf8.count < 2 * 20 * 10) }
  }

  @Test func cutsBetweenLettersWithTheirMarks() throws {
    let letter = "e\u{301}\u{323}"
    let text = String(repeating: letter, count: 9) + "Z" + String(repeating: letter, count: 9)
    let context = try context(of: "Z", in: text, columns: 2)
    #expect(context.utf8.elementsEqual("…\(letter)\(letter)Z\(letter)\(letter)…".utf8))
  }

  @Test(arguments: [(8, "one two"), (5000, "…one two")])
  func looksNoFartherThanItShows(blanks: Int, expected: String) throws {
    let indent = String(repeating: " ", count: blanks)
    #expect(try context(of: "two", in: "above\n\(indent)one two\nbelow\n", columns: 9) == expected)
    #expect(try context(of: "two", in: "\(indent)two\(indent)\n", columns: 9) == (blanks < 9 ? "two" : "…two…"))
  }

  @Test func showsALineAroundBlanksThatMatch() throws {
    let source = Source("one\u{3000}\u{3000}two\n\n  three\n")
    for match in Pattern("\\s+").matches(in: source).matches {
      let (before, matched, after) = source.contextParts(of: match.range, columns: 9)
      #expect(before + matched + after == source.context(of: match.range, columns: 9))
    }
  }

  @Test func cutsDamagedTextAnywhere() {
    for length in 0...40 {
      let (before, after) = (Array(repeating: UInt8(0x80), count: length), Array(repeating: UInt8(0xE5), count: 40))
      let source = Source(utf8: before + Array("Z".utf8) + after)
      let context = source.context(of: length..<length + 1, columns: 2)
      #expect(context.contains("Z"))
      #expect(context.unicodeScalars.count < 9)
    }
  }
}
