import DirectiveModel

/// Taking a newer version of the document: the file has changed, or more of a pipe has come.
extension State {
  /// Takes the new version, and keeps the place: what is chosen, read, folded, searched and noted stays where its
  /// text is now. False where nothing has changed.
  @discardableResult
  mutating func adopt(_ new: Document) -> Bool {
    let change = TextChange(from: document.source.bytes, to: new.source.bytes)
    guard !change.isEmpty || new.options != document.options else { return false }
    mode = .browse  // what is typed or listed speaks of the old version
    let moved = Relocation(from: document, to: new, change)
    let before = self
    let isFirst = document.source.bytes.isEmpty
    replaceDocument(new, folds: isFirst ? nil : moved.folds(before.folds))
    guard !isFirst else { return true }
    chosen = moved.point(before.chosen)
    outlineTop = moved.point(before.outlineTop)
    text.anchor = moved.offset(before.text.anchor)
    readingPlace = before.readingPlace.map { place in
      var text = place.text
      text.anchor = moved.offset(text.anchor)
      return ReadingPlace(text: text, outlineTop: moved.point(place.outlineTop))
    }
    jumps.move(moved.offset)
    annotations = before.annotations.moved(points: moved.point, offsets: moved.offset)
    printouts = before.printouts.map { printout in
      var printout = printout
      printout.selection = Selection(
        printout.selection.points.map { Selection(moved.point($0), in: new) }, in: new)
      return printout
    }
    searchAgain(point: moved.point, offset: moved.offset)
    filterAgain()
    return true
  }
}

/// Where the places of a document are in a newer version of it.
struct Relocation {
  private let old: Document
  private let new: Document
  private let change: TextChange

  init(from old: Document, to new: Document, _ change: TextChange) {
    self.old = old
    self.new = new
    self.change = change
  }

  /// Where a byte of the old text is. One that has changed is looked for in the point with the same address.
  func offset(_ offset: Int) -> Int {
    if let offset = change.offset(of: offset) { return offset }
    guard let id = old.outline.point(holding: offset), let point = pointAtSameAddress(id) else {
      return min(change.new.lowerBound, new.source.bytes.count)
    }
    let own = new.ownText(of: point)
    return min(own.lowerBound + offset - old.ownText(of: id).lowerBound, max(own.lowerBound, own.upperBound - 1))
  }

  /// The id of the point that an old one is now.
  func point(_ id: Int) -> Int {
    guard old.outline.points.indices.contains(id) else { return 0 }
    let point = old.outline.points[id]
    let start = Int(point.kind == .numbered && point.markerEnd > point.markerStart ? point.markerStart : point.start)
    let found = change.offset(of: start) == nil ? pointAtSameAddress(id) : nil
    return found ?? new.outline.point(holding: offset(start)) ?? 0
  }

  /// The folds as they were, for points that are still there and hold others; new points are folded as at the start.
  func folds(_ folds: Folds) -> Folds {
    var result = Folds(new.outline, showing: folds.initialLevels)
    var next = 0
    for id in old.outline.points.indices where old.outline.hasChildren(id) {
      guard let start = change.offset(of: Int(old.outline.points[id].start)) else { continue }
      while next < new.outline.points.count, Int(new.outline.points[next].start) < start { next += 1 }
      guard next < new.outline.points.count else { break }
      if Int(new.outline.points[next].start) == start { result.set(next, folded: folds.isFolded(id)) }
    }
    return result
  }

  private func pointAtSameAddress(_ id: Int) -> Int? {
    old.outline.address(of: id).flatMap { new.outline.point(at: $0) }
  }
}
