import DirectiveModel

/// A list of places that typing narrows: headings, marks, or the matches of the search. The text shows the selected one.
struct Picker: Sendable {
  enum Kind: Sendable {
    /// Places are ids of points.
    case points
    /// Places are indices of matches of the search.
    case matches
    /// Places are byte offsets that are marked.
    case marks
    /// Places are ids of points with a note.
    case notes
    /// Places are indices of the shelf.
    case documents
  }

  let kind: Kind
  var line = LineEditor()
  /// All places, in reading order.
  let all: [Int]
  /// The places that fit the query, best first.
  var found: [Int]
  var selected = 0
  let origin: Place

  var query: String { line.text }

  /// The first place on the screen, where `rows` are shown.
  func top(rows: Int) -> Int { max(0, min(selected - rows / 2, found.count - rows)) }

  /// What stands before the query.
  var label: Phrase {
    switch kind {
    case .points: Phrase(verbatim: "@")
    case .matches: .matchesLabel
    case .marks: .marksLabel
    case .notes: .notesLabel
    case .documents: .documentsLabel
    }
  }
}

extension State {
  mutating func openPicker() {
    openPicker(.points, found: Array(outline.points.indices), selected: chosen)
  }

  mutating func listMatches() {
    guard let search, !search.matches.isEmpty else {
      message = Message(.noMatchesToList, isFailure: true)
      return
    }
    openPicker(.matches, found: Array(search.matches.indices), selected: search.current ?? 0)
  }

  mutating func openPicker(_ kind: Picker.Kind, found: [Int], selected: Int) {
    let last = max(0, found.count - 1)
    let picker = Picker(kind: kind, all: found, found: found, selected: min(selected, last), origin: place)
    mode = .picker(picker)
    showSelected(of: picker)
  }

  /// The same with the place selected that shares most of its path with a point.
  mutating func openPicker(_ kind: Picker.Kind, found: [Int], nearestTo point: Int) {
    let path = Set(outline.path(to: point))
    let shared = found.map { path.intersection(outline.path(to: $0)).count }
    openPicker(kind, found: found, selected: shared.firstIndex(of: shared.max() ?? 0) ?? 0)
  }

  mutating func listDocuments() {
    openPicker(.documents, found: Array(shelf.names.indices), selected: shelf.current)
  }

  /// A key typed into the open picker.
  mutating func type(_ key: Key, into picker: Picker) -> Effect? {
    var picker = picker
    let last = max(0, picker.found.count - 1)
    let page = max(1, pickerRows - 1)
    switch key {
    case .down, .control("n"), .control("j"), .tab: picker.selected = min(picker.selected + 1, last)
    case .up, .control("p"), .control("k"), .backTab: picker.selected = max(picker.selected - 1, 0)
    case .pageDown, .control("f"): picker.selected = min(picker.selected + page, last)
    case .pageUp, .control("b"): picker.selected = max(picker.selected - page, 0)
    case .home: picker.selected = 0
    case .end: picker.selected = last
    default:
      switch picker.line.apply(key) {
      case .ignored: return .bell
      case .moved: break
      case .accepted: return accept(picker)
      case .cancelled:
        mode = .browse
        restore(picker.origin)
        search?.current = picker.origin.search?.current
        return nil
      case .edited:
        narrow(picker)
        return nil
      }
    }
    mode = .picker(picker)
    showSelected(of: picker)
    return nil
  }

  /// Rows of the list; at least 1.
  var pickerRows: Int { max(1, (areas.outline ?? areas.text)?.rows ?? 1) }

  /// Shows the selected place in the text, without going there.
  mutating func showSelected(of picker: Picker) {
    guard picker.found.indices.contains(picker.selected) else { return }
    let selected = picker.found[picker.selected]
    switch picker.kind {
    case .points, .notes: choose(selected)
    case .marks: show(selected)
    case .documents: break  // opened when it is accepted
    case .matches:
      search?.current = selected
      if let match = search?.matches[selected] { show(match.range.lowerBound) }
    }
  }

  mutating func accept(_ picker: Picker) -> Effect? {
    guard picker.found.indices.contains(picker.selected) else { return .bell }
    mode = .browse
    if case .documents = picker.kind { return .openDocument(picker.found[picker.selected]) }
    let (arrived, shown, current) = (chosen, text, search?.current)
    restore(picker.origin)
    leavePlace()
    (chosen, text) = (arrived, shown)
    search?.current = current
    reveal(chosen)
    return nil
  }

  /// Takes the query as it is now, and shows the best of what fits.
  mutating func narrow(_ picker: Picker) {
    var picker = picker
    picker.selected = 0
    switch picker.kind {
    case .points: picker.found = document.rankPoints(by: picker.query)
    case .matches, .marks, .notes, .documents:
      let query = picker.query.lowercased()
      picker.found = picker.all.filter { place in
        query.isEmpty || listing(place, in: picker).lowercased().contains(query)
      }
    }
    mode = .picker(picker)
    showSelected(of: picker)
  }

  private static let contextColumns = 200

  /// A place as the list shows it.
  func listing(_ place: Int, in picker: Picker) -> String {
    switch picker.kind {
    case .points:
      (outline.address(of: place).map { "\($0) " } ?? "") + document.label(of: place, in: language)
    case .matches: search.map { document.listing(of: $0.matches[place], in: language) } ?? ""
    case .notes: "\(placeName(of: place)) \(annotations.notes[place] ?? "")"
    case .documents: "\(place + 1) \(shelf.names[place])"
    case .marks:
      "\(letters(at: place)) \(outline.point(holding: place).map(placeName) ?? "") "
        + document.source.contextParts(of: place..<place, columns: Self.contextColumns).after
    }
  }
}

extension Document {
  /// Bytes of a label that are enough for a row of any screen.
  static let labelLimit = 1 << 12

  /// What stands for a point in a list: its heading, after the marker where that names a unit as people cite it
  /// (`第十二条`, `§ 3`), or the name of what has none. At most `limit` bytes of the heading.
  func label(of id: Int, in language: Language = .english, upTo limit: Int = labelLimit) -> String {
    switch outline.points[id].kind {
    case .preamble: (outline.numberedCount == 0 ? Phrase.wholeText : .preamble)(in: language)
    case .closing: Phrase.closing(in: language)
    case .entry: heading(of: id, upTo: limit)
    case .numbered:
      outline.points[id].heading.isEmpty
        ? marker(of: id)
        : (outline.points[id].isUnit ? marker(of: id) + " " : "") + heading(of: id, upTo: limit)
    }
  }

  /// The address of a point, or the word for what has none, as `addressText` in English.
  func placeName(of id: Int, in language: Language) -> String {
    switch outline.points[id].kind {
    case .preamble: Phrase(addressText(of: id), Phrase.preamble.chinese)(in: language)
    case .closing: Phrase(addressText(of: id), Phrase.closing.chinese)(in: language)
    case .numbered, .entry: addressText(of: id)
    }
  }

  /// A match in its context, as lists show it.
  func listing(of match: Match, in language: Language) -> String {
    let id = outline.point(holding: match.range.lowerBound)
    return "\(id.map { placeName(of: $0, in: language) } ?? "") \(source.context(of: match.range, columns: 24))"
  }
}
