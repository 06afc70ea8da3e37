/// The rank of each style in one document: the custom of `NumberingStyle.all`, put right where the document shows
/// another order.
///
/// A style that starts again right after another one stands below it: `Section 1` after each `ARTICLE` in contracts,
/// `Kapitel 1` after each `Abschnitt` in some German statutes. So does one whose heading follows right below the
/// other's, if none of it came earlier: `SUBCHAPTER B`, `PART 212`.
struct UnitRanks {
  private var ranks: [Int]

  subscript(_ style: UInt8) -> Int { ranks[Int(style)] }

  init(_ candidates: Candidates, _ lines: Lines, isEntry: (Int) -> Bool) {
    ranks = NumberingStyle.all.map(\.rank)
    let traits = StyleTraits.all
    var restarts: [Int: Int] = [:]
    var continues: [Int: Int] = [:]
    var headings: [Int: Int] = [:]
    var seen: Set<Int> = []
    var isLater: Set<Int> = []
    var last = -1
    var lastCandidate = candidates.list.first
    for index in candidates.list.indices where !isEntry(index) {
      let candidate = candidates.list[index]
      guard !candidate.flags.contains(.goesOn) else { continue }
      let reading = candidates.readings[Int(candidate.firstReading)]
      let trait = traits[Int(reading.style)]
      guard trait.kind == .unit, !trait.isParagraph, trait.counts else { continue }
      let isNew = seen.insert(Int(reading.style)).inserted
      if last >= 0, last != Int(reading.style) {
        let key = last << 8 | Int(reading.style)
        if isNew { isLater.insert(key) }
        if reading.value == 1 { restarts[key, default: 0] += 1 } else { continues[key, default: 0] += 1 }
        if let lastCandidate, Self.stands(candidate, rightBelow: lastCandidate, lines) {
          headings[key, default: 0] += 1
        }
      }
      last = Int(reading.style)
      lastCandidate = candidate
    }
    for key in Set(restarts.keys).union(headings.keys).sorted() {
      let upper = key >> 8
      let lower = key & 0xFF
      let reverse = lower << 8 | upper
      guard ranks[upper] >= ranks[lower] else { continue }
      // Believed only if the other order is not seen as often.
      let restarts = restarts[key, default: 0] > restarts[reverse, default: 0] ? restarts[key, default: 0] : 0
      let isHeading =
        !traits[upper].isArticle && headings[key, default: 0] > 0 && headings[reverse, default: 0] == 0
        && isLater.contains(key)
      guard restarts >= 2 && continues[key, default: 0] == 0 || isHeading else { continue }
      ranks[lower] = ranks[upper] + 1
    }
  }

  /// Whether nothing stands between two headings but the title of the upper one.
  private static func stands(_ candidate: Candidate, rightBelow upper: Candidate, _ lines: Lines) -> Bool {
    guard candidate.flags.isTitle, upper.flags.isTitle, candidate.line > upper.line, candidate.line - upper.line <= 6
    else { return false }
    let between = (Int(upper.line) + 1..<Int(candidate.line)).count { !lines.isBlank($0) }
    return between <= (upper.flags.contains(.isAlone) ? 1 : 0)
  }
}
