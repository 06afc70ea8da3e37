import Testing

@testable import DirectiveTUI

@Suite struct KeyBindingsTests {
  private let rows = KeyBindings.table.flatMap(\.rows)

  @Test func bindsEveryKeyOnceInAPane() {
    for pane in [Pane.outline, .text] {
      let keys = rows.filter { $0.pane == nil || $0.pane == pane }.flatMap(\.keys)
      #expect(Set(keys).count == keys.count, "\(keys.filter { key in keys.count { $0 == key } > 1 })")
    }
  }

  @Test func noKeyIsAlsoThePrefixOfASequence() {
    let bindings = KeyBindings()
    for row in rows {
      for keys in row.keys.map(KeyBindings.sequence) where keys.count > 1 {
        #expect(bindings.action(for: Array(keys.dropLast()), in: row.pane ?? .text) == .prefix)
      }
    }
  }

  @Test func readsTheNotationItWrites() {
    for row in rows {
      for notation in row.keys where KeyBindings.sequence(notation).count == 1 {
        #expect(Key(notation)?.description == notation)
      }
    }
  }

  @Test func helpShowsEveryRow() {
    var session = Session(sample, columns: 80, rows: 200)
    session.press("<F1>")
    for row in rows {
      #expect(session.screen.contains(row.help.english))
      #expect(session.screen.contains(row.keys.joined(separator: " ")))
    }
  }

  @Test func helpScrollsAndCloses() {
    var session = Session(sample, columns: 80, rows: 12)
    session.press("<F1>")
    #expect(session.line(1) == " Moving")
    session.press("j<PgDn>")
    #expect(session.line(1) != " Moving")
    session.press("G")
    #expect(session.screen.contains("Q ZZ"))
    session.press("q")
    #expect(session.line(1).contains("Preamble"))
  }

  @Test func readsAScriptOfKeys() {
    #expect(
      Key.script("a<Enter>^F<^F><<") == [
        .character("a"), .enter, .character("^"), .character("F"), .control("f"), .character("<"), .character("<"),
      ])
  }
}
