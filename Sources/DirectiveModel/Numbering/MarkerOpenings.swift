import Synchronization

/// Which styles' markers can begin as a line begins: most lines of prose begin with a character with which some marker
/// begins, too, and most numbers are those of one or two styles.
///
/// Told by the line's first character, for which there is a bucket of styles, and a second one: what stands behind the
/// first, or behind all digits where the line begins with a number: `1.`, `12.`, `1)` and `一、` are told apart by what
/// follows the number. Characters that no style has in second place are all alike, and so are those that the same styles
/// have there. Markers that begin with a word, `Section`, `Erster Teil`, or have one behind the number's stop, `1. Teil`,
/// are told by the first three characters of the word.
struct MarkerOpenings: @unchecked Sendable {
  /// A set of places in a bucket.
  typealias Places = UInt64

  /// The places of a bucket of so many styles.
  static func all(_ count: Int) -> Places { Places.max >> (64 - count) }

  // Made once and never freed, as all of `StyleIndex`.
  private let places: UnsafeMutableBufferPointer<Places>
  private let columns: UnsafeMutableBufferPointer<UInt8>
  /// For each bucket the places of the styles whose markers all begin with a word.
  private let worded: UnsafeMutableBufferPointer<Places>
  private var words = WordOpenings()
  /// What styles' suffixes have behind a stop, words aside: `1.º`.
  private let behindStop: UnsafeBufferPointer<UInt32>

  private static let columnCount = 256
  /// The column of what no style has in second place.
  private static let other: UInt8 = 0
  /// The column of a stop behind which nothing stands that any style's suffix has there.
  private static let loneStop: UInt8 = 1

  static let all = MarkerOpenings(StyleIndex.all)

  private static let linesRead = Atomic(0)

  /// The table for reading so many lines more; nil as long as it takes longer to make than trying every style that begins
  /// with a line's first character. What is read is the same.
  static func worthMaking(forLines count: Int) -> MarkerOpenings? {
    linesRead.add(count, ordering: .relaxed).newValue >= 1000 ? all : nil
  }

  private init(_ index: StyleIndex) {
    let styles = index.rows.map(MarkerBeginnings.init)
    let (buckets, bucketOfScalar) = (index.buckets, index.bucketOfScalar)
    places = .allocate(capacity: buckets.count * Self.columnCount)
    places.initialize(repeating: 0)
    columns = .allocate(capacity: 0x10000)
    columns.initialize(repeating: Self.other)
    worded = .allocate(capacity: buckets.count)
    worded.initialize(repeating: 0)
    behindStop = StyleIndex.keep(Array(Set(styles.flatMap(\.signsBehindStop))))
    for ascii in 0x20..<0x80 { columns[ascii] = UInt8(ascii) }
    var users: [SecondUser] = []
    // For each bucket the last list of first characters that it was filled for.
    var lists = [Int](repeating: 0, count: buckets.count)
    var list = 0
    for (index, style) in styles.enumerated() {
      for (firsts, seconds) in style.list {
        list += 1
        for first in firsts where first < 0x10000 {
          let bucket = Int(bucketOfScalar[Int(first)])
          guard let place = buckets[bucket].firstIndex(of: UInt8(index)) else { continue }
          let bit: Places = 1 << Places(place)
          for word in style.words ?? [] where word[0] == MarkerText.lowercased(first) { words.add(word, bucket, bit) }
          guard lists[bucket] < list else { continue }
          lists[bucket] = list
          if style.words != nil { worded[bucket] |= bit }
          for word in style.wordsBehindStop { words.add(word, bucket, bit) }
          let row = bucket * Self.columnCount
          if seconds.isAnything { for column in 0..<Self.columnCount { places[row + column] |= bit } }
          if seconds.endsInStop { places[row + Int(Self.loneStop)] |= bit }
          for second in seconds.scalars {
            if second < 0x80 {
              places[row + Int(second)] |= bit
            } else if second < 0x10000 {
              users.append(SecondUser(scalar: second, bucket: bucket, place: place))
            }
          }
        }
      }
    }
    addColumns(users)
  }

  /// Whether a suffix goes on with a scalar behind a stop, or a decimal number does.
  @inline(__always)
  private func goesOnBehindStop(_ scalar: UInt32) -> Bool {
    FoldedText.isDigit(scalar) || behindStop.contains(scalar)
  }

  /// Gives a column of their own to the characters beyond ASCII that the same styles have in second place.
  private func addColumns(_ unsorted: [SecondUser]) {
    let users = unsorted.sorted { $0.rawValue < $1.rawValue }
    var known: [[UInt32]: UInt8] = [:]
    var index = 0
    while index < users.count {
      let scalar = users[index].scalar
      var styles: [UInt32] = []
      while index < users.count, users[index].scalar == scalar {
        if styles.last != users[index].style { styles.append(users[index].style) }
        index += 1
      }
      let column = known[styles] ?? UInt8(0x80 + known.count)
      columns[Int(scalar)] = column
      guard known.updateValue(column, forKey: styles) == nil else { continue }
      for bucket in 0..<worded.count {  // what takes anything takes these, too
        places[bucket * Self.columnCount + Int(column)] |= places[bucket * Self.columnCount + Int(Self.other)]
      }
      for style in styles { places[Int(style >> 8) * Self.columnCount + Int(column)] |= 1 << Places(style & 0xFF) }
    }
    precondition(known.count <= 0x80, "more kinds of second characters than there are columns for")
  }

  /// That a style has a character in second place.
  private struct SecondUser {
    let rawValue: UInt64

    init(scalar: UInt32, bucket: Int, place: Int) {
      rawValue = UInt64(scalar) << 32 | UInt64(bucket << 8 | place)
    }

    var scalar: UInt32 { UInt32(rawValue >> 32) }
    /// The bucket, and in the last eight bits the place.
    var style: UInt32 { UInt32(truncatingIfNeeded: rawValue) }
  }

  /// The places in a bucket of the styles to try where text begins at `start`; nil where nothing follows.
  @inline(__always)
  func places(_ bucket: Int, _ text: FoldedText, at start: Int, before limit: Int) -> Places? {
    let (first, length) = text.scalar(at: start, before: limit)
    let next = behindNumber(first, text, from: start + length, before: limit)
    let (second, secondLength) = text.scalar(at: next, before: limit)
    guard secondLength > 0 else { return nil }
    var column = second < 0x10000 ? columns[Int(second)] : Self.other
    var found: Places = 0
    if second == 0x2E {
      let behind = text.skipBlanks(from: next + secondLength, before: limit)
      if !goesOnBehindStop(text.scalar(at: behind, before: limit).value) {
        column = Self.loneStop
        found = words.places(bucket, text, at: behind, before: limit)
      }
    }
    found |= places[bucket * Self.columnCount + Int(column)]
    let worded = worded[bucket]
    if found & worded != 0 { found &= ~worded | words.places(bucket, text, at: start, before: limit) }
    return found
  }

  /// Where digits end, or Chinese numerals, if `first` is one; `index` where it is none.
  @inline(__always)
  private func behindNumber(_ first: UInt32, _ text: FoldedText, from index: Int, before limit: Int) -> Int {
    let isDigit = FoldedText.isDigit(first)
    guard isDigit || first >= 0x25CB && ChineseNumeral.value(of: first) != nil else { return index }
    var index = index
    while true {
      let (scalar, length) = text.scalar(at: index, before: limit)
      guard length > 0, isDigit ? FoldedText.isDigit(scalar) : ChineseNumeral.value(of: scalar) != nil else {
        return index
      }
      index += length
    }
  }
}

/// The styles that each first three characters of a word leave, in an open-addressed table.
private struct WordOpenings {
  private struct Entry {
    var key: UInt64 = 0
    var places: MarkerOpenings.Places = 0
  }

  private static let size = 1 << 12
  // Made once and never freed.
  private let entries = UnsafeMutablePointer<Entry>.allocate(capacity: size)
  private var count = 0

  init() { entries.initialize(repeating: Entry(), count: Self.size) }

  mutating func add(_ word: MarkerBeginnings.Word, _ bucket: Int, _ places: MarkerOpenings.Places) {
    let entry = entry(Self.key(bucket, word[0], word[1], word[2]))
    if entries[entry].key == 0 { count += 1 }
    precondition(count < Self.size / 2, "more words than the table has room for")
    entries[entry].key = Self.key(bucket, word[0], word[1], word[2])
    entries[entry].places |= places
  }

  @inline(__always)
  func places(_ bucket: Int, _ text: FoldedText, at start: Int, before limit: Int) -> MarkerOpenings.Places {
    let (first, next) = MarkerText.letter(text, at: start, before: limit)
    let (second, afterNext) = MarkerText.letter(text, at: next, before: limit)
    let (third, _) = MarkerText.letter(text, at: afterNext, before: limit)
    return entries[entry(Self.key(bucket, first, second, third))].places
  }

  /// The entry of a key, or the free one where it belongs.
  @inline(__always)
  private func entry(_ key: UInt64) -> Int {
    var entry = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 52)
    while entries[entry].key != key, entries[entry].key != 0 { entry = (entry + 1) & (Self.size - 1) }
    return entry
  }

  /// Never 0: buckets of styles count from 1.
  @inline(__always)
  private static func key(_ bucket: Int, _ first: UInt32, _ second: UInt32, _ third: UInt32) -> UInt64 {
    UInt64(bucket) << 48 | UInt64(first & 0xFFFF) << 32 | UInt64(second & 0xFFFF) << 16 | UInt64(third & 0xFFFF)
  }
}

/// A text's characters as patterns write them.
private enum MarkerText {
  static func lowercased(_ scalar: UInt32) -> UInt32 {
    scalar >= 0x410 && scalar <= 0x42F ? scalar + 0x20 : FoldedText.lowercased(scalar)
  }

  /// The character at `index`, a run of blanks being one, and the index behind it.
  @inline(__always)
  static func letter(_ text: FoldedText, at index: Int, before limit: Int) -> (UInt32, Int) {
    let (scalar, length) = text.scalar(at: index, before: limit)
    return (lowercased(scalar), scalar == 0x20 ? text.skipBlanks(from: index, before: limit) : index + length)
  }
}

/// What a style's markers can begin with: never less than what the scanner takes where it heeds context.
struct MarkerBeginnings {
  /// The first three characters of a word, as patterns write them.
  typealias Word = SIMD4<UInt32>

  /// What can stand in second place.
  struct Seconds {
    var scalars: [UInt32] = []
    var isAnything = false
    /// Whether the marker can end with a stop in second place.
    var endsInStop = false

    static let anything = Seconds(isAnything: true)

    static func + (one: Seconds, other: Seconds) -> Seconds {
      Seconds(
        scalars: one.scalars + other.scalars, isAnything: one.isAnything || other.isAnything,
        endsInStop: one.endsInStop || other.endsInStop)
    }
  }

  /// First characters, and what can stand in second place behind each of them.
  private(set) var list: [(firsts: [UInt32], seconds: Seconds)] = []
  /// How the words begin with which the markers begin; nil where some marker begins with none.
  private(set) var words: [Word]? = []
  /// How words begin that stand behind a number's stop: `1. Teil`.
  private(set) var wordsBehindStop: [Word] = []
  /// What else stands behind a stop in a suffix: `1.º`.
  private(set) var signsBehindStop: [UInt32] = []

  init(of style: StyleIndex.Row) {
    for prefix in style.prefixes {
      if let first = prefix.first {
        let seconds = Self.beginnings(of: prefix[...].dropFirst(), then: Self.beginnings(of: style.numerals))
        list.append((Self.characters(matching: first), seconds))
        add(word: prefix[...])
      } else {
        for numeral in style.numerals { add(numeral, style) }
      }
    }
    if style.kind == .markdown { list = [] }
  }

  /// The characters that a style's markers can begin with.
  static func firsts(of style: StyleIndex.Row) -> [UInt32] {
    guard style.kind != .markdown else { return [] }
    return style.prefixes.flatMap { prefix in
      prefix.first.map(characters) ?? style.numerals.flatMap(firsts)
    }
  }

  private static func firsts(of numeral: NumeralSystem) -> [UInt32] {
    guard case .words(let sequence) = numeral else { return numeral.firstScalars }
    return sequence.patterns.flatMap { characters(matching: $0[0]) }
  }

  private mutating func add(word: Slice<StyleIndex.Pattern>) {
    if let word = Self.word(word) { words?.append(word) } else { words = nil }
  }

  private static func word(_ scalars: Slice<StyleIndex.Pattern>) -> Word? {
    let beginning = scalars.prefix(3)
    guard beginning.count == 3, !beginning.contains(StyleIndex.anyBlanks) else { return nil }
    return Word(
      beginning[beginning.startIndex], beginning[beginning.startIndex + 1], beginning[beginning.startIndex + 2], 0)
  }

  private mutating func add(_ numeral: NumeralSystem, _ style: StyleIndex.Row) {
    if case .words(let sequence) = numeral { return add(sequence) }
    words = nil
    let behindNumeral = style.suffixes.reduce(Seconds()) {
      $0 + Self.beginnings(of: $1[...], then: Self.allowed(by: style.follow))
    }
    for suffix in style.suffixes where suffix.first == 0x2E {
      let behind = suffix.dropFirst().drop { $0 == StyleIndex.anyBlanks || $0 == StyleIndex.blanks }
      if let word = Self.word(behind) { wordsBehindStop.append(word) } else { signsBehindStop += behind.prefix(1) }
    }
    let firsts = numeral.firstScalars
    let seconds: Seconds
    switch numeral {
    case .upperLetter, .lowerLetter, .doubledLetter:
      list += firsts.map { ([$0], behindNumeral + Seconds(scalars: [$0])) }
      return
    case .upperRoman where style.kind == .unit, .frenchArticle:  // an insertion may follow, or blanks and digits
      seconds = .anything
    case .upperRoman, .lowerRoman: seconds = behindNumeral + Seconds(scalars: firsts)
    case .decimalPath: seconds = Seconds(scalars: [0x2E])
    case .arabic: seconds = behindNumeral + Seconds(scalars: Self.letters + [0x2D])  // an insertion may follow
    case .chinese, .symbols: seconds = behindNumeral
    case .none, .words: seconds = .anything
    }
    list.append((firsts, seconds))
  }

  private mutating func add(_ sequence: WordSequence) {
    for scalars in sequence.patterns {
      add(word: scalars[...])
      let rest = FoldedText.isDigit(scalars[0]) ? scalars.drop(while: FoldedText.isDigit) : scalars.dropFirst()
      let seconds = rest.first.map { Seconds(scalars: Self.characters(matching: $0)) } ?? .anything
      list.append((Self.characters(matching: scalars[0]), seconds))
    }
  }

  /// What a pattern can begin with, and where it may match nothing, what follows it.
  private static func beginnings(
    of pattern: Slice<StyleIndex.Pattern>, then following: @autoclosure () -> Seconds
  ) -> Seconds {
    guard let first = pattern.first else { return following() }
    if first == StyleIndex.anyBlanks {
      return Seconds(scalars: [StyleIndex.blanks]) + beginnings(of: pattern.dropFirst(), then: following())
    }
    return Seconds(scalars: characters(matching: first), endsInStop: first == 0x2E && pattern.count == 1)
  }

  /// What numerals can begin with; anything where one of them is no numeral at all.
  private static func beginnings(of numerals: UnsafeBufferPointer<NumeralSystem>) -> Seconds {
    numerals.contains(.none) ? .anything : Seconds(scalars: numerals.flatMap(\.firstScalars))
  }

  /// What a scalar of a pattern matches: a letter in both cases.
  private static func characters(matching scalar: UInt32) -> [UInt32] {
    switch scalar {
    case 0x61...0x7A, 0xE0...0xFE, 0x430...0x44F: [scalar, scalar - 0x20]
    case 0x103, 0x111, 0x142, 0x1A1, 0x1B0: [scalar, scalar - 1]
    case 0x1EA0...0x1EF9: [scalar | 1, scalar & ~1]
    default: [scalar]
    }
  }

  /// What may stand right behind a marker without a suffix.
  private static func allowed(by follow: NumberingStyle.Follow) -> Seconds {
    switch follow {
    case .blank: Seconds(scalars: [StyleIndex.blanks])
    default: .anything
    }
  }

  private static let letters = Array(0x41...0x5A) + Array(0x61...0x7A) as [UInt32]
}
