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
