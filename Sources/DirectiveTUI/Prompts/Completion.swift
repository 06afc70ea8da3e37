/// What Tab makes of a line: the beginning that is kept, and what may follow it.
struct Completion: Equatable, Sendable {
  /// The part of the line before the word that is completed.
  let kept: String
  let candidates: [String]
  /// The candidate that stands in the line; nil while it is their common beginning.
  private(set) var chosen: Int?

  init(kept: String, candidates: [String]) {
    self.kept = kept
    self.candidates = candidates
    if candidates.count == 1 { chosen = 0 }
  }

  /// The line up to the cursor.
  var line: String { kept + (chosen.map { candidates[$0] } ?? commonBeginning) }

  /// Goes on to the next candidate, or with -1 to the one before.
  mutating func step(_ count: Int) {
    guard !candidates.isEmpty else { return }
    let next = chosen.map { $0 + count } ?? (count > 0 ? 0 : candidates.count - 1)
    chosen = (next + candidates.count) % candidates.count
  }

  private var commonBeginning: String {
    guard var common = candidates.first else { return "" }
    for candidate in candidates.dropFirst() {
      common = String(zip(common, candidate).prefix { $0 == $1 }.map(\.0))
    }
    return common
  }
}
