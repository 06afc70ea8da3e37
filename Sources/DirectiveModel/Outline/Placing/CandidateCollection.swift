/// Puts together what was found in consecutive parts of a document: leaves out what code fences and quotations hold, and
/// links each reading to the next one of its style.
///
/// Parts are taken in their order, while those behind them are still being scanned.
struct CandidateCollection {
  private(set) var candidates = Candidates()
  /// The lines of quotations, from which everything was left out.
  private var quoted: [ClosedRange<UInt32>] = []
  /// What was left out, and why.
  private(set) var losses: [(candidate: Candidate, rule: PlacingRule)] = []
  private let quotations: QuotedInsertions
  /// How many candidates stand before the code fence that is open.
  private var fence: Int?
  /// The last reading of each style; -1 for none.
  private var last = [Int32](repeating: -1, count: 256)
  private var memory: (list: FreshMemory, readings: FreshMemory)

  /// Makes room for what so many lines may hold, so that the lists need not move while they grow.
  init(_ quotations: QuotedInsertions, lines: Int) {
    self.quotations = quotations
    candidates.list.reserveCapacity(lines / 2)
    candidates.readings.reserveCapacity(lines / 2)
    memory = (FreshMemory(behind: &candidates.list), FreshMemory(behind: &candidates.readings))
  }

  mutating func take(_ part: Candidates) {
    let offset = UInt32(candidates.readings.count)
    addReadings(of: part)
    candidates.nearMisses += part.nearMisses
    var rest = part.list[...]
    leaveOutQuoted(&rest, offset)
    let borders = part.fences.map { ($0, isFence: true) } + part.quotations.map { ($0, isFence: false) }
    for (line, isFence) in borders.sorted(by: { $0.0 < $1.0 }) {
      add(Self.cut(&rest) { $0.line < line }, offset)
      if isFence {
        passFence()
      } else if line > quoted.last?.upperBound ?? 0, let end = quotations.closing(from: Int(line)) {
        quoted.append(line...UInt32(end))
        leaveOutQuoted(&rest, offset)
      }
    }
    add(rest, offset)
  }

  private mutating func addReadings(of part: Candidates) {
    let (first, firstPath) = (candidates.readings.count, Int32(candidates.paths.count - 1))
    memory.readings.ask(for: part.readings.count, behind: &candidates.readings)
    candidates.readings += part.readings
    candidates.paths += part.paths.dropFirst()
    candidates.readings.withUnsafeMutableBufferPointer { readings in
      for index in first..<readings.count {
        if readings[index].path > 0 {
          readings[index].path += firstPath
          candidates.decimals.append(Int32(index))
        }
        let style = Int(readings[index].style)
        if last[style] >= 0 { readings[Int(last[style])].next = Int32(index) }
        last[style] = Int32(index)
      }
    }
  }

  private mutating func add(_ found: ArraySlice<Candidate>, _ offset: UInt32) {
    let first = candidates.list.count
    memory.list.ask(for: found.count, behind: &candidates.list)
    candidates.list += found
    candidates.list.withUnsafeMutableBufferPointer { list in
      candidates.readings.withUnsafeMutableBufferPointer { readings in
        for index in first..<list.count {
          list[index].firstReading += offset
          // As a rule a single one, for which a loop takes longer to begin than to run.
          let own = list[index].readings
          readings[own.lowerBound].owner = UInt32(index)
          for reading in own.dropFirst() { readings[reading].owner = UInt32(index) }
        }
      }
    }
    for index in first..<candidates.list.count { candidates.note(candidates.list[index], at: index) }
  }

  /// Leaves out what stands in the last quotation.
  private mutating func leaveOutQuoted(_ rest: inout ArraySlice<Candidate>, _ offset: UInt32) {
    guard let end = quoted.last?.upperBound else { return }
    for var candidate in Self.cut(&rest, while: { $0.line <= end }) {
      candidate.firstReading += offset
      losses.append((candidate, .quoted))
    }
  }

  /// Opens a code fence, or closes it and takes back what was added since: a fence that is never closed is none.
  private mutating func passFence() {
    guard let first = fence.take() else {
      fence = candidates.list.count
      return
    }
    for candidate in candidates.list[first...] {
      losses.append((candidate, .code))
      for reading in candidate.readings { candidates.readings[reading].owner = 0 }
    }
    candidates.removeAll(from: first)
  }

  private static func cut(
    _ rest: inout ArraySlice<Candidate>, while condition: (Candidate) -> Bool
  ) -> ArraySlice<Candidate> {
    let cut = rest.prefix(while: condition)
    rest = rest[cut.endIndex...]
    return cut
  }
}
