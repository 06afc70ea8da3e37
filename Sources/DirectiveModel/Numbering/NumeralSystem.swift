/// A way of writing numbers in markers: it reads a numeral out of a text, and can write one.
enum NumeralSystem: Hashable, Sendable {
  /// `12`, `１２`
  case arabic
  /// `十二`, `一百〇三`, `廿一`, `二〇`
  case chinese
  /// One character for each number, in counting order: circled, parenthesised, iroha, heavenly stems.
  case symbols(SymbolSequence)
  case upperRoman, lowerRoman
  /// `a` … `z`, `aa`, `bb` (27, 28) …
  case upperLetter, lowerLetter
  /// `aa`, `bb`, `cc` counted from 1, as German statutes divide a letter.
  case doubledLetter
  /// Words counted from 1: `First`, `Erster`, `Premier`.
  case words(WordSequence)
  /// `1.2`, `A.1`, at least two components.
  case decimalPath
  /// Article numbers of French codes, `L311-3`, `R*132-6-1`; they name a place and do not count.
  case frenchArticle
  /// No number: `附則`, `ANNEX`.
  case none
}

/// A number read out of a text.
struct NumeralMatch {
  /// The number; 0 for what does not count.
  var value: Int
  /// The index after the numeral.
  var end: Int
}

extension NumeralSystem {
  /// The numeral that begins at `index`, or nil.
  func read(_ text: FoldedText, at index: Int, before limit: Int) -> NumeralMatch? {
    switch self {
    case .arabic: ArabicNumeral.read(text, at: index, before: limit)
    case .chinese: ChineseNumeral.read(text, at: index, before: limit)
    case .symbols(let sequence): sequence.read(text, at: index, before: limit)
    case .upperRoman: RomanNumeral.read(text, at: index, before: limit, upper: true)
    case .lowerRoman: RomanNumeral.read(text, at: index, before: limit, upper: false)
    case .upperLetter: LetterNumeral.read(text, at: index, before: limit, upper: true)
    case .lowerLetter: LetterNumeral.read(text, at: index, before: limit, upper: false)
    case .doubledLetter: LetterNumeral.readDoubled(text, at: index, before: limit)
    case .words(let sequence): sequence.read(text, at: index, before: limit)
    case .decimalPath: DecimalPath.read(text, at: index, before: limit)?.match
    case .frenchArticle: FrenchArticleNumeral.read(text, at: index, before: limit)
    case .none: NumeralMatch(value: 0, end: index)
    }
  }

  /// Whether a unit's number may go on as `第三条之一` does.
  var takesChineseInsertions: Bool {
    switch self {
    case .arabic, .chinese: true
    default: false
    }
  }

  /// `value` as this system writes it; nil where it has no such numeral.
  func write(_ value: Int) -> String? {
    guard value > 0 else { return nil }
    switch self {
    case .arabic: return String(value)
    case .chinese: return ChineseNumeral.write(value)
    case .symbols(let sequence): return sequence.write(value)
    case .upperRoman: return RomanNumeral.write(value)
    case .lowerRoman: return RomanNumeral.write(value)?.lowercased()
    case .upperLetter: return LetterNumeral.write(value)?.uppercased()
    case .lowerLetter: return LetterNumeral.write(value)
    case .doubledLetter: return LetterNumeral.write(value + 26)
    case .words(let sequence): return sequence.write(value)
    case .decimalPath, .frenchArticle, .none: return nil
    }
  }

  /// How the letter can go on with which a numeral begins.
  var letters: Letters {
    switch self {
    case .upperLetter, .lowerLetter: [.alone, .twice]
    case .doubledLetter: .twice
    default: .any
    }
  }

  /// The scalars (folded, both cases) that a numeral of this system can begin with.
  var firstScalars: [UInt32] {
    switch self {
    case .arabic: return Array(0x30...0x39)
    case .chinese: return ChineseNumeral.scalars
    case .symbols(let sequence): return sequence.scalars
    case .upperRoman: return "IVXLCDM".unicodeScalars.map(\.value)
    case .lowerRoman: return "ivxlcdm".unicodeScalars.map(\.value)
    case .upperLetter: return Array(0x41...0x5A)
    case .lowerLetter: return Array(0x61...0x7A) + [LetterNumeral.vietnamese]
    case .doubledLetter: return Array(0x61...0x7A)
    case .words(let sequence): return sequence.firstScalars
    case .decimalPath: return Array(0x30...0x39) + Array(0x41...0x5A)
    case .frenchArticle: return Array(0x30...0x39) + Array(0x41...0x5A)
    case .none: return []
    }
  }
}
