/// The lines typed into prompts, by what they were typed for; the newest last.
struct History: Equatable, Sendable {
  enum Kind: String, CaseIterable, Sendable {
    case search, command, filter, file, note, pipe
  }

  var lines: [Kind: [String]] = [:]

  /// Lines kept of each kind.
  static let limit = 200

  /// Notes a line; one that was typed before becomes the newest.
  mutating func add(_ line: String, to kind: Kind) {
    guard !line.isEmpty else { return }
    var known = lines[kind] ?? []
    known.removeAll { $0 == line }
    known.append(line)
    lines[kind] = known.suffix(Self.limit)
  }

  /// Walks back and forth through the lines of a kind that begin with what was typed, and back to that.
  struct Walk: Equatable, Sendable {
    private let lines: [String]
    private let typed: String
    private var steps = 0

    init(_ history: History, _ kind: Kind, from typed: String) {
      lines = (history.lines[kind] ?? []).filter { $0.hasPrefix(typed) && $0 != typed }
      self.typed = typed
    }

    /// The line `count` steps further back; nil at the ends.
    mutating func step(_ count: Int) -> String? {
      guard (0...lines.count).contains(steps + count) else { return nil }
      steps += count
      return steps == 0 ? typed : lines[lines.count - steps]
    }
  }
}
