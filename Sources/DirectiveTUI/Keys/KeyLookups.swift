import DirectiveModel

/// What the keys of a table of rows lead to, looked for by the keys.
///
/// A memory, not a state: it is made when the first key is pressed, because the first screen needs none of it. Whoever
/// changes the rows takes a new one.
final class KeyLookups: Sendable {
  private struct Memory: Sendable {
    var actions: [Pane: [[Key]: Action]] = [:]
    var prefixes: [Pane: Set<[Key]>] = [:]

    init(_ rows: some Sequence<KeyBinding>) {
      for row in rows {
        for keys in row.keys.map(KeyBindings.sequence) {
          for pane in row.panes {
            actions[pane, default: [:]][keys] = row.action
            for length in 1..<max(1, keys.count) { prefixes[pane, default: []].insert(Array(keys.prefix(length))) }
          }
        }
      }
    }
  }
  private let memory = Guarded<Memory?>(nil)

  /// What `keys` mean in a pane, by `rows`, which are the same at each call.
  func lookup(_ keys: [Key], in pane: Pane, _ rows: some Sequence<KeyBinding>) -> KeyBindings.Lookup {
    memory.withLock { memory in
      let made = memory ?? Memory(rows)
      memory = made
      if let action = made.actions[pane]?[keys] { return .action(action) }
      return made.prefixes[pane]?.contains(keys) == true ? .prefix : .none
    }
  }
}
