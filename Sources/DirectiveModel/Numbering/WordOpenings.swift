/// The styles that the first four characters of a word leave, and of a short one those of what follows it, in an
/// open-addressed table.
struct WordOpenings {
  private struct Entry {
    var key: UInt64 = 0
    var places: MarkerOpenings.Places = 0
    /// Those of them behind whose four characters anything may stand.
    var open: MarkerOpenings.Places = 0
  }

  /// What tells the keys of four characters behind a short word from those of the first four.
  private static let behindWord = 1 << 8

  private static let size = 1 << 12
  // Made once and never freed.
  private let entries = UnsafeMutablePointer<Entry>.allocate(capacity: size)
  private var count = 0
  /// A bit for each key, and for one in thirty others: most words are ruled out by what the processor has at hand.
  private let mayBeKnown = UnsafeMutablePointer<UInt64>.allocate(capacity: bits / 64)
  private static let bits = 1 << 14

  init() {
    entries.initialize(repeating: Entry(), count: Self.size)
    mayBeKnown.initialize(repeating: 0, count: Self.bits / 64)
  }

  mutating func add(_ word: MarkerBeginnings.Word, _ bucket: Int, _ places: MarkerOpenings.Places) {
    add(word.firstFour, bucket, places, isOpen: word.nextFour == nil)
    if let next = word.nextFour { add(next, bucket | Self.behindWord, places, isOpen: true) }
  }

  private mutating func add(_ four: SIMD4<UInt32>, _ bucket: Int, _ places: MarkerOpenings.Places, isOpen: Bool) {
    let key = Self.key(bucket, four[0], four[1], four[2], four[3])
    let entry = entry(key)
    if entries[entry].key == 0 { count += 1 }
    precondition(count < Self.size / 2, "more words than the table has room for")
    entries[entry].key = key
    entries[entry].places |= places
    if isOpen { entries[entry].open |= places }
    let bit = Self.bit(key)
    mayBeKnown[bit / 64] |= 1 << UInt64(bit % 64)
  }

  func places(_ bucket: Int, _ text: FoldedText, at start: Int, before limit: Int) -> MarkerOpenings.Places {
    if let four = FourCharacters(text, at: start, before: limit), !four.holdRunOfBlanks {
      return places(bucket, four, text, at: start, before: limit)
    }
    return entries[entry(spacedKey(bucket, text, at: start, before: limit))].places
  }

  /// The same where it is known which four characters stand there.
  @inline(__always)
  func places(
    _ bucket: Int, _ four: FourCharacters, _ text: FoldedText, at start: Int, before limit: Int
  ) -> MarkerOpenings.Places {
    let key = UInt64(truncatingIfNeeded: bucket) << 48 | UInt64(four.lowercased)
    let bit = Self.bit(key)
    guard mayBeKnown[bit / 64] >> UInt64(bit % 64) & 1 == 1 else { return 0 }
    let entry = entries[entry(key)]
    return entry.places == entry.open ? entry.places : places(entry, bucket, text, behind: start + 4, before: limit)
  }

  @inline(never)
  private func places(
    _ entry: Entry, _ bucket: Int, _ text: FoldedText, behind word: Int, before limit: Int
  ) -> MarkerOpenings.Places {
    let next = text.skipBlanks(from: word, before: limit)
    return entry.places & (entry.open | places(bucket | Self.behindWord, text, at: next, before: limit))
  }

  /// The key of what stands there, a run of blanks being one.
  private func spacedKey(_ bucket: Int, _ text: FoldedText, at start: Int, before limit: Int) -> UInt64 {
    let (first, second) = MarkerText.letter(text, at: start, before: limit)
    let (next, third) = MarkerText.letter(text, at: second, before: limit)
    let (afterNext, fourth) = MarkerText.letter(text, at: third, before: limit)
    return Self.key(bucket, first, next, afterNext, MarkerText.letter(text, at: fourth, before: limit).0)
  }

  @inline(__always)
  private static func hash(_ key: UInt64) -> UInt64 { key &* 0x9E37_79B9_7F4A_7C15 }

  @inline(__always)
  private static func bit(_ key: UInt64) -> Int { Int(truncatingIfNeeded: hash(key) >> 50) }

  /// The entry of a key, or the free one where it belongs.
  @inline(__always)
  private func entry(_ key: UInt64) -> Int {
    var entry = Int(truncatingIfNeeded: Self.hash(key) >> 52)
    while entries[entry].key != key, entries[entry].key != 0 { entry = (entry + 1) & (Self.size - 1) }
    return entry
  }

  /// Never 0: buckets of styles count from 1. Words beyond ASCII may share a key: then more styles are tried.
  @inline(__always)
  private static func key(
    _ bucket: Int, _ first: UInt32, _ second: UInt32, _ third: UInt32, _ fourth: UInt32
  ) -> UInt64 {
    UInt64(bucket) << 48 | (UInt64(first) + UInt64(second) << 8 + UInt64(third) << 16 + UInt64(fourth) << 24)
  }
}

/// Four characters of ASCII that stand together, none of them a control character.
struct FourCharacters {
  /// The first one in the lowest byte.
  private let bytes: UInt32

  @inline(__always)
  init?(_ text: FoldedText, at start: Int, before limit: Int) {
    guard limit - start >= 4 else { return nil }
    bytes = UnsafeRawPointer(text.base + start).loadUnaligned(as: UInt32.self).littleEndian
    guard (bytes | (bytes &- 0x2020_2020)) & 0x8080_8080 == 0 else { return nil }
  }

  @inline(__always)
  var second: Int { Int(bytes >> 8 & 0xFF) }

  /// Letters in lower case.
  @inline(__always)
  var lowercased: UInt32 { bytes | ((bytes &+ 0x3F3F_3F3F) & ~(bytes &+ 0x2525_2525) & 0x8080_8080) >> 2 }

  /// Whether two of the last three are blanks that stand together.
  var holdRunOfBlanks: Bool { bytes >> 16 == 0x2020 || bytes >> 8 & 0xFFFF == 0x2020 }

  /// Whether the first three are letters, and the first two no beginning of a Roman numeral.
  @inline(__always)
  var beginWord: Bool {
    let lower = bytes | 0x202020
    guard (lower &+ 0x1F1F1F) & ~(lower &+ 0x050505) & 0x808080 == 0x808080 else { return false }
    return !Self.isRoman(bytes) || !Self.isRoman(bytes >> 8) || (bytes ^ bytes >> 8) & 0x20 != 0
  }

  /// Whether a letter in the lowest byte is one of I, V, X, L, C, D and M, in either case.
  @inline(__always)
  static func isRoman(_ letter: UInt32) -> Bool { 0b1_0100_0000_0011_0010_0001_1000 >> (letter & 31) & 1 == 1 }
}
