/// The few facts about styles that placing needs, one small value each.
struct StyleTraits: Sendable {
  let kind: NumberingStyle.Kind
  let rank: Int
  let isWeak: Bool
  /// Whether its markers carry a number that counts.
  let counts: Bool
  /// Whether its units run through the whole document and are often cited: 条, Article, §.
  let isArticle: Bool
  /// Whether it is a capital with a stop, which is how the initials of names look.
  let isLetter: Bool
  /// Whether it numbers the paragraphs of an article, of which the first has no number.
  let isParagraph: Bool
  /// Whether the marker is a number and nothing else.
  let isBareNumber: Bool

  static let all: [StyleTraits] = NumberingStyle.all.map { style in
    StyleTraits(
      kind: style.kind, rank: style.rank, isWeak: style.isWeak, counts: style.numerals != [.none],
      isArticle: style.kind == .unit && style.rank == 50,
      isLetter: style.name == "A.", isParagraph: style.rank == 55,
      isBareNumber: style.kind == .enumerator && style.numerals == [.arabic] && style.suffixes == [""])
  }
}
