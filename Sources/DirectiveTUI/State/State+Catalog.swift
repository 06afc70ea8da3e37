import DirectiveModel

/// A list of documents: folders, documents and, once unfolded, their points, as one outline.
///
/// In it one moves, folds, searches and narrows as in any outline. Whatever else is done to a row is done in the document
/// that stands there, which is entered for it.
extension State {
  /// What an action does in a list of documents.
  struct CatalogAnswer {
    var effect: Effect?
  }

  /// nil for what does the same as in a document.
  mutating func answer(to action: Action, in page: CatalogPage) -> CatalogAnswer? {
    let row = folds.shown(chosen)
    switch action.useInLists {
    case .same: return nil
    case .inDocument: return enter(row, of: page, at: takeTypedPlace(), then: action)
    case .own: break
    }
    switch action {
    case .expandOrEnter, .toggleFold, .openFold, .expandSubtree:
      if page.isUnopened(row) { return CatalogAnswer(effect: .unfold(path: page.row(of: row).path, place: nil)) }
      guard action == .expandOrEnter, !outline.hasChildren(row) else { return nil }
      return enter(row, of: page)
    case .goToAddressOrOpen where typedNumber.isEmpty:
      if page.entry(of: row).isFolder { return answer(to: .toggleFold, in: page) ?? toggle(row) }
      return enter(row, of: page)
    case .cancel:
      guard filter == nil, page.catalog.sought != nil else { return nil }
      return CatalogAnswer(effect: .searchDocuments(""))
    case .switchPane, .show: return enter(row, of: page, at: takeTypedPlace())
    default: return nil
    }
  }

  /// What was typed before the key: the place in the document where it acts.
  private mutating func takeTypedPlace() -> String? {
    defer { typedNumber = "" }
    return typedNumber.isEmpty ? nil : typedNumber
  }

  private mutating func toggle(_ row: Int) -> CatalogAnswer {
    if folds.isFolded(row) { folds.unfold(row) } else { folds.fold(row) }
    return CatalogAnswer()
  }

  /// Enters the document of a row, at what stands there or at a place that was typed.
  private mutating func enter(
    _ row: Int, of page: CatalogPage, at place: String? = nil, then action: Action? = nil
  ) -> CatalogAnswer {
    let entry = page.entry(of: row)
    guard !entry.isFolder else {
      message = Message(.isFolder(entry.name))
      return CatalogAnswer()
    }
    var arrival = Arrival(path: entry.path, place: place)
    switch page.places[row] {
    case _ where place != nil: break
    case .entry: break
    case .point(let id): arrival.offset = entry.document.map { $0.textStart(of: id) }
    case .passage(let offset): (arrival.offset, arrival.sought) = (offset, page.catalog.sought)
    }
    return CatalogAnswer(effect: .enter(arrival, then: action))
  }

  /// Goes to a place in the document whose row is chosen. Where its points are not shown, they are unfolded for that; in
  /// a list of matches the document is entered.
  mutating func goTo(_ place: String, in page: CatalogPage) -> Effect? {
    let row = folds.shown(chosen)
    let entry = page.entry(of: row)
    if page.catalog.sought != nil || entry.isFolder { return enter(row, of: page, at: place).effect }
    guard entry.document != nil else { return .unfold(path: entry.path, place: place) }
    goTo(place, inDocumentAt: entry.path)
    return nil
  }

  /// Goes to the row of a place in a document whose points are shown.
  mutating func goTo(_ place: String, inDocumentAt path: String) {
    let top = CatalogPage.Row(path: path, place: .point(0))
    guard let page, let first = page.places.indices.first(where: { page.row(of: $0) == top }),
      let document = page.entry(of: first).document
    else { return }
    goTo(place, in: document, from: first)
  }

  /// Whether an action leads from a document back to the list that it was opened from: going back with nothing to go
  /// back to, leaving, and going to what is around the outermost points.
  func leadsBack(_ action: Action) -> Bool {
    switch action {
    case .closeOrQuit: true
    case .goBack: !jumps.hasPlaceBack
    case .collapseOrParent:
      focus == .outline && outline.parent(of: folds.shown(chosen)) == nil
        && (!outline.hasChildren(folds.shown(chosen)) || folds.isFolded(folds.shown(chosen)))
    default: false
    }
  }

  /// Shows the list as it is now; what is chosen and folded stays so. The rows of a document that is `unfolded` now are
  /// shown, and its row is chosen.
  mutating func show(_ new: CatalogPage, unfolded: String? = nil) {
    let old = page
    let rows = Dictionary(
      new.places.indices.map { (new.row(of: $0), $0) }, uniquingKeysWith: { first, _ in first })
    let before = self
    func moved(_ id: Int) -> Int? {
      guard let old, old.places.indices.contains(id) else { return nil }
      let row = old.row(of: id)
      return rows[row] ?? rows[CatalogPage.Row(path: row.path, place: .entry)]
    }
    var folds = Folds(new.document.outline)
    if folds.hasRows(beyond: Self.unfoldedRows), new.catalog.sought == nil { folds.showLevels(1) }
    for id in new.places.indices where new.places[id] != .entry { folds.set(id, folded: true) }
    for id in before.outline.points.indices where before.outline.hasChildren(id) {
      if let now = moved(id), new.places[now] == old?.places[id] {
        folds.set(now, folded: before.folds.isFolded(id) && new.row(of: now).path != unfolded)
      }
    }
    page = new
    replaceDocument(new.document, folds: folds)
    readingPlace = nil
    choose(moved(before.chosen) ?? 0)
    placeChosen(at: before.chosenHeight(of: max(1, areas.outline?.rows ?? 1)))
    jumps.move { offset in
      before.outline.point(holding: offset).flatMap(moved).map { new.document.textStart(of: $0) } ?? 0
    }
    let sought = new.catalog.sought
    if sought != search?.text || sought == nil { search = nil }
    if let sought { search = Search(sought, found: new.matches, in: document) }
    filterAgain()
  }

  /// Goes to the first match after the row that is chosen, unless one is chosen already.
  mutating func goToFirstPassage() {
    guard let page, page.places[chosen] == .entry, page.catalog.sought != nil else { return }
    repeatSearch(reversed: false)
  }

  /// How a list tells what a document is, besides its title: its name, its date, the number of its points.
  func remark(on entry: Catalog.Entry) -> String {
    guard !entry.isFolder else { return "" }
    let name = entry.summary?.title == nil ? nil : entry.name
    let points = entry.summary.map { $0.trouble ?? Phrase.points($0.points)(in: language) }
    return [name, entry.summary?.date, points].compactMap { $0 }.joined(separator: "  ")
  }
}
