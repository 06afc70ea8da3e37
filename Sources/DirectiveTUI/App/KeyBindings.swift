enum Pane: Equatable, Sendable {
  case outline, text
}

/// One row of the key table: the keys, where they hold, what they do, and what help says of it.
struct KeyBinding: Sendable {
  /// Key sequences in the notation of `Key`: `j`, `^F`, `PgDn`, `zR`.
  let keys: [String]
  /// The pane the row holds for; nil for both.
  let pane: Pane?
  let action: Action
  let help: String

  init(_ keys: String, pane: Pane? = nil, _ action: Action, _ help: String) {
    self.keys = keys.split(separator: " ").map(String.init)
    self.pane = pane
    self.action = action
    self.help = help
  }
}

/// The key table. The keys, the help screen and the manual are all made from it.
struct KeyBindings: Sendable {
  static let table: [(title: String, rows: [KeyBinding])] = [
    (
      "Moving",
      [
        KeyBinding("j ↓", .moveRows(1), "next row"),
        KeyBinding("k ↑", .moveRows(-1), "previous row"),
        KeyBinding("f ^F PgDn", .moveHalfPages(2), "page down"),
        KeyBinding("Space", pane: .text, .moveHalfPages(2), "page down, in the text"),
        KeyBinding("b ^B PgUp", .moveHalfPages(-2), "page up"),
        KeyBinding("d ^D", .moveHalfPages(1), "half a page down"),
        KeyBinding("u ^U", .moveHalfPages(-1), "half a page up"),
        KeyBinding("g Home", .goToTop, "top"),
        KeyBinding("G End", .goToAddressOrBottom, "bottom; after a number like 2.3, that point"),
        KeyBinding("}", .movePoints(1), "next point"),
        KeyBinding("{", .movePoints(-1), "previous point"),
        KeyBinding("J", .moveSiblings(1), "next point of the same level"),
        KeyBinding("K", .moveSiblings(-1), "previous point of the same level"),
        KeyBinding("]]", .moveThemes(1), "next theme"),
        KeyBinding("[[", .moveThemes(-1), "previous theme"),
        KeyBinding("^O Backspace Alt-←", .goBack, "back to where you were before a jump"),
        KeyBinding("Alt-→", .goForward, "forward again"),
      ]
    ),
    (
      "Outline",
      [
        KeyBinding("Enter", .goToAddressOrOpen, "read the point; after a number like 2.3, that point"),
        KeyBinding("o", pane: .outline, .show, "show the point and stay in the outline"),
        KeyBinding("h ←", .collapseOrParent, "fold, or go to the point around it"),
        KeyBinding("l →", .expandOrEnter, "unfold, go to the first point inside, or into the text"),
        KeyBinding("Space za", pane: .outline, .toggleFold, "fold or unfold"),
        KeyBinding("zo", .openFold, "unfold"),
        KeyBinding("zc", .closeFold, "fold"),
        KeyBinding("zR", .openAllFolds, "unfold everything"),
        KeyBinding("zM", .closeAllFolds, "fold everything"),
        KeyBinding("H", .collapseSubtree, "fold the point and all inside it"),
        KeyBinding("L", .expandSubtree, "unfold the point and all inside it"),
      ]
        + (1...9).map { KeyBinding("z\($0)", .foldToLevel($0), "show \($0) level\($0 == 1 ? "" : "s")") }
    ),
    (
      "Finding",
      [
        KeyBinding("/", .startSearch(.forward), "search"),
        KeyBinding("?", .startSearch(.backward), "search backward"),
        KeyBinding("n", .repeatSearch(reversed: false), "next match"),
        KeyBinding("N", .repeatSearch(reversed: true), "previous match"),
        KeyBinding("]m", .moveToMatchingPoint(1), "next point with a match"),
        KeyBinding("[m", .moveToMatchingPoint(-1), "previous point with a match"),
        KeyBinding("r", .listMatches, "all matches as a list"),
        KeyBinding("&", .startFilter, "keep only the points that match, and what they stand in"),
        KeyBinding("@", .startPicker, "pick a heading by typing part of it"),
        KeyBinding(":", .startCommand, "type an address, or a command: w FILE, help, q"),
      ]
    ),
    (
      "Taking away",
      [
        KeyBinding("pp", .printOnLeaving(.text), "print the point to the terminal on leaving"),
        KeyBinding("pc", .printOnLeaving(.context), "the same, with what it stands in"),
        KeyBinding("pa", .printOnLeaving(.address), "print its address"),
        KeyBinding("pt", .printOnLeaving(.heading), "print its heading"),
        KeyBinding("s", .startSave, "save the point to a file"),
      ]
    ),
    (
      "Screen",
      [
        KeyBinding("Tab BackTab", .switchPane, "the other pane"),
        KeyBinding("t", .toggleOutline, "show or hide the outline"),
        KeyBinding("zt", .placeLine(.top), "current line to the top"),
        KeyBinding("zz", .placeLine(.middle), "current line to the middle"),
        KeyBinding("zb", .placeLine(.bottom), "current line to the bottom"),
        KeyBinding("= ^G", .tellPlace, "where am I"),
        KeyBinding("^L", .redraw, "redraw"),
        KeyBinding("^Z", .suspend, "suspend"),
        KeyBinding("F1", .showHelp, "this help"),
        KeyBinding("Esc", .cancel, "give up what is being typed or shown"),
        KeyBinding("q", .closeOrQuit, "close the panel, or quit"),
        KeyBinding("Q ZZ", .quit, "quit"),
      ]
    ),
  ]

  enum Lookup: Equatable {
    case action(Action)
    /// The keys so far begin a longer sequence.
    case prefix
    case none
  }

  private let actions: [Pane: [[Key]: Action]]
  private let prefixes: Set<[Key]>

  init(rows: [KeyBinding] = table.flatMap(\.rows)) {
    var actions: [Pane: [[Key]: Action]] = [:]
    var prefixes: Set<[Key]> = []
    for row in rows {
      for notation in row.keys {
        let keys = Self.sequence(notation)
        for pane in [Pane.outline, .text] where row.pane == nil || row.pane == pane {
          actions[pane, default: [:]][keys] = row.action
        }
        for length in 1..<max(1, keys.count) { prefixes.insert(Array(keys.prefix(length))) }
      }
    }
    self.actions = actions
    self.prefixes = prefixes
  }

  /// What `keys` mean in a pane.
  func action(for keys: [Key], in pane: Pane) -> Lookup {
    if let action = actions[pane]?[keys] { return .action(action) }
    return prefixes.contains(keys) ? .prefix : .none
  }

  /// One key by name, or a sequence of characters.
  static func sequence(_ notation: String) -> [Key] {
    Key(notation).map { [$0] } ?? notation.map { .character($0) }
  }
}
