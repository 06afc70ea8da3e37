extension Document {
  /// The points meant by an address, a marking, a range, a list, a phrase or a keyword (see `Where`), in reading order;
  /// each stands for itself with all points inside it.
  public func points(at typed: String) throws(NotFound) -> [Int] { try selection(at: typed).points }

  /// The same with the text that belongs to it.
  public func selection(at typed: String) throws(NotFound) -> Selection {
    switch Where(typed) {
    case .places(let places):
      do throws(NotFound) {
        return Selection(try places.map { place throws(NotFound) in try selection(of: place) }, in: self)
      } catch {
        if case .noSuchPoint(_, let reach) = error, places.count == 1, places[0].last == nil,
          case .address = places[0].first
        {
          throw .noSuchPoint(Whitespace.collapse(typed), reach)
        }
        // What may be numbering may be a word, too: a lone 一, or “a.”; the name of a unit may not.
        guard case .noSuchPoint = error, places.allSatisfy(\.isBareMarking) else { throw error }
        guard let id = try? find(keyword: Whitespace.collapse(typed)).get() else { throw error }
        return Selection(id, in: self)
      }
    case .phrase(let phrase): return Selection(try point(holding: phrase), in: self)
    case .keyword(let keyword): return Selection(try find(keyword: keyword).get(), in: self)
    }
  }

  /// The one point that an address as it is kept means: `2.3`, `preamble`, `closing`; nothing else is one.
  public func point(addressed text: String) -> Int? {
    guard case .places(let places) = Where(text), places.count == 1, let place = places.first, place.last == nil,
      let selection = try? selection(of: place.first), selection.points.count == 1
    else { return nil }
    if case .marking = place.first { return nil }
    return selection.points.first
  }

  private func selection(of place: Where.Place) throws(NotFound) -> Selection {
    let first: Selection
    do throws(NotFound) {
      first = try selection(of: place.first)
    } catch {
      // `Article 5-7` may be an article 5-7, and else is a range.
      guard place.last == nil, case .marking(let marking) = place.first, let range = Where.range(in: marking.text),
        let selection = try? selection(of: range)
      else { throw error }
      return selection
    }
    guard let bound = place.last else { return first }
    let last = try selection(of: bound)
    let points = outline.points
    let ids = [first.points, last.points].joined()
    guard let lower = ids.min(), let upper = ids.map({ Int(points[$0].end) }).max() else { return first }
    if first.text.count == 1, last.text.count == 1, first.points == last.points {
      return Selection([first, Selection(first.points[0], paragraph: hull(first.text + last.text))], in: self)
    }
    let whole = Selection(lower..<upper, in: self)
    // A paragraph at an end leaves the rest of its point out.
    let isPart = [first, last].contains { $0.text != $0.points.map(text(of:)) }
    return isPart ? whole.cut(to: hull(first.text + last.text)) : whole
  }

  private func hull(_ ranges: [Range<Int>]) -> Range<Int> {
    (ranges.map(\.lowerBound).min() ?? 0)..<(ranges.map(\.upperBound).max() ?? 0)
  }

  private func selection(of bound: Where.Bound) throws(NotFound) -> Selection {
    switch bound {
    case .address(let steps):
      let ids = points(at: steps)
      guard !ids.isEmpty else { throw noSuchPoint(steps, bound.description) }
      return Selection(ids.map { Selection($0, in: self) }, in: self)
    case .kind(let kind):
      guard let id = outline.points.firstIndex(where: { $0.kind == kind }) else {
        throw .noSuchPoint(bound.description, .noSuchPart)
      }
      return Selection(id, in: self)
    case .marking(let marking): return try selection(of: marking)
    }
  }

  // MARK: - Addresses

  private func points(at steps: [Int?]) -> [Int] {
    var found: [Int?] = [nil]
    for step in steps {
      found = found.flatMap { parent in
        outline.children(of: parent).filter {
          outline.points[$0].kind == .numbered && (step == nil || Int(outline.points[$0].position) == step)
        }
      }
    }
    return found.compactMap { $0 }
  }

  private func noSuchPoint(_ steps: [Int?], _ typed: String) -> NotFound {
    let depth = steps.indices.last { !points(at: Array(steps[..<$0])).isEmpty || $0 == 0 } ?? 0
    let around = depth == 0 ? nil : points(at: Array(steps[..<depth])).last
    guard outline.numberedCount > 0 else { return .noSuchPoint(typed, .noNumbering) }
    let reach = reach(inside: around)
    guard let id = printing(steps, at: depth, inside: around), let address = outline.address(of: id) else {
      return .noSuchPoint(typed, reach)
    }
    return .noSuchPoint(typed, .printedElsewhere(reach, marker: marker(of: id), address))
  }

  /// The only point whose own number was typed where its address was wanted, `3.2` where it is 2.3 and `12` for 第十二条;
  /// the step at `depth` leads nowhere.
  private func printing(_ steps: [Int?], at depth: Int, inside around: Int?) -> Int? {
    let numbers = steps.compactMap { $0 }
    guard numbers.count == steps.count else { return nil }
    let siblings = outline.children(of: around)
    return MarkingFinder.decimal(numbers, in: self)
      ?? (depth == numbers.count - 1 ? MarkingFinder.printing(numbers[depth], among: siblings, in: self) : nil)
      ?? (numbers.count == 1 ? MarkingFinder.unit(numbers[0], in: self) : nil)
  }

  /// How far the numbers go inside a point.
  private func reach(inside around: Int?) -> NotFound.Reach {
    let last = outline.children(of: around).last { outline.points[$0].kind == .numbered }
    switch (around.flatMap(outline.address), last.flatMap(outline.address)) {
    case (nil, let last?): return .lastTheme(last)
    case (_, let last?): return .last(last)
    case (let around?, nil): return .nothingInside(around)
    case (nil, nil): return .noNumbering
    }
  }

  // MARK: - Markings

  private func selection(of marking: Marking) throws(NotFound) -> Selection {
    var (found, around) = MarkingFinder.find(marking, in: self)
    if found.isEmpty, let steps = marking.stepByStep { found = MarkingFinder.find(steps, in: self).found }
    guard let one = found.first else {
      let last = MarkingFinder.last(like: marking, in: self)
      throw .noSuchPoint(
        marking.text, around.map { reach(inside: $0) } ?? last.map { .lastMarker(marker(of: $0)) } ?? .noSuchStyle)
    }
    guard found.count == 1 else { throw .ambiguous(marking.text, found.map(\.id)) }
    return one.paragraph.map { Selection(one.id, paragraph: $0) } ?? Selection(one.id, in: self)
  }
}

extension Where.Place {
  /// Whether it is one marking that begins with no name of a unit.
  fileprivate var isBareMarking: Bool {
    guard last == nil, case .marking(let marking) = first else { return false }
    return !marking.marks[0].isNamed
  }
}
