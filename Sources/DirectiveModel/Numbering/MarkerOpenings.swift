/// Which styles' markers can begin as a line begins: most lines of prose begin with a character with which some marker
/// begins, too, and most numbers are those of one or two styles.
///
/// Told by the line's first character, for which there is a bucket of styles, and a second one: what stands behind the
/// first, or behind all digits where the line begins with a number: `1.`, `12.`, `1)` and `一、` are told apart by what
/// follows the number. Characters that no style has in second place are all alike, and so are those that the same styles
/// have there.
struct MarkerOpenings {
  /// A set of places in a bucket.
  typealias Places = UInt64

  /// The places of a bucket of so many styles.
  static func all(_ count: Int) -> Places { Places.max >> (64 - count) }

  // Made once and never freed, as all of `StyleIndex`.
  private let places: UnsafeMutableBufferPointer<Places>
  private let columns: UnsafeMutableBufferPointer<UInt8>

  private static let columnCount = 256
  /// The column of what no style has in second place.
  private static let other: UInt8 = 0
  /// The column of a stop behind which nothing stands that any style's suffix has there.
  private static let loneStop: UInt8 = 1

  /// `buckets` has the styles that begin with a character, in the order in which they are tried.
  init(_ styles: [NumberingStyle], buckets: [[UInt8]], bucketOfScalar: [UInt8]) {
    places = .allocate(capacity: buckets.count * Self.columnCount)
    places.initialize(repeating: 0)
    columns = .allocate(capacity: 0x10000)
    columns.initialize(repeating: Self.other)
    for ascii in 0x20..<0x80 { columns[ascii] = UInt8(ascii) }
    var users: [UInt32: Set<Int>] = [:]
    for (index, style) in styles.enumerated() {
      for (first, seconds) in MarkerBeginnings(of: style).list where first < 0x10000 {
        let bucket = Int(bucketOfScalar[Int(first)])
        guard let place = buckets[bucket].firstIndex(of: UInt8(index)) else { continue }
        let row = bucket * Self.columnCount
        if seconds.isAnything { for column in 0..<Self.columnCount { places[row + column] |= 1 << Places(place) } }
        if seconds.endsInStop { places[row + Int(Self.loneStop)] |= 1 << Places(place) }
        for second in seconds.scalars {
          if second < 0x80 {
            places[row + Int(second)] |= 1 << Places(place)
          } else {
            users[second, default: []].insert(bucket << 8 | place)
          }
        }
      }
    }
    addColumns(users)
  }

  /// Gives a column of their own to the characters beyond ASCII that the same styles have in second place.
  private func addColumns(_ users: [UInt32: Set<Int>]) {
    var known: [Set<Int>: UInt8] = [:]
    for (scalar, users) in users where scalar < 0x10000 {
      let column = known[users] ?? UInt8(0x80 + known.count)
      if known[users] == nil {
        known[users] = column
        for bucket in 0..<places.count / Self.columnCount {  // what takes anything takes these, too
          places[bucket * Self.columnCount + Int(column)] |= places[bucket * Self.columnCount + Int(Self.other)]
        }
        for user in users { places[(user >> 8) * Self.columnCount + Int(column)] |= 1 << Places(user & 0xFF) }
      }
      columns[Int(scalar)] = column
    }
    precondition(known.count <= 0x80, "more kinds of second characters than there are columns for")
  }

  /// The places in a bucket of the styles to try where text begins at `start`; nil where nothing follows.
  @inline(__always)
  func places(_ bucket: Int, _ text: FoldedText, at start: Int, before limit: Int) -> Places? {
    let (first, length) = text.scalar(at: start, before: limit)
    let next = behindNumber(first, text, from: start + length, before: limit)
    let (second, secondLength) = text.scalar(at: next, before: limit)
    guard secondLength > 0 else { return nil }
    var column = second < 0x10000 ? columns[Int(second)] : Self.other
    if second == 0x2E {
      let third = text.scalar(at: text.skipBlanks(from: next + secondLength, before: limit), before: limit).value
      if !MarkerBeginnings.goesOnBehindStop(third) { column = Self.loneStop }
    }
    return places[bucket * Self.columnCount + Int(column)]
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

/// What a style's markers can begin with: never less than what the scanner takes where it heeds context.
private struct MarkerBeginnings {
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

  private(set) var list: [(first: UInt32, seconds: Seconds)] = []

  init(of style: NumberingStyle) {
    for prefix in style.prefixes.map({ $0.unicodeScalars.map(\.value)[...] }) {
      if let first = prefix.first {
        let seconds = Self.beginnings(of: prefix.dropFirst(), then: Self.beginnings(of: style.numerals))
        for first in Self.characters(matching: first) { list.append((first, seconds)) }
      } else {
        for numeral in style.numerals { add(numeral, style) }
      }
    }
  }

  private mutating func add(_ numeral: NumeralSystem, _ style: NumberingStyle) {
    let behindNumeral = style.suffixes.reduce(Seconds()) {
      $0 + Self.beginnings(of: $1.unicodeScalars.map(\.value)[...], then: Self.allowed(by: style.follow))
    }
    let seconds: Seconds
    switch numeral {
    case .words(let sequence): return add(sequence)
    case .upperLetter, .lowerLetter, .doubledLetter:
      list += numeral.firstScalars.map { ($0, behindNumeral + Seconds(scalars: [$0])) }
      return
    case .upperRoman where style.kind == .unit, .frenchArticle:  // an insertion may follow, or blanks and digits
      seconds = .anything
    case .upperRoman, .lowerRoman: seconds = behindNumeral + Seconds(scalars: numeral.firstScalars)
    case .decimalPath: seconds = Seconds(scalars: [0x2E])
    case .arabic: seconds = behindNumeral + Seconds(scalars: Self.letters + [0x2D])  // an insertion may follow
    case .chinese, .symbols: seconds = behindNumeral
    case .none: seconds = .anything
    }
    list += numeral.firstScalars.map { ($0, seconds) }
  }

  private mutating func add(_ sequence: WordSequence) {
    for (word, _) in sequence.words {
      let scalars = word.description.unicodeScalars.map(\.value)
      let rest = FoldedText.isDigit(scalars[0]) ? scalars.drop(while: FoldedText.isDigit) : scalars.dropFirst()
      let seconds = rest.first.map { Seconds(scalars: Self.characters(matching: $0)) } ?? .anything
      for first in Self.characters(matching: scalars[0]) { list.append((first, seconds)) }
    }
  }

  /// What a pattern can begin with, and where it may match nothing, what follows it.
  private static func beginnings(of pattern: ArraySlice<UInt32>, then following: Seconds) -> Seconds {
    guard let first = pattern.first else { return following }
    if first == StyleIndex.anyBlanks {
      return Seconds(scalars: [StyleIndex.blanks]) + beginnings(of: pattern.dropFirst(), then: following)
    }
    return Seconds(scalars: characters(matching: first), endsInStop: first == 0x2E && pattern.count == 1)
  }

  /// What numerals can begin with; anything where one of them is no numeral at all.
  private static func beginnings(of numerals: [NumeralSystem]) -> Seconds {
    numerals.contains(.none) ? .anything : Seconds(scalars: numerals.flatMap(\.firstScalars))
  }

  /// What a scalar of a pattern matches: a letter in both cases.
  private static func characters(matching scalar: UInt32) -> [UInt32] {
    switch scalar {
    case 0x61...0x7A, 0xE0...0xFE, 0x430...0x44F: [scalar, scalar - 0x20]
    case 0x103, 0x111, 0x1A1, 0x1B0: [scalar, scalar - 1]
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

  /// Whether a suffix goes on with a scalar behind a stop and blanks: `. Teil`, `.º`, or a decimal number with a digit.
  static func goesOnBehindStop(_ scalar: UInt32) -> Bool {
    FoldedText.isDigit(scalar) || behindStop.contains(FoldedText.lowercased(scalar))
  }

  private static let behindStop: Set<UInt32> = Set(
    NumberingStyle.all.flatMap(\.suffixes).compactMap { suffix in
      let scalars = suffix.unicodeScalars.map(\.value)
      return scalars.first == 0x2E ? scalars.dropFirst().first { $0 != StyleIndex.anyBlanks } : nil
    })

  private static let letters = Array(0x41...0x5A) + Array(0x61...0x7A) as [UInt32]
}
