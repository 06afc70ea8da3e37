/// Placing numbers of lists that change their dress: `1、`, `2.`, `3)`; `First,`, `The second is`.
extension OutlineBuilder {
  /// An open list of the same family goes on, which does not go on in its own style, and no list of the marker's own
  /// style is open.
  func changesDress(_ index: Int, _ reading: Int) -> PlacingRule? {
    let read = candidates.readings[reading]
    let flags = candidates.list[index].flags
    guard read.value >= 2, traits[Int(read.style)].families != 0, !stack.contains(where: { $0.style == read.style }),
      !flags.contains(.isLowercase) || flags.contains(.followsBlank)
    else { return nil }
    let fitting = stack.indices.filter { goesOn(stack[$0], in: reading) }
    let indent = Int(candidates.list[index].indent)
    // Lists inside others are told apart by their dress.
    guard let found = fitting.first(where: { stack[$0].indent == indent }) ?? fitting.first else { return nil }
    replace(at: found, index, reading, .changesDress)
    return .changesDress
  }

  /// Whether a number follows on an open list's last one in another style of its family. A weak style must be seen to go
  /// on, too.
  private func goesOn(_ open: Open, in reading: Int) -> Bool {
    let read = candidates.readings[reading]
    let next = Int(candidates.readings[open.reading].next)
    let ownNext = next < 0 ? 0 : candidates.readings[next].value
    return areRelated(open.style, read.style) && Int(read.value) == open.value + 1 && ownNext != read.value
      && (!traits[Int(read.style)].isWeak || open.value > 1 || ownNext == read.value + 1
        || isFollowedBySuccessor(reading) || isRightBehind(open.reading, reading))
  }

  private func areRelated(_ one: UInt8, _ other: UInt8) -> Bool {
    one != other && traits[Int(one)].families & traits[Int(other)].families != 0
  }

  /// Whether an ordinal is the next marker behind another: of two alone, `One is to`, `The second is`.
  private func isRightBehind(_ first: Int, _ second: Int) -> Bool {
    traits[Int(candidates.readings[second].style)].kind == .ordinal
      && candidates.readings[second].owner == candidates.readings[first].owner + 1
  }

  /// Whether the second and third member of the list that a first number opens come in another dress, or one of them, or
  /// the second of two ordinals.
  func makesList(inAnotherDress reading: Int) -> Bool {
    let read = candidates.readings[reading]
    guard traits[Int(read.style)].families != 0 else { return false }
    var value = read.value
    for candidate in candidates.list[(Int(candidates.readings[reading].owner) + 1)...].prefix(12) {
      for other in candidate.readings where isList(other) {
        let style = candidates.readings[other].style
        guard style == read.style || areRelated(style, read.style) else { continue }
        if candidates.readings[other].value == 1 { return value >= 3 }
        if candidates.readings[other].value == value + 1 { value += 1 }
        if value == 2, isRightBehind(reading, other) { return true }
      }
    }
    return value >= 3
  }
}
