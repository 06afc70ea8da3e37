/// What a style's markers can begin with: never less than what the scanner takes where it heeds context.
struct MarkerBeginnings {
  /// How a word begins, as patterns write it.
  struct Word {
    var firstFour: SIMD4<UInt32>
    /// Behind a word of three letters and a blank, the first four of what follows, where that is known.
    var nextFour: SIMD4<UInt32>?
  }

  /// First characters, and what can stand behind them, or behind the number that they begin.
  private(set) var list: [(firsts: [UInt32], behind: Behind)] = []
  /// How the words begin with which the markers begin.
  private(set) var words: [Word] = []
  /// How words begin that stand behind a number's stop: `1. Teil`.
  private(set) var wordsBehindStop: [Word] = []
  /// How the letter can go on with which a number begins, at once or behind a sign; in any way where that may be none.
  private(set) var letters = Letters.any

  init(of style: StyleIndex.Row) {
    guard style.kind != .markdown else { return }
    letters = Self.letters(of: style)
    for prefix in style.prefixes {
      if let word = Self.word(prefix) {
        words += Self.words(word, before: style.numerals)
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

  private static func word(_ scalars: some Collection<UInt32>) -> Word? {
    guard let first = four(scalars) else { return nil }
    return Word(firstFour: first, nextFour: first[3] == StyleIndex.blanks ? four(scalars.dropFirst(4)) : nil)
  }

  private static func four(_ scalars: some Collection<UInt32>) -> SIMD4<UInt32>? {
    let beginning = scalars.prefix(4)
    guard beginning.count == 4, !beginning.contains(StyleIndex.anyBlanks) else { return nil }
    return SIMD4(beginning)
  }

  /// A prefix of three letters and a blank with the words of its numerals: `the first`.
  private static func words(_ prefix: Word, before numerals: UnsafeBufferPointer<NumeralSystem>) -> [Word] {
    guard prefix.firstFour[3] == StyleIndex.blanks, prefix.nextFour == nil, numerals.count == 1,
      case .words(let sequence) = numerals[0]
    else { return [prefix] }
    return sequence.patterns.map { Word(firstFour: prefix.firstFour, nextFour: four($0)) }
  }

  private static func letters(of style: StyleIndex.Row) -> Letters {
    let isTold =
      style.prefixes.allSatisfy { $0.isEmpty || $0.count == 1 && !FoldedText.isLetter($0[0]) }
      && style.suffixes.allSatisfy { $0.first.map { !FoldedText.isLetter($0) } ?? true }
    return isTold ? style.numerals.reduce(Letters()) { $0.union($1.letters) } : .any
  }

  private mutating func add(_ numeral: NumeralSystem, _ style: StyleIndex.Row) {
    if case .words(let sequence) = numeral { return add(sequence, style) }
    var behind = Behind()
    switch numeral {
    case .none, .words, .frenchArticle: behind = .anything
    case .decimalPath: behind[.behindStop] = Self.digits
    default:
      let (next, spaced) = Self.allowed(by: style, numeral)
      for suffix in style.suffixes {
        behind.add(suffix[...]) { $0.add($1, next, spaced: spaced) }
        let behindStop = suffix.dropFirst().drop { $0 == StyleIndex.anyBlanks || $0 == StyleIndex.blanks }
        if suffix.first == 0x2E, let word = Self.word(behindStop) { wordsBehindStop.append(word) }
      }
      if numeral == .arabic || numeral == .upperRoman && style.isNamed { addInsertions(to: &behind, style) }
      if style.takesInsertions { behind[.atOnce].add(Self.chineseInsertions) }
    }
    list.append((numeral.firstScalars, behind))
  }

  /// `2-1`, `2 bis`, `3.1`; a letter is passed over with the number.
  private func addInsertions(to behind: inout Behind, _ style: StyleIndex.Row) {
    behind[.atOnce].add([0x2D])
    guard style.kind == .unit else { return }
    behind[.atOnce].add([Self.dashBeforeDigit])
    behind[.behindBlanks].add(WordSequence.latinAdverbs.patterns.flatMap { Self.characters(matching: $0[0]) })
    if style.isNamed, style.numerals.count == 1 { behind[.behindStop].add(Self.digits) }
  }

  /// 之 の ノ 의, as in 三之一、
  private static let chineseInsertions: [UInt32] = [0x4E4B, 0x306E, 0x30CE, 0xC758]

  private mutating func add(_ sequence: WordSequence, _ style: StyleIndex.Row) {
    for scalars in sequence.patterns {
      let beginnings = scalars.count < 4 ? style.suffixes.map { Array(scalars) + $0 } : [Array(scalars)]
      let found = beginnings.compactMap { Self.word($0) }
      if found.count == beginnings.count {
        words += found
      } else {
        var behind = Behind.anything
        if scalars[0] >= 0x80 {
          behind = Behind()
          behind[.atOnce].add(Self.characters(matching: scalars[1]))
        }
        list.append((Self.characters(matching: scalars[0]), behind))
      }
    }
  }

  /// What stands for a dash before a digit, as in `0-1` and `2026-11-29`, with which few markers go on: a control character
  /// with which none does.
  static let dashBeforeDigit: UInt32 = 0x7F

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
    case .blankAndTitle: return (.end, .anything)
    case .text: return (.all(but: ",.;)"), .anything)
    case .clause: return (.all(but: "0123456789abcdefghijklmnopqrstuvwxyz:,.;)"), .anything)
    case .title where style.kind == .decimal: return (.wideOrEnd, .all(but: "0123456789[,;).%/=+<>("))
    case .title: return (.wideOrEnd + Characters([0x3A, 0x2D, dashBeforeDigit, 0x7C, 0x2A, 0x28]), .all(but: ",;).["))
    case .anything, .article, .alone: return (.anything, .anything)
    }
  }

  private static let digits = Characters(Array(0x30...0x39))
}

/// How a letter goes on with which a number may begin.
struct Letters: OptionSet {
  let rawValue: UInt8

  /// As no letter, as the same one again, or as another.
  static let alone = Letters(rawValue: 1)
  static let twice = Letters(rawValue: 2)
  static let others = Letters(rawValue: 4)
  static let any: Letters = [.alone, .twice, .others]
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
