import Testing

@testable import DirectiveTUI

@Suite struct JSONValueTests {
  @Test func readsEveryKindOfValue() {
    let value = JSONValue(
      Array(#" {"a": [1, -2.5e1, true, false, null], "b": {"c": "x\n\"é\u4e2d\ud83d\ude00\/"}} "#.utf8))
    #expect(value?["a"] == .array([.number(1), .number(-25), .bool(true), .bool(false), .null]))
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
