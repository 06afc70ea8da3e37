import Testing

@testable import DirectiveModel

@Suite struct WordListTests {
  @Test(arguments: [
    ("", []), ("|", []), ("大", ["大"]), ("re~:|名~称", ["re~:", "名~称"]), ("|a||bc|", ["a", "bc"]),
    ("a b|c", ["a b", "c"]),
  ])
  func isParted(words: String, list: [String]) {
    #expect(WordList.scalars(words, partedBy: "|") == list.map { $0.unicodeScalars.map(\.value) })
  }
}
