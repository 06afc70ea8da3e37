/// What a style's markers can begin with: never less than what the scanner takes where it heeds context.
struct MarkerBeginnings {
  /// The first three characters of a word, as patterns write them.
  typealias Word = SIMD4<UInt32>

  /// First characters, and what can stand behind them, or behind the number that they begin.
  private(set) var list: [(firsts: [UInt32], behind: Behind)] = []
  /// How the words begin with which the markers begin.
  private(set) var words: [Word] = []
  /// How words begin that stand behind a number's stop: `1. Teil`.
  private(set) var wordsBehindStop: [Word] = []

  init(of style: StyleIndex.Row) {
    guard style.kind != .markdown else { return }
    for prefix in style.prefixes {
      if let word = Self.word(prefix[...]) {
        words.append(word)
      } else if let first = prefix.first {
        let numerals =
          style.numerals.contains(.none) ? Characters.anything : Characters(style.numerals.flatMap(\.firstScalars))
        var behind = Behind()
        behind.add(prefix.dropFirst()) { $0.add($1, numerals, spaced: numerals) }
        list.append((Self.characters(matching: first), behind))
      } else {
        for numeral in style.numerals { add(numeral, style) }
      }
    }
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

  private static func word(_ scalars: Slice<StyleIndex.Pattern>) -> Word? {
    let beginning = scalars.prefix(3)
    guard beginning.count == 3, !beginning.contains(StyleIndex.anyBlanks) else { return nil }
    return Word(
      beginning[beginning.startIndex], beginning[beginning.startIndex + 1], beginning[beginning.startIndex + 2], 0)
  }

  private mutating func add(_ numeral: NumeralSystem, _ style: StyleIndex.Row) {
    if case .words(let sequence) = numeral { return add(sequence) }
    var behind = Behind()
    switch numeral {
    case .none, .words, .frenchArticle: behind = .anything
    case .decimalPath: behind.stop = Self.digits
    default:
      let (next, spaced) = Self.allowed(by: style, numeral)
      for suffix in style.suffixes {
        behind.add(suffix[...]) { $0.add($1, next, spaced: spaced) }
        let behindStop = suffix.dropFirst().drop { $0 == StyleIndex.anyBlanks || $0 == StyleIndex.blanks }
        if suffix.first == 0x2E, let word = Self.word(behindStop) { wordsBehindStop.append(word) }
      }
      if numeral == .arabic || numeral == .upperRoman && style.isNamed { addInsertions(to: &behind, style) }
    }
    list.append((numeral.firstScalars, behind))
  }

  /// `2-1`, `2 bis`, `3.1`; a letter is passed over with the number.
  private func addInsertions(to behind: inout Behind, _ style: StyleIndex.Row) {
    behind.sign.add([0x2D])
    guard style.kind == .unit else { return }
    behind.blank.add(WordSequence.latinAdverbs.patterns.flatMap { Self.characters(matching: $0[0]) })
    if style.numerals.count == 1 { behind.stop.add(Self.digits) }
  }

  private mutating func add(_ sequence: WordSequence) {
    for scalars in sequence.patterns {
      if let word = Self.word(scalars[...]) {
        words.append(word)
      } else {
        let behind = scalars[0] < 0x80 ? .anything : Behind(sign: Characters(Self.characters(matching: scalars[1])))
        list.append((Self.characters(matching: scalars[0]), behind))
      }
    }
  }

  /// What a scalar of a pattern matches: a letter in both cases.
  static func characters(matching scalar: UInt32) -> [UInt32] {
    switch scalar {
    case 0x61...0x7A, 0xE0...0xFE, 0x430...0x44F: [scalar, scalar - 0x20]
    case 0x103, 0x111, 0x142, 0x1A1, 0x1B0: [scalar, scalar - 1]
    case 0x1EA0...0x1EF9: [scalar | 1, scalar & ~1]
    default: [scalar]
    }
  }

  /// What may stand right behind a marker, and what behind a marker and blanks, as `MarkerContext` has it.
  private static func allowed(
    by style: StyleIndex.Row, _ numeral: NumeralSystem
  ) -> (next: Characters, spaced: Characters) {
    switch style.follow {
    case .blank:
      let isParagraph = numeral == .arabic && style.kind == .unit
      return (numeral == .upperLetter ? .wideOrEnd : .end, isParagraph ? .wideOrEnd : .anything)
    case .text: return (.all(but: ",.;)"), .anything)
    case .clause: return (.all(but: "0123456789abcdefghijklmnopqrstuvwxyz:,.;)"), .anything)
    case .title where style.kind == .decimal: return (.wideOrEnd, .all(but: "0123456789[,;).%/=+<>("))
    case .title: return (.wideOrEnd + Characters([0x3A, 0x2D, 0x7C, 0x2A, 0x28]), .all(but: ",;).["))
    case .anything, .article, .alone: return (.anything, .anything)
    }
  }

  private static let digits = Characters(Array(0x30...0x39))
}

extension MarkerBeginnings {
  /// A set of characters, and whether the end of the line is in it, too.
  struct Characters {
    /// Those of ASCII, a bit for each.
    private(set) var ascii: (low: UInt64, high: UInt64) = (0, 0)
    /// Others; there may be more.
    private(set) var wide: [UInt32] = []
    /// Whether all others are in the set.
    private(set) var hasAllWide = false
    private(set) var hasEnd = false

    init() {}

    init(_ scalars: [UInt32]) { add(scalars) }

    static let end = {
      var set = Self()
      set.hasEnd = true
      return set
    }()
    static let wideOrEnd = {
      var set = end
      set.hasAllWide = true
      return set
    }()
    static let anything = all(but: "")

    static func all(but excluded: String) -> Self {
      var set = wideOrEnd
      let excluded = Self(excluded.unicodeScalars.map(\.value))
      set.ascii = (~excluded.ascii.low, ~excluded.ascii.high)
      return set
    }

    static func + (one: Self, other: Self) -> Self {
      var sum = one
      sum.add(other)
      return sum
    }

    mutating func add(_ scalars: [UInt32]) {
      for scalar in scalars {
        if scalar < 0x40 {
          ascii.low |= 1 << scalar
        } else if scalar < 0x80 {
          ascii.high |= 1 << (scalar - 0x40)
        } else {
          wide.append(scalar)
        }
      }
    }

    mutating func add(_ other: Self) {
      ascii = (ascii.low | other.ascii.low, ascii.high | other.ascii.high)
      wide += other.wide
      hasAllWide = hasAllWide || other.hasAllWide
      hasEnd = hasEnd || other.hasEnd
    }

    func contains(ascii scalar: UInt32) -> Bool {
      (scalar < 0x40 ? ascii.low >> scalar : ascii.high >> (scalar - 0x40)) & 1 == 1
    }
  }

  /// What can stand behind a marker's first character, or behind the number that it begins.
  struct Behind {
    /// At once, blanks and stops aside.
    var sign = Characters()
    /// Behind blanks.
    var blank = Characters()
    /// Behind a stop at once, and behind a stop and blanks.
    var stop = Characters()
    var spacedStop = Characters()

    static let anything = Behind(sign: .anything, blank: .anything, stop: .anything, spacedStop: .anything)

    /// Where a pattern has got to.
    enum Place { case atOnce, behindBlanks, behindStop, behindStopAndBlanks }

    subscript(_ place: Place) -> Characters {
      get {
        switch place {
        case .atOnce: sign
        case .behindBlanks: blank
        case .behindStop: stop
        case .behindStopAndBlanks: spacedStop
        }
      }
      set {
        switch place {
        case .atOnce: sign = newValue
        case .behindBlanks: blank = newValue
        case .behindStop: stop = newValue
        case .behindStopAndBlanks: spacedStop = newValue
        }
      }
    }

    /// Adds what a pattern begins with; `following` adds what stands behind it, where that is seen.
    mutating func add(
      _ pattern: Slice<StyleIndex.Pattern>, at place: Place = .atOnce,
      then following: (inout Behind, Place) -> Void
    ) {
      guard let first = pattern.first else { return following(&self, place) }
      let rest = pattern.dropFirst()
      if first == StyleIndex.blanks || first == StyleIndex.anyBlanks {
        if first == StyleIndex.anyBlanks { add(rest, at: place, then: following) }
        switch place {
        case .atOnce: add(rest, at: .behindBlanks, then: following)
        case .behindStop: add(rest, at: .behindStopAndBlanks, then: following)
        case .behindBlanks, .behindStopAndBlanks:
          if first == StyleIndex.blanks { add(rest, at: place, then: following) }
        }
      } else if place == .atOnce, first == 0x2E {
        add(rest, at: .behindStop, then: following)
      } else {
        self[place].add(MarkerBeginnings.characters(matching: first))
      }
    }

    /// Adds what stands right at `place`, and what does there behind blanks.
    mutating func add(_ place: Place, _ next: Characters, spaced: Characters) {
      self[place].add(next)
      switch place {
      case .atOnce:
        blank.add(spaced)
        if next.contains(ascii: 0x2E) { (stop, spacedStop) = (.anything, .anything) }
      case .behindStop: spacedStop.add(spaced)
      case .behindBlanks, .behindStopAndBlanks: self[place] = .anything
      }
    }
  }
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
