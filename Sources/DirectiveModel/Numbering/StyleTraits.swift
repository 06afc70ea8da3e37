/// The few facts about styles that placing needs, one small value each.
struct StyleTraits: Sendable {
  let kind: NumberingStyle.Kind
  let rank: Int
  let isWeak: Bool
  /// Whether its markers carry a number that counts.
  let counts: Bool
  /// Whether its markers name a unit: 条, Chapter, §.
  let isNamed: Bool
  /// Whether its units are annexes, schedules or appendices.
  let isAnnex: Bool
  /// Whether its units are listed at the end of a document before they stand there: 附件.
  let isListed: Bool
  /// Whether its units run through the whole document and are often cited: 条, Article, §.
  let isArticle: Bool
  /// Whether its articles are written in Chinese characters; with a blank behind them they are no references.
  let isChinese: Bool
  /// Whether it numbers the paragraphs of an article, of which the first has no number.
  let isParagraph: Bool
  /// Whether a bracket may follow the marker on its line.
  let isBracketed: Bool
  /// Whether sentences hold no such marker: `（十二）` but not `2.` or `(3)`.
  let isSafeInSentence: Bool
  /// Whether it is a capital with a stop, which is how the initials of names look.
  let isLetter: Bool
  /// Whether the marker is a number and nothing else.
  let isBareNumber: Bool
  /// Whether the marker is a number in brackets: `(1)`.
  let isBracketedNumber: Bool
  /// The families that it belongs to, as bits: a list may change from one style of a family to another.
  let families: UInt8
  /// Whether its number can be the first component of decimals below it: `2.` or `Article 2` above `2.1`.
  let isWhole: Bool

  init(_ style: NumberingStyle) {
    kind = style.kind
    rank = style.rank
    isWeak = style.isWeak
    counts = style.numerals != [.none]
    isNamed = style.kind == .unit && !style.isParagraph
    isAnnex = isNamed && style.rank == 5
    isListed = style.kind == .unit && style.rank == 5 && style.prefixes.contains { $0.hasPrefix("附") }
    isArticle = style.kind == .unit && style.rank == 50
    isChinese = isArticle && style.prefixes.contains { $0.hasPrefix("第") }
    isParagraph = style.isParagraph
    isBracketed = style.follow == .alone
    isSafeInSentence = style.numerals != [.arabic]
    isLetter = style.numerals == [.upperLetter] && style.suffixes == ["."]
    isBareNumber = style.kind == .enumerator && style.numerals == [.arabic] && style.suffixes == [""]
    isBracketedNumber =
      style.kind == .enumerator && style.numerals == [.arabic] && style.prefixes.contains { $0.hasPrefix("(") }
    families = NumberingStyle.families.indices.reduce(0) { bits, family in
      style.isAmong(NumberingStyle.families[family]) ? bits | 1 << family : bits
    }
    isWhole =
      style.kind == .unit && counts
      || style.kind == .enumerator && style.prefixes == [""]
        && (style.numerals == [.arabic] || style.numerals == [.chinese])
  }

  static let all: [StyleTraits] = NumberingStyle.all.map(StyleTraits.init)

  /// The same, made once and never freed, so that looking at one counts no references.
  nonisolated(unsafe) static let table = StyleIndex.keep(all)
}
