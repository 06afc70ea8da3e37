/// A way of numbering points: what stands before and after the numeral, which numerals it takes, and how it ranks.
///
/// In a prefix or suffix a space stands for one or more blanks and `~` for any number of blanks or none; letters match
/// in either case.
struct NumberingStyle: Sendable {
  enum Kind: UInt8, Sendable {
    /// A marker with a name of its own and a fixed rank: `第三章`, `Article 5`, `§ 12`.
    case unit
    /// A decimal number; its level is its number of components.
    case decimal
    /// A bare marker, whose level follows from the document: `一、`, `(a)`.
    case enumerator
    /// An ordinal that opens a paragraph: `First,`, `一是`, `首先，`.
    case ordinal
    /// An enacting formula, `HAS ADOPTED THIS REGULATION`: no point, but every list before it ends there. Behind a closing
    /// formula (rank 1), `Done at …`, no `(1)` opens a point: what is numbered so there are footnotes.
    case boundary
    /// A Markdown heading; its level is the number of `#`.
    case markdown
  }

  /// What must follow the marker.
  enum Follow: Sendable {
    case anything
    /// A blank or the end of the line.
    case blank
    /// The same, and no unit behind it: `第１　趣旨`, but not `第 1 条`.
    case blankAndTitle
    /// Text that does not go on as a number or a list: no digit, comma, bracket or stop.
    case text
    /// The same, and no lower-case letter without a blank: `1.` but not `3.5` or `1.com`.
    case clause
    /// A heading: nothing, a blank or punctuation and then no lower-case word, or a short line without stops.
    case title
    /// The text of an article, and no word with which a sentence goes on after citing one.
    case article
    /// Nothing more on the line, or a bracket.
    case alone
  }

  let name: String
  let kind: Kind
  let prefixes: [String]
  let numerals: [NumeralSystem]
  let suffixes: [String]
  let follow: Follow
  /// Lower is further out; only for units.
  let rank: Int
  /// Whether a list of one member is no list.
  let isWeak: Bool
  /// A line that this style reads.
  let example: String

  /// Whether it numbers the paragraphs of an article, of which the first has no number.
  var isParagraph: Bool { kind == .unit && rank == 55 }

  /// Whether its name is one of `names`, told by their bytes: as characters, thousands of them take an eighth of what the
  /// outline of a speech takes.
  func isAmong(_ names: [String]) -> Bool {
    names.contains { $0.utf8.count == name.utf8.count && $0.utf8.elementsEqual(name.utf8) }
  }

  static func unit(
    _ name: String, _ prefixes: [String], _ numerals: [NumeralSystem], _ suffixes: [String] = [".", ""],
    rank: Int, follow: Follow = .title, example: String
  ) -> NumberingStyle {
    NumberingStyle(
      name: name, kind: .unit, prefixes: prefixes, numerals: numerals, suffixes: suffixes, follow: follow, rank: rank,
      isWeak: false, example: example)
  }

  static func list(
    _ name: String, _ prefixes: [String], _ numerals: [NumeralSystem], _ suffixes: [String],
    follow: Follow = .text, isWeak: Bool = false, example: String
  ) -> NumberingStyle {
    NumberingStyle(
      name: name, kind: .enumerator, prefixes: prefixes, numerals: numerals, suffixes: suffixes, follow: follow,
      rank: 100, isWeak: isWeak, example: example)
  }

  static func list(
    _ name: String, _ prefixes: [String], _ numeral: NumeralSystem, _ suffixes: [String],
    follow: Follow = .text, isWeak: Bool = false, example: String
  ) -> NumberingStyle {
    list(name, prefixes, [numeral], suffixes, follow: follow, isWeak: isWeak, example: example)
  }

  static func list(
    _ name: String, _ numerals: [NumeralSystem], _ suffixes: [String], follow: Follow = .text, isWeak: Bool = false,
    example: String
  ) -> NumberingStyle {
    list(name, [""], numerals, suffixes, follow: follow, isWeak: isWeak, example: example)
  }

  static func ordinal(
    _ name: String, _ prefixes: [String], _ numeral: NumeralSystem, _ suffixes: [String],
    follow: Follow = .anything, example: String
  ) -> NumberingStyle {
    NumberingStyle(
      name: name, kind: .ordinal, prefixes: prefixes, numerals: [numeral], suffixes: suffixes, follow: follow,
      rank: 100, isWeak: true, example: example)
  }

  static func list(
    _ name: String, _ numeral: NumeralSystem, _ suffixes: [String], follow: Follow = .text, isWeak: Bool = false,
    example: String
  ) -> NumberingStyle {
    list(name, [""], [numeral], suffixes, follow: follow, isWeak: isWeak, example: example)
  }

  static func ordinal(
    _ name: String, _ numeral: NumeralSystem, _ suffixes: [String], example: String
  ) -> NumberingStyle {
    ordinal(name, [""], numeral, suffixes, example: example)
  }

  static func decimal(_ name: String, _ suffixes: [String], follow: Follow, example: String) -> NumberingStyle {
    NumberingStyle(
      name: name, kind: .decimal, prefixes: [""], numerals: [.decimalPath], suffixes: suffixes, follow: follow,
      rank: 90, isWeak: false, example: example)
  }
}
