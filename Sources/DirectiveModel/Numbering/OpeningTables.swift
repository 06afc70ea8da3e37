/// What `MarkerOpenings` is told by: for each bucket of styles, the places of those that have a character in second place.
struct OpeningTables {
  typealias Place = MarkerBeginnings.Behind.Place

  // Made once and never freed, as all of `StyleIndex`.
  let places: UnsafeMutableBufferPointer<MarkerOpenings.Places>
  /// For each scalar of the Basic Multilingual Plane, the column of `places` that it has in second place.
  let columns: UnsafeMutableBufferPointer<UInt8>
  /// For each bucket the places of the styles that have a word behind a number's stop.
  let wordedBehindStop: UnsafeMutableBufferPointer<MarkerOpenings.Places>
  /// For each bucket whether markers begin with words that begin so.
  let hasWords: UnsafeMutableBufferPointer<Bool>
  private(set) var words = WordOpenings()
  /// For each bucket the places of the styles whose numbers are letters.
  let toldByLetters: UnsafeMutableBufferPointer<MarkerOpenings.Places>
  /// For each bucket and way in which a letter goes on, the places that this leaves.
  let byLetters: UnsafeMutableBufferPointer<MarkerOpenings.Places>

  private static let columnCount = 256
  /// The column of what no style has in second place, and that of the end of the line.
  static let other: UInt8 = 0
  static let end: UInt8 = 1

  init(_ index: StyleIndex) {
    let (buckets, bucketOfScalar) = (index.buckets, index.bucketOfScalar)
    places = Self.zeros(buckets.count * Place.allCases.count * Self.columnCount)
    columns = Self.zeros(0x10000)
    wordedBehindStop = Self.zeros(buckets.count)
    toldByLetters = Self.zeros(buckets.count)
    byLetters = .allocate(capacity: buckets.count << 2)
    byLetters.initialize(repeating: .max)
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
        for first in MarkerBeginnings.characters(matching: word.firstFour[0]) {
          let bucket = Int(bucketOfScalar[Int(first)])
          guard let place = buckets[bucket].firstIndex(of: UInt8(index)) else { continue }
          words.add(word, bucket, 1 << MarkerOpenings.Places(place))
          hasWords[bucket] = true
        }
      }
      for (firsts, behind) in style.list {
        list += 1
        for first in firsts where first < 0x10000 {
          let bucket = Int(bucketOfScalar[Int(first)])
          guard lists[bucket] < list, let place = buckets[bucket].firstIndex(of: UInt8(index)) else { continue }
          lists[bucket] = list
          let bit: MarkerOpenings.Places = 1 << MarkerOpenings.Places(place)
          for word in style.wordsBehindStop { words.add(word, bucket, bit) }
          if !style.wordsBehindStop.isEmpty { wordedBehindStop[bucket] |= bit }
          if style.letters != .any { tellByLetters(style.letters, bit, bucket) }
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

  /// Where in `byLetters` those of a bucket stand that a letter leaves which goes on in one way.
  @inline(__always)
  static func place(_ bucket: Int, _ letters: Letters) -> Int { bucket << 2 | Int(letters.rawValue) >> 1 }

  private func tellByLetters(_ letters: Letters, _ bit: MarkerOpenings.Places, _ bucket: Int) {
    toldByLetters[bucket] |= bit
    for way in [Letters.alone, .twice, .others] where !letters.contains(way) {
      byLetters[Self.place(bucket, way)] &= ~bit
    }
  }

  /// Where in `places` those of a bucket stand that have something of a column in second place.
  @inline(__always)
  static func place(_ bucket: Int, _ place: Place, _ column: UInt8) -> Int {
    row(bucket, place) * columnCount + Int(column)
  }

  private func add(
    _ characters: MarkerBeginnings.Characters, _ bit: MarkerOpenings.Places, _ row: Int, _ users: inout [SecondUser]
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
      for style in styles {
        places[Int(style >> 8) * Self.columnCount + column] |= 1 << MarkerOpenings.Places(style & 0xFF)
      }
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
}
