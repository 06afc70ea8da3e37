/// The lines of a document that begin as anchors say, found by going through it once: each line is followed through a
/// tree of all beginnings, however many there are.
struct LineBeginnings {
  /// The lines (from 1) that begin in one way, in order.
  private struct Lines {
    var all: [Int] = []
    /// Those that have a hash that an anchor asks for.
    var byHash: [UInt32: [Int]] = [:]
  }

  /// The nodes of the tree, 0 its root, by the node before and the next byte.
  private var next: [UInt64: Int] = [:]
  /// By node: which beginning ends there, if any does.
  private var ends: [Int?] = [nil]
  /// By beginning.
  private var found: [Lines] = []

  init(_ anchors: [LineAnchor], in source: Source) {
    for anchor in anchors {
      let beginning = add(anchor.words)
      if let hash = anchor.hash { found[beginning].byHash[hash] = [] }
      if let words = anchor.wholeWords { _ = add(words) }
    }
    guard !anchors.isEmpty, source.lineCount > 0 else { return }
    for number in 1...source.lineCount { take(number, LineAnchor.content(source.line(number), of: source)) }
  }

  private mutating func add(_ words: String) -> Int {
    var node = 0
    for byte in LineAnchor.content(words) {
      let key = Self.key(node, byte)
      node = next[key] ?? ends.count
      next[key] = node
      if node == ends.count { ends.append(nil) }
    }
    let beginning = ends[node] ?? found.count
    ends[node] = beginning
    if beginning == found.count { found.append(Lines()) }
    return beginning
  }

  private mutating func take(_ number: Int, _ content: [UInt8]) {
    var hash: UInt32?
    var node = 0
    for index in 0...content.count {
      if let beginning = ends[node] {
        found[beginning].all.append(number)
        if !found[beginning].byHash.isEmpty {
          let known = hash ?? LineAnchor.hash(of: content)
          hash = known
          found[beginning].byHash[known]?.append(number)
        }
      }
      guard index < content.count, let after = next[Self.key(node, content[index])] else { return }
      node = after
    }
  }

  private static func key(_ node: Int, _ byte: UInt8) -> UInt64 { UInt64(node) << 8 | UInt64(byte) }

  private func lines(beginningWith words: String) -> Lines? {
    var node = 0
    for byte in LineAnchor.content(words) {
      guard let after = next[Self.key(node, byte)] else { return nil }
      node = after
    }
    return ends[node].map { found[$0] }
  }

  /// The line that an anchor names; nil where it names none or several, which are the `candidates`.
  func line(named anchor: LineAnchor) -> (line: Int?, candidates: [Int]) {
    let lines = lines(beginningWith: anchor.words) ?? Lines()
    if let hash = anchor.hash {
      if let same = lines.byHash[hash], !same.isEmpty {
        return (same[min(anchor.occurrence ?? 1, same.count) - 1], same)
      }
      if let whole = anchor.wholeWords.flatMap(self.lines)?.all, !whole.isEmpty {
        return (whole.count == 1 ? whole[0] : nil, whole)
      }
    } else if let occurrence = anchor.occurrence, !lines.all.isEmpty {
      return (lines.all[min(occurrence, lines.all.count) - 1], lines.all)
    }
    return (lines.all.count == 1 ? lines.all[0] : nil, lines.all)
  }
}
