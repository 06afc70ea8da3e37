/// Makes points of candidates: one pass with a stack of open lists (N-112).
///
/// For each candidate the rules are tried in order, each for all its readings, so that `(i)` is the letter after `(h)`
/// and else the roman one. A candidate that no rule takes stays text.
///
/// - **nests by rank**: a unit closes everything that is not a unit of smaller rank.
/// - **continues**: the number follows on the last one of an open list; the innermost such list wins, one of the same
///   indent before all others.
/// - **runs on**: a list closed by the next heading goes on below it (N-12).
/// - **opens at one** below what is open, or **restarts** the open list of its style.
/// - **skips**: an open list repeats a number or leaves some out; this is data, not an error.
struct OutlineBuilder {
  /// An open point, and by it the list that it belongs to.
  struct Open {
    var style: UInt8
    var kind: NumberingStyle.Kind
    var rank: Int
    var value: Int
    var insertion: Int
    var path: DecimalPath
    var indent: Int
    var reading: Int
  }

  /// A list closed because the point around it was followed by another.
  struct Closed {
    var value = 0
    var parent: Int = -1
    var insertion = 0
  }

  let candidates: Candidates
  let ranks: UnitRanks
  let traits = StyleTraits.all
  /// The readings of decimal numbers that end without a stop.
  private let bareDecimals: [Int]
  let isMarkdown: Bool

  private(set) var placed: [PlacedPoint] = []
  private(set) var notes: [(candidate: Int, oddity: NumberingOddity)] = []
  private var stack: [Open] = []
  private var closed: [Closed]
  /// The last number of each style of unit, wherever it stood.
  private var lastUnit: [Int]
  private var lastInsertion: [Int]
  /// The styles of units whose lines bear titles.
  private var titled: Set<UInt8> = []
  /// Whether the open list of capitals with a stop began with a heading.
  private var lettersAreHeadings = false
  /// For each weak style, the styles below which it made a list of two or more.
  private var established: Set<Int> = []

  init(_ candidates: Candidates, ranks: UnitRanks, isMarkdown: Bool) {
    self.candidates = candidates
    self.ranks = ranks
    bareDecimals =
      candidates.paths.count > 1 ? candidates.readings.indices.filter { candidates.readings[$0].path > 0 } : []
    self.isMarkdown = isMarkdown
    closed = Array(repeating: Closed(), count: 256)
    lastUnit = Array(repeating: 0, count: 256)
    lastInsertion = Array(repeating: 0, count: 256)
    placed.reserveCapacity(candidates.list.count)
  }

  /// Places the candidate at `index`. Returns the rule that took it.
  mutating func place(_ index: Int) -> PlacingRule {
    let candidate = candidates.list[index]
    if candidate.flags.contains(.isInner) { return placeInner(index, candidate) }
    let readings = candidate.readings
    let kind = traits[Int(candidates.readings[readings.lowerBound].style)].kind
    switch kind {
    case .markdown: return placeMarkdown(index, readings.lowerBound)
    case .boundary:
      pop { $0.kind != .unit && $0.kind != .markdown }
      return .text
    case .unit:
      for reading in readings where traits[Int(candidates.readings[reading].style)].kind == .unit {
        if let rule = placeUnit(index, reading) { return rule }
      }
    default: break
    }
    if candidate.flags.contains(.goesOn) { return placeInSentence(index, candidate) }
    for reading in readings where traits[Int(candidates.readings[reading].style)].kind == .decimal {
      if let rule = placeDecimal(index, reading) { return rule }
    }
    let list = readings.filter { isList($0) }
    let isReference = candidate.flags.contains(.isLowercase) && !candidate.flags.contains(.followsBlank)
    for reading in list where !opensAnotherList(reading, list) && !(isReference && comesAgain(reading)) {
      if let rule = continues(index, reading) { return rule }
    }
    for reading in list { if let rule = runsOn(index, reading) { return rule } }
    for reading in list { if let rule = opens(index, reading) { return rule } }
    for reading in list { if let rule = skips(index, reading) { return rule } }
    return .text
  }

  /// A line that goes on with a sentence opens a point only where an open list waits for just this number, or where its
  /// second number begins a line of its own, and no such number comes again.
  private mutating func placeInSentence(_ index: Int, _ candidate: Candidate) -> PlacingRule {
    guard !candidate.flags.contains(.isLowercase) || !isBare(candidate) else { return .goesOn }
    for reading in candidate.readings where isList(reading) && !comesAgain(reading) {
      if let rule = continues(index, reading) { return rule }
    }
    for reading in candidate.readings where isList(reading) && candidates.readings[reading].value == 1 {
      let next = Int(candidates.readings[reading].next)
      guard next >= 0, candidates.readings[next].value == 2,
        !candidates.list[Int(candidates.owner[next])].flags.contains(.goesOn)
      else { continue }
      if let rule = opens(index, reading) { return rule }
    }
    return .goesOn
  }

  /// Whether the marker is one that sentences hold too: a number with a stop or in brackets.
  private func isBare(_ candidate: Candidate) -> Bool {
    candidate.readings.allSatisfy { !traits[Int(candidates.readings[$0].style)].isSafeInSentence }
  }

  /// Whether the reading is of a style that makes lists here.
  ///
  /// A bare number does so only among decimals, and looks like a heading (N-54); an ordinal only at the start of a
  /// paragraph (N-21).
  private func isList(_ reading: Int) -> Bool {
    let trait = traits[Int(candidates.readings[reading].style)]
    let flags = candidates.list[Int(candidates.owner[reading])].flags
    switch trait.kind {
    case .ordinal: return !flags.contains(.isInside)
    case .enumerator:
      return !trait.isBareNumber || flags.isTitle && !flags.contains(.isLowercase) && standsAmongDecimals(reading)
    default: return false
    }
  }

  /// Whether a bare number is followed by its first decimal, or goes on with a list that was.
  private func standsAmongDecimals(_ reading: Int) -> Bool {
    let value = Int(candidates.readings[reading].value)
    if let open = stack.last(where: { $0.style == candidates.readings[reading].style }) {
      return value == open.value + 1
    }
    var low = 0
    var high = bareDecimals.count
    while low < high {
      let middle = (low + high) / 2
      if bareDecimals[middle] <= reading { low = middle + 1 } else { high = middle }
    }
    return low < bareDecimals.count && candidates.path(of: candidates.readings[bareDecimals[low]])[0] == value
  }

  // MARK: - Markdown

  private mutating func placeMarkdown(_ index: Int, _ reading: Int) -> PlacingRule {
    let level = Int(candidates.readings[reading].value)
    pop { !($0.kind == .markdown && $0.value < level) }
    push(index, reading, .ranks)
    stack[stack.count - 1].rank = level - 10
    return .ranks
  }

  // MARK: - Units

  private mutating func placeUnit(_ index: Int, _ reading: Int) -> PlacingRule? {
    let read = candidates.readings[reading]
    let style = Int(read.style)
    let flags = candidates.list[index].flags
    let rank = ranks[read.style]
    guard !isMarkdown else { return nil }
    if traits[style].isParagraph {
      guard placesParagraph(reading), !flags.contains(.goesOn) else { return nil }
    } else {
      guard fits(index, reading), looksLikeHeading(read, flags) else { return nil }
    }
    pop { !($0.kind == .markdown || $0.kind == .unit && $0.rank < rank) }
    noteUnit(index, read)
    lastUnit[style] = Int(read.value)
    lastInsertion[style] = Int(read.insertion)
    if !flags.contains(.isAlone) { titled.insert(read.style) }
    if rank < 50 { forgetBelow(rank) }
    push(index, reading, .ranks)
    return .ranks
  }

  /// Whether the line of a unit can be a heading, not a reference.
  ///
  /// A title in lower case must stand alone in its paragraph. A bare unit of a style that bears titles elsewhere must
  /// be the next one: tables refer to `Titre Ier`.
  private func looksLikeHeading(_ read: Reading, _ flags: Candidate.Flags) -> Bool {
    let style = Int(read.style)
    if flags.contains(.isLowercase), !flags.isHeading { return false }
    if !traits[style].counts, candidates.path(of: read).count == 0, !flags.contains(.isAlone), !flags.isHeading {
      return traits[style].isBracketed
    }
    if traits[style].isArticle || !traits[style].counts { return true }
    if flags.contains(.isAlone) {
      return !titled.contains(read.style) || Int(read.value) == lastUnit[style] + 1
    }
    return true
  }

  /// Whether a unit's number can stand here: the first of its style, the next one, an insertion, a first number again,
  /// or a modest gap that does not look like a citation.
  private func fits(_ index: Int, _ reading: Int) -> Bool {
    let read = candidates.readings[reading]
    let candidate = candidates.list[index]
    let style = Int(read.style)
    guard traits[style].counts else { return !candidate.flags.contains(.goesOn) }
    let last = lastUnit[style]
    let value = Int(read.value)
    if candidates.path(of: read).count > 1 { return !candidate.flags.contains(.goesOn) }
    if value == 0 { return !candidate.flags.contains(.goesOn) }
    let isNext =
      value == last + 1 && read.insertion == 0 || value == last && Int(read.insertion) > lastInsertion[style]
      || value == last + 1
    if candidate.flags.contains(.goesOn) {
      if value == 1, followsUnit(candidate) { return true }
      return isNext && last > 0 && candidate.flags.contains(.isSpaced) && !comesAgain(reading)
    }
    if isNext || value == 1 { return true }
    if last == 0 {
      // One reference to `Section 7` in a text without sections.
      let isHeading = candidate.flags.isHeading && candidate.flags.contains(.followsBlank)
      return placed.isEmpty || candidate.flags.contains(.isAlone) || isHeading || isFollowedBySuccessor(reading)
    }
    if !traits[style].isArticle {
      return value > last && value - last <= 20 || isFollowedBySuccessor(reading) || candidate.flags.contains(.isAlone)
    }
    let gap = traits[style].isChinese ? 50 : 3
    if value > last, value - last <= gap, candidate.flags.contains(.isSpaced) { return true }
    if candidate.flags.contains(.isSpaced), value > last, isFollowedBySuccessor(reading) { return true }
    if candidate.flags.contains(.isAlone), value == last || value > last { return true }
    return false
  }

  /// Whether the line before is the heading of a unit, which does not go on.
  private func followsUnit(_ candidate: Candidate) -> Bool {
    guard let last = placed.last, let open = stack.last, open.kind == .unit else { return false }
    return candidates.list[Int(last.candidate)].line + 1 == candidate.line
  }

  /// Whether the same number of the same style comes again before the next one: then this one was a reference.
  private func comesAgain(_ reading: Int) -> Bool {
    let read = candidates.readings[reading]
    var next = read.next
    for _ in 0..<8 where next >= 0 {
      let following = candidates.readings[Int(next)]
      if following.value == read.value, following.insertion == read.insertion {
        return !candidates.list[Int(candidates.owner[Int(next)])].flags.contains(.goesOn)
      }
      if following.value == read.value + 1 || following.value < read.value { return false }
      next = following.next
    }
    return false
  }

  /// Whether the next reading of the same style is the next number.
  private func isFollowedBySuccessor(_ reading: Int) -> Bool {
    let read = candidates.readings[reading]
    guard read.next >= 0 else { return false }
    let next = candidates.readings[Int(read.next)]
    return next.value == read.value + 1 || next.value == read.value && next.insertion > read.insertion
  }

  /// A numbered paragraph of a Japanese article: the first is unnumbered, so the list begins at 2, or at 1 outside
  /// articles.
  private func placesParagraph(_ reading: Int) -> Bool {
    let read = candidates.readings[reading]
    guard let unit = stack.lastIndex(where: { $0.kind == .unit && $0.rank < 55 }) else { return false }
    let last = stack.lastIndex { $0.kind == .unit && $0.rank == 55 }
    if let last, last > unit {
      let value = stack[last].value
      return Int(read.value) == value + 1
        || Int(read.value) == value && Int(read.insertion) > stack[last].insertion
        || Int(read.value) > value && Int(read.value) <= value + 3
    }
    return read.value == 2 || read.value == 1
  }

  private mutating func noteUnit(_ index: Int, _ read: Reading) {
    let last = lastUnit[Int(read.style)]
    let value = Int(read.value)
    guard traits[Int(read.style)].isArticle, last > 0, value > 0 else { return }
    if value > last + 1 { notes.append((index, .gap(last, value))) }
    if value == last, Int(read.insertion) <= lastInsertion[Int(read.style)] { notes.append((index, .repeated(value))) }
    if value < last, value > 1 { notes.append((index, .disorder(last, value))) }
  }

  /// Units below `rank` other than articles start again.
  private mutating func forgetBelow(_ rank: Int) {
    for style in traits.indices
    where traits[style].kind == .unit && !traits[style].isArticle && ranks[UInt8(style)] > rank {
      lastUnit[style] = 0
      lastInsertion[style] = 0
    }
  }

  // MARK: - Decimals

  private mutating func placeDecimal(_ index: Int, _ reading: Int) -> PlacingRule? {
    let path = candidates.path(of: candidates.readings[reading])
    var gap: (Int, Int)?
    guard let above = place(for: path, index, reading, &gap) else { return nil }
    if let gap { notes.append((index, .gap(gap.0, gap.1))) }
    stack.removeLast(stack.count - above)
    push(index, reading, .ranks)
    return .ranks
  }

  /// How many open points stand above a decimal number, nil where it does not fit the open ones.
  private func place(
    for path: DecimalPath, _ index: Int, _ reading: Int, _ gap: inout (Int, Int)?
  ) -> Int? {
    let flags = candidates.list[index].flags
    let isLower = flags.contains(.isLowercase) && !flags.isHeading
    if let position = stack.lastIndex(where: { $0.path.count > 1 && $0.path.isLettered == path.isLettered }) {
      let open = stack[position].path
      let shared = open.shared(with: path)
      if shared == open.count, path.count > shared {
        // One level deeper, or more where a level is missing.
        let limit = path.count == shared + 1 ? 9 : 2
        return path[shared] <= limit && !isLower ? position + 1 : nil
      }
      if shared == path.count, shared == open.count {
        return flags.contains(.followsBlank) && !isLower ? above(position, path) : nil
      }
      if shared == 0, let place = wholePlace(for: path, isLower) { return place }
      guard shared < path.count else { return nil }
      let step = path[shared] - open[shared]
      if step > 1 { gap = (open[shared], path[shared]) }
      guard step >= 1, step <= (shared + 1 == path.count ? 9 : 2), !isLower else { return nil }
      for deeper in (shared + 1)..<max(path.count, shared + 1) where path[deeper] > 2 { return nil }
      return above(position, path)
    }
    if let place = wholePlace(for: path, isLower) { return place }
    // Nothing decimal is open: the first one, or one whose parents are not numbered.
    guard !isLower, path[path.count - 1] <= 2 || isFollowedByDecimal(reading) else { return nil }
    let units = stack.lastIndex { $0.kind == .unit || $0.kind == .markdown }
    if let whole = stack.lastIndex(where: { isWhole($0) && $0.kind != .unit }), path[0] == stack[whole].value + 1,
      !path.isLettered
    {
      return whole
    }
    // `1.6.1 FOR ANY DAMAGES` in point 5 of a list is a version.
    guard !stack[(units ?? 0)...].contains(where: { isWhole($0) && $0.kind != .unit }) else { return nil }
    return units.map { $0 + 1 } ?? 0
  }

  /// The place below an open number of one component with which the path begins.
  private func wholePlace(for path: DecimalPath, _ isLower: Bool) -> Int? {
    guard !isLower else { return nil }
    return stack.lastIndex { isWhole($0) && $0.value == path[0] }.map { $0 + 1 }
  }

  /// The open point below which the siblings of a path with as many components as `path` stand.
  private func above(_ position: Int, _ path: DecimalPath) -> Int {
    var above = position + 1
    while above > 0 {
      let open = stack[above - 1]
      if open.path.count > 1 {
        if open.path.count < path.count, open.path.shared(with: path) == open.path.count { break }
      } else if open.kind == .unit || open.kind == .markdown || isWhole(open) && open.value == path[0] {
        break
      }
      above -= 1
    }
    return above
  }

  /// A number of one component that can stand above decimals: `1.`, `1`, Article 1, Appendix A.
  private func isWhole(_ open: Open) -> Bool {
    open.path.count < 2 && open.value > 0 && traits[Int(open.style)].isWhole
  }

  private func isFollowedByDecimal(_ reading: Int) -> Bool {
    let read = candidates.readings[reading]
    guard read.next >= 0 else { return false }
    let path = candidates.path(of: read)
    let next = candidates.path(of: candidates.readings[Int(read.next)])
    return next.shared(with: path) >= path.count - 1 && next.count >= path.count
      && (next.count > path.count || next.last == path.last + 1)
  }

  // MARK: - Enumerators

  private mutating func continues(_ index: Int, _ reading: Int) -> PlacingRule? {
    let read = candidates.readings[reading]
    let indent = Int(candidates.list[index].indent)
    var found: Int?
    for position in stack.indices.reversed() where stack[position].style == read.style {
      guard follows(read, stack[position], candidates.list[index].flags) else { continue }
      if stack[position].indent == indent {
        found = position
        break
      }
      if found == nil { found = position }
    }
    guard let found else { return nil }
    if traits[Int(read.style)].isWeak { establish(read.style, at: found) }
    replace(at: found, index, reading, .continues)
    return .continues
  }

  private func follows(_ read: Reading, _ open: Open, _ flags: Candidate.Flags) -> Bool {
    // Where the first letter stood on a heading, a letter before a sentence is an initial: `B. Osei sent apologies.`
    if traits[Int(read.style)].isLetter, lettersAreHeadings, flags.contains(.endsSentence) { return false }
    if Int(read.value) == open.value + 1 { return true }
    if Int(read.value) == open.value, Int(read.insertion) > open.insertion { return true }
    return Int(read.value) == WordSequence.closes && open.value != WordSequence.closes
  }

  /// Whether a marker that could go on with an open list opens another one: as a first number of another style it is
  /// followed by that style's second one before the open list's next. `(h)`, `(i)`, `(ii)` are a letter and two romans.
  private func opensAnotherList(_ reading: Int, _ readings: [Int]) -> Bool {
    for other in readings where other != reading && candidates.readings[other].value == 1 {
      let second = Int(candidates.readings[other].next)
      guard second >= 0, candidates.readings[second].value == 2 else { continue }
      var next = Int(candidates.readings[reading].next)
      while next >= 0, next < second, candidates.owner[next] < candidates.owner[second] {
        if candidates.readings[next].value == candidates.readings[reading].value + 1 { return false }
        next = Int(candidates.readings[next].next)
      }
      return true
    }
    return false
  }

  private mutating func runsOn(_ index: Int, _ reading: Int) -> PlacingRule? {
    let read = candidates.readings[reading]
    let before = closed[Int(read.style)]
    guard before.value > 0, Int(read.value) == before.value + 1, let top = stack.last,
      traits[Int(read.style)].kind != .ordinal
    else { return nil }
    let sameParent = before.parent == Int(top.style)
    let bothUnits =
      before.parent >= 0 && traits[before.parent].kind == .unit && top.kind == .unit && top.rank < 50
      && traits[before.parent].rank < 50
    guard sameParent || bothUnits else { return nil }
    push(index, reading, .runsOn)
    return .runsOn
  }

  private mutating func opens(_ index: Int, _ reading: Int) -> PlacingRule? {
    let read = candidates.readings[reading]
    guard read.value == 1 || read.value == 0 && isFollowedBySuccessor(reading) else { return nil }
    let style = Int(read.style)
    let indent = Int(candidates.list[index].indent)
    let open = stack.lastIndex { $0.style == read.style }
    // Inside a paragraph, `(1) assert … and (2) offer` may follow a colon: a list has a second line.
    let isInParagraph =
      !traits[style].isSafeInSentence && !candidates.list[index].flags.contains(.followsBlank)
      && candidates.list[index].flags.contains(.isLowercase)
    if traits[style].isWeak || isInParagraph, !makesList(reading) { return nil }
    if traits[style].isLetter { lettersAreHeadings = candidates.list[index].flags.isHeading }
    if let open, indent < stack[open].indent + 3, !isNested(reading, in: open) {
      replace(at: open, index, reading, .restarts)
      return .restarts
    }
    push(index, reading, .opens)
    return .opens
  }

  /// A weak style makes a list only of two or more: its second number follows before the first one comes again, or it
  /// made a list below the same style of heading before.
  private func makesList(_ reading: Int) -> Bool {
    let read = candidates.readings[reading]
    var next = read.next
    for _ in 0..<8 where next >= 0 {
      let following = candidates.readings[Int(next)]
      if following.value == 2 || following.value == WordSequence.closes {
        return isList(Int(next))
      }
      if following.value == 1 { break }
      next = following.next
    }
    return established.contains(key(read.style, below: stack.last))
  }

  private func key(_ style: UInt8, below open: Open?) -> Int { Int(style) << 8 | Int(open?.style ?? 255) }

  private mutating func establish(_ style: UInt8, at position: Int) {
    established.insert(key(style, below: position > 0 ? stack[position - 1] : nil))
  }

  /// Whether a first number opens a list of the same style inside the open one: the open list goes on after it with a
  /// number that the new list has not come to.
  private func isNested(_ reading: Int, in position: Int) -> Bool {
    let open = stack[position]
    var value = 1
    var next = candidates.readings[reading].next
    var steps = 0
    while next >= 0, steps < 40 {
      let read = candidates.readings[Int(next)]
      if Int(read.value) == value + 1 {
        value += 1
      } else if Int(read.value) == open.value + 1 {
        return true
      } else if read.value == 1 {
        break
      }
      next = read.next
      steps += 1
    }
    // A list between the two goes on before the new one is over.
    let end = next >= 0 ? candidates.owner[Int(next)] : UInt32(candidates.list.count)
    return stack[(position + 1)...].contains { goesOn($0, before: end) }
  }

  /// Whether the next reading of an open list's style, before the candidate `end`, is its next number.
  private func goesOn(_ open: Open, before end: UInt32) -> Bool {
    guard open.kind == .enumerator else { return false }
    let next = Int(candidates.readings[open.reading].next)
    return next >= 0 && candidates.owner[next] < end && Int(candidates.readings[next].value) == open.value + 1
  }

  private mutating func skips(_ index: Int, _ reading: Int) -> PlacingRule? {
    let read = candidates.readings[reading]
    let trait = traits[Int(read.style)]
    let value = Int(read.value)
    if !trait.isWeak, let position = stack.lastIndex(where: { $0.style == read.style }) {
      let last = stack[position].value
      if value >= last, value <= last + 3, !candidates.list[index].flags.contains(.isLowercase) {
        notes.append((index, value == last ? .repeated(value) : .gap(last, value)))
        replace(at: position, index, reading, .skips)
        return .skips
      }
    }
    if trait.kind == .ordinal, let position = stack.lastIndex(where: { $0.style == read.style }),
      value == stack[position].value + 2, isFollowedBySuccessor(reading)
    {
      notes.append((index, .gap(stack[position].value, value)))
      replace(at: position, index, reading, .skips)
      return .skips
    }
    guard value >= 2, value < 100, stack.allSatisfy({ $0.style != read.style }), makesRun(reading) else { return nil }
    push(index, reading, .skips)
    return .skips
  }

  /// A list that lacks its beginning: `Second`, `Third` after a First inside the paragraph before (N-51), or three
  /// numbers in a row.
  private func makesRun(_ reading: Int) -> Bool {
    let read = candidates.readings[reading]
    guard read.next >= 0 else { return false }
    let second = candidates.readings[Int(read.next)]
    guard second.value == read.value + 1 else { return false }
    if traits[Int(read.style)].kind == .ordinal { return read.value == 2 }
    guard second.next >= 0, !traits[Int(read.style)].isWeak else { return false }
    return candidates.readings[Int(second.next)].value == read.value + 2
  }

  private mutating func placeInner(_ index: Int, _ candidate: Candidate) -> PlacingRule {
    guard let outer = placed.last, Int(outer.candidate) == index - 1 else { return .text }
    for reading in candidate.readings {
      let style = candidates.readings[reading].style
      guard !stack.contains(where: { $0.style == style }) else { continue }
      push(index, reading, .inner)
      return .inner
    }
    return .text
  }

  // MARK: - The stack

  private mutating func pop(while condition: (Open) -> Bool) {
    while let last = stack.last, condition(last) { removeTop() }
  }

  private mutating func removeTop() {
    let last = stack.removeLast()
    closed[Int(last.style)] = Closed(
      value: last.value, parent: stack.last.map { Int($0.style) } ?? -1, insertion: last.insertion)
  }

  private mutating func replace(at position: Int, _ index: Int, _ reading: Int, _ rule: PlacingRule) {
    while stack.count > position { removeTop() }
    push(index, reading, rule)
  }

  private mutating func push(_ index: Int, _ reading: Int, _ rule: PlacingRule) {
    let read = candidates.readings[reading]
    let candidate = candidates.list[index]
    stack.append(
      Open(
        style: read.style, kind: traits[Int(read.style)].kind, rank: ranks[read.style], value: Int(read.value),
        insertion: Int(read.insertion), path: candidates.path(of: read), indent: Int(candidate.indent), reading: reading
      ))
    placed.append(
      PlacedPoint(
        candidate: Int32(index), reading: Int32(reading), depth: Int32(stack.count), rule: rule))
  }
}
