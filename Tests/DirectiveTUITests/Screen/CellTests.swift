import Testing

@testable import DirectiveTUI

@Suite struct CellTests {
  @Test(arguments: ["", "a", "中", "e\u{301}", "a\u{300}\u{301}\u{302}\u{303}", "\u{10FFFD}\u{10FFFD}\u{10FFFD}"])
  func holdsACharacterAndItsMarks(text: String) {
    var cell = CellText()
    for scalar in text.unicodeScalars { cell.append(scalar) }
    #expect(cell.string == text)
    #expect(cell.isEmpty == text.isEmpty)
    #expect(cell[0] == text.unicodeScalars.first?.value ?? 0)
  }

  @Test func hasRoomForFive() {
    var cell = CellText("a")
    for _ in 0..<9 { cell.append("\u{301}") }
    #expect(cell.string.unicodeScalars.count == 5)
  }
}
