/// Putting a reader's corrections into the outline when all points are placed, so that a correction changes the points
/// of its line and no others.
extension OutlinePass {
  /// Takes away the points of rejected lines, moves those of re-levelled lines with all inside them, and makes points of
  /// added lines.
  mutating func correct(_ placed: inout [PlacedPoint]) {
    for (line, correction) in options.corrections.sorted(by: { $0.key < $1.key }) where line <= lines.count {
      switch correction {
      case .reject: reject(line, from: &placed)
      case .level(let level): move(line, to: level, in: &placed)
      case .point(let level):
        if !move(line, to: level, in: &placed) { add(line, at: level, to: &placed) }
      }
    }
  }

  private mutating func reject(_ line: Int, from placed: inout [PlacedPoint]) {
    for point in placed where self.line(of: point) == line { explain(Int(point.candidate), .rejected, point) }
    placed.removeAll { self.line(of: $0) == line }
  }

  /// False where the line is no point.
  @discardableResult
  private func move(_ line: Int, to level: Int, in placed: inout [PlacedPoint]) -> Bool {
    guard let first = placed.firstIndex(where: { self.line(of: $0) == line }) else { return false }
    let depth = placed[first].depth
    var index = first
    repeat {
      placed[index].depth += Int32(level) - depth
      index += 1
    } while index < placed.count && placed[index].depth > depth
    return true
  }

  private mutating func add(_ line: Int, at level: Int, to placed: inout [PlacedPoint]) {
    guard !lines.isBlank(line) else { return }
    let candidate = candidates.list.firstIndex { Int($0.line) == line } ?? unnumberedCandidate(line)
    let position = placed.firstIndex { self.line(of: $0) > line } ?? placed.count
    placed.insert(
      PlacedPoint(
        candidate: Int32(candidate), reading: Int32(candidates.list[candidate].firstReading), depth: Int32(level),
        rule: .added), at: position)
    explain(candidate, .added)
  }

  /// A candidate for a line that has no marker.
  private mutating func unnumberedCandidate(_ line: Int) -> Int {
    let content = lines.trimmed(line)
    candidates.readings.append(
      Reading(style: Point.unnumbered, value: 0, end: UInt32(content.lowerBound)))
    candidates.owner.append(UInt32(candidates.list.count))
    candidates.list.append(
      Candidate(
        line: UInt32(line), start: UInt32(content.lowerBound), limit: UInt32(content.upperBound),
        firstReading: UInt32(candidates.readings.count - 1), readingCount: 1, kind: .enumerator, flags: [],
        indent: 0))
    return candidates.list.count - 1
  }

  private func line(of placed: PlacedPoint) -> Int { Int(candidates.list[Int(placed.candidate)].line) }
}
