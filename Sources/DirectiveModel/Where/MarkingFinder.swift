/// Finds the points of a document that a marking names.
///
/// The first mark may stand anywhere, each further one inside what the marks before it found. A marker that is written
/// as typed is better than one of the same kind of numeral, and that better than any with the same number: `（二）` finds
/// `(2)` where there is no `（二）`. Deeper points give way to shallower ones, except units, whose names have a place.
struct MarkingFinder {
  let document: Document
  private let text: FoldedText
  private var scanner: MarkerScanner
  /// Whether the document's own units, annexes aside, print no word, so that a word may cite what is numbered without.
  private lazy var isCitedByWordsNotPrinted = !document.outline.points.contains { $0.isUnit && !$0.isAnnex }

  /// All that `marking` can mean, in reading order; several are equally good. Where it names nothing, `around` is the
  /// last point on the way that it does name.
  static func find(_ marking: Marking, in document: Document) -> (found: [Passage], around: Int?) {
    with(document) { $0.find(marking) } ?? ([], nil)
  }

  /// The last point of the document that is numbered as the first mark of `marking` is.
  static func last(like marking: Marking, in document: Document) -> Int? {
    let styles = Set(marking.marks[0].readings.map(\.style))
    return with(document) { finder in
      document.outline.points.indices.last { finder.readings(of: $0).contains { styles.contains($0.style) } }
    } ?? nil
  }

  /// The only point that is named as a unit with that number.
  static func unit(_ number: Int, in document: Document) -> Int? {
    only(among: document.outline.points.indices.filter { document.outline.points[$0].isUnit }, in: document) {
      $0.row.isNamed && $0.value == number && $0.insertion == 0
    }
  }

  /// The only point whose marker is a decimal number of these components, of which there are several.
  static func decimal(_ components: [Int], in document: Document) -> Int? {
    guard components.count > 1 else { return nil }
    let (path, written) = (DecimalPath(components), components.map(String.init).joined(separator: "."))
    let ids = document.outline.points.indices.filter { id in
      let marker = document.outline.points[id].marker
      return marker.count >= written.utf8.count && document.source.string(marker).contains(written)
    }
    return only(among: ids, in: document) { $0.path == path }
  }

  /// The only point among `ids` whose marker prints that number; nil where `asked` prints it, or no one or several do.
  static func printing(_ number: Int, among ids: [Int], besides asked: Int? = nil, in document: Document) -> Int? {
    let found = only(among: ids, in: document) { $0.value == number && $0.insertion == 0 }
    return found == asked ? nil : found
  }

  /// The only one of `ids` a reading of whose marker is meant; nil where there are several.
  private static func only(among ids: [Int], in document: Document, _ isMeant: (MarkReading) -> Bool) -> Int? {
    let found = with(document) { finder in
      ids.filter { finder.readings(of: $0).contains(where: isMeant) }
    }
    return found?.count == 1 ? found?.first : nil
  }

  private static func with<Result>(_ document: Document, _ body: (inout MarkingFinder) -> Result) -> Result? {
    document.source.bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return nil }
      var finder = MarkingFinder(document, FoldedText(base: base, count: bytes.count))
      return body(&finder)
    }
  }

  private init(_ document: Document, _ text: FoldedText) {
    self.document = document
    self.text = text
    scanner = MarkerScanner(text, styles: .all)
    scanner.heedsContext = false
  }

  private mutating func find(_ marking: Marking) -> (found: [Passage], around: Int?) {
    let ways = starts(of: marking).map { walk(marking.marks.dropFirst(), from: $0) }
    return ways.first { !$0.found.isEmpty } ?? ways.first ?? ([], nil)
  }

  /// What the first mark can mean, the best first. A bare number before others, the 2 of `2(a)`, means what stands
  /// outermost.
  private mutating func starts(of marking: Marking) -> [[Int]] {
    let ids = document.outline.points.indices
    guard marking.marks.count > 1, marking.marks[0].isBare else {
      return [best(marking.marks[0], among: ids, nearest: false)]
    }
    var best: [Int32: (fit: Int, ids: [Int])] = [:]
    for id in ids {
      let fit = self.fit(marking.marks[0], id)
      let depth = document.outline.points[id].depth
      if fit > best[depth, default: (0, [])].fit { best[depth] = (fit, []) }
      if fit > 0, fit == best[depth]?.fit { best[depth]?.ids.append(id) }
    }
    return best.sorted { $0.key < $1.key }.map(\.value.ids)
  }

  private mutating func walk(_ marks: ArraySlice<Mark>, from ids: [Int]) -> (found: [Passage], around: Int?) {
    var found = ids.map { Passage($0) }
    for mark in marks {
      let next = found.flatMap { step(mark, from: $0) }
      if next.isEmpty { return ([], found.count == 1 ? found[0].id : nil) }
      found = next
    }
    return (found, nil)
  }

  /// What `mark` names inside `place`.
  private mutating func step(_ mark: Mark, from place: Passage) -> [Passage] {
    let numbered = best(mark, among: document.points(inside: place), nearest: true)
    if numbered.isEmpty, mark.member == .paragraph {
      return document.paragraph(mark.count, of: place.id).map { [$0] } ?? []
    }
    return numbered.map { Passage($0) }
  }

  /// The points among `ids` that fit `mark` best.
  private mutating func best(_ mark: Mark, among ids: Range<Int>, nearest: Bool) -> [Int] {
    var best: [Int] = []
    var bestFit = 0
    var depth = Int32.max
    for id in ids {
      let fit = self.fit(mark, id)
      guard fit > 0, fit >= bestFit else { continue }
      let isDeep = nearest || !mark.isNamed
      let own = document.outline.points[id].depth
      if fit > bestFit || isDeep && own < depth {
        best = []
        depth = own
      }
      bestFit = fit
      if !isDeep || own == depth { best.append(id) }
    }
    return best
  }

  // MARK: - How well a marker fits

  /// 0 where it does not.
  private mutating func fit(_ mark: Mark, _ id: Int) -> Int {
    var best = 0
    for printed in readings(of: id) {
      if mark.counts(printed) { best = max(best, 3) }
      for typed in mark.readings {
        best = max(best, typed.fit(printed))
        if best == 0, typed.citesBare(printed), document.outline.points[id].depth == 1, isCitedByWordsNotPrinted {
          best = 1
        }
      }
    }
    return best
  }

  /// All readings of the point's whole marker.
  private mutating func readings(of id: Int) -> [MarkReading] {
    let marker = document.outline.points[id].marker
    guard document.outline.points[id].kind == .numbered, !marker.isEmpty, marker.upperBound <= text.count else {
      return []
    }
    return scanner.readings(at: marker.lowerBound, before: marker.upperBound)
      .filter { Int($0.reading.end) == marker.upperBound }
      .map { MarkReading($0.reading, $0.path, from: marker.lowerBound, in: text) }
  }
}

extension Mark {
  /// Whether it is a number without a word, a bracket or a stop.
  var isBare: Bool { member == nil && readings.contains { !$0.row.isNamed && $0.row.isBare } }

  /// Whether its Chinese or Japanese word and number count a printed marker: 第二项 counts `（二）`, 第二項 `２　`.
  fileprivate func counts(_ printed: MarkReading) -> Bool {
    guard printed.value == count, printed.insertion == 0, readings.allSatisfy({ $0.row.isNamed }) else { return false }
    switch member {
    case .paragraph: return NumberingStyle.all[Int(printed.style)].isParagraph
    case .point: return !printed.row.isNamed && printed.row.numerals.first?.sequence == "numbers"
    case nil: return false
    }
  }
}

extension StyleIndex.Row {
  var isBare: Bool { self.sign == 0 && self.mark == 0 }

  /// `Section 5`, `Sec. 5` and `§ 5` are one.
  var isSection: Bool {
    ["Section", "Sec.", "§"].contains(NumberingStyle.all[Int(self.index)].name)
  }
}

extension MarkReading {
  /// How well a printed marker fits this typed one; 0 where it does not.
  fileprivate func fit(_ printed: MarkReading) -> Int {
    guard value == printed.value, insertion == printed.insertion, path == printed.path, name == printed.name else {
      return 0
    }
    if style == printed.style { return 5 }
    let (typed, row) = (self.row, printed.row)
    switch (typed.isNamed, row.isNamed) {
    case (true, true):
      if typed.isSection, row.isSection { return 3 }
      let styles = NumberingStyle.all
      return value > 0 && styles[Int(style)].rank == styles[Int(printed.style)].rank ? 1 : 0
    case (false, false):
      guard let one = typed.numerals.first, let other = row.numerals.first else { return 0 }
      if one == other { return 4 }
      guard let sequence = one.sequence, sequence == other.sequence else { return 0 }
      return 3
    case (false, true): return typed.isBare && value > 0 ? 1 : 0
    case (true, false): return 0
    }
  }
}

extension MarkReading {
  /// Whether `Clause 5` may cite a printed `5.`: the points of a contract are cited by a word that they do not print.
  /// Annexes and the parts of a large work (`Part 2`, 编) print theirs where there are any.
  fileprivate func citesBare(_ printed: MarkReading) -> Bool {
    row.isNamed && NumberingStyle.all[Int(style)].rank > Self.largestParts && !printed.row.isNamed && value > 0
      && value == printed.value && insertion == printed.insertion && printed.row.numerals.first?.sequence == "numbers"
  }

  /// The rank of a part of a work.
  private static let largestParts = 12
}

extension NumeralSystem {
  /// What it counts with; numerals of different sequences are not one number. Nil for what does not count.
  fileprivate var sequence: String? {
    switch self {
    case .arabic, .chinese, .words: "numbers"
    case .symbols(.heavenlyStems): "stems"
    case .symbols(.iroha): "iroha"
    case .symbols(.gojuon), .symbols(.halfWidthGojuon): "gojuon"
    case .symbols(.korean), .symbols(.circledKorean), .symbols(.parenthesisedKorean): "korean"
    case .upperRoman, .lowerRoman, .symbols(.romanCharacters), .symbols(.smallRomanCharacters):
      "roman"
    case .symbols: "numbers"
    case .upperLetter, .lowerLetter: "letters"
    case .doubledLetter: "doubled"
    case .decimalPath, .frenchArticle, .none: nil
    }
  }
}
