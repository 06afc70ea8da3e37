/// The regular expressions of a pattern, one for text that is UTF-8 and one for damaged text, made where they are needed.
final class PatternExpressions: Sendable {
  private let spellings: [String]
  private let ignoresCase: Bool
  /// That for UTF-8 and that for damaged text; nil inside where it is none.
  private let made = Guarded<[RegularExpression??]>([nil, nil])

  /// The first of `spellings` that is a regular expression.
  init(_ spellings: [String], ignoresCase: Bool, wholeWords: Bool) {
    self.spellings = wholeWords ? spellings.map { "(?<!\(Self.word))(?:\($0))(?!\(Self.word))" } : spellings
    self.ignoresCase = ignoresCase
  }

  /// What a word is made of where blanks stand between words.
  private static let word = "[\\p{Latin}\\p{Cyrillic}\\p{Greek}\\p{Nd}_]"

  func expression(forDamagedText: Bool) -> RegularExpression? {
    made.withLock { made in
      let place = forDamagedText ? 1 : 0
      if let expression = made[place] { return expression }
      let expression = spellings.lazy.compactMap {
        RegularExpression($0, ignoresCase: self.ignoresCase, forDamagedText: forDamagedText)
      }.first
      made[place] = .some(expression)
      return expression
    }
  }
}
