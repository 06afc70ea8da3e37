@testable import DirectiveTUI

extension FuzzTarget {
  /// A file of settings: what is wrong is told by line, all settings stay legal, and what `directives config` prints
  /// leads to the same settings and keys.
  static func checkConfiguration(_ bytes: [UInt8]) throws(Violation) {
    let text = String(decoding: bytes, as: UTF8.self)
    var config = Config(settings: Settings())
    config.take(text, from: "config")
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).count
    try require(config.problems.count <= lines, "a line has one problem")
    for setting in Setting.table {
      var settings = config.settings
      try require(setting.set(&settings, setting.value(settings)), "\(setting.name) may be what it is")
      try require(settings == config.settings, "\(setting.name) is told as it is set")
    }
    let printed = Setting.table.map { "\($0.name) = \($0.value(config.settings))" } + config.bindings.changes
    var again = Config(settings: Settings())
    again.take(printed.joined(separator: "\n"), from: "config")
    try require(again.problems.isEmpty, "what is printed is read: \(again.problems)")
    try require(again.settings == config.settings, "what is printed sets the same")
    try checkKeys(config.bindings, again.bindings)
  }

  private static func checkKeys(_ bindings: KeyBindings, _ again: KeyBindings) throws(Violation) {
    for row in bindings.sections.flatMap(\.rows) {
      for notation in row.keys {
        let keys = KeyBindings.sequence(notation)
        for pane in row.panes {
          try require(bindings.action(for: keys, in: pane) == .action(row.action), "\(notation) does what its row says")
          try require(again.action(for: keys, in: pane) == .action(row.action), "\(notation) is bound as printed")
        }
      }
    }
    for notation in again.sections.flatMap(\.rows).flatMap(\.keys) {
      let keys = KeyBindings.sequence(notation)
      for pane in [Pane.outline, .text] {
        try require(
          again.action(for: keys, in: pane) == bindings.action(for: keys, in: pane), "no other keys are bound")
      }
    }
  }
}
