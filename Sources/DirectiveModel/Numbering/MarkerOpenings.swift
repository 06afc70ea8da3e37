import Synchronization

/// Which styles' markers can begin as a line begins: most lines of prose begin with a character with which some marker
/// begins, too, and most numbers are those of one or two styles.
///
/// Told by the line's first character, for which there is a bucket of styles, and by what stands behind it, or behind
/// the whole number that it begins: a character at once, or the first one behind blanks, or behind a stop, or behind a
/// stop and blanks: `1.`, `12.`, `1)`, `1 -`, `1.2` and `1. Teil` are told apart so. Characters that no style has in second
/// place are all alike, and so are those that the same styles have there. Markers that begin with a word, `Section`,
/// `Erster Teil`, or have one behind the number's stop, `1. Teil`, are told by the first four characters of the word.
struct MarkerOpenings: @unchecked Sendable {
  /// A set of places in a bucket.
  typealias Places = UInt64

  /// The places of a bucket of so many styles.
  static func all(_ count: Int) -> Places { Places.max >> (64 - count) }

  // Made once and never freed, as all of `StyleIndex`.
  private let places: UnsafeMutableBufferPointer<Places>
  private let columns: UnsafeMutableBufferPointer<UInt8>
  /// For each bucket the places of the styles that have a word behind a number's stop.
  private let wordedBehindStop: UnsafeMutableBufferPointer<Places>
  /// For each bucket whether markers begin with words that begin so.
  private let hasWords: UnsafeMutableBufferPointer<Bool>
  private var words = WordOpenings()

  private static let columnCount = 256
  /// The column of what no style has in second place, and that of the end of the line.
  private static let other: UInt8 = 0
  private static let end: UInt8 = 1

  private typealias Place = MarkerBeginnings.Behind.Place

  /// Reached through a pointer, so that the tables' places are not copied for each line.
  nonisolated(unsafe) static let all = {
    let made = UnsafeMutablePointer<Self>.allocate(capacity: 1)
    made.initialize(to: Self(StyleIndex.all))
    return UnsafePointer(made)
  }()

  private static let linesRead = Atomic(0)

  /// The table for reading so many lines more; nil as long as it takes longer to make than trying every style that begins
  /// with a line's first character. What is read is the same.
  static func worthMaking(forLines count: Int) -> UnsafePointer<Self>? {
    linesRead.add(count, ordering: .relaxed).newValue >= 1000 ? all : nil
  }

  private init(_ index: StyleIndex) {
    let (buckets, bucketOfScalar) = (index.buckets, index.bucketOfScalar)
    places = Self.zeros(buckets.count * Place.allCases.count * Self.columnCount)
    columns = Self.zeros(0x10000)
    wordedBehindStop = Self.zeros(buckets.count)
    hasWords = .allocate(capacity: buckets.count)
    hasWords.initialize(repeating: false)
    for ascii in 0x20..<0x80 { columns[ascii] = UInt8(ascii) }
    var users: [SecondUser] = []
    // For each bucket the last list of first characters that it was filled for.
    var lists = [Int](repeating: 0, count: buckets.count)
    var list = 0
    for (index, row) in index.rows.enumerated() {
      let style = MarkerBeginnings(of: row)
      for word in style.words {
        for first in MarkerBeginnings.characters(matching: word[0]) {
          let bucket = Int(bucketOfScalar[Int(first)])
          guard let place = buckets[bucket].firstIndex(of: UInt8(index)) else { continue }
          words.add(word, bucket, 1 << Places(place))
          hasWords[bucket] = true
        }
      }
      for (firsts, behind) in style.list {
        list += 1
        for first in firsts where first < 0x10000 {
          let bucket = Int(bucketOfScalar[Int(first)])
          guard lists[bucket] < list, let place = buckets[bucket].firstIndex(of: UInt8(index)) else { continue }
          lists[bucket] = list
          let bit: Places = 1 << Places(place)
          for word in style.wordsBehindStop { words.add(word, bucket, bit) }
          if !style.wordsBehindStop.isEmpty { wordedBehindStop[bucket] |= bit }
          for place in Place.allCases { add(behind[place], bit, Self.row(bucket, place), &users) }
        }
      }
    }
    addColumns(users)
  }

  private static func zeros<Number: FixedWidthInteger>(_ count: Int) -> UnsafeMutableBufferPointer<Number> {
    let buffer = UnsafeMutableBufferPointer<Number>.allocate(capacity: count)
    buffer.initialize(repeating: 0)
    return buffer
  }

  @inline(__always)
  private static func row(_ bucket: Int, _ place: Place) -> Int { bucket << 2 | place.rawValue }

  private func add(
    _ characters: MarkerBeginnings.Characters, _ bit: Places, _ row: Int, _ users: inout [SecondUser]
  ) {
    let places = places.baseAddress.unsafelyUnwrapped + row * Self.columnCount
    if characters.hasAllWide { places[Int(Self.other)] |= bit }
    if characters.hasEnd { places[Int(Self.end)] |= bit }
    for (first, part) in [(0, characters.ascii.low & ~0xFFFF_FFFF), (0x40, characters.ascii.high)] {
      var rest = part
      while rest != 0 {
        places[first + rest.trailingZeroBitCount] |= bit
        rest &= rest - 1
      }
    }
    for scalar in characters.wide where scalar < 0x10000 {
      users.append(SecondUser(scalar: scalar, row: row, place: bit.trailingZeroBitCount))
    }
  }

  /// Gives a column of their own to the characters beyond ASCII that the same styles have in second place.
  private func addColumns(_ unsorted: [SecondUser]) {
    let users = unsorted.sorted { $0.rawValue < $1.rawValue }
    var known: [[UInt32]] = []
    let rowsWithOthers = stride(from: 0, to: places.count, by: Self.columnCount).filter {
      places[$0 + Int(Self.other)] != 0
    }
    var index = 0
    while index < users.count {
      let scalar = users[index].scalar
      var styles: [UInt32] = []
      while index < users.count, users[index].scalar == scalar {
        if styles.last != users[index].style { styles.append(users[index].style) }
        index += 1
      }
      let kind = known.firstIndex(of: styles)
      let column = 0x80 + (kind ?? known.count)
      columns[Int(scalar)] = UInt8(column)
      if kind != nil { continue }
      known.append(styles)
      // What takes all others takes these, too.
      for row in rowsWithOthers { places[row + column] |= places[row + Int(Self.other)] }
      for style in styles { places[Int(style >> 8) * Self.columnCount + column] |= 1 << Places(style & 0xFF) }
    }
    precondition(known.count <= 0x80, "more kinds of second characters than there are columns for")
  }

  /// That a style has a character in second place.
  private struct SecondUser {
    let rawValue: UInt64

    init(scalar: UInt32, row: Int, place: Int) {
      rawValue = UInt64(scalar) << 32 | UInt64(row << 8 | place)
    }

    var scalar: UInt32 { UInt32(rawValue >> 32) }
    /// The row of the table, and in the last eight bits the place.
    var style: UInt32 { UInt32(truncatingIfNeeded: rawValue) }
  }

  /// The places in a bucket of the styles to try where text begins at `start`.
  @inline(__always)
  func places(_ bucket: Int, _ text: FoldedText, at start: Int, before limit: Int) -> Places {
    if let four = FourCharacters(text, at: start, before: limit), four.beginWord {
      return words.places(bucket, four) | places[Self.row(bucket, .atOnce) * Self.columnCount + four.second]
    }
    return placesByNumber(bucket, text, at: start, before: limit)
  }

  private func placesByNumber(_ bucket: Int, _ text: FoldedText, at start: Int, before limit: Int) -> Places {
    var next = Self.numberEnd(text, at: start, before: limit)
    var (second, length) = text.scalar(at: next, before: limit)
    var place = Place.atOnce
    if second == 0x20 || second == 0x2E {
      let isStop = second == 0x2E
      let after = next + length
      next = text.skipBlanks(from: after, before: limit)
      place = !isStop ? .behindBlanks : next > after ? .behindStopAndBlanks : .behindStop
      (second, length) = text.scalar(at: next, before: limit)
    }
    let column = length == 0 ? Self.end : second < 0x10000 ? columns[Int(second)] : Self.other
    var found = places[Self.row(bucket, place) * Self.columnCount + Int(column)]
    let worded = wordedBehindStop[bucket]
    if found & worded != 0 { found &= ~worded | words.places(bucket, text, at: next, before: limit) }
    if hasWords[bucket] { found |= words.places(bucket, text, at: start, before: limit) }
    return found
  }

  /// Where the number ends that begins at `start`, and a letter with it that stands alone: `12a`; behind one character
  /// where that begins no number.
  @inline(__always)
  private static func numberEnd(_ text: FoldedText, at start: Int, before limit: Int) -> Int {
    let (first, length) = text.scalar(at: start, before: limit)
    var index = start + length
    if first >= 0x80 {
      guard ChineseNumeral.value(of: first) != nil else { return index }
      while true {
        let (scalar, length) = text.scalar(at: index, before: limit)
        guard length > 0, ChineseNumeral.value(of: scalar) != nil else { return index }
        index += length
      }
    }
    if FoldedText.isDigit(first) {
      while true {
        let (scalar, length) = text.scalar(at: index, before: limit)
        guard FoldedText.isDigit(scalar) else { break }
        index += length
      }
    } else if isRoman(first) {
      while true {
        let (scalar, length) = text.scalar(at: index, before: limit)
        guard isRoman(scalar), scalar & 0x20 == first & 0x20 else { break }
        index += length
      }
    } else if !isLatin(first) {
      return index
    }
    let (letter, letterLength) = text.scalar(at: index, before: limit)
    guard isLatin(letter) else { return index }
    let behind = text.scalar(at: index + letterLength, before: limit).value
    return FoldedText.isLetter(behind) || FoldedText.isDigit(behind) ? index : index + letterLength
  }

  private static func isLatin(_ scalar: UInt32) -> Bool { scalar < 0x80 && (scalar | 0x20) &- 0x61 < 26 }

  /// Whether the scalar is one of I, V, X, L, C, D and M, in either case.
  private static func isRoman(_ scalar: UInt32) -> Bool { isLatin(scalar) && FourCharacters.isRoman(scalar) }
}
