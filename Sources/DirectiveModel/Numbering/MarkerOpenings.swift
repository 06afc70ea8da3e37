/// For each pair of an ASCII letter and the ASCII character behind it, the styles whose markers can begin with the two.
///
/// A line of prose often begins with a letter with which some marker begins, too, but seldom with both characters.
struct MarkerOpenings {
  /// A set of places in the list of styles that begin with the letter.
  typealias Places = UInt64

  /// The places of a list of so many styles.
  static func all(_ count: Int) -> Places { Places.max >> (64 - count) }

  /// Made once and never freed, as all of `StyleIndex`.
  private let places: UnsafeMutableBufferPointer<Places>

  /// `stylesOfScalar` has the styles that begin with a scalar, in the order in which they are tried.
  init(_ styles: [NumberingStyle], _ stylesOfScalar: [UInt32: [UInt8]]) {
    places = .allocate(capacity: 128 * 128)
    places.initialize(repeating: 0)
    for (index, style) in styles.enumerated() {
      for (letter, seconds) in MarkerBeginnings(of: style).list {
        guard letter < 128, let place = stylesOfScalar[letter]?.firstIndex(of: UInt8(index)) else { continue }
        for second in seconds where second < 128 { places[Int(letter) << 7 | Int(second)] |= 1 << Places(place) }
      }
    }
  }

  /// The places of the styles to try where two ASCII characters stand, of which the first is a letter.
  @inline(__always)
  subscript(_ first: UInt8, _ second: UInt8) -> Places { places[Int(first) << 7 | Int(second)] }
}

/// What a style's markers can begin with: never less than what the scanner takes.
private struct MarkerBeginnings {
  /// Letters, and with each what can stand behind it; scalars beyond ASCII among them.
  private(set) var list: [(letter: UInt32, seconds: [UInt32])] = []

  init(of style: NumberingStyle) {
    for prefix in style.prefixes.map({ $0.unicodeScalars.map(\.value) }) {
      if let first = prefix.first {
        let seconds = prefix.count > 1 ? Self.characters(matching: prefix[1]) : Self.ascii
        for letter in Self.characters(matching: first) { list.append((letter, seconds)) }
      } else {
        for numeral in style.numerals { addLetters(of: numeral, style) }
      }
    }
  }

  private mutating func addLetters(of numeral: NumeralSystem, _ style: NumberingStyle) {
    let behindNumeral = style.suffixes.flatMap {
      $0.unicodeScalars.first.map { Self.characters(matching: $0.value) } ?? Self.ascii
    }
    switch numeral {
    case .words(let sequence):
      for (word, _) in sequence.words {
        let scalars = word.description.unicodeScalars.prefix(2).map(\.value)
        let seconds = scalars.count > 1 ? Self.characters(matching: scalars[1]) : Self.ascii
        for letter in Self.characters(matching: scalars[0]) { list.append((letter, seconds)) }
      }
    case .upperLetter, .lowerLetter, .doubledLetter:
      list += numeral.firstScalars.map { ($0, behindNumeral + [$0]) }
    case .upperRoman where style.kind == .unit, .frenchArticle:  // an insertion may follow, or blanks and digits
      list += numeral.firstScalars.map { ($0, Self.ascii) }
    case .upperRoman, .lowerRoman:
      list += numeral.firstScalars.map { ($0, behindNumeral + numeral.firstScalars) }
    case .decimalPath:
      list += numeral.firstScalars.map { ($0, [0x2E]) }
    case .arabic, .chinese, .symbols, .none: break  // begin with no letter
    }
  }

  /// What a scalar of a pattern matches: a letter in both cases, blanks of all kinds; no blank too, and what follows.
  private static func characters(matching scalar: UInt32) -> [UInt32] {
    switch scalar {
    case StyleIndex.anyBlanks: ascii
    case StyleIndex.blanks: [0x09, 0x0C, 0x20]
    case 0x61...0x7A: [scalar, scalar - 0x20]
    default: [scalar]
    }
  }

  private static let ascii = Array(0..<128) as [UInt32]
}
