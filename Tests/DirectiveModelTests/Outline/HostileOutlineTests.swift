import Testing

@testable import DirectiveModel

/// Texts made so that each line is looked at with all others. Looked at so, they would take minutes.
@Suite struct HostileOutlineTests {
  private static let lines = 30_000

  private func points(_ text: String) -> [Point] {
    OutlineReader.outline(of: Source(text)).points.filter { $0.kind == .numbered }
  }

  @Test func aColumnOfNumbers() {
    #expect(points((0..<Self.lines).map { "\($0 * 7919 % 9973 + 1)\n" }.joined()).isEmpty)
  }

  @Test func pointsThatReadLikeNumbersOfPages() {
    #expect(points((1...Self.lines).map { "\($0). Page 4\n" }.joined()).count == 9999)
  }

  @Test func bareNumbersBeforeADecimal() {
    #expect(points(String(repeating: "5 Oil\n", count: Self.lines) + "9.1 Water\n").map(\.line) == [30_001])
  }

  @Test func anEntryOfContentsFarBehindItsNumber() {
    let entry = "Contents\n1." + String(repeating: " ", count: 10 * Self.lines) + "water\n"
    #expect(points(entry + String(repeating: "1. Oil\n", count: Self.lines)).count == Self.lines)
  }

  @Test func aParagraphOfManyLines() throws {
    let line = "The committee of the whole house shall report on the matters before it and"
    let text = String(repeating: line + "\n", count: Self.lines)
    #expect(try exported("1. Oil\n\n" + text, "markdown").hasSuffix(text.dropLast().replacing("\n", with: " ") + "\n"))
  }

  @Test func listsThatAreIndentedEverFurther() {
    let stairs = (0..<1000).map { String(repeating: "\t", count: $0) + "1. Oil\n" }.joined()
    let depth = points(stairs + String(repeating: " 2. Water\n", count: 100)).map(\.depth).max()
    #expect(depth.map { $0 > 8 && $0 < 64 } == true)
  }
}
