/// How much of a document each point is, and how long it takes to read.
public struct Weights: Sendable {
  /// By point id: hundredths of a second that a reader takes for the point with all inside it.
  private let times: [Int]
  private let total: Int

  /// Words of scripts with blanks between words, and characters of those without, that are read in a minute.
  public static let wordsPerMinute = 230
  public static let charactersPerMinute = 350

  /// Goes through the whole text once.
  public init(_ document: Document) {
    let points = document.outline.points
    var times = points.indices.map { Self.time(document.ownText(of: $0), of: document.source) }
    for id in points.indices.reversed() where points[id].parent >= 0 { times[Int(points[id].parent)] += times[id] }
    self.times = times
    total = points.indices.reduce(0) { points[$1].parent < 0 ? $0 + times[$1] : $0 }
  }

  private static func time(_ range: Range<Int>, of source: Source) -> Int {
    source.withFoldedText { text in
      var words = 0
      var characters = 0
      var isInWord = false
      var index = range.lowerBound
      while index < range.upperBound {
        let byte = text.byte(index)
        if byte < 0x80 {
          let isWord = byte >= 0x30 && byte <= 0x39 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
          if isWord, !isInWord { words += 1 }
          isInWord = isWord || isInWord && byte != 0x20 && byte != 0x0A && byte != 0x09
          index += 1
        } else {
          let (scalar, length) = text.scalar(at: index, before: range.upperBound)
          if FoldedText.isIdeographic(scalar), scalar < 0xAC00 || scalar > 0xD7FF {
            if scalar >= 0x3040 { characters += 1 }
            isInWord = false
          } else if !isInWord, FoldedText.isLetter(scalar) || scalar >= 0x250 && scalar < 0x2000 {
            words += 1
            isInWord = true
          }
          index += max(1, length)
        }
      }
      return 6000 * words / wordsPerMinute + 6000 * characters / charactersPerMinute
    } ?? 0
  }

  /// The point's share of the whole, in per cent, rounded.
  public func percent(_ id: Int) -> Int { total > 0 ? (100 * times[id] + total / 2) / total : 0 }

  /// Minutes of reading, rounded; 0 for less than half a minute.
  public func minutes(_ id: Int) -> Int { (times[id] + 3000) / 6000 }

  /// Seconds of reading, rounded.
  public func seconds(_ id: Int) -> Int { (times[id] + 50) / 100 }

  /// Minutes of reading for the whole document, rounded.
  public var totalMinutes: Int { (total + 3000) / 6000 }
}
