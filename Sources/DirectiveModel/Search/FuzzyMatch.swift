/// How well a few typed letters fit a text: all of them in order, not necessarily side by side.
public enum FuzzyMatch {
  /// A score, higher for a better fit; nil where the letters do not all occur in order.
  ///
  /// Letters side by side and letters at the beginning of words count most; case counts nothing. Blanks in the query
  /// separate words, each of which must fit.
  public static func score(_ query: String, in text: String) -> Int? {
    let scalars = Array(text.lowercased().unicodeScalars)
    var total = 0
    for word in query.lowercased().split(separator: " ") {
      guard let score = score(of: Array(word.unicodeScalars), in: scalars) else { return nil }
      total += score
    }
    return total
  }

  private static func score(of word: [Unicode.Scalar], in text: [Unicode.Scalar]) -> Int? {
    var best: Int?
    for start in text.indices where text[start] == word[0] {
      guard let score = score(of: word, in: text, from: start) else { break }
      best = max(best ?? score, score)
    }
    return best
  }

  private static func score(of word: [Unicode.Scalar], in text: [Unicode.Scalar], from start: Int) -> Int? {
    var score = 0
    var position = start
    var previous: Int?
    for scalar in word {
      while position < text.count, text[position] != scalar { position += 1 }
      guard position < text.count else { return nil }
      let beginsWord = position == 0 || !text[position - 1].properties.isAlphabetic
      score += beginsWord ? 8 : 0
      if let previous {
        score += position == previous + 1 ? 12 : -min(6, position - previous)
      } else {
        score -= min(6, position / 4)
      }
      previous = position
      position += 1
    }
    return score
  }
}
