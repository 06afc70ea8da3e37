/// Which styles' markers can begin as a line begins, by two ASCII characters of it: most lines of prose begin with a
/// character with which some marker begins, too, and most numbers are those of one or two styles.
///
/// The first character is the line's; the second one is what stands behind it, or behind all digits where the line
/// begins with a digit: `1.`, `12.` and `1)` are told apart by the stop and the bracket.
struct MarkerOpenings {
  /// A set of places in the list of styles that begin with the first character.
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
      for (first, seconds) in MarkerBeginnings(of: style).list {
        guard first < 128, let place = stylesOfScalar[first]?.firstIndex(of: UInt8(index)) else { continue }
        for second in seconds where second < 128 { places[Int(first) << 7 | Int(second)] |= 1 << Places(place) }
      }
    }
  }

  /// The places of the styles to try where text begins at `start`; nil where two ASCII characters do not tell.
  @inline(__always)
  func places(_ text: FoldedText, at start: Int, before limit: Int) -> Places? {
    let first = text.byte(start)
    var next = start + 1
    if first >= 0x30, first <= 0x39 {
      while next < limit, text.byte(next) >= 0x30, text.byte(next) <= 0x39 { next += 1 }
    }
    guard next < limit, first < 0x80, text.byte(next) < 0x80 else { return nil }
    return places[Int(first) << 7 | Int(text.byte(next))]
  }
}

/// What a style's markers can begin with: never less than what the scanner takes where it heeds context.
private struct MarkerBeginnings {
  /// First characters, and with each the second ones; scalars beyond ASCII among them.
  private(set) var list: [(first: UInt32, seconds: [UInt32])] = []

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
    let behindNumeral = style.suffixes.flatMap {
      Self.beginnings(of: $0.unicodeScalars.map(\.value)[...], then: Self.characters(allowedBy: style.follow))
    }
    switch numeral {
    case .words(let sequence):
      for (word, _) in sequence.words {
        let scalars = word.description.unicodeScalars.map(\.value)
        let rest = FoldedText.isDigit(scalars[0]) ? scalars.drop(while: FoldedText.isDigit) : scalars.dropFirst()
        let seconds = rest.first.map(Self.characters) ?? Self.ascii
        for first in Self.characters(matching: scalars[0]) { list.append((first, seconds)) }
      }
    case .upperLetter, .lowerLetter, .doubledLetter:
      list += numeral.firstScalars.map { ($0, behindNumeral + [$0]) }
    case .upperRoman where style.kind == .unit, .frenchArticle:  // an insertion may follow, or blanks and digits
      list += numeral.firstScalars.map { ($0, Self.ascii) }
    case .upperRoman, .lowerRoman:
      list += numeral.firstScalars.map { ($0, behindNumeral + numeral.firstScalars) }
    case .decimalPath:
      list += numeral.firstScalars.map { ($0, [0x2E]) }
    case .arabic:  // an insertion may follow
      list += numeral.firstScalars.map { ($0, behindNumeral + Self.letters + [0x2D]) }
    case .chinese, .symbols, .none: break  // begin with no ASCII character
    }
  }

  /// What a pattern can begin with, and where it may match nothing, what follows it.
  private static func beginnings(of pattern: ArraySlice<UInt32>, then following: [UInt32]) -> [UInt32] {
    guard let first = pattern.first else { return following }
    guard first == StyleIndex.anyBlanks else { return characters(matching: first) }
    return blanks + beginnings(of: pattern.dropFirst(), then: following)
  }

  /// What numerals can begin with; anything where one of them is no numeral at all.
  private static func beginnings(of numerals: [NumeralSystem]) -> [UInt32] {
    numerals.contains(.none) ? ascii : numerals.flatMap(\.firstScalars)
  }

  /// What a scalar of a pattern matches: a letter in both cases, blanks of all kinds.
  private static func characters(matching scalar: UInt32) -> [UInt32] {
    switch scalar {
    case StyleIndex.blanks: blanks
    case 0x61...0x7A: [scalar, scalar - 0x20]
    default: [scalar]
    }
  }

  /// What may stand right behind a marker without a suffix.
  private static func characters(allowedBy follow: NumberingStyle.Follow) -> [UInt32] {
    switch follow {
    case .blank: blanks
    case .title: blanks + ":-|*".unicodeScalars.map(\.value)
    default: ascii
    }
  }

  private static let ascii = Array(0..<128) as [UInt32]
  private static let blanks: [UInt32] = [0x09, 0x0C, 0x20]
  private static let letters = Array(0x41...0x5A) + Array(0x61...0x7A) as [UInt32]
}
