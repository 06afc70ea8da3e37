/// The rank of each style in one document: the custom of `NumberingStyle.all`, put right where the document shows
/// another order.
///
/// A style that starts again right after another one stands below it: `Section 1` after each `ARTICLE` in contracts,
/// `Kapitel 1` after each `Abschnitt` in some German statutes.
struct UnitRanks {
  private var ranks: [Int]

  subscript(_ style: UInt8) -> Int { ranks[Int(style)] }

  init(_ candidates: Candidates, isEntry: (Int) -> Bool) {
    ranks = NumberingStyle.all.map(\.rank)
    let traits = StyleTraits.all
    var restarts: [Int: Int] = [:]
    var continues: [Int: Int] = [:]
    var last = -1
    for index in candidates.list.indices where !isEntry(index) {
      let candidate = candidates.list[index]
      guard !candidate.flags.contains(.goesOn) else { continue }
      let reading = candidates.readings[Int(candidate.firstReading)]
      let trait = traits[Int(reading.style)]
      guard trait.kind == .unit, !trait.isParagraph, trait.counts else { continue }
      if last >= 0, last != Int(reading.style) {
        let key = last << 8 | Int(reading.style)
        if reading.value == 1 { restarts[key, default: 0] += 1 } else { continues[key, default: 0] += 1 }
      }
      last = Int(reading.style)
    }
    for (key, count) in restarts.sorted(by: { $0.key < $1.key }) {
      let upper = key >> 8
      let lower = key & 0xFF
      guard ranks[upper] >= ranks[lower], count >= 2 else { continue }
      // Believed only if the other order is not seen as often.
      guard restarts[lower << 8 | upper, default: 0] < count, continues[key, default: 0] == 0 else { continue }
      ranks[lower] = ranks[upper] + 1
    }
  }
}
