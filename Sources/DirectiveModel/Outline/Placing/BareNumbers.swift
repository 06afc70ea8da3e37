/// Telling which bare numbers number sections: `1 Licences`, not `12 per cent`.
extension OutlineBuilder {
  /// Whether a bare number is a section above subsections, `1 Licences` above `(1)`, or goes on with such sections.
  func standsAboveBrackets(_ reading: Int) -> Bool {
    let read = candidates.readings[reading]
    let owner = Int(candidates.readings[reading].owner)
    if closed[Int(read.style)].value > 0, Int(read.value) == closed[Int(read.style)].value + 1 { return true }
    guard owner + 1 < candidates.list.count, !candidates.list[owner].flags.contains(.isAlone) else { return false }
    let below = candidates.list[owner + 1]
    let first = candidates.readings[Int(below.firstReading)]
    return below.line <= candidates.list[owner].line + 2 && !below.flags.contains(.isInner) && first.value == 1
      && traits[Int(first.style)].isBracketedNumber
  }

  /// Whether a bare number is followed by its first decimal, or is the first of a list that is, or goes on with one.
  func standsAmongDecimals(_ reading: Int) -> Bool {
    let value = Int(candidates.readings[reading].value)
    if let open = stack.last(where: { $0.style == candidates.readings[reading].style }) {
      return value == open.value + 1 && (!sectionsAreBare || isHeading(reading))
    }
    guard let decimal = decimal(after: reading) else { return false }
    if !sections.hasLooked(at: reading) { sections = CountingSections(from: reading, to: decimal, candidates) }
    return sections.count(from: reading)
  }

  /// The next number of several components.
  func decimal(after reading: Int) -> Int? {
    var low = 0
    let decimals = candidates.decimals
    var high = decimals.count
    while low < high {
      let middle = (low + high) / 2
      if decimals[middle] <= Int32(reading) { low = middle + 1 } else { high = middle }
    }
    return low < decimals.count ? Int(decimals[low]) : nil
  }

  /// Whether bare numbers before headings number the sections of a document without decimals: 1, 2 and 3 stand above
  /// texts, with other words each; or the contents have listed them.
  func numbersSections(_ reading: Int) -> Bool {
    guard isHeading(reading) else { return false }
    if sectionsAreBare { return true }
    guard candidates.readings[reading].value == 1 else { return false }
    let isListed = !contents.isEmpty && Int(candidates.readings[reading].owner) == contents.upperBound
    sectionsAreBare = isListed || counts(from: reading)
    return sectionsAreBare
  }

  /// Whether headings of 2 and 3 follow, each with text above it and words of its own.
  private func counts(from first: Int) -> Bool {
    var last = first
    var next = Int(candidates.readings[first].next)
    for _ in 0..<40 where next >= 0 {
      defer { next = Int(candidates.readings[next].next) }
      guard isHeading(next) else { continue }
      guard candidates.readings[next].value == candidates.readings[last].value + 1, stands(next, apartFrom: last) else {
        return false
      }
      if candidates.readings[next].value == 3 { return true }
      last = next
    }
    return false
  }

  func isHeading(_ reading: Int) -> Bool {
    let flags = candidates.list[Int(candidates.readings[reading].owner)].flags
    return flags.isHeading && !flags.contains(.isLowercase) && !flags.contains(.isAlone)
  }

  /// Whether more than a blank line stands between two headings, and they begin with different words: those of pages
  /// repeat theirs, and so do the days of a month.
  private func stands(_ reading: Int, apartFrom upper: Int) -> Bool {
    let gap =
      candidates.list[Int(candidates.readings[reading].owner)].line
      - candidates.list[Int(candidates.readings[upper].owner)].line
    let (one, other) = (firstWord(behind: upper), firstWord(behind: reading))
    return gap >= 4 && !(one.count == other.count && zip(one, other).allSatisfy { text.byte($0) == text.byte($1) })
  }

  private func firstWord(behind reading: Int) -> Range<Int> {
    let limit = lines.limit(of: candidates.list[Int(candidates.readings[reading].owner)])
    let start = text.skipBlanks(from: Int(candidates.readings[reading].end), before: limit)
    return start..<((start..<limit).first { text.byte($0) == 0x20 } ?? limit)
  }
}

/// Bare numbers before a decimal number that count up to its first component: 1, 2, 3, 3.1.
struct CountingSections {
  /// The readings that were looked through.
  private var range = 0..<0
  /// Whether they count up to it from each of them on.
  private var counts: [Bool] = []

  init() {}

  init(from first: Int, to decimal: Int, _ candidates: CandidateView) {
    range = first..<decimal
    counts = [Bool](repeating: false, count: range.count)
    let parent = candidates.path(of: candidates.readings[decimal])[0]
    guard parent < Self.limit else { return }
    var numbers: [Int] = []
    var next = first
    while next >= 0, next < decimal {
      numbers.append(next)
      next = Int(candidates.readings[next].next)
    }
    /// Whether the next one of each value counts up to it.
    var leads = [Bool](repeating: false, count: parent + 1)
    var isPassed = false
    for reading in numbers.reversed() {
      let value = Int(candidates.readings[reading].value)
      if value == parent + 1 { isPassed = true }
      guard value <= parent else { continue }
      leads[value] = value == parent ? !isPassed : leads[value + 1]
      counts[reading - first] = leads[value]
    }
  }

  /// Sections with larger numbers are none.
  private static let limit = 1 << 14

  func hasLooked(at reading: Int) -> Bool { range.contains(reading) }

  func count(from reading: Int) -> Bool { counts[reading - range.lowerBound] }
}
