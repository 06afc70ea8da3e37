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
    var candidate: Int
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
  private(set) var notes: [(candidate: Int, message: Message)] = []
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

  enum Message {
    case gap(Int, Int)
    case repeated(Int)
    case disorder(Int, Int)
  }

  init(_ candidates: Candidates, ranks: UnitRanks, isMarkdown: Bool) {
    self.candidates = candidates
    self.ranks = ranks
    bareDecimals = candidates.readings.indices.filter { candidates.readings[$0].path.count > 1 }
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
    if candidate.flags.contains(.goesOn) { return .goesOn }
    for reading in readings where traits[Int(candidates.readings[reading].style)].kind == .decimal {
      if let rule = placeDecimal(index, reading) { return rule }
    }
    let list = readings.filter { isList($0) }
    for reading in list { if let rule = continues(index, reading) { return rule } }
    for reading in list { if let rule = runsOn(index, reading) { return rule } }
    for reading in list { if let rule = opens(index, reading) { return rule } }
    for reading in list { if let rule = skips(index, reading) { return rule } }
    return .text
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
    case .enumerator: return !trait.isBareNumber || flags.isHeading && standsAmongDecimals(reading)
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
    return low < bareDecimals.count && candidates.readings[bareDecimals[low]].path[0] == value
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
  /// be the next one: tables refer to `Titre Ier`. The title of a chapter does not end in a colon.
  private func looksLikeHeading(_ read: Reading, _ flags: Candidate.Flags) -> Bool {
    let style = Int(read.style)
    if flags.contains(.isLowercase), !flags.isHeading { return false }
    if traits[style].isArticle || !traits[style].counts { return true }
    if flags.contains(.isAlone) {
      return !titled.contains(read.style) || Int(read.value) == lastUnit[style] + 1
    }
    return !flags.contains(.endsSentence) || !endsInColon(read)
  }

  private func endsInColon(_ read: Reading) -> Bool { false }

  /// Whether a unit's number can stand here: the first of its style, the next one, an insertion, a first number again,
  /// or a modest gap that does not look like a citation.
  private func fits(_ index: Int, _ reading: Int) -> Bool {
    let read = candidates.readings[reading]
    let candidate = candidates.list[index]
    let style = Int(read.style)
    guard traits[style].counts else { return !candidate.flags.contains(.goesOn) }
    let last = lastUnit[style]
    let value = Int(read.value)
    if read.path.count > 1 { return !candidate.flags.contains(.goesOn) }
    if value == 0 { return !candidate.flags.contains(.goesOn) }
    let isNext =
      value == last + 1 && read.insertion == 0 || value == last && Int(read.insertion) > lastInsertion[style]
      || value == last + 1
    if candidate.flags.contains(.goesOn) {
      return isNext && last > 0 && candidate.flags.contains(.isAlone)
    }
    if isNext || value == 1 { return true }
    if last == 0 { return true }
    if !traits[style].isArticle {
      return value > last && value - last <= 20 || isFollowedBySuccessor(reading) || candidate.flags.contains(.isAlone)
    }
    if value > last, value - last <= 3, candidate.flags.contains(.isSpaced) { return true }
    if candidate.flags.contains(.isSpaced), value > last, isFollowedBySuccessor(reading) { return true }
    if candidate.flags.contains(.isAlone), value == last || value > last { return true }
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
    let path = candidates.readings[reading].path
    guard let above = place(for: path, index, reading) else { return nil }
    stack.removeLast(stack.count - above)
    push(index, reading, .ranks)
    return .ranks
  }

  /// How many open points stand above a decimal number, nil where it does not fit the open ones.
  private func place(for path: DecimalPath, _ index: Int, _ reading: Int) -> Int? {
    let flags = candidates.list[index].flags
    let isLower = flags.contains(.isLowercase) && !flags.isHeading
    for position in stack.indices.reversed() {
      let open = stack[position]
      if open.path.count > 1 {
        let shared = open.path.shared(with: path)
        if shared == open.path.count, path.count > shared {
          // One level deeper, or more where a level is missing.
          return path[shared] <= 2 && !isLower || path[shared] <= 9 && path.count == shared + 1 && !isLower
            ? position + 1 : nil
        }
        if shared == path.count, shared == open.path.count, flags.contains(.followsBlank), !isLower {
          return above(position, path)
        }
        guard shared > 0 || open.path.isLettered == path.isLettered else { continue }
        if shared < path.count {
          let step = path[shared] - open.path[shared]
          guard step >= 1, step <= (shared + 1 == path.count ? 9 : 2), !isLower else {
            return nil
          }
          for deeper in (shared + 1)..<max(path.count, shared + 1) where path[deeper] > 2 { return nil }
          return above(position, path)
        }
        return nil
      }
      if isWhole(open), open.value == path[0], open.kind != .unit || open.rank >= 5 {
        return isLower ? nil : position + 1
      }
    }
    // Nothing decimal is open: the first one, or one whose parents are not numbered.
    guard !isLower, path[path.count - 1] <= 2 || isFollowedByDecimal(reading) else { return nil }
    let units = stack.lastIndex { $0.kind == .unit || $0.kind == .markdown }
    if let whole = stack.lastIndex(where: { isWhole($0) && $0.kind != .unit }), path[0] == stack[whole].value + 1,
      !path.isLettered
    {
      return whole
    }
    return units.map { $0 + 1 } ?? 0
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
    guard open.path.count < 2, open.value > 0 else { return false }
    switch NumberingStyle.all[Int(open.style)].name {
    case "1.", "1 ", "1、", "Article", "Section", "Sec.", "Chapter", "Part", "Appendix", "Annex", "第…章", "§", "一、":
      return true
    default: return false
    }
  }

  private func isFollowedByDecimal(_ reading: Int) -> Bool {
    let read = candidates.readings[reading]
    guard read.next >= 0 else { return false }
    let next = candidates.readings[Int(read.next)].path
    return next.shared(with: read.path) >= read.path.count - 1 && next.count >= read.path.count
      && (next.count > read.path.count || next.last == read.path.last + 1)
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
    if traits[style].isWeak, !makesList(reading) { return nil }
    if traits[style].isLetter { lettersAreHeadings = candidates.list[index].flags.isHeading }
    if let open, indent < stack[open].indent + 3, !isNested(reading, in: stack[open]) {
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
      if following.value == 2 || following.value == WordSequence.closes { return true }
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
  private func isNested(_ reading: Int, in open: Open) -> Bool {
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
        return false
      }
      next = read.next
      steps += 1
    }
    return false
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
    guard let outer = placed.last, outer.candidate == index - 1 else { return .text }
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
        insertion: Int(read.insertion), path: read.path, indent: Int(candidate.indent), candidate: index))
    placed.append(PlacedPoint(candidate: index, reading: reading, depth: stack.count, rule: rule))
  }
}
