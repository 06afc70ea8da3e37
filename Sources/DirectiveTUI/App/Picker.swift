import DirectiveModel

/// A list of headings that typing narrows.
struct Picker: Sendable {
  var query = ""
  /// The ids that fit the query, best first.
  var found: [Int]
  var selected = 0
  let origin: Place
}

extension State {
  mutating func openPicker() {
    let all = Array(outline.points.indices)
    mode = .picker(Picker(found: all, selected: min(chosen, max(0, all.count - 1)), origin: place))
  }

  /// A key typed into the open picker. The text shows the selected point as one moves.
  mutating func type(_ key: Key, into picker: Picker) -> Effect? {
    var picker = picker
    switch key {
    case .down, .control("n"), .control("j"): picker.selected = min(picker.selected + 1, max(0, picker.found.count - 1))
    case .up, .control("p"), .control("k"): picker.selected = max(picker.selected - 1, 0)
    case .pageDown: picker.selected = min(picker.selected + pageRows, max(0, picker.found.count - 1))
    case .pageUp: picker.selected = max(picker.selected - pageRows, 0)
    default:
      let before = picker.query
      switch LineEdit.apply(key, to: &picker.query) {
      case .ignored: return .bell
      case .accepted: return accept(picker)
      case .cancelled:
        mode = .browse
        restore(picker.origin)
        return nil
      case .edited:
        if picker.query != before { picker.narrow(in: document) }
      }
    }
    mode = .picker(picker)
    if picker.found.indices.contains(picker.selected) { choose(picker.found[picker.selected]) }
    return nil
  }

  private mutating func accept(_ picker: Picker) -> Effect? {
    guard picker.found.indices.contains(picker.selected) else { return .bell }
    mode = .browse
    restore(picker.origin)
    jump(to: picker.found[picker.selected])
    return nil
  }
}

extension Picker {
  /// Ranks all headings by the query: addresses that begin with it first, then the headings that fit it best.
  fileprivate mutating func narrow(in document: Document) {
    selected = 0
    let outline = document.outline
    guard !query.isEmpty else {
      found = Array(outline.points.indices)
      return
    }
    let scored = outline.points.indices.compactMap { id -> (id: Int, score: Int)? in
      let address = outline.address(of: id)?.description ?? ""
      if address.hasPrefix(query) { return (id, 1_000_000 - address.utf8.count) }
      return FuzzyMatch.score(query, in: document.label(of: id)).map { (id, $0) }
    }
    found = scored.sorted { ($0.score, $1.id) > ($1.score, $0.id) }.map(\.id)
  }
}

extension Document {
  /// What stands for a point in a list: its heading, or the name of what has none.
  func label(of id: Int) -> String {
    switch outline.points[id].kind {
    case .preamble: outline.numberedCount == 0 ? "Text" : "Preamble"
    case .closing: "Closing"
    case .numbered:
      outline.points[id].heading.isEmpty ? marker(of: id) : heading(of: id)
    }
  }

  /// The address of a point as text, or the word for what has none.
  func addressText(of id: Int) -> String {
    switch outline.points[id].kind {
    case .preamble: "preamble"
    case .closing: "closing"
    case .numbered: outline.address(of: id)?.description ?? ""
    }
  }
}
