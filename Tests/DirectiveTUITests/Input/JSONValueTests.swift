import Testing

@testable import DirectiveTUI

@Suite struct JSONValueTests {
  @Test func readsEveryKindOfValue() throws {
    let value = JSONValue(
      Array(#" {"a": [1, -2.5e1, true, false, null], "b": {"c": "x\n\"é\u4e2d\ud83d\ude00\/"}} "#.utf8))
    let list = try #require(value?["a"])
    guard list.elements.count == 5, case .number(-25)? = list[1], case .bool(true)? = list[2],
      case .bool(false)? = list[3], case .null? = list[4]
    else {
      Issue.record("\(list)")
      return
    }
    #expect(value?["b"]?["c"]?.text == "x\n\"é中😀/")
    #expect(value?["a"]?[0]?.integer == 1)
  }

  @Test(arguments: ["", "{", "[1,]", "{\"a\" 1}", "tru", "\"open", "[1] 2", "{a: 1}", "\"\\u12\""])
  func refuses(text: String) { #expect(JSONValue(Array(text.utf8)) == nil) }

  @Test func refusesWhatIsNestedTooDeep() {
    #expect(JSONValue(Array(repeating: UInt8(ascii: "["), count: 1_000_000)) == nil)
    let deep = String(repeating: "[", count: 900) + String(repeating: "]", count: 900)
    #expect(JSONValue(Array(deep.utf8)) != nil)
  }
}
