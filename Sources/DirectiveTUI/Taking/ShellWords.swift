/// Splits a command as it stands in `VISUAL` or `EDITOR` into words, as a shell would and without one: blanks separate,
/// quotation marks and backslashes keep together. Nothing is expanded.
enum ShellWords {
  /// Nil where a quotation mark is not closed, or nothing follows a backslash.
  static func split(_ text: String) -> [String]? {
    var words: [String] = []
    var word: String?
    var quotation: Character?
    var isEscaped = false
    for character in text {
      if isEscaped {
        if quotation == "\"", !"\"\\$`".contains(character) { word?.append("\\") }
        word = (word ?? "") + String(character)
        isEscaped = false
      } else if character == "\\", quotation != "'" {
        word = word ?? ""
        isEscaped = true
      } else if let open = quotation {
        if character == open { quotation = nil } else { word?.append(character) }
      } else if character == "'" || character == "\"" {
        quotation = character
        word = word ?? ""
      } else if character.isWhitespace {
        if let word { words.append(word) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    guard quotation == nil, !isEscaped else { return nil }
    if let word { words.append(word) }
    return words
  }
}
