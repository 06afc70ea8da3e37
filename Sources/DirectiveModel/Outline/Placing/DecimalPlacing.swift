/// Placing decimal numbers by their components.
extension OutlineBuilder {
  func placeDecimal(_ index: Int, _ reading: Int) -> PlacingRule? {
    let path = candidates.path(of: candidates.readings[reading])
    var gap: Int?
    guard let above = place(for: path, index, reading, &gap) else { return nil }
    if let gap { notes.append(NumberingOddity(.gap, reading, after: gap)) }
    drop(to: above)
    push(index, reading)
    return .ranks
  }

  /// How many open points stand above a decimal number, nil where it does not fit the open ones. `gap` becomes the
  /// reading after which numbers are left out.
  func place(
    for path: DecimalPath, _ index: Int, _ reading: Int, _ gap: inout Int?
  ) -> Int? {
    let flags = candidates.list[index].flags
    let isLower = flags.contains(.isLowercase) && !flags.isHeading && !counts(path, reading, flags)
    if let position = stack.lastIndex(where: { goesBeside(self.path(of: $0), path) }) {
      let open = self.path(of: stack[position])
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
      if step > 1 { gap = stack[position].reading }
      guard step >= 1, step <= (shared + 1 == path.count ? 9 : 2), !isLower else { return nil }
      for deeper in (shared + 1)..<max(path.count, shared + 1) where path[deeper] > 2 { return nil }
      return above(position, path)
    }
    if let place = wholePlace(for: path, isLower) { return place }
    // Nothing decimal is open: the first one, or one whose parents are not numbered.
    guard !isLower, path[path.count - 1] <= 2 || isFollowedByDecimal(reading), !comesInOrderLater(reading, path) else {
      return nil
    }
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

  /// Whether a decimal before words in lower case is no part of a sentence: the first one below the number that it begins
  /// with, which the second one follows, or the next one in such a list.
  private func counts(_ path: DecimalPath, _ reading: Int, _ flags: Candidate.Flags) -> Bool {
    guard !flags.contains(.isInside), wholePlace(for: path, false) != nil else { return false }
    if path.last <= 1 { return isFollowedByDecimal(reading) }
    return stack.contains { open in
      let before = self.path(of: open)
      return before.count == path.count && before.shared(with: path) == path.count - 1 && path.last == before.last + 1
        && candidates.list[Int(candidates.readings[open.reading].owner)].flags.contains(.isLowercase)
    }
  }

  /// Whether an open path is of the same kind as another: with several components, the first of both a letter or not.
  private func goesBeside(_ open: DecimalPath, _ path: DecimalPath) -> Bool {
    open.count > 1 && open.isLettered == path.isLettered
  }

  /// The place below an open number of one component with which the path begins.
  func wholePlace(for path: DecimalPath, _ isLower: Bool) -> Int? {
    guard !isLower else { return nil }
    return stack.lastIndex { isWhole($0) && $0.value == path[0] }.map { $0 + 1 }
  }

  /// The open point below which the siblings of a path with as many components as `path` stand.
  func above(_ position: Int, _ path: DecimalPath) -> Int {
    var above = position + 1
    while above > 0 {
      let open = stack[above - 1]
      let openPath = self.path(of: open)
      if openPath.count > 1 {
        if openPath.count < path.count, openPath.shared(with: path) == openPath.count { break }
      } else if open.kind == .unit || open.kind == .markdown || isWhole(open) && open.value == path[0] {
        break
      }
      above -= 1
    }
    return above
  }

  /// A number of one component that can stand above decimals: `1.`, `1`, Article 1, Appendix A.
  func isWhole(_ open: Open) -> Bool {
    path(of: open).count < 2 && open.value > 0 && traits[Int(open.style)].isWhole
  }

  /// Whether the next number of its style or of several components is the first one below it, `5 Tests`, `5.1`: it is a
  /// heading, or the next marker is that one.
  func leadsDecimals(_ reading: Int) -> Bool {
    let read = candidates.readings[reading]
    guard traits[Int(read.style)].isWhole, let decimal = decimal(after: reading),
      read.next < 0 || Int(read.next) > decimal
    else { return false }
    let path = candidates.path(of: candidates.readings[decimal])
    let flags = candidates.list[Int(candidates.readings[reading].owner)].flags
    let below = Int(candidates.readings[decimal].owner)
    return path.count == 2 && !path.isLettered && path[0] == Int(read.value) && path[1] <= 1
      && !candidates.list[below].flags.contains(.goesOn)
      && !flags.contains(.isLowercase) && (flags.isHeading || below == Int(candidates.readings[reading].owner) + 1)
  }

  /// Whether a number that is not the first one comes again behind the one before it: `1.1.2` in a table above `1.1.1`
  /// and `1.1.2`.
  private func comesInOrderLater(_ reading: Int, _ path: DecimalPath) -> Bool {
    guard path.last > 1 else { return false }
    var hasPredecessor = false
    var next = Int(candidates.readings[reading].next)
    for _ in 0..<Self.mostRows where next >= 0 {
      let other = candidates.path(of: candidates.readings[next])
      if other == path { return hasPredecessor }
      if other.count == path.count, other.last == path.last - 1, other.shared(with: path) == path.count - 1 {
        hasPredecessor = true
      }
      next = Int(candidates.readings[next].next)
    }
    return false
  }

  /// Decimals behind one that are looked through for it again.
  private static let mostRows = 200

  func isFollowedByDecimal(_ reading: Int) -> Bool {
    let read = candidates.readings[reading]
    guard read.next >= 0 else { return false }
    let path = candidates.path(of: read)
    let next = candidates.path(of: candidates.readings[Int(read.next)])
    return next.shared(with: path) >= path.count - 1 && next.count >= path.count
      && (next.count > path.count || next.last == path.last + 1)
  }
}
