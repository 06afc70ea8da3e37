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

  @Test("A key with Alt is two keys, unless that would leave or write") func leavesByNoKeyWithAlt() {
    var session = Session(sample)
    session.press("<Alt-j>")
    #expect(session.place == "1")
    session.press("<Alt-q>")
    #expect(session.status == "Alt-q does nothing here: F1 for help")
    session.press("<Alt-x><F1><Alt-j>")
    #expect(session.effects.filter { $0 != .bell }.isEmpty)
    #expect(session.state.annotations.ticks.isEmpty)
    session.press("zq")
    #expect(session.status == "zq does nothing here: F1 for help")
  }

  @Test func helpShowsEveryRow() {
    var session = Session(sample, columns: 120, rows: 200)
    session.press("<F1>")
    let screen = session.screen
    for row in rows {
      #expect(screen.contains(row.help.english))
      #expect(screen.contains(row.keys.joined(separator: " ")))
    }
  }

  @Test func helpScrollsAndCloses() {
    var session = Session(sample, columns: 80, rows: 12)
    session.press("<F1>")
    #expect(session.line(1) == " Moving")
    session.press("j<PgDn>")
    #expect(session.line(1) != " Moving")
    session.press("G")
    #expect(session.screen.contains("ambiguous-width = 1"))
    session.press("q")
    #expect(session.line(1).contains("Preamble"))
  }

  @Test func readsAScriptOfKeys() {
    #expect(
      Key.script("a<Enter>^F<^F><<") == [
        .character("a"), .enter, .character("^"), .character("F"), .control("f"), .character("<"), .character("<"),
      ])
  }

  @Test(
    "Keys do what hands expect",
    arguments: [
      ("j ↓", "next-row"), ("k ↑", "previous-row"), ("f ^F PgDn", "page-down"), ("b ^B PgUp", "page-up"),
      ("d ^D", "half-page-down"), ("u ^U", "half-page-up"), ("g Home", "top"), ("G End", "bottom"), ("h ←", "collapse"),
      ("l →", "expand"), ("Enter", "open"), ("J", "next-sibling"), ("K", "previous-sibling"), ("}", "next-point"),
      ("{", "previous-point"), ("]]", "next-theme"), ("[[", "previous-theme"), ("zo", "open-fold"),
      ("zc", "close-fold"), ("za", "toggle-fold"),
      ("zR", "open-all-folds"), ("zM", "close-all-folds"), ("z1", "levels-1"), ("z9", "levels-9"),
      ("H", "collapse-subtree"), ("L", "expand-subtree"), ("zz", "line-to-middle"), ("zt", "line-to-top"),
      ("zb", "line-to-bottom"), ("Tab BackTab", "switch-pane"), ("t", "toggle-outline"), ("/", "search"),
      ("?", "search-backward"), ("n", "next-match"), ("N", "previous-match"), ("&", "filter"), ("*", "search-word"),
      ("#", "search-word-backward"), ("@", "pick"), (":", "command"), ("m", "mark"), ("'", "go-to-mark"),
      ("^O Backspace Alt-←", "back"), ("Alt-→", "forward"), ("s", "save"), ("x", "tick"), ("= ^G", "where"),
      ("w", "toggle-wrapping"), ("+", "widen-text"), ("-", "narrow-text"), ("R F5", "reload"), ("^L", "redraw"),
      ("F2", "toggle-mouse"), ("F1", "help"), ("^Z", "suspend"), ("^C", "interrupt"), ("q", "close"), ("Q ZZ", "quit"),
      ("Esc", "cancel"), ("pp", "print"), ("pc", "print-context"), ("pa", "print-address"), ("pt", "print-heading"),
      ("P", "print-pages"), ("yy", "copy"), ("yc", "copy-context"), ("ya", "copy-address"), ("yt", "copy-heading"),
      ("|", "pipe"), ("v", "edit"), ("z5", "levels-5"), ("<", "narrow-outline"), (">", "widen-outline"),
      ("]m", "next-matching-point"), ("[m", "previous-matching-point"),
    ])
  func doesWhatHandsExpect(keys: String, name: String) throws {
    let row = try #require(rows.first { $0.name == name })
    let bindings = KeyBindings()
    for key in keys.split(separator: " ") {
      for pane in [Pane.outline, .text] {
        #expect(bindings.action(for: KeyBindings.sequence(String(key)), in: pane) == .action(row.action), "\(key)")
      }
    }
  }

  @Test(arguments: [
    (Pane.outline, "Space za", "toggle-fold"), (.outline, "o", "show"), (.text, "Space", "text-page-down"),
    (.text, "o", "peek"),
  ])
  func doesInOnePane(pane: Pane, keys: String, name: String) throws {
    let row = try #require(rows.first { $0.name == name })
    for key in keys.split(separator: " ") {
      #expect(KeyBindings().action(for: KeyBindings.sequence(String(key)), in: pane) == .action(row.action), "\(key)")
    }
  }
}
