/// Words written down as one text, as their scalars.
///
/// Gone through by scalars: telling a text's characters takes ten times as long, and some lists are made at every start.
enum WordList {
  /// The words that `separator` parts.
  static func scalars(_ words: String, partedBy separator: Unicode.Scalar) -> [[UInt32]] {
    var list: [[UInt32]] = []
    var word: [UInt32] = []
    for scalar in words.unicodeScalars {
      if scalar != separator {
        word.append(scalar.value)
      } else if !word.isEmpty {
        list.append(word)
        word.removeAll(keepingCapacity: true)
      }
    }
    return word.isEmpty ? list : list + [word]
  }
}
