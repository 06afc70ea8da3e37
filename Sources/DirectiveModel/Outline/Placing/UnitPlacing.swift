/// Placing units by their rank: chapters, articles, sections, and the numbered paragraphs of Japanese articles.
extension OutlineBuilder {
  func placeUnit(_ index: Int, _ reading: Int) -> PlacingRule? {
    let read = candidates.readings[reading]
    let style = Int(read.style)
    let flags = candidates.list[index].flags
    let rank = ranks[read.style]
    guard !units[style].standsInHeadings, !isListedAnnex(index, style) else { return nil }
    if traits[style].isParagraph {
      guard placesParagraph(reading), !flags.contains(.goesOn) else { return nil }
    } else {
      guard fits(index, reading), looksLikeHeading(read, flags) else { return nil }
    }
    if traits[style].isParagraph { noteParagraph(reading) } else { noteUnit(reading) }
    pop { $0.rank >= rank }
    units[style].latest = reading
    if read.value >= units[style].value || !comesLate(read) {
      units[style].reading = reading
      units[style].value = Int(read.value)
      units[style].insertion = Int(read.insertion)
    }
    if !flags.contains(.isAlone) { units[style].bearsTitles = true }
    if rank < 50 { forgetBelow(rank) }
    push(index, reading)
    return .ranks
  }

  /// Whether a line with the number and title of a Chinese annex is an entry of the list of annexes at the end of a
  /// notice: nothing numbered follows it but other annexes.
  private func isListedAnnex(_ index: Int, _ style: Int) -> Bool {
    guard traits[style].isListed, !candidates.list[index].flags.contains(.isAlone) else { return false }
    guard index + 1 < candidates.list.count else { return true }
    return traits[Int(candidates.readings[Int(candidates.list[index + 1].firstReading)].style)].isListed
  }

  /// Whether the line of a unit can be a heading, not a reference.
  ///
  /// A title in lower case must stand alone in its paragraph. A bare unit of a style that bears titles elsewhere must
  /// be the next one: tables refer to `Titre Ier`.
  func looksLikeHeading(_ read: Reading, _ flags: Candidate.Flags) -> Bool {
    let style = Int(read.style)
    if flags.contains(.isLowercase), !flags.isHeading { return false }
    if !traits[style].counts, candidates.path(of: read).count == 0, !flags.contains(.isAlone), !flags.isHeading {
      return traits[style].isBracketed
    }
    if traits[style].isArticle || !traits[style].counts { return true }
    if flags.contains(.isAlone) {
      return !units[style].bearsTitles || Int(read.value) == units[style].value + 1
    }
    return true
  }

  /// Whether a unit's number can stand here: the first of its style, the next one, an insertion, a first number again,
  /// or a modest gap that does not look like a citation.
  func fits(_ index: Int, _ reading: Int) -> Bool {
    let read = candidates.readings[reading]
    let candidate = candidates.list[index]
    let style = Int(read.style)
    // 附件 above the title of a document says what that is.
    guard traits[style].counts else {
      return !candidate.flags.contains(.goesOn) && (!traits[style].isListed || !placed.isEmpty)
    }
    let last = units[style].value
    let value = Int(read.value)
    if candidates.path(of: read).count > 1 { return !candidate.flags.contains(.goesOn) }
    if value == 0 { return !candidate.flags.contains(.goesOn) }
    let isNext = value == last + 1 || value == last && Int(read.insertion) > units[style].insertion
    if candidate.flags.contains(.goesOn) {
      if value == 1, followsUnit(candidate) { return true }
      return isNext && last > 0 && candidate.flags.contains(.isSpaced) && !comesAgain(reading)
    }
    if last == 0, stack.first?.kind == .markdown, !beginsRun(reading, candidate.flags) { return false }
    if isNext || value == 1 { return true }
    // 附件2031年…: a year.
    if traits[style].isAnnex, value > Self.mostAnnexes { return false }
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
    if candidate.flags.contains(.isAlone), value >= last { return true }
    return value <= last && standsAsArticle(candidate, style) && stands(reading, among: style)
  }

  /// Whether a number smaller than the last one is an article's that comes late, rather than one that begins anew.
  private func comesLate(_ read: Reading) -> Bool {
    traits[Int(read.style)].isArticle && read.value > 1 && candidates.path(of: read).count < 2
  }

  /// Whether a line looks like an article's beginning, not like a reference: a paragraph of its own, or in Chinese, where
  /// no blank follows a reference.
  private func standsAsArticle(_ candidate: Candidate, _ style: Int) -> Bool {
    guard !candidate.flags.contains(.goesOn) else { return false }
    return candidate.flags.contains(.isSpaced) && traits[style].isChinese
      || candidate.flags.contains(.followsBlank)
        && (candidate.flags.contains(.isAlone) || candidate.flags.isHeading)
  }

  /// Whether a number that is repeated or comes late stands among those that go on: the one before is a point, and the
  /// next larger one follows, behind others of its kind at most.
  private func stands(_ reading: Int, among style: Int) -> Bool {
    guard Int(candidates.readings[units[style].latest].next) == reading else { return false }
    let last = units[style].value
    var next = Int(candidates.readings[reading].next)
    for _ in 0..<8 where next >= 0 {
      let value = Int(candidates.readings[next].value)
      guard standsAsArticle(candidates.list[Int(candidates.readings[next].owner)], style) else { return false }
      if value > last { return value <= last + 3 }
      next = Int(candidates.readings[next].next)
    }
    return false
  }

  private static let mostAnnexes = 500

  /// Whether units that are no Markdown headings begin here below one: a text that discusses articles names some at the
  /// beginning of a line, too, but does not count them.
  private func beginsRun(_ reading: Int, _ flags: Candidate.Flags) -> Bool {
    let read = candidates.readings[reading]
    if traits[Int(read.style)].isAnnex { return true }
    guard isFollowedBySuccessor(reading) else {
      return read.value == 1 && (flags.contains(.isAlone) || flags.isHeading)
    }
    return read.value == 1 || isFollowedBySuccessor(Int(read.next))
  }

  /// Whether the line before is the heading of a unit, which does not go on.
  func followsUnit(_ candidate: Candidate) -> Bool {
    guard let last = placed.last, let open = stack.last, open.kind == .unit else { return false }
    return candidates[last].line + 1 == candidate.line
  }

  /// Whether the same number of the same style comes again before the next one: then this one was a reference.
  func comesAgain(_ reading: Int) -> Bool {
    let read = candidates.readings[reading]
    var next = read.next
    for _ in 0..<8 where next >= 0 {
      let following = candidates.readings[Int(next)]
      if following.value == read.value, following.insertion == read.insertion {
        return !candidates.list[Int(candidates.readings[Int(next)].owner)].flags.contains(.goesOn)
      }
      if following.value == read.value + 1 || following.value < read.value { return false }
      next = following.next
    }
    return false
  }

  /// Whether the next reading of the same style is the next number.
  func isFollowedBySuccessor(_ reading: Int) -> Bool {
    let read = candidates.readings[reading]
    guard read.next >= 0 else { return false }
    let next = candidates.readings[Int(read.next)]
    return next.value == read.value + 1 || next.value == read.value && next.insertion > read.insertion
  }

  /// A numbered paragraph of a Japanese article: the first is unnumbered, so the list begins at 2, or at 1 outside
  /// articles.
  func placesParagraph(_ reading: Int) -> Bool {
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

  private func noteParagraph(_ reading: Int) {
    guard let last = stack.last(where: { $0.kind == .unit }), last.style == candidates.readings[reading].style,
      Int(candidates.readings[reading].value) > last.value + 1
    else { return }
    notes.append(NumberingOddity(.gap, reading, after: last.reading))
  }

  private func noteUnit(_ reading: Int) {
    let read = candidates.readings[reading]
    let style = Int(read.style)
    let last = units[style].value
    let value = Int(read.value)
    guard last > 0, value > 0 else { return }
    let previous = units[style].reading
    if value > last + 1 { notes.append(NumberingOddity(.gap, reading, after: previous)) }
    // A first number again begins anew, as after each 附則.
    if value == last, value > 1, Int(read.insertion) <= units[style].insertion {
      notes.append(NumberingOddity(.repeated, reading, after: previous))
    }
    if value < last, value > 1 { notes.append(NumberingOddity(.late, reading, after: previous)) }
  }

  /// Units below `rank` other than articles start again.
  func forgetBelow(_ rank: Int) {
    for style in Self.startingAgain where ranks[style] > rank {
      units[Int(style)].value = 0
      units[Int(style)].insertion = 0
    }
  }

  private static let startingAgain = StyleTraits.all.indices.filter { style in
    StyleTraits.all[style].kind == .unit && !StyleTraits.all[style].isArticle
  }.map(UInt8.init)
}
