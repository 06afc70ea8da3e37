/// The rank of each style in one document: the custom of `NumberingStyle.all`, put right where the document shows
/// another order.
///
/// A style that starts again right after another one stands below it: `Section 1` after each `ARTICLE` in contracts,
/// `Kapitel 1` after each `Abschnitt` in some German statutes. So does one whose heading follows right below the
/// other's, if none of it came earlier: `SUBCHAPTER B`, `PART 212`. A list stands above articles, not in them, where its
/// members are headings right above articles: `一、总则`, `第一条`.
struct UnitRanks {
  private var ranks: [Int]

  subscript(_ style: UInt8) -> Int { ranks[Int(style)] }

  /// Those of custom.
  init() { ranks = NumberingStyle.all.map(\.rank) }

  /// `entries`: the candidates that are entries of the contents; `others`: styles that keep their ranks.
  init(_ candidates: Candidates, _ lines: Lines, except entries: Range<Int>, _ others: [UInt8]) {
    self.init()
    let traits = StyleTraits.all
    var ranked = traits.map { $0.kind == .unit && !$0.isParagraph && $0.counts }
    for style in others { ranked[Int(style)] = false }
    var changes = ChangesByPair(styles: traits.count)
    var seen = [Bool](repeating: false, count: traits.count)
    var last: (style: Int, index: Int)?
    var lists = ListsAboveArticles()
    for unit in candidates.units where !unit.goesOn {
      let (index, style) = (Int(unit.index), Int(unit.style))
      guard ranked[style], !entries.contains(index) else { continue }
      if let upper = unit.titleAbove, traits[style].isArticle, !entries.contains(index - 1) {
        lists.add(Int(upper), of: candidates, rightAbove: index, style, lines)
      }
      if let last, last.style != style {
        // Once is enough: looking at the lines between takes longer than all else.
        let isHeading =
          !changes[last.style, style].hasHeading
          && Self.stands(candidates.list[index], rightBelow: candidates.list[last.index], lines)
        changes[last.style, style].add(isNew: !seen[style], restarts: unit.isFirst, isHeading: isHeading)
      }
      seen[style] = true
      last = (style, index)
    }
    for (upper, lower) in changes.pairs {
      let (change, reverse) = (changes[upper, lower], changes[lower, upper])
      guard change.restarts > 0 || change.hasHeading else { continue }
      // An annex may follow right below the last heading before it.
      guard ranks[upper] >= ranks[lower], !traits[lower].isAnnex || traits[upper].isAnnex else { continue }
      // Believed only if the other order is not seen as often.
      let restarts = change.restarts > reverse.restarts ? change.restarts : 0
      let isHeading = !traits[upper].isArticle && change.hasHeading && !reverse.hasHeading && change.isLater
      guard restarts >= 2 && change.continues == 0 || isHeading else { continue }
      ranks[lower] = ranks[upper] + 1
    }
    for (list, article) in lists.found { ranks[list] = ranks[article] - 1 }
  }

  /// Lists whose members stand right above articles.
  private struct ListsAboveArticles {
    /// Those lists' styles, their last numbers and readings, and the articles' style; what else stands there makes the
    /// number -1.
    private var lists: [(style: Int, last: Int, reading: Int, article: Int)] = []

    /// The styles whose first numbers stand so, in order, and two of them at least.
    var found: [(list: Int, article: Int)] { lists.filter { $0.last >= 2 }.map { ($0.style, $0.article) } }

    /// Takes note of what could be the title of a list's member, of style `style`, before the candidate at `index`, which is
    /// an article; the last item of a list in an article ends a sentence, or is not the next one of its style.
    mutating func add(
      _ style: Int, of candidates: Candidates, rightAbove index: Int, _ article: Int, _ lines: Lines
    ) {
      let known = lists.firstIndex { $0.style == style }
      // What is no such list remains none: looking at the lines between takes longer than all else.
      if let known, lists[known].last < 0 { return }
      let (upper, lower) = (candidates.list[index - 1], candidates.list[index])
      guard (Int(upper.line) + 1..<Int(lower.line)).allSatisfy(lines.isBlank) else { return }
      let reading = Int(upper.firstReading)
      let value = Int(candidates.readings[reading].value)
      guard let known else {
        lists.append((style, value == 1 ? 1 : -1, reading, article))
        return
      }
      let isNext = Int(candidates.readings[lists[known].reading].next) == reading && lists[known].last + 1 == value
      lists[known].last = isNext && value > 1 ? value : -1
      lists[known].reading = reading
    }
  }

  /// How one style's unit followed right on another's.
  private struct Changes {
    /// With number one, and with another.
    var restarts = 0
    var continues = 0
    /// Whether one had its heading right below the other's.
    var hasHeading = false
    /// Whether no unit of the style had come before.
    var isLater = false

    mutating func add(isNew: Bool, restarts: Bool, isHeading: Bool) {
      if restarts { self.restarts += 1 } else { continues += 1 }
      if isHeading { hasHeading = true }
      if isNew { isLater = true }
    }
  }

  /// The changes from one style to another, found without hashing: there is one for nearly every unit of a document.
  private struct ChangesByPair {
    private let styles: Int
    /// Where the changes of a pair stand, by its styles; 0 where there are none, and nothing for a style that was no upper
    /// one: few are in a document.
    private var places: [[UInt16]]
    private var list = [Changes()]

    init(styles: Int) {
      self.styles = styles
      places = [[UInt16]](repeating: [], count: styles)
    }

    subscript(upper: Int, lower: Int) -> Changes {
      get { list[places[upper].isEmpty ? 0 : Int(places[upper][lower])] }
      _modify {
        if places[upper].isEmpty { places[upper] = [UInt16](repeating: 0, count: styles) }
        if places[upper][lower] == 0 {
          places[upper][lower] = UInt16(list.count)
          list.append(Changes())
        }
        yield &list[Int(places[upper][lower])]
      }
    }

    /// Those that occur, in their order.
    var pairs: [(upper: Int, lower: Int)] {
      places.indices.flatMap { upper in places[upper].indices.filter { places[upper][$0] > 0 }.map { (upper, $0) } }
    }
  }

  /// Whether nothing stands between two headings but the title of the upper one.
  private static func stands(_ candidate: Candidate, rightBelow upper: Candidate, _ lines: Lines) -> Bool {
    guard candidate.flags.contains(.isTitle), upper.flags.contains(.isTitle), candidate.line > upper.line,
      candidate.line - upper.line <= 6
    else { return false }
    let between = (Int(upper.line) + 1..<Int(candidate.line)).count { !lines.isBlank($0) }
    return between <= (upper.flags.contains(.isAlone) ? 1 : 0)
  }
}
