/// What a citation calls the part of a document that it names.
enum ReferenceUnit: UInt8, Hashable, Sendable {
  /// Article, §, 条, rule: what is numbered through a whole law.
  case article
  case clause, section, chapter, part, title, book, annex
  /// A division without a word of its own: `2.3`, `(a)`.
  case bare
  /// Paragraph of an article: `(2)`, Absatz, 款, 項.
  case paragraph
  /// Second paragraph: one without a number, by its count.
  case unnumbered
  /// Point, Nummer, 项, 号.
  case point
  /// Buchstabe, 目: inside a point.
  case letter

  /// Whether it is looked for inside what is cited, or inside the article that cites.
  var isInner: Bool { self == .paragraph || self == .unnumbered || self == .point || self == .letter }

  /// Whether it divides another: a section a chapter, and any part an annex.
  func stands(inside other: ReferenceUnit) -> Bool {
    let divisions: [ReferenceUnit] = [.annex, .book, .part, .title, .chapter, .section, .article]
    guard let place = divisions.firstIndex(of: self), let outer = divisions.firstIndex(of: other) else { return false }
    return outer < place
  }

  /// Whether points numbered without a word may be meant: `section 2.3` is the point `2.3`.
  var mayBeBare: Bool {
    switch self {
    case .article, .part, .title, .book, .annex, .unnumbered: false
    default: true
    }
  }

  /// A word before a number, in lower case.
  struct Word: Sendable {
    let scalars: [UInt32]
    let unit: ReferenceUnit
    /// Whether several numbers may follow.
    let isPlural: Bool
    /// Whether it needs a capital: `Art`, `Teil` are no other words then.
    let needsCapital: Bool
    /// Nil for a sign.
    var second: UInt32? { scalars.count > 1 ? scalars[1] : nil }
  }

  /// The words that begin with a character, a letter in lower case; longer ones first.
  static func words(beginningWith first: UInt32) -> [Word] { first < 0x100 ? words[Int(first)] : [] }

  static var allWords: [[UInt32]] { words.joined().map(\.scalars) }

  /// The words of Latin script, by their first character.
  private static let words: [[Word]] = {
    var words = [[Word]](repeating: [], count: 0x100)
    func add(_ unit: ReferenceUnit, _ singular: String, plural: String = "", capital: Bool = false) {
      for (list, isPlural) in [(singular, false), (plural, true)] {
        for word in list.split(separator: " ") {
          let scalars = word.unicodeScalars.map(\.value)
          words[Int(scalars[0])].append(
            Word(scalars: scalars, unit: unit, isPlural: isPlural, needsCapital: capital))
        }
      }
    }
    add(.article, "article art. artikel artikels artículo artigo", plural: "articles arts. artikeln artículos")
    add(.article, "§", plural: "§§")
    add(.article, "rule", plural: "rules", capital: true)
    add(.clause, "clause", plural: "clauses")
    add(.section, "section sect. sec. abschnitt", plural: "sections sects. secs. abschnitte")
    add(.chapter, "chapter chap. kapitel chapitre", plural: "chapters chapitres")
    add(.part, "part teil", plural: "parts", capital: true)
    add(.title, "title titel titre", plural: "titles", capital: true)
    add(.book, "book buch livre", capital: true)
    add(.annex, "annex appendix schedule anlage anhang annexe exhibit", plural: "annexes appendices schedules anlagen")
    add(
      .paragraph, "paragraph para. para absatz absatzes abs. subparagraph", plural: "paragraphs paras. absätze absätzen"
    )
    add(.point, "point item nummer nr.", plural: "points items nummern nrn.")
    add(.letter, "buchstabe buchst.", plural: "buchstaben")
    return words.map { $0.sorted { $0.scalars.count > $1.scalars.count } }
  }()

  /// The unit of a character that follows `第…`.
  static func chinese(_ scalar: UInt32) -> ReferenceUnit? {
    switch scalar {
    case 0x6761, 0x689D: .article  // 条 條
    case 0x7AE0: .chapter  // 章
    case 0x8282, 0x7BC0: .section  // 节 節
    case 0x7F16, 0x7BC7, 0x7DE8: .part  // 编 篇 編
    case 0x6B3E: .paragraph  // 款
    case 0x9879, 0x53F7, 0x865F: .point  // 项 号 號
    case 0x76EE: .letter  // 目
    case 0x9805: .paragraph  // 項, which divides an article in Japan; where 款 stands before it, 款 does
    default: nil
    }
  }

  /// The unit of a character that follows `제…`.
  static func korean(_ scalar: UInt32) -> ReferenceUnit? {
    switch scalar {
    case 0xC870: .article  // 조
    case 0xC7A5: .chapter  // 장
    case 0xC808: .section  // 절
    case 0xD56D: .paragraph  // 항
    case 0xD638: .point  // 호
    default: nil
    }
  }
}

/// A number as it is written in citations and at the beginning of points, in the one form both are compared in:
/// `12`, `12a`, `2.3`, `12-1` for 第十二条之一. A letter or numeral that reads in two ways has both.
struct ReferenceNumber: Equatable, Sendable {
  var forms: [String]
  /// Whether it is written in digits.
  var isInDigits = false

  /// Whether it is no mere letter.
  var mayCount: Bool { forms.contains { Int($0) != nil } }

  /// Reads the number that begins at `index`, of an article also one as in French codes: `R. 12`.
  static func read(
    _ text: FoldedText, at index: Int, before limit: Int, ofArticle: Bool = false
  ) -> (number: ReferenceNumber, end: Int)? {
    let (first, length) = text.scalar(at: index, before: limit)
    if FoldedText.isDigit(first) { return readDigits(text, at: index, before: limit) }
    if let match = ChineseNumeral.read(text, at: index, before: limit), match.value > 0 {
      return (ReferenceNumber(forms: [String(match.value)]), match.end)
    }
    guard first < 0x80, FoldedText.isLetter(first) else { return nil }
    if let code = readCode(text, at: index, before: limit, ofArticle: ofArticle) { return code }
    return readLetters(text, first, at: index, length, before: limit)
  }

  private static func readDigits(
    _ text: FoldedText, at index: Int, before limit: Int
  ) -> (number: ReferenceNumber, end: Int)? {
    guard let whole = ArabicNumeral.read(text, at: index, before: limit) else { return nil }
    var form = String(whole.value)
    var end = whole.end
    path(text, from: &end, before: limit, to: &form)
    if text.scalar(at: end, before: limit).value == 0x2E, end + 1 < limit,
      FoldedText.isLower(UInt32(text.byte(end + 1))),
      !FoldedText.isLetter(text.scalar(at: end + 2, before: limit).value)
    {
      return nil  // 4.e
    }
    let (letter, length) = text.scalar(at: end, before: limit)
    if letter >= 0x61, letter <= 0x7A, let scalar = Unicode.Scalar(letter) {
      guard !FoldedText.isLetter(text.scalar(at: end + length, before: limit).value) else {
        for suffix in ["bis", "ter"] {
          if let after = text.match(suffix.unicodeScalars.map(\.value), at: end, before: limit) {
            return (ReferenceNumber(forms: [form + suffix], isInDigits: true), after)
          }
        }
        return nil
      }
      form.unicodeScalars.append(scalar)
      end += length
    }
    return (ReferenceNumber(forms: [form], isInDigits: true), end)
  }

  /// `R. 134-12`, `L121-3-1`: with a hyphen, or of an article, lest `A.1` and `Annex A. 2` be taken for one.
  private static func readCode(
    _ text: FoldedText, at index: Int, before limit: Int, ofArticle: Bool
  ) -> (number: ReferenceNumber, end: Int)? {
    guard let match = FrenchArticleNumeral.read(text, at: index, before: limit) else { return nil }
    let bytes = (index..<match.end).map { text.byte($0) }
    guard bytes.contains(0x2D) || ofArticle && bytes.contains(0x20) else { return nil }
    let form = bytes.filter { $0 == 0x2D || $0 > 0x2F && $0 < 0x80 }.map { $0 < 0x40 ? $0 : $0 | 0x20 }
    return (ReferenceNumber(forms: [String(decoding: form, as: UTF8.self)]), match.end)
  }

  /// `A.1`, `IV`, `b`, `ii`: a letter or a roman numeral, with the decimals that follow.
  private static func readLetters(
    _ text: FoldedText, _ first: UInt32, at index: Int, _ length: Int, before limit: Int
  ) -> (number: ReferenceNumber, end: Int)? {
    var end = index
    var word = ""
    while end < limit, text.byte(end) | 0x20 >= 0x61, text.byte(end) | 0x20 <= 0x7A, end - index < 8 {
      word.unicodeScalars.append(Unicode.Scalar(text.byte(end) | 0x20))
      end += 1
    }
    var forms: [String] = []
    let roman = RomanNumeral.read(text, at: index, before: limit, upper: FoldedText.isUpper(first))
    if let roman, roman.end == end { forms.append(String(roman.value)) }
    if word.utf8.count <= 2, word.utf8.count == 1 || word.utf8.first == word.utf8.last { forms.append(word) }
    if forms.isEmpty, FoldedText.isUpper(first) {
      guard let match = WordSequence.englishCardinals.read(text, at: index, before: limit), match.end == end else {
        return nil
      }
      forms = [String(match.value)]
    }
    guard !forms.isEmpty, !FoldedText.isDigit(text.scalar(at: end, before: limit).value) else { return nil }
    var decimals = ""
    path(text, from: &end, before: limit, to: &decimals)
    return (ReferenceNumber(forms: forms.map { $0 + decimals }), end)
  }

  /// Takes `.3.1` as long as digits follow full stops.
  private static func path(_ text: FoldedText, from end: inout Int, before limit: Int, to form: inout String) {
    while text.scalar(at: end, before: limit).value == 0x2E,
      let next = ArabicNumeral.read(text, at: end + text.scalar(at: end, before: limit).length, before: limit)
    {
      form += ".\(next.value)"
      end = next.end
    }
  }
}
