/// Something that is said to the reader, in every language of the interface.
///
/// Where a phrase is made, all its languages are given; a further language is one more property here, and the compiler
/// shows every phrase that lacks it. Addresses, JSON and what is sent to standard error stay as they are.
struct Phrase: Equatable, Sendable {
  let english: String
  let chinese: String

  init(_ english: String, _ chinese: String) {
    self.english = english
    self.chinese = chinese
  }

  /// What is the same in all languages: an address, a file's name, figures.
  init(verbatim text: String) { self.init(text, text) }

  static var nothing: Phrase { Phrase(verbatim: "") }

  func callAsFunction(in language: Language) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }

  static func + (one: Phrase, other: Phrase) -> Phrase {
    Phrase(one.english + other.english, one.chinese + other.chinese)
  }
}

/// A language of the interface, by its code of ISO 639.
enum Language: String, CaseIterable, Sendable {
  case english = "en"
  case chinese = "zh"

  /// The language that the locale asks for: the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set and not empty
  /// decides (POSIX, chapter 8.2). English where it names none of these.
  init(environment: (String) -> String?) {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(environment).first { !$0.isEmpty }
    self = locale.flatMap { Language(rawValue: String($0.prefix { $0.isLetter })) } ?? .english
  }
}
