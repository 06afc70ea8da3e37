/// Makes points of candidates: one pass with a stack of open lists.
///
/// For each candidate the rules are tried in order, each for all its readings, so that `(i)` is the letter after `(h)`
/// and else the roman one. A candidate that no rule takes stays text.
///
/// - **nests by rank**: a unit closes everything that is not a unit of smaller rank.
/// - **continues**: the number follows on the last one of an open list; the innermost such list wins, one of the same
///   indent before all others.
/// - **runs on**: a list closed by the next heading goes on below it.
/// - **continues in another dress**: the number follows on the last one of an open list whose style differs in its
///   punctuation or wording alone.
/// - **opens at one** below what is open, or **restarts** the open list of its style.
/// - **skips**: an open list repeats a number or leaves some out; this is data, not an error.
///
/// A class, because a structure of this size is copied whenever it is asked something while it changes.
final class OutlineBuilder {
  /// An open point, and by it the list that it belongs to.
  struct Open {
    var style: UInt8
    var kind: NumberingStyle.Kind
    var rank: Int
    var value: Int
    var insertion: Int
    var indent: Int
    var reading: Int
    /// The numbers that its list left out last.
    var leftOut = 0..<0
  }

  /// A list closed because the point around it was followed by another.
  struct Closed {
    var value = 0
    /// The style of the point around it, and of the one around that; -1 for none.
    var parent = -1
    var grandparent = -1
    var insertion = 0
  }

  /// The last unit of a style: its number and reading.
  struct Unit {
    var value = 0
    var insertion = 0
    var reading = 0
    /// The last one of all, which may have come late.
    var latest = 0
    /// Whether Markdown headings bear its style.
    var standsInHeadings = false
    /// Whether lines of its style bear titles.
    var bearsTitles = false
  }

  let candidates: CandidateView
  let text: FoldedText
  let lines: Lines
  /// The candidates that are entries of the contents.
  let contents: Range<Int>
  let ranks: UnitRanks
  let traits = StyleTraits.table

  /// What was placed and is not forgotten, in order. No array, which asks for each point whether somebody else has it.
  var placed: UnsafeMutableBufferPointer<PlacedPoint> {
    UnsafeMutableBufferPointer(rebasing: placedPoints[..<placedCount])
  }
  private var placedPoints = UnsafeMutableBufferPointer<PlacedPoint>.allocate(capacity: 64)
  private var placedCount = 0
  var notes: [NumberingOddity] = []
  /// The open points, from the outermost on.
  var stack: UnsafeMutableBufferPointer<Open> { UnsafeMutableBufferPointer(rebasing: levels[..<depth]) }
  private var levels = UnsafeMutableBufferPointer<Open>.allocate(capacity: 64)
  private var depth = 0
  /// For each style, its list that was closed last.
  let closed = UnsafeMutableBufferPointer<Closed>.allocate(capacity: 256)
  /// For each style of unit, its last one, wherever it stood.
  let units = UnsafeMutableBufferPointer<Unit>.allocate(capacity: 256)
  /// Whether the open list of capitals with a stop began with a heading.
  var lettersAreHeadings = false
  /// What is no point behind the boundary before, up to the next point.
  private var passedOver = PassedOver.nothing

  private enum PassedOver: UInt8 {
    case nothing
    /// Behind a closing formula.
    case footnotes
    /// A list of attachments whose first line introduces it: `附件：1.…`.
    case attachments
    /// Behind the heading of notes on the words of a report: whatever is no unit.
    case lists
  }

  /// The last number of the list of attachments that is passed over.
  private var lastAttachment = 0
  /// The bare numbers before a decimal, as far as they were looked through last.
  var sections = CountingSections()
  /// Whether sections are numbered by bare numbers, without any decimals.
  var sectionsAreBare = false
  /// For each weak style, the styles below which it made a list of two or more: few, and so a list.
  var established: [Int] = []

  init(
    _ candidates: CandidateView, _ lines: Lines, ranks: UnitRanks, contents: Range<Int>, _ headingStyles: [UInt8]
  ) {
    self.candidates = candidates
    (self.lines, text) = (lines, lines.text)
    self.contents = contents
    self.ranks = ranks
    closed.initialize(repeating: Closed())
    units.initialize(repeating: Unit())
    for style in headingStyles { units[Int(style)].standsInHeadings = true }
  }

  deinit {
    placedPoints.deallocate()
    levels.deallocate()
    closed.deallocate()
    units.deallocate()
  }

  /// Places the candidate at `index`. Returns the rule that took it.
  func place(_ index: Int) -> PlacingRule {
    let candidate = candidates.list[index]
    if candidate.flags.contains(.isInner) { return placeInner(index, candidate) }
    let readings = candidate.readings
    switch candidate.kind {
    case .markdown: return placeMarkdown(index, readings.lowerBound)
    case .boundary:
      return placeBoundary(index)
    case .unit:
      for reading in readings where traits[Int(candidates.readings[reading].style)].kind == .unit {
        if let rule = placeUnit(index, reading) { return rule }
      }
    default: break
    }
    if passedOver != .nothing, isPassedOver(index) { return .text }
    if candidate.flags.contains(.goesOn) { return placeInSentence(index, candidate) }
    for reading in readings where traits[Int(candidates.readings[reading].style)].kind == .decimal {
      if let rule = placeDecimal(index, reading) { return rule }
    }
    var lists = ReadingSet(readings)
    for reading in lists where !isList(reading) { lists.remove(reading) }
    let isReference = candidate.flags.contains(.isLowercase) && !candidate.flags.contains(.followsBlank)
    for reading in lists where !opensAnotherList(lists, than: reading) && !(isReference && comesAgain(reading)) {
      if let rule = continues(index, reading) { return rule }
    }
    for reading in lists { if let rule = runsOn(index, reading) { return rule } }
    for reading in lists { if let rule = changesDress(index, reading) { return rule } }
    for reading in lists { if let rule = opens(index, reading) { return rule } }
    for reading in lists { if let rule = skips(index, reading) { return rule } }
    return .text
  }

  /// Whether a marker that could go on with an open list opens another one: as a first number of another style it is
  /// followed by that style's second one before the open list's next. `(h)`, `(i)`, `(ii)` are a letter and two romans.
  @inline(__always)
  private func opensAnotherList(_ lists: ReadingSet, than reading: Int) -> Bool {
    for other in lists where other != reading && candidates.readings[other].value == 1 {
      let second = Int(candidates.readings[other].next)
      guard second >= 0, candidates.readings[second].value == 2 else { continue }
      var next = Int(candidates.readings[reading].next)
      while next >= 0, next < second, candidates.readings[next].owner < candidates.readings[second].owner {
        if candidates.readings[next].value == candidates.readings[reading].value + 1 { return false }
        next = Int(candidates.readings[next].next)
      }
      return true
    }
    return false
  }

  /// A line that goes on with a sentence opens a point only where an open list waits for just this number, or where its
  /// second number begins a line of its own, and no such number comes again.
  func placeInSentence(_ index: Int, _ candidate: Candidate) -> PlacingRule {
    guard !candidate.flags.contains(.isLowercase) || !isBare(candidate) else { return .goesOn }
    for reading in candidate.readings where isList(reading) && !comesAgain(reading) {
      if let rule = continues(index, reading) { return rule }
    }
    for reading in candidate.readings where isList(reading) && candidates.readings[reading].value == 1 {
      let next = Int(candidates.readings[reading].next)
      guard next >= 0, candidates.readings[next].value == 2,
        !candidates.list[Int(candidates.readings[next].owner)].flags.contains(.goesOn)
      else { continue }
      if let rule = opens(index, reading) { return rule }
    }
    return .goesOn
  }

  @inline(never)
  private func placeBoundary(_ index: Int) -> PlacingRule {
    let candidate = candidates.list[index]
    let reading = candidates.readings[Int(candidate.firstReading)]
    switch traits[Int(reading.style)].rank {
    case 2: (passedOver, lastAttachment) = (.attachments, Int(reading.value))
    case 3: passedOver = placed.isEmpty ? .nothing : .lists
    case let rank:
      pop { $0.kind != .unit && $0.kind != .markdown }
      passedOver = rank == 1 && !placed.isEmpty && !candidate.flags.contains(.goesOn) ? .footnotes : .nothing
    }
    return .text
  }

  @inline(never)
  private func isPassedOver(_ index: Int) -> Bool {
    let candidate = candidates.list[index]
    switch passedOver {
    case .nothing: return false
    case .footnotes: return isFootnote(Int(candidate.firstReading))
    case .lists: return true
    case .attachments:
      lastAttachment += 1
      let isNext = candidate.readings.contains { Int(candidates.readings[$0].value) == lastAttachment }
      if !isNext { passedOver = .nothing }
      return isNext
    }
  }

  /// Whether footnotes are numbered so: `(1)`, `1`.
  private func isFootnote(_ reading: Int) -> Bool {
    let trait = traits[Int(candidates.readings[reading].style)]
    return trait.isBracketedNumber || trait.isBareNumber
  }

  /// Whether the marker is one that sentences hold too: a number with a stop or in brackets.
  func isBare(_ candidate: Candidate) -> Bool {
    candidate.readings.allSatisfy { !traits[Int(candidates.readings[$0].style)].isSafeInSentence }
  }

  /// Whether the reading is of a style that makes lists here.
  ///
  /// A bare number does so only among decimals, above `(1)`, before an ideographic space or where sections are numbered so,
  /// and looks like a heading; an ordinal only at the start of a paragraph.
  @inline(__always)
  func isList(_ reading: Int) -> Bool {
    let trait = traits[Int(candidates.readings[reading].style)]
    let flags = candidates.list[Int(candidates.readings[reading].owner)].flags
    switch trait.kind {
    case .ordinal: return !flags.contains(.isInside)
    case .enumerator:
      return !trait.isBareNumber
        || flags.contains(.isTitle) && !flags.contains(.isLowercase)
          && (flags.contains(.isWideSpaced) && !isAboveDecimals(reading) || standsAmongDecimals(reading)
            || standsAboveBrackets(reading) || numbersSections(reading))
    default: return false
    }
  }

  /// Whether the open point of a reading's style has decimals below it: then only the next section goes on, no row of a
  /// table.
  private func isAboveDecimals(_ reading: Int) -> Bool {
    guard let open = stack.lastIndex(where: { $0.style == candidates.readings[reading].style }) else { return false }
    return open + 1 < stack.count && path(of: stack[open + 1]).count > 1
  }

  // MARK: - Markdown

  func placeMarkdown(_ index: Int, _ reading: Int) -> PlacingRule {
    let level = Int(candidates.readings[reading].value)
    pop { !($0.kind == .markdown && $0.value < level) }
    push(index, reading)
    stack[stack.count - 1].rank = level - 10
    return .ranks
  }

  // MARK: - The stack

  func pop(while condition: (Open) -> Bool) {
    while let last = stack.last, condition(last) { removeTop() }
  }

  func removeTop() {
    let last = stack[depth - 1]
    depth -= 1
    closed[Int(last.style)] = Closed(
      value: last.value, parent: stack.last.map { Int($0.style) } ?? -1,
      grandparent: stack.count > 1 ? Int(stack[stack.count - 2].style) : -1, insertion: last.insertion)
  }

  // Else it is a call for nearly every point of a list.
  @inline(__always)
  func replace(at position: Int, _ index: Int, _ reading: Int, _ rule: PlacingRule) {
    let leftOut = stack[position].leftOut
    while stack.count > position { removeTop() }
    push(index, reading)
    if rule == .continues || rule == .changesDress { stack[position].leftOut = leftOut }
  }

  /// Forgets the placed points but the last one, of which it is not known yet where it ends.
  func forgetPlaced() {
    guard let last = placed.last else { return }
    placedPoints[0] = last
    placedCount = 1
  }

  func push(_ index: Int, _ reading: Int) {
    let read = candidates.readings[reading]
    let candidate = candidates.list[index]
    passedOver = .nothing
    if depth == levels.count { levels = Self.moved(levels) }
    levels[depth] = Open(
      style: read.style, kind: traits[Int(read.style)].kind, rank: ranks[read.style], value: Int(read.value),
      insertion: Int(read.insertion), indent: Int(candidate.indent), reading: reading)
    depth += 1
    if placedCount == placedPoints.count { placedPoints = Self.moved(placedPoints) }
    placedPoints[placedCount] = PlacedPoint(reading: Int32(reading), depth: Int32(depth))
    placedCount += 1
  }

  /// The elements of a full list where there is room for as many more. Handed over and returned: what is changed in its
  /// place would have to be asked at each other use whether somebody is just doing so.
  private static func moved<Element>(_ list: UnsafeMutableBufferPointer<Element>) -> UnsafeMutableBufferPointer<Element>
  {
    let more = UnsafeMutableBufferPointer<Element>.allocate(capacity: 2 * list.count)
    _ = more.moveInitialize(fromContentsOf: list)
    list.deallocate()
    return more
  }

  /// Forgets open points without closing their lists.
  func drop(to count: Int) { depth = count }

  /// The components of an open point's number.
  func path(of open: Open) -> DecimalPath { candidates.path(of: candidates.readings[open.reading]) }
}

/// Some of a candidate's readings, in order; of those behind the sixty-fourth none.
private struct ReadingSet: Sequence, IteratorProtocol {
  private let first: Int
  private var places: UInt64

  @inline(__always)
  init(_ readings: Range<Int>) {
    first = readings.lowerBound
    places = ~0 >> UInt64(64 - Swift.min(64, readings.count))
  }

  mutating func remove(_ reading: Int) { places &= ~(1 << UInt64(reading - first)) }

  mutating func next() -> Int? {
    guard places != 0 else { return nil }
    defer { places &= places - 1 }
    return first + places.trailingZeroBitCount
  }
}
