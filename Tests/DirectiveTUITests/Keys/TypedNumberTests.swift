import Testing

@testable import DirectiveTUI

/// A number typed before a key is the point that the key acts on, or its count.
@Suite struct TypedNumberTests {
  @Test func ticksThePointTyped() {
    var session = Session(sample)
    session.press("2.2x")
    #expect(session.status == "2.2: read")
    #expect(session.place == "preamble")
    #expect(session.state.annotations.ticks.keys.map { session.state.document.addressText(of: $0) } == ["2.2"])
  }

  @Test func notesThePointTyped() {
    var session = Session(sample)
    session.press("2.2a")
    #expect(session.status.hasPrefix("Note on 2.2:"))
    session.press("who keeps it?<Enter>")
    #expect(session.status == "Noted at 2.2")
  }

  @Test func marksThePointTyped() {
    var session = Session(sample)
    session.press("2.2mb")
    #expect(session.status == "Mark b at 2.2")
    session.press("'b")
    #expect(session.place == "2.2")
  }

  @Test func presentsThePointTyped() {
    var session = Session(sample)
    session.press("2.2V")
    #expect(session.screen.contains("Second, keep a list"))
  }

  @Test func showsThePointTyped() {
    var session = Session(sample)
    session.press("2.1o")
    #expect(session.place == "2.1")
    #expect(session.status == "Esc returns to preamble")
    session.press("<Esc><Tab>2.2o")
    #expect(session.screen.contains("Second, keep a list"))
    #expect(session.place == "preamble")
  }

  @Test func tellsWhereThePointTypedIs() {
    var session = Session(sample)
    session.press("2.1=")
    #expect(session.status.hasPrefix("2.1 · 5 of 7 · "))
  }

  @Test func foldsThePointTyped() {
    var session = Session(sample)
    session.press("2za")
    #expect(session.screen.contains("▸ 2 Care"))
    #expect(session.place == "preamble")
    session.press("2zo")
    #expect(session.screen.contains("▾ 2 Care"))
    session.press("2H")
    #expect(session.screen.contains("▸ 2 Care"))
  }

  @Test(arguments: ["g", "G", "<Home>", "<End>", "<Enter>"]) func goesToThePointTyped(key: String) {
    var session = Session(sample)
    session.press("2.1\(key)")
    #expect(session.place == "2.1")
  }

  @Test func placesTheLineOfThePointTyped() {
    var session = Session(sample)
    session.press("2.1zz")
    #expect(session.place == "2.1")
  }

  @Test(arguments: ["x", "a", "m", "V", "o", "=", "za"]) func saysWhereThePointIsNone(keys: String) {
    var session = Session(sample)
    session.press("9.9\(keys)")
    #expect(session.status.hasPrefix("9.9: no such point"))
    #expect(session.state.annotations.ticks.isEmpty)
  }

  @Test func needsOnePoint() {
    var session = Session(sample)
    session.press("2.1-2.3x")
    #expect(session.status == "2.1-2.3: one point is needed here")
  }

  @Test func isNoCountWhereItIsAnAddress() {
    var session = Session(sample)
    session.press("2.1j")
    #expect(session.status == "2.1 is no count: Enter goes to that point")
    #expect(session.place == "preamble")
  }

  @Test func isSaidWhereItIsNotUsed() {
    var session = Session(sample)
    session.press("2.1<Tab>")
    #expect(session.state.focus == .text)
    #expect(session.status == "2.1 was not used: this key takes no number")
    session.press("4/")
    #expect(session.status.contains("4 was not used"))
  }

  @Test func isGivenUpByEscapeAlone() {
    var session = Session(sample)
    session.press("/list<Enter>2.1<Esc>")
    #expect(session.state.search != nil)
    session.press("<Esc>")
    #expect(session.state.search == nil)
  }

  @Test func staysWhileTheScreenChangesItsSize() {
    var session = Session(sample)
    session.press("2.1")
    session.resize(columns: 100, rows: 30)
    session.press("<Enter>")
    #expect(session.place == "2.1")
  }
}
