/// The printed numbers of all points, for looking up citations.
struct PointNumbers: Sendable {
  private struct Key: Hashable {
    let unit: ReferenceUnit
    let form: String
  }

  private let document: Document
  private var outline: Outline { document.outline }
  private let points: [Key: Bearers]
  /// By point id: the unit that its marker names, `bare` where it names none.
  private let units: [ReferenceUnit]
  /// The ids of all articles, in order.
  private let articles: [Int]
  /// By point id: whether its number is written in digits.
  private let hasDigits: [Bool]
  /// The outermost points of each number without a word.
  private let outermost: [String: Bearers]
  /// Whether units other than annexes print their word, so that no word cites what is numbered without.
  private let printsUnits: Bool
  private let paragraphs = KnownParagraphs()

  init(_ document: Document) {
    let outline = document.outline
    var points: [Key: Bearers] = [:]
    var units = [ReferenceUnit](repeating: .bare, count: outline.points.count)
    var articles: [Int] = []
    var hasDigits = [Bool](repeating: false, count: outline.points.count)
    let isInAnnex = Self.annexed(outline)
    _ = document.source.withFoldedText { text in
      for (id, point) in outline.points.enumerated() where point.kind == .numbered && !point.marker.isEmpty {
        guard let (unit, number) = Self.read(point.marker, text) else { continue }
        units[id] = unit
        if unit == .article { articles.append(id) }
        hasDigits[id] = number.isInDigits
        for form in number.forms {
          points[Key(unit: unit, form: form), default: Bearers()].add(id, isInAnnex: isInAnnex[id])
        }
      }
    }
    var outermost: [String: Bearers] = [:]
    for (key, bearers) in points where key.unit == .bare {
      let depth = bearers.ids.lazy.map { outline.points[$0].depth }.min()
      for id in bearers.ids where outline.points[id].depth == depth {
        outermost[key.form, default: Bearers()].add(id, isInAnnex: isInAnnex[id])
      }
    }
    self.document = document
    printsUnits = outline.points.contains { $0.isUnit && !$0.isAnnex }
    self.points = points
    self.outermost = outermost
    self.units = units
    self.articles = articles
    self.hasDigits = hasDigits
  }

  /// By point id: whether it is an annex, or in one.
  private static func annexed(_ outline: Outline) -> [Bool] {
    var end = 0
    return outline.points.enumerated().map { id, point in
      if id >= end, point.isAnnex { end = Int(point.end) }
      return id < end
    }
  }

  /// The unit and number of a marker: `第十二条`, `Section 5`, `(a)`, `2.3.`.
  private static func read(_ marker: Range<Int>, _ text: FoldedText) -> (ReferenceUnit, ReferenceNumber)? {
    let scanner = CitationScanner(text: text)
    if let step = scanner.citations(in: marker).first?.steps.first {
      return (step.unit.isInner ? .bare : step.unit, step.number)
    }
    var index = marker.lowerBound
    while index < marker.upperBound {
      if let (number, _) = ReferenceNumber.read(text, at: index, before: marker.upperBound) { return (.bare, number) }
      let (scalar, length) = text.scalar(at: index, before: marker.upperBound)
      guard length > 0, !FoldedText.isLetter(scalar) else { return nil }
      index += length
    }
    return nil
  }

  /// What a citation in the text of `from` means; nil where there is no such point.
  func passage(cited citation: Citation, from: Int) -> (passage: Passage, others: Int)? {
    if citation.distance != 0 {
      let neighbour =
        citation.distanceUnit == .paragraph
        ? paragraph(citation.distance, from: citation.range.lowerBound, in: from)
        : neighbour(of: from, citation.distance).map { Passage($0) }
      return neighbour.map { (descend(citation.steps[...], into: $0), 0) }
    }
    guard let first = citation.steps.first else { return nil }
    if first.unit.isInner, let inner = inside(from, first) {
      return (descend(citation.steps.dropFirst(), into: inner), 0)
    }
    return whole(first).flatMap { nearest($0, to: from) }.map { id, others in
      (first.unit.isInner ? Passage(id) : descend(citation.steps.dropFirst(), into: Passage(id)), others)
    }
  }

  /// The points that are looked for in the whole document.
  func whole(_ step: Citation.Step) -> Bearers? {
    for form in step.number.forms {
      if let found = points[Key(unit: step.unit, form: form)] { return found }
      guard step.unit.mayBeBare, !step.unit.isInner || form.contains("."),
        let bare = outermost[form], form.contains(".") || !printsUnits && outline.points[bare.ids[0]].depth == 1
      else { continue }
      return bare
    }
    return nil
  }

  /// The one that shares most of the path with `id`, of equals the first; and how many equals there are. Those in an annex
  /// are meant from within it, or where there are no others.
  private func nearest(_ found: Bearers, to id: Int) -> (id: Int, others: Int)? {
    for ancestor in outline.path(to: id).reversed() {
      let inside = found.ids(in: ancestor..<Int(outline.points[ancestor].end))
      if let first = inside.first { return (first, inside.count - 1) }
    }
    if let first = found.firstInText { return (first, found.countInText - 1) }
    return found.ids.first.map { ($0, found.ids.count - 1) }
  }

  /// A paragraph or point within the article that cites: a child of it, or of a point around it, or one of the article's
  /// paragraphs that carry no number.
  private func inside(_ from: Int, _ step: Citation.Step) -> Passage? {
    for ancestor in outline.path(to: from).reversed() {
      if let child = child(of: Passage(ancestor), step) { return Passage(child) }
      if units[ancestor] == .article { return paragraph(of: Passage(ancestor), step) }
    }
    return nil
  }

  /// Goes on into what is cited as far as there are points and paragraphs for it.
  private func descend(_ steps: ArraySlice<Citation.Step>, into passage: Passage) -> Passage {
    var passage = passage
    for step in steps {
      guard let next = child(of: passage, step).map({ Passage($0) }) ?? paragraph(of: passage, step) else { break }
      passage = next
    }
    return passage
  }

  private func child(of passage: Passage, _ step: Citation.Step) -> Int? {
    guard step.unit != .unnumbered else { return nil }
    // Paragraphs are numbered in digits; what is not, （二） or (ii), is a list inside one.
    let inside = document.points(inside: passage)
    if !step.unit.isInner {
      let named = step.number.forms.lazy.compactMap { points[Key(unit: step.unit, form: $0)] }.first
      if let id = named?.ids(in: inside).first { return id }
    }
    return step.number.forms.compactMap { form in
      points[Key(unit: .bare, form: form)]?.ids(in: inside).first {
        outline.parent(of: $0) == passage.id && (step.unit != .paragraph || hasDigits[$0])
      }
    }.min()
  }

  private func paragraph(of passage: Passage, _ step: Citation.Step) -> Passage? {
    guard step.unit == .paragraph || step.unit == .unnumbered, passage.paragraph == nil,
      let number = step.number.forms.lazy.compactMap({ Int($0) }).first
    else { return nil }
    let ranges = paragraphs.ranges(of: passage.id, in: document)
    return ranges.indices.contains(number - 1) ? Passage(passage.id, paragraph: ranges[number - 1]) : nil
  }

  /// The paragraph so many before or after the one that holds `offset`, in the article that `from` stands in.
  private func paragraph(_ distance: Int, from offset: Int, in from: Int) -> Passage? {
    guard let article = outline.path(to: from).last(where: { units[$0] == .article }) else { return nil }
    let ranges = paragraphs.ranges(of: article, in: document)
    let index = ranges.indices.partitionPoint { ranges[$0].upperBound <= offset }
    guard ranges.indices.contains(index), ranges[index].contains(offset), ranges.indices.contains(index + distance)
    else { return nil }
    return Passage(article, paragraph: ranges[index + distance])
  }

  /// The article before or after the one that `from` stands in.
  private func neighbour(of from: Int, _ distance: Int) -> Int? {
    guard let article = outline.path(to: from).last(where: { units[$0] == .article }) else { return nil }
    let place = articles.indices.partitionPoint { articles[$0] < article } + distance
    return articles.indices.contains(place) ? articles[place] : nil
  }
}

/// The ids of the points that bear a number, in order.
struct Bearers: Sendable {
  private(set) var ids: [Int] = []
  /// The first one that is in no annex, and how many such there are.
  private(set) var firstInText: Int?
  private(set) var countInText = 0

  fileprivate mutating func add(_ id: Int, isInAnnex: Bool) {
    ids.append(id)
    guard !isInAnnex else { return }
    firstInText = firstInText ?? id
    countInText += 1
  }

  /// Those in a range of ids.
  fileprivate func ids(in range: Range<Int>) -> ArraySlice<Int> {
    let first = ids.indices.partitionPoint { ids[$0] < range.lowerBound }
    return ids[first..<(first..<ids.count).partitionPoint { ids[$0] < range.upperBound }]
  }
}
