import Synchronization

/// Which styles' markers can begin as a line begins: most lines of prose begin with a character with which some marker
/// begins, too, and most numbers are those of one or two styles.
///
/// Told by the line's first character, for which there is a bucket of styles, and by what stands behind it, or behind
/// the whole number that it begins: a character at once, or the first one behind blanks, or behind a stop, or behind a
/// stop and blanks: `1.`, `12.`, `1)`, `1 -`, `1.2` and `1. Teil` are told apart so. Characters that no style has in second
/// place are all alike, and so are those that the same styles have there. Markers that begin with a word, `Section`,
/// `Erster Teil`, or have one behind the number's stop, `1. Teil`, are told by the first four characters of the word, and
/// `the first` by those of the next one, too. Numbers that are letters, `(a)`, `(aa)`, are told by the one behind the first.
struct MarkerOpenings: Sendable {
  /// A set of places in a bucket.
  typealias Places = UInt64

  /// The places of a bucket of so many styles.
  static func all(_ count: Int) -> Places { Places.max >> (64 - count) }

  private let tables: Kept<OpeningTables>

  private typealias Place = MarkerBeginnings.Behind.Place

  static let all = Self(tables: Kept(OpeningTables(StyleIndex.all)))

  private static let linesRead = Atomic(0)

  /// The table for reading so many lines more; nil as long as it takes longer to make than trying every style that begins
  /// with a line's first character. What is read is the same.
  static func worthMaking(forLines count: Int) -> Self? {
    linesRead.add(count, ordering: .relaxed).newValue >= 1000 ? all : nil
  }

  /// The places in a bucket of the styles to try where text begins at `start`.
  @inline(__always)
  func places(_ bucket: Int, _ text: FoldedText, at start: Int, before limit: Int) -> Places {
    if let four = FourCharacters(text, at: start, before: limit), four.beginWord {
      return tables.words.places(bucket, four, text, at: start, before: limit)
        | tables.places[OpeningTables.place(bucket, .atOnce, UInt8(truncatingIfNeeded: four.second))]
    }
    return placesByNumber(bucket, text, at: start, before: limit)
  }

  private func placesByNumber(_ bucket: Int, _ text: FoldedText, at start: Int, before limit: Int) -> Places {
    var next = Self.numberEnd(text, at: start, before: limit)
    var (second, length) = text.scalar(at: next, before: limit)
    var place = Place.atOnce
    if second == 0x20 || second == 0x2E {
      let isStop = second == 0x2E
      let after = next + length
      next = text.skipBlanks(from: after, before: limit)
      place = !isStop ? .behindBlanks : next > after ? .behindStopAndBlanks : .behindStop
      (second, length) = text.scalar(at: next, before: limit)
    } else if second == 0x2D, FoldedText.isDigit(text.scalar(at: next + length, before: limit).value) {
      second = MarkerBeginnings.dashBeforeDigit
    }
    let column = length == 0 ? OpeningTables.end : second < 0x10000 ? tables.columns[Int(second)] : OpeningTables.other
    var found = tables.places[OpeningTables.place(bucket, place, column)]
    let worded = tables.wordedBehindStop[bucket]
    if found & worded != 0 { found &= ~worded | tables.words.places(bucket, text, at: next, before: limit) }
    if tables.hasWords[bucket] { found |= tables.words.places(bucket, text, at: start, before: limit) }
    if found & tables.toldByLetters[bucket] != 0, let letters = Self.letters(text, at: start, before: limit) {
      found &= tables.byLetters[OpeningTables.place(bucket, letters)]
    }
    return found
  }

  /// How the letter goes on that stands at `start` or behind the sign there; nil where none does.
  private static func letters(_ text: FoldedText, at start: Int, before limit: Int) -> Letters? {
    var (letter, length) = text.scalar(at: start, before: limit)
    var next = start + length
    if !isLatin(letter) {
      (letter, length) = text.scalar(at: next, before: limit)
      guard isLatin(letter) else { return nil }
      next += length
    }
    let behind = text.scalar(at: next, before: limit).value
    return !isLatin(behind) ? .alone : behind == letter ? .twice : .others
  }

  /// Where the number ends that begins at `start`, and a letter with it that stands alone: `12a`; behind one character
  /// where that begins no number.
  @inline(__always)
  private static func numberEnd(_ text: FoldedText, at start: Int, before limit: Int) -> Int {
    let (first, length) = text.scalar(at: start, before: limit)
    var index = start + length
    if first >= 0x80 {
      guard ChineseNumeral.value(of: first) != nil else { return index }
      while true {
        let (scalar, length) = text.scalar(at: index, before: limit)
        guard length > 0, ChineseNumeral.value(of: scalar) != nil else { return index }
        index += length
      }
    }
    if FoldedText.isDigit(first) {
      while true {
        let (scalar, length) = text.scalar(at: index, before: limit)
        guard FoldedText.isDigit(scalar) else { break }
        index += length
      }
    } else if isRoman(first) {
      while true {
        let (scalar, length) = text.scalar(at: index, before: limit)
        guard isRoman(scalar), scalar & 0x20 == first & 0x20 else { break }
        index += length
      }
    } else if !isLatin(first) {
      return index
    }
    let (letter, letterLength) = text.scalar(at: index, before: limit)
    guard isLatin(letter) else { return index }
    let behind = text.scalar(at: index + letterLength, before: limit).value
    return FoldedText.isLetter(behind) || FoldedText.isDigit(behind) ? index : index + letterLength
  }

  private static func isLatin(_ scalar: UInt32) -> Bool { scalar < 0x80 && (scalar | 0x20) &- 0x61 < 26 }

  /// Whether the scalar is one of I, V, X, L, C, D and M, in either case.
  private static func isRoman(_ scalar: UInt32) -> Bool { isLatin(scalar) && FourCharacters.isRoman(scalar) }
}
