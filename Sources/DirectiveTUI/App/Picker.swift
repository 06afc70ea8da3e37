import DirectiveModel

/// A list of places that typing narrows: headings, or the matches of the search. The text shows the selected one.
struct Picker: Sendable {
  enum Kind: Sendable {
    /// Places are ids of points.
    case points
    /// Places are indices of matches of the search.
    case matches
  }

  let kind: Kind
  var query = ""
  /// The places that fit the query, best first.
  var found: [Int]
  var selected = 0
  let origin: Place

  /// What stands before the query.
  var label: Phrase {
    switch kind {
    case .points: Phrase(verbatim: "@")
    case .matches: .matchesLabel
    }
  }
}

extension State {
  mutating func openPicker() {
    let all = Array(outline.points.indices)
    mode = .picker(
      Picker(kind: .points, found: all, selected: min(chosen, max(0, all.count - 1)), origin: place))
  }

  mutating func listMatches() {
    guard let search, !search.matches.isEmpty else {
      message = Message(.noMatchesToList, isFailure: true)
      return
    }
    let selected = search.current ?? 0
    mode = .picker(Picker(kind: .matches, found: Array(search.matches.indices), selected: selected, origin: place))
    showSelected(of: Picker(kind: .matches, found: Array(search.matches.indices), selected: selected, origin: place))
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
      switch LineEdit.apply(key, to: &picker.query) {
      case .ignored: return .bell
      case .accepted: return accept(picker)
      case .cancelled:
        mode = .browse
        restore(picker.origin)
        return nil
      case .edited: narrow(&picker)
      }
    }
    mode = .picker(picker)
    showSelected(of: picker)
    return nil
  }

  /// Rows of the list; at least 1.
  var pickerRows: Int { max(1, (areas.outline ?? areas.text)?.rows ?? 1) }

  private mutating func showSelected(of picker: Picker) {
    guard picker.found.indices.contains(picker.selected) else { return }
    let selected = picker.found[picker.selected]
    switch picker.kind {
    case .points: choose(selected)
    case .matches:
      search?.current = selected
      if let match = search?.matches[selected] { show(match.range.lowerBound) }
    }
  }

  private mutating func accept(_ picker: Picker) -> Effect? {
    guard picker.found.indices.contains(picker.selected) else { return .bell }
    mode = .browse
    let (arrived, shown, current) = (chosen, text, search?.current)
    restore(picker.origin)
    jumps.leave(text.anchor)
    (chosen, text) = (arrived, shown)
    search?.current = current
    folds.reveal(chosen)
    return nil
  }

  private func narrow(_ picker: inout Picker) {
    picker.selected = 0
    switch picker.kind {
    case .points: picker.found = document.rankPoints(by: picker.query)
    case .matches:
      let matches = search?.matches ?? []
      let query = picker.query.lowercased()
      picker.found = matches.indices.filter { index in
        query.isEmpty || document.listing(of: matches[index]).lowercased().contains(query)
      }
    }
  }
}

extension Document {
  /// What stands for a point in a list: its heading, after the marker where that names a unit as people cite it
  /// (`第十二条`, `§ 3`), or the name of what has none.
  func label(of id: Int, in language: Language = .english) -> String {
    switch outline.points[id].kind {
    case .preamble: (outline.numberedCount == 0 ? Phrase.wholeText : .preamble)(in: language)
    case .closing: Phrase.closing(in: language)
    case .numbered:
      outline.points[id].heading.isEmpty
        ? marker(of: id)
        : outline.points[id].isUnit ? "\(marker(of: id)) \(heading(of: id))" : heading(of: id)
    }
  }

  /// A match in its context, as lists show it.
  func listing(of match: Match) -> String {
    let id = outline.point(holding: match.range.lowerBound)
    return "\(id.map { addressText(of: $0) } ?? "") \(source.context(of: match.range, columns: 24))"
  }
}
