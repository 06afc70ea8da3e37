/// Widens a typed regular expression to what a reader means by it.
///
/// - A blank matches any run of blanks, line ends included, so a phrase is found where the text is wrapped. Beside a wide
///   character, where no blanks are written, one line may end.
/// - Behind a hyphen between letters, where a long word is broken, one line may end, too.
/// - A letter, digit or sign matches its fullwidth form too, and the other way round: `12` is `１２`.
/// - A number beside the name of a unit, or between brackets that are text, matches what was typed, its digits, and its
///   usual numeral: `第12条` is `第十二条`, `Article 12` is `Article XII`, `（2）` is `（二）`. It is no part of a longer number: `Article 1` is not `Article 12`. A number that
///   stands alone is only itself: `1` must not match every `一` and `I`.
///
/// Thus a text is found wherever it stands, but for a number inside a longer one. What has a meaning in the syntax
/// (classes, escapes, groups, repeats) is left as it is, and so is a number that a repeat belongs to: `1+`. Where other
/// syntax follows, it says what may stand behind a number: `1\d` is `12`.
struct PatternExpansion {
  private var rest: ArraySlice<PatternToken>
  private var pieces: [PatternPiece] = []
  /// The text typed so far, in half width: what a number may stand beside.
  private var typed: [Unicode.Scalar] = []
  /// The same where the groups began that are open.
  private var outside: [[Unicode.Scalar]] = []
  /// Whether a line may end behind the last piece, or before the next one.
  private var endsWide: Bool?

  /// Stands in `typed` for what is no text.
  private static let syntax: Unicode.Scalar = "\0"

  static func pieces(of tokens: [PatternToken]) -> [PatternPiece] {
    var expansion = PatternExpansion(tokens)
    while let token = expansion.rest.first { expansion.add(token) }
    return expansion.pieces
  }

  private init(_ tokens: [PatternToken]) { rest = tokens[...] }

  private mutating func add(_ token: PatternToken) {
    guard let scalar = token.text else {
      rest.removeFirst()
      note(token)
      token.syntax.map { pieces.append(.syntax($0)) }
      endsWide = nil
      return
    }
    if Self.isBlank(scalar) {
      addBlanks()
    } else if let number = numberBesideUnit() {
      add(.number(number.spellings), isWide: number.isChinese)
      rest.removeFirst(number.length)
      typed.append("0")
    } else {
      add(.scalar(scalar), isWide: scalar.isSetWide)
      rest.removeFirst()
      if scalar == "-", Self.isLetter(typed.last), Self.isLetter(rest.first?.text) { endsWide = true }
      typed.append(scalar.halfWidth)
    }
  }

  private mutating func add(_ piece: PatternPiece, isWide: Bool) {
    if let endsWide, endsWide || isWide { pieces.append(.seam) }
    pieces.append(piece)
    endsWide = isWide
  }

  private static func isLetter(_ scalar: Unicode.Scalar?) -> Bool { scalar?.properties.isAlphabetic ?? false }

  /// What syntax does to the text that a number may stand beside.
  private mutating func note(_ token: PatternToken) {
    switch token {
    case .opening: outside.append(typed)
    case .alternative: typed = outside.last ?? []
    case .closing: _ = outside.popLast()
    case .anyScalar: typed.append(".")
    default: typed.append(Self.syntax)
    }
  }

  /// A run of blanks is any other. How often its last one may stand there says how many there are at least.
  private mutating func addBlanks() {
    let run = rest.prefix { $0.text.map(Self.isBlank) ?? false }
    rest = rest[run.endIndex...]
    typed.append(" ")
    endsWide = nil
    guard case .repetition(let syntax, let least) = rest.first else { return pieces.append(.blanks) }
    rest.removeFirst()
    if run.count > 1 { pieces.append(.blanks) }
    let suffix = syntax.dropFirst().last.map { "?+".contains($0) ? String($0) : "" } ?? ""
    pieces.append(.syntax("\\s{\(least),}\(suffix)"))
  }

  /// Whether `\s` matches it: of the blanks those that have a width.
  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    Whitespace.isBlank(scalar) && ![0x200B, 0xFEFF].contains(scalar.value)
  }

  // MARK: - Numbers

  /// The number that begins here, if the name of a unit or a bracket stands before it; `length` in tokens.
  private func numberBesideUnit() -> (spellings: [PatternPiece.Spelling], isChinese: Bool, length: Int)? {
    let before = typed[..<(typed.lastIndex { $0 != " " }.map { $0 + 1 } ?? 0)]
    let isBracketed = typed.last == "("
    let isChinese = before.last == "第" || isBracketed
    guard isChinese || mayBeginNumber, isChinese || Self.unitNames.contains(where: { Self.ends(before, in: $0) }) else {
      return nil
    }
    let others: [NumeralSystem] = isChinese ? [.chinese] : [.upperRoman, .lowerRoman]
    let text = rest.prefix(Self.longestNumeral).prefix { $0.text != nil }.compactMap { $0.text?.halfWidth }
    guard let numeral = Self.numeral(in: text, [.arabic] + others) else { return nil }
    let number = String(String.UnicodeScalarView(text.prefix(numeral.length)))
    let next = rest.dropFirst(numeral.length).first
    if case .repetition = next { return nil }
    if isBracketed, next?.text?.halfWidth != ")" { return nil }
    let usualEnd = Self.end(of: numeral.system)
    if usualEnd == .noWord, typed.last?.isWord ?? false { return nil }  // letters inside a word
    if let scalar = next?.text, !usualEnd.isAllowed(before: scalar) { return nil }
    let end = next?.syntax == nil ? Self.endAsTyped(of: numeral.system) : .any
    let spellings = ([.arabic] + others).compactMap { system in
      system.write(numeral.value).map { PatternPiece.Spelling(text: $0, end: Self.end(of: system)) }
    }
    return ([.init(text: number, end: end)] + spellings.filter { $0.text != number }, isChinese, numeral.length)
  }

  /// Whether digits begin here, or a Roman numeral that is no part of a word: told before the names of units are asked.
  private var mayBeginNumber: Bool {
    guard let scalar = rest.first?.text?.halfWidth else { return false }
    return ("0"..."9").contains(scalar)
      || typed.last?.isWord == false && "IVXLCDMivxlcdm".unicodeScalars.contains(scalar)
  }

  /// What may not stand behind a number that is written in a system.
  private static func end(of system: NumeralSystem) -> PatternPiece.End {
    switch system {
    case .arabic: .noDigit
    case .upperRoman, .lowerRoman: .noWord
    default: .any
    }
  }

  /// The same for what was typed, which may be the beginning of a word.
  private static func endAsTyped(of system: NumeralSystem) -> PatternPiece.End {
    end(of: system) == .noWord ? .noNumeral : end(of: system)
  }

  /// Whether a text ends in a name that is no end of a word, in either case.
  private static func ends(_ text: ArraySlice<Unicode.Scalar>, in name: [UInt32]) -> Bool {
    guard text.count >= name.count, name.first == 0xA7 || text.dropLast(name.count).last?.isWord != true else {
      return false
    }
    return zip(text.suffix(name.count), name).allSatisfy { scalar, letter in
      scalar.value == letter || scalar.value | 0x20 == letter && ("A"..."Z").contains(scalar)
    }
  }

  /// The longest numeral of these systems at the beginning of a text.
  private static func numeral(
    in scalars: [Unicode.Scalar], _ systems: [NumeralSystem]
  ) -> (system: NumeralSystem, value: Int, length: Int)? {
    let bytes = scalars.flatMap { Array($0.utf8) }
    let found = bytes.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.flatMap { base in
        let text = FoldedText(base: base, count: buffer.count)
        return systems.compactMap { system in system.read(text, at: 0, before: buffer.count).map { (system, $0) } }
          .max { $0.1.end < $1.1.end }
      }
    }
    guard let (system, match) = found, match.end > 0, match.value > 0 else { return nil }
    return (system, match.value, bytes.prefix(match.end).count { $0 & 0xC0 != 0x80 })
  }

  /// Scalars.
  private static let longestNumeral = 20
  /// Those that are cited, and those that stand below them.
  private static let unitNames =
    ReferenceUnit.allWords
    + ["subsection", "subchapter", "subpart", "subtitle", "regulation", "volume"].map { $0.unicodeScalars.map(\.value) }
}
