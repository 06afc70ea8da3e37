/// Placing bare markers and ordinals, whose level follows from the lists that are open.
extension OutlineBuilder {
  func continues(_ index: Int, _ reading: Int) -> PlacingRule? {
    let read = candidates.readings[reading]
    let indent = Int(candidates.list[index].indent)
    var found: Int?
    for position in stack.indices.reversed() where stack[position].style == read.style {
      guard follows(read, stack[position], candidates.list[index]) else { continue }
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

  func follows(_ read: Reading, _ open: Open, _ candidate: Candidate) -> Bool {
    // Where the first letter stood on a heading, a letter before a sentence is an initial: `B. Osei sent apologies.`
    if traits[Int(read.style)].isLetter, lettersAreHeadings, candidate.flags.contains(.endsSentence) { return false }
    if Int(read.value) == open.value + 1 { return true }
    if Int(read.value) == open.value, Int(read.insertion) > open.insertion { return true }
    return WordSequence.isLast(Int(read.value), after: open.value) && closes(read, open, candidate)
  }

  /// Whether a last member ends a list that does not go on behind it. `Finally` begins any sentence, so it ends a short
  /// list only, and right below its last member.
  private func closes(_ read: Reading, _ open: Open, _ candidate: Candidate) -> Bool {
    if read.next >= 0, Int(candidates.readings[Int(read.next)].value) == open.value + 1 { return false }
    guard Int(read.value) == WordSequence.closesMore else { return true }
    let last = candidates.list[Int(candidates.readings[open.reading].owner)].line
    return open.value <= 3 && candidate.line - last <= Self.mostLinesOfMember
  }

  /// Lines of a list's last member but one, where its last one bears no number.
  private static let mostLinesOfMember = 40

  func runsOn(_ index: Int, _ reading: Int) -> PlacingRule? {
    let read = candidates.readings[reading]
    let before = closed[Int(read.style)]
    guard before.value > 0, Int(read.value) == before.value + 1, let top = stack.last,
      traits[Int(read.style)].kind != .ordinal
    else { return nil }
    let sameParent = before.parent == Int(top.style) || isAtOtherDepth(before)
    let bothUnits =
      before.parent >= 0 && traits[before.parent].kind == .unit && top.kind == .unit && top.rank < 50
      && traits[before.parent].rank < 50
    guard sameParent || bothUnits else { return nil }
    push(index, reading)
    return .runsOn
  }

  /// Whether a list could go on one level deeper or higher than it stood: `一、`, 3.; `二、`, `（一）`, 4.; `三、`, 5.
  private func isAtOtherDepth(_ list: Closed) -> Bool {
    guard let top = stack.last, top.kind == .enumerator else { return false }
    if list.grandparent >= 0, list.grandparent == Int(top.style) { return true }
    return top.value == 1 && list.parent >= 0 && stack.count >= 2
      && list.parent == Int(stack[stack.count - 2].style)
  }

  /// Levels from which on a list that is indented further opens no other inside one of its style.
  private static let deepest = 32

  func opens(_ index: Int, _ reading: Int) -> PlacingRule? {
    let read = candidates.readings[reading]
    guard read.value == 1 || read.value == 0 && isFollowedBySuccessor(reading) else { return nil }
    let style = Int(read.style)
    let indent = Int(candidates.list[index].indent)
    // Inside a paragraph, `(1) assert … and (2) offer` may follow a colon: a list has a second line.
    let isInParagraph =
      !traits[style].isSafeInSentence && !candidates.list[index].flags.contains(.followsBlank)
      && candidates.list[index].flags.contains(.isLowercase)
    if traits[style].isWeak || isInParagraph, !makesList(reading), !leadsDecimals(reading) { return nil }
    if ranks[read.style] < traits[style].rank { pop { $0.rank > ranks[read.style] } }
    if traits[style].isLetter { lettersAreHeadings = candidates.list[index].flags.isHeading }
    let open = stack.lastIndex { $0.style == read.style }
    if let open, stack.count >= Self.deepest || indent < stack[open].indent + 3 && !isNested(reading, in: open) {
      replace(at: open, index, reading, .restarts)
      return .restarts
    }
    if open == nil { popListsThatBeginAgain(below: reading, indent: indent) }
    push(index, reading)
    return .opens
  }

  /// Closes the open lists that begin again before the second number of the list that `reading` opens, and do not go
  /// on later: they stood before it, not around it. Notes on how to fill in a form: `1.`, `2.`; `一、`, `1.`, `2.`; `二、`.
  private func popListsThatBeginAgain(below reading: Int, indent: Int) {
    let read = candidates.readings[reading]
    guard read.next >= 0, candidates.readings[Int(read.next)].value == 2 else { return }
    let second = candidates.readings[Int(read.next)].owner
    let before = stack.firstIndex { open in
      guard open.kind == .enumerator, open.indent >= indent else { return false }
      let again = Int(candidates.readings[open.reading].next)
      return again >= 0 && candidates.readings[again].owner < second && candidates.readings[again].value == 1
        && !goesOn(to: open.value + 1, after: again, second)
    }
    if let before { while stack.count > before { removeTop() } }
  }

  /// Whether a number comes after the reading `first`, a first number, that goes on with none of the lists of its style
  /// from there on, of which that one ends at the candidate `end`.
  private func goesOn(to value: Int, after first: Int, _ end: UInt32) -> Bool {
    var last = 1
    var isBehindEnd = false
    var next = Int(candidates.readings[first].next)
    for _ in 0..<40 where next >= 0 {
      if !isBehindEnd, candidates.readings[next].owner > end { (isBehindEnd, last) = (true, value) }
      let read = Int(candidates.readings[next].value)
      if read == last + 1 || read == 1 {
        last = read
      } else if read == value {
        return true
      }
      next = Int(candidates.readings[next].next)
    }
    return false
  }

  /// A weak style makes a list only of two or more: its second number follows, also behind a list inside (`First`,
  /// `Firstly`, `Secondly`, `Second`), or it made a list below the same style of heading before.
  func makesList(_ reading: Int) -> Bool {
    let read = candidates.readings[reading]
    var next = read.next
    var open = 1
    for _ in 0..<8 where next >= 0 {
      let following = candidates.readings[Int(next)]
      if following.value == 2 || following.value == WordSequence.closes {
        open -= 1
        if open == 0 { return isList(Int(next)) }
      }
      if following.value == 1 { open += 1 }
      next = following.next
    }
    return established.contains(key(read.style, below: stack.last)) || makesList(inAnotherDress: reading)
  }

  func key(_ style: UInt8, below open: Open?) -> Int { Int(style) << 8 | Int(open?.style ?? 255) }

  func establish(_ style: UInt8, at position: Int) {
    let pair = key(style, below: position > 0 ? stack[position - 1] : nil)
    if !established.contains(pair) { established.append(pair) }
  }

  /// Whether a first number opens a list of the same style inside the open one: the open list goes on after it with a
  /// number that the new list has not come to.
  func isNested(_ reading: Int, in position: Int) -> Bool {
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
    let end = next >= 0 ? candidates.readings[Int(next)].owner : UInt32(candidates.list.count)
    return stack[(position + 1)...].contains { goesOn($0, before: end) }
  }

  /// Whether the next reading of an open list's style, before the candidate `end`, is its next number.
  func goesOn(_ open: Open, before end: UInt32) -> Bool {
    guard open.kind == .enumerator else { return false }
    let next = Int(candidates.readings[open.reading].next)
    return next >= 0 && candidates.readings[next].owner < end && Int(candidates.readings[next].value) == open.value + 1
  }

  /// An open list repeats a number, leaves some out, or brings one late that it left out; or a list lacks its beginning.
  func skips(_ index: Int, _ reading: Int) -> PlacingRule? {
    let read = candidates.readings[reading]
    let value = Int(read.value)
    if let position = stack.lastIndex(where: { $0.style == read.style }) {
      guard let kind = oddity(index, reading, in: stack[position]) else { return nil }
      notes.append(NumberingOddity(kind, reading, after: stack[position].reading))
      let last = stack[position]
      replace(at: position, index, reading, .skips)
      stack[position].leftOut = kind == .gap ? last.value + 1..<value : last.leftOut
      if kind == .late { stack[position].value = last.value }
      return .skips
    }
    guard value >= 2, value < Self.years, makesRun(reading) || leadsDecimals(reading) else { return nil }
    notes.append(NumberingOddity(.lacksBeginning, reading))
    push(index, reading)
    return .skips
  }

  /// How a number fits an open list of its style though it is not the next one; nil where it does not.
  private func oddity(_ index: Int, _ reading: Int, in list: Open) -> NumberingOddity.Kind? {
    let read = candidates.readings[reading]
    let trait = traits[Int(read.style)]
    let value = Int(read.value)
    if trait.isWeak {
      return value == list.value + 2 && isFollowedBySuccessor(reading) && isList(reading) ? .gap : nil
    }
    if candidates.list[index].flags.contains(.isLowercase) {
      // Of a list in small letters, one was repealed; elsewhere it is a reference.
      let last = candidates.list[Int(candidates.readings[list.reading].owner)]
      let isMissing = value > list.value && value <= list.value + 3 && isFollowedBySuccessor(reading)
      return last.flags.contains(.isLowercase) && isMissing ? .gap : nil
    }
    if value == list.value { return .repeated }
    if list.leftOut.contains(value) { return .late }
    guard value > list.value, value <= list.value + 3 || value < Self.years && makesRun(reading) else { return nil }
    return .gap
  }

  /// Numbers from here on are years rather than points of an excerpt.
  private static let years = 1000

  /// A list that lacks its beginning: `Second`, `Third` after a First inside the paragraph before, or three
  /// numbers in a row.
  func makesRun(_ reading: Int) -> Bool {
    let read = candidates.readings[reading]
    guard isFollowedBySuccessor(reading) else { return false }
    if traits[Int(read.style)].kind == .ordinal { return read.value == 2 }
    return !traits[Int(read.style)].isWeak && isFollowedBySuccessor(Int(read.next))
  }

  func placeInner(_ index: Int, _ candidate: Candidate) -> PlacingRule {
    guard let outer = placed.last, candidates.index(of: outer) == index - 1 else { return .text }
    for reading in candidate.readings {
      let style = candidates.readings[reading].style
      guard !stack.contains(where: { $0.style == style }) else { continue }
      push(index, reading)
      return .inner
    }
    return .text
  }
}
