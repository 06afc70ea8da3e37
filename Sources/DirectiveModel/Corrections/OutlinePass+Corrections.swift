/// Putting a reader's corrections into the outline when all points are placed, so that a correction changes the points
/// of its line and no others.
extension OutlinePass {
  /// Takes away the points of rejected lines, moves those of re-levelled lines with all inside them, and makes points of
  /// added lines.
  mutating func correct(_ placed: inout [PlacedPoint]) {
    let places = Dictionary(placed.indices.map { (line(of: placed[$0]), $0) }) { first, _ in first }
    let marked = Dictionary(candidates.list.indices.map { (Int(candidates.list[$0].line), $0) }) { first, _ in first }
    var added: [(line: Int, level: Int)] = []
    for (line, correction) in options.corrections.sorted(by: { $0.key < $1.key }) where line <= lines.count {
      switch (correction, places[line]) {
      case (.point(let level), nil): if !lines.isBlank(line) { added.append((line, level)) }
      case (.level(let level), let first?), (.point(let level), let first?): move(first, to: level, in: &placed)
      case (.reject, _), (.level, nil): break
      }
    }
    var corrected: [PlacedPoint] = []
    var next = added[...]
    for point in placed {
      let line = self.line(of: point)
      while let first = next.first, first.line < line { corrected.append(add(next.removeFirst(), marked[first.line])) }
      if options.corrections[line] == .reject {
        explain(candidates.index(of: point), .rejected, point)
      } else {
        corrected.append(point)
      }
    }
    placed = corrected + next.map { add($0, marked[$0.line]) }
  }

  private func move(_ first: Int, to level: Int, in placed: inout [PlacedPoint]) {
    let depth = placed[first].depth
    guard depth != level else { return }
    var index = first
    repeat {
      placed[index].depth += Int32(level) - depth
      index += 1
    } while index < placed.count && placed[index].depth > depth
  }

  /// The point of a line, which is the candidate found there, if any.
  private mutating func add(_ added: (line: Int, level: Int), _ marked: Int?) -> PlacedPoint {
    let candidate = marked ?? unnumberedCandidate(added.line)
    explain(candidate, .added)
    return PlacedPoint(reading: Int32(candidates.list[candidate].firstReading), depth: Int32(added.level))
  }

  /// A candidate for a line that has no marker.
  private mutating func unnumberedCandidate(_ line: Int) -> Int {
    let content = lines.trimmed(line)
    candidates.readings.append(Reading(style: Point.unnumbered, value: 0, end: UInt32(content.lowerBound)))
    candidates.readings[candidates.readings.count - 1].owner = UInt32(candidates.list.count)
    candidates.list.append(
      Candidate(
        line: UInt32(line), start: UInt32(content.lowerBound), firstReading: UInt32(candidates.readings.count - 1),
        readingCount: 1, kind: .enumerator, flags: [],
        indent: 0))
    return candidates.list.count - 1
  }

  private func line(of placed: PlacedPoint) -> Int { Int(candidates.list[candidates.index(of: placed)].line) }
}
