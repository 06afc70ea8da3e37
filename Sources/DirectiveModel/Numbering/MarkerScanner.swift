/// Finds every line that begins with a marker, and keeps all readings of the marker.
///
/// The scanner recognises, it does not place: what it finds are candidates, of which `OutlineBuilder` makes points. It
/// drops only what can be no marker whatever the document: `3.5`, `Article 5(2)`, `First Secretary`, `1. Januar`.
struct MarkerScanner {
  let text: FoldedText
  let styles: StyleIndex
  /// Whether a marker must stand where markers do. What a person types stands alone, in any case.
  var heedsContext = true
  var found = Candidates()

  /// Tells which styles are worth trying; nil where all are tried, as what a person types is, and what is no marker
  /// after all.
  private let openings: MarkerOpenings?
  /// The styles that are read; nil where all are.
  private let selection: StyleSelection?
  /// Whether numbers that are no markers are kept too.
  private let keepsNearMisses: Bool
  /// The document's lines; nil where no line is asked about but the scanned one, and no heading is underlined.
  private let lines: Lines?
  private let traits = StyleTraits.all
  private var nearMiss: Reading?
  /// Where text goes on behind the last marker that was read, which ends at `end`.
  private var following = (end: -1, content: -1)

  init(
    _ text: FoldedText, styles: StyleIndex, openings: MarkerOpenings? = nil,
    selection: StyleSelection? = nil, keepsNearMisses: Bool = false, lines: Lines? = nil
  ) {
    self.text = text
    self.openings = keepsNearMisses ? nil : openings
    self.styles = styles
    self.selection = selection
    self.keepsNearMisses = keepsNearMisses
    self.lines = lines
  }

  /// Makes room for the candidates of so many lines, so that the lists need not move while they grow.
  mutating func reserve(lines: Int) {
    found.list.reserveCapacity(lines / 3)
    found.readings.reserveCapacity(lines / 2)
  }

  /// Looks at one line, `start..<limit` without its end, and takes its candidates down.
  @inline(__always)
  mutating func scan(line: Int, start: Int, limit: Int) {
    let content = text.skipBlanks(from: start, before: limit)
    guard content < limit else { return }
    let first = text.scalar(at: content, before: limit).value
    guard first < 0x10000 else { return }
    let bucket = styles.bucketOfScalar[Int(first)]
    if bucket != 0 {
      read(line: line, lineStart: start, at: content, before: limit, bucket: Int(bucket))
    } else if first == 0x23 {
      readMarkdown(line: line, at: content, before: limit, indent: content - start)
    } else if first == 0x22 || first == 0x201C || first == 0x201E || first == 0x300C || first == 0xAB {
      readQuotation(line: line, at: content, before: limit)
    } else if first == 0x60 || first == 0x7E || first == 0x2A || first == 0x3D || first == 0x2D {
      readPunctuation(first, line: line, lineStart: start, at: content, before: limit)
    } else if first == 0x5B || first >= 0x2610 && first <= 0x2612 {
      readBehindBox(line: line, lineStart: start, at: content, before: limit)
    }
  }

  /// A box to be ticked and a marker: `[ ] 1.`, `☐ 1.`
  private mutating func readBehindBox(line: Int, lineStart: Int, at content: Int, before limit: Int) {
    guard content + 4 < limit else { return }
    if text.byte(content) == 0x5B {
      guard text.byte(content + 1) == 0x20 || text.byte(content + 1) | 0x20 == 0x78, text.byte(content + 2) == 0x5D
      else {
        return
      }
    }
    let next = text.skipBlanks(from: content + 3, before: limit)
    let scalar = text.scalar(at: next, before: limit).value
    guard next > content + 3, scalar < 0x10000 else { return }
    let bucket = styles.bucketOfScalar[Int(scalar)]
    if bucket != 0 { read(line: line, lineStart: lineStart, at: next, before: limit, bucket: Int(bucket)) }
  }

  /// A quotation mark and a marker: `"3A. Smoke.`, `“第三条　…`.
  private mutating func readQuotation(line: Int, at content: Int, before limit: Int) {
    let start = content + text.scalar(at: content, before: limit).length
    if style(at: start, before: limit) != nil { found.quotations.append(UInt32(line)) }
  }

  /// The style of the marker that begins at `start`, of which nothing is taken down.
  private mutating func style(at start: Int, before limit: Int) -> UInt8? {
    let scalar = text.scalar(at: start, before: limit).value
    guard scalar < 0x10000 else { return nil }
    let count = found.readings.count
    readStyles(Int(styles.bucketOfScalar[Int(scalar)]), at: start, before: limit)
    guard found.readings.count > count else { return nil }
    defer { found.readings.removeLast(found.readings.count - count) }
    return found.readings[count].style
  }

  private mutating func readPunctuation(_ first: UInt32, line: Int, lineStart: Int, at content: Int, before limit: Int)
  {
    switch first {
    case 0x60, 0x7E:
      guard content + 3 <= limit, text.byte(content + 1) == UInt8(first), text.byte(content + 2) == UInt8(first) else {
        return
      }
      found.fences.append(UInt32(line))
    case 0x2A:
      // **1. Bold marker** of Markdown.
      var next = content
      while next < limit, text.byte(next) == 0x2A { next += 1 }
      guard next - content == 2, next < limit else { return }
      let scalar = text.scalar(at: next, before: limit).value
      guard scalar < 0x10000 else { return }
      let bucket = styles.bucketOfScalar[Int(scalar)]
      if bucket != 0 { read(line: line, lineStart: lineStart, at: next, before: limit, bucket: Int(bucket)) }
    default:
      guard content == lineStart, limit - content >= 3 else { return }
      let end = text.trimBlanks(from: content, before: limit)
      for index in content..<end where text.byte(index) != UInt8(first) { return }
      if end - content >= 3 { takeUnderlined(by: line, level: first == 0x3D ? 1 : 2) }
    }
  }

  /// Takes the line above one of `===` or `---` down as a heading, if a blank line or none is above it.
  private mutating func takeUnderlined(by underline: Int, level: Int16) {
    guard let lines, underline > 1 else { return }
    let heading = lines.trimmed(underline - 1)
    guard !heading.isEmpty, underline == 2 || lines.isBlank(underline - 2), text.byte(heading.lowerBound) != 0x7C,
      text.byte(heading.lowerBound) != 0x2D
    else { return }
    let start = UInt32(heading.lowerBound)
    found.readings.append(Reading(style: NumberingStyle.markdownIndex, value: level, end: start))
    found.list.append(
      Candidate(
        line: UInt32(underline - 1), start: start, firstReading: UInt32(found.readings.count - 1), readingCount: 1,
        kind: .markdown, flags: [], indent: 0))
  }

  /// `#` to `######` and a blank, indented at most three columns.
  private mutating func readMarkdown(line: Int, at content: Int, before limit: Int, indent: Int) {
    var end = content
    while end < limit, text.byte(end) == 0x23 { end += 1 }
    let level = end - content
    guard level <= 6, indent < 4, selection?.hasMarkdown ?? true, end < limit,
      text.byte(end) == 0x20 || text.byte(end) == 0x09
    else { return }
    found.readings.append(Reading(style: NumberingStyle.markdownIndex, value: Int16(level), end: UInt32(end)))
    addCandidate(
      from: found.readings.count - 1, line: line, start: content, limit: limit, indent: indent, flags: [.isSpaced])
    if let style = style(at: text.skipBlanks(from: end, before: limit), before: limit) {
      found.list[found.list.count - 1].headingStyle = style
    }
  }

  @inline(__always)
  private mutating func read(line: Int, lineStart: Int, at start: Int, before limit: Int, bucket: Int) {
    let places = places(bucket, at: start, before: limit)
    if places != 0 { read(places, bucket, line: line, lineStart: lineStart, at: start, before: limit) }
  }

  private mutating func read(
    _ places: MarkerOpenings.Places, _ bucket: Int, line: Int, lineStart: Int, at start: Int, before limit: Int
  ) {
    let firstReading = found.readings.count
    nearMiss = nil
    readStyles(places, bucket, at: start, before: limit)
    guard found.readings.count > firstReading else {
      if let nearMiss { found.nearMisses.append((UInt32(line), UInt32(start), nearMiss)) }
      return
    }
    let indent = start > lineStart ? text.columns(from: lineStart, before: start) : 0
    let next = addCandidate(from: firstReading, line: line, start: start, limit: limit, indent: indent, flags: [])
    readInner(line: line, at: next, before: limit, outer: firstReading)
  }

  /// The marker right after another one: `(b)(1)`, `1.—(1)`, `2. (1)`, `Art. 3. 1.`; it opens a list with number one.
  private mutating func readInner(line: Int, at next: Following, before limit: Int, outer: Int) {
    var start = next.index
    var opening = next.value
    if opening == 0x2014 || opening == 0x2013 {
      start += next.length
      opening = text.scalar(at: start, before: limit).value
    }
    guard opening == 0x28 || opening == 0x31 else { return }
    let kind = styles.rows[Int(found.readings[outer].style)].kind
    let end = Int(found.readings[outer].end)
    guard kind == .unit && (opening == 0x28 || text.byte(end - 1) == 0x2E) || kind == .enumerator && opening == 0x28
    else { return }
    let firstReading = found.readings.count
    readStyles(Int(styles.bucketOfScalar[Int(opening)]), at: start, before: limit)
    if kind == .unit, opening == 0x28, found.readings.count == firstReading,
      let after = titleEnd(from: start, before: limit)
    {
      // 제3조(적용 범위) ①
      start = after
      let scalar = text.scalar(at: start, before: limit).value
      if scalar == 0x2460 { readStyles(Int(styles.bucketOfScalar[Int(scalar)]), at: start, before: limit) }
    }
    let outerStyle = found.readings[outer].style
    let first = found.readings[firstReading...].filter {
      $0.value == 1 && $0.style != outerStyle && (opening == 0x28 || text.byte(Int($0.end) - 1) == 0x2E)
    }
    found.readings.replaceSubrange(firstReading..., with: first)
    guard found.readings.count > firstReading else { return }
    let following = addCandidate(
      from: firstReading, line: line, start: start, limit: limit, indent: 0, flags: [.isInner])
    readInner(line: line, at: following, before: limit, outer: firstReading)
  }

  /// Where text goes on after a title in brackets.
  private func titleEnd(from start: Int, before limit: Int) -> Int? {
    var index = start
    while index < min(limit, start + 200) {
      let (scalar, length) = text.scalar(at: index, before: limit)
      index += max(length, 1)
      if scalar == 0x29 { return text.skipBlanks(from: index, before: limit) }
    }
    return nil
  }

  /// The first character behind a marker that is no blank.
  private typealias Following = (index: Int, value: UInt32, length: Int)

  /// Takes a candidate down, and says what follows its marker.
  @discardableResult
  private mutating func addCandidate(
    from firstReading: Int, line: Int, start: Int, limit: Int, indent: Int, flags: Candidate.Flags
  ) -> Following {
    var flags = flags
    let end = Int(found.readings[firstReading].end)
    let next = following.end == end ? following.content : text.skipBlanks(from: end, before: limit)
    if next >= limit { flags.insert(.isAlone) }
    if next > end || next >= limit { flags.insert(.isSpaced) }
    if end + 2 < limit, text.byte(end) == 0xE3, text.byte(end + 1) == 0x80, text.byte(end + 2) == 0x80 {
      flags.insert(.isWideSpaced)
    }
    let (value, length) = text.scalar(at: next, before: limit)
    if FoldedText.isLower(value) { flags.insert(.isLowercase) }
    found.list.append(
      Candidate(
        line: UInt32(line), start: UInt32(start), firstReading: UInt32(firstReading),
        readingCount: UInt8(clamping: found.readings.count - firstReading),
        kind: traits[Int(found.readings[firstReading].style)].kind, flags: flags,
        indent: UInt16(clamping: indent)))
    return (next, value, length)
  }

  // MARK: - Reading one style

  /// All readings of the marker that begins at `index`, and the components of those that are decimal numbers.
  mutating func readings(at index: Int, before limit: Int) -> [(reading: Reading, path: DecimalPath)] {
    let first = text.scalar(at: index, before: limit).value
    guard first < 0x10000 else { return [] }
    found = Candidates()
    readStyles(Int(styles.bucketOfScalar[Int(first)]), at: index, before: limit)
    return found.readings.map { ($0, found.path(of: $0)) }
  }

  /// The places in a bucket of the styles that are worth trying.
  @inline(__always)
  private func places(_ bucket: Int, at start: Int, before limit: Int) -> MarkerOpenings.Places {
    openings?.places(bucket, text, at: start, before: limit)
      ?? MarkerOpenings.all(styles.buckets[bucket].count)
  }

  private mutating func readStyles(_ bucket: Int, at start: Int, before limit: Int) {
    let places = places(bucket, at: start, before: limit)
    if places != 0 { readStyles(places, bucket, at: start, before: limit) }
  }

  private mutating func readStyles(_ places: MarkerOpenings.Places, _ bucket: Int, at start: Int, before limit: Int) {
    var places = selection.map { places & $0.places[bucket] } ?? places
    let before = found.readings.count
    let list = styles.buckets[bucket]
    while places != 0 {
      let row = styles.rows[Int(list[places.trailingZeroBitCount])]
      places &= places - 1
      read(row, at: start, before: limit)
      if row.isNamed, found.readings.count > before { return }
    }
  }

  /// Adds the readings of one style that begin at `start`.
  mutating func read(_ row: StyleIndex.Row, at start: Int, before limit: Int) {
    if heedsContext, row.needsCapital, FoldedText.isLower(text.scalar(at: start, before: limit).value) { return }
    for prefix in row.prefixes {
      guard let afterPrefix = text.match(pattern: prefix, at: start, before: limit) else { continue }
      var isRead = false
      for numeral in row.numerals {
        if case .decimalPath = numeral {
          isRead = readPath(row, numeral, at: afterPrefix, of: start, before: limit) || isRead
          continue
        }
        guard let match = numeral.read(text, at: afterPrefix, before: limit),
          let reading = finish(row, numeral, match, at: start, before: limit)
            ?? (row.takesInsertions ? finishInserted(row, numeral, match, at: start, before: limit) : nil)
        else { continue }
        found.readings.append(reading)
        isRead = true
      }
      if isRead { return }
    }
  }

  /// Adds the reading of a decimal number, and keeps its components.
  private mutating func readPath(
    _ row: StyleIndex.Row, _ numeral: NumeralSystem, at index: Int, of start: Int, before limit: Int
  ) -> Bool {
    guard let (path, match) = DecimalPath.read(text, at: index, before: limit),
      var reading = finish(row, numeral, match, at: start, before: limit)
    else { return false }
    reading.path = Int32(found.paths.count)
    found.paths.append(path)
    found.readings.append(reading)
    return true
  }

  /// Reads what stands after the numeral: an insertion, the suffix, and what must follow.
  private mutating func finish(
    _ row: StyleIndex.Row, _ numeral: NumeralSystem, _ match: NumeralMatch, at start: Int, before limit: Int
  ) -> Reading? {
    var end = match.end
    var insertion = 0
    switch numeral {
    case .arabic: insertion = text.readInsertion(&end, in: row, before: limit)
    case .upperRoman where row.isNamed: insertion = text.readInsertion(&end, in: row, before: limit)
    case .lowerLetter where match.value == 4 && LetterNumeral.isVietnamese(text, endingAt: end): insertion = 100
    default: break
    }
    for suffix in row.suffixes {
      guard var afterSuffix = text.match(pattern: suffix, at: end, before: limit) else { continue }
      if row.kind == .unit, numeral.takesChineseInsertions {
        insertion = max(insertion, text.readChineseInsertion(&afterSuffix, before: limit))
      }
      let content = text.skipBlanks(from: afterSuffix, before: limit)
      let context = MarkerContext(text: text, limit: limit, end: afterSuffix, content: content)
      guard !heedsContext || context.allows(row, numeral, match) else {
        if keepsNearMisses, nearMiss.map({ Int($0.end) < afterSuffix }) ?? true {
          nearMiss = Self.nearMiss(row, numeral, match, to: afterSuffix)
        }
        continue
      }
      following = (afterSuffix, content)
      return Reading(
        style: row.index, value: Int16(match.value), insertion: Int32(insertion), end: UInt32(afterSuffix))
    }
    if keepsNearMisses, row.kind == .ordinal { nearMiss = nearMiss ?? Self.nearMiss(row, numeral, match, to: end) }
    return nil
  }

  /// The same where a point is put in behind another: `三之一、`.
  @inline(never)
  private mutating func finishInserted(
    _ row: StyleIndex.Row, _ numeral: NumeralSystem, _ match: NumeralMatch, at start: Int, before limit: Int
  ) -> Reading? {
    var end = match.end
    let insertion = text.readChineseInsertion(&end, before: limit)
    guard insertion > 0 else { return nil }
    var reading = finish(row, numeral, NumeralMatch(value: match.value, end: end), at: start, before: limit)
    reading?.insertion = Int32(insertion)
    return reading
  }

  /// A number that is no marker, if a reader could take it for one: letters and Chinese numerals begin many a word.
  private static func nearMiss(
    _ row: StyleIndex.Row, _ numeral: NumeralSystem, _ match: NumeralMatch, to end: Int
  ) -> Reading? {
    switch numeral {
    case .words(.englishCardinals), .words(.spanishOrdinals): return nil
    case .arabic, .decimalPath, .symbols, .words: break
    case .chinese where row.kind == .unit || row.kind == .enumerator: break
    default: return nil
    }
    return Reading(style: row.index, value: Int16(match.value), end: UInt32(end))
  }
}
