import Testing

@testable import DirectiveTUI

@Suite struct OutliningTests {
  /// What is not parsed has to be what parsing makes of it.
  @Test(arguments: ["speech.txt", "", "help", "a b"])
  func needsNoParsingForALoneFile(file: String) throws {
    let typed = try #require(Outlining(typed: ["outline", file]))
    #expect(try String(reflecting: typed) == String(reflecting: OutlineCommand.parse([file]).outlining))
  }

  @Test(arguments: [
    ["outline"], ["outline", "-"], ["outline", "--help"], ["outline", "a", "b"], ["show", "a"], ["outline", "--", "a"],
  ])
  func leavesAllElseToTheParser(arguments: [String]) {
    #expect(Outlining(typed: arguments) == nil)
  }
}
