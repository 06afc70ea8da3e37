import Testing

@testable import DirectiveModel

@Suite struct TextChangeTests {
  @Test(arguments: [
    ("abc", "abc", 3..<3, 3..<3), ("abc", "abXc", 2..<2, 2..<3), ("aXc", "aYc", 1..<2, 1..<2), ("", "ab", 0..<0, 0..<2),
    ("aa", "aaa", 2..<2, 2..<3), ("abcd", "ad", 1..<3, 1..<1), ("abc", "", 0..<3, 0..<0),
  ])
  func findsWhatHasChanged(old: String, new: String, gone: Range<Int>, come: Range<Int>) {
    let change = TextChange(from: TextBytes(old), to: TextBytes(new))
    #expect(change.old == gone)
    #expect(change.new == come)
  }

  @Test func movesOffsetsInLongTexts() {
    let head = Array(repeating: UInt8(ascii: "a"), count: 9000)
    let tail = Array(repeating: UInt8(ascii: "b"), count: 9000)
    let change = TextChange(from: TextBytes(head + [1, 2] + tail), to: TextBytes(head + [3] + tail))
    #expect(change.offset(of: 8999) == 8999)
    #expect(change.offset(of: 9001) == nil)
    #expect(change.offset(of: 9002) == 9001)
    #expect(change.offset(of: 18002) == 18001)
  }
}
