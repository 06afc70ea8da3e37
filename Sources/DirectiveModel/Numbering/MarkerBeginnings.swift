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

/// A text's characters as patterns write them.
enum MarkerText {
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
