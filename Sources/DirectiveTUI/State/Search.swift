import DirectiveModel

/// A search: what is looked for, all its matches in the document, and the one being read.
struct Search: Sendable {
  let text: String
  let direction: SearchDirection
  /// The id of the point it keeps to; nil for the whole document.
  let scope: Int?
  let matches: Matches
  var current: Int?
  /// What is to be said about the pattern.
  let remark: Phrase
  /// Whether it was stopped before its end.
  let isStopped: Bool
  /// How many matches each point holds.
  let heat: Heat

  init(
    _ text: String, _ direction: SearchDirection, in document: Document, scope: Int? = nil,
    unless interruption: Interruption? = nil
  ) {
    let pattern = Pattern(text)
    let found = pattern.matches(
      in: document.source, range: scope.map { document.text(of: $0) } ?? 0..<document.source.bytes.count,
      unless: interruption)
    self.text = text
    self.direction = direction
    self.scope = scope
    matches = found.matches
    heat = Heat(matches, in: document)
    isStopped = interruption?.happened ?? false
    remark = .remark(on: pattern, isComplete: found.isComplete)
  }

  /// What was found already.
  init(_ text: String, found matches: [Match], in document: Document) {
    self.text = text
    direction = .forward
    scope = nil
    self.matches = Matches(matches)
    heat = Heat(self.matches, in: document)
    isStopped = false
    remark = .nothing
  }

  /// The first match at or after `offset`; nil where there is none.
  func index(from offset: Int) -> Int? {
    let index = lowerBound(offset)
    return index < matches.count ? index : nil
  }

  /// The last match before `offset`; nil where there is none.
  func index(before offset: Int) -> Int? {
    let index = lowerBound(offset)
    return index > 0 ? index - 1 : nil
  }

  /// The matches that touch a byte range.
  func matches(touching range: Range<Int>) -> [Match] {
    var first = lowerBound(range.lowerBound)
    while first > 0, matches[first - 1].range.upperBound > range.lowerBound { first -= 1 }
    var end = first
    while end < matches.count, matches[end].range.lowerBound < range.upperBound { end += 1 }
    return Array(matches[first..<end])
  }

  /// The number of matches that begin before `offset`.
  private func lowerBound(_ offset: Int) -> Int {
    matches.indices.partitionPoint { matches[$0].range.lowerBound < offset }
  }
}

extension State {
  /// Searches another version of the document for the same, where `point` tells which point one is there, and `offset`
  /// where a byte is.
  mutating func searchAgain(point: (Int) -> Int, offset: (Int) -> Int) {
    guard let old = search else { return }
    search = nil  // its matches are none of what is shown while this goes on
    var new = Search(
      old.text, old.direction, in: document, scope: old.scope.map(point), unless: interruption(by: .interrupt))
    new.current = old.current.flatMap { new.index(from: offset(old.matches[$0].range.lowerBound)) }
    search = new.isStopped ? nil : new
  }

  /// Searches for what has been typed so far, from where the prompt was opened.
  mutating func searchAsTyped(_ prompt: Prompt, _ direction: SearchDirection, until wish: StopWish = .typing) {
    guard page == nil else { return }  // many documents are searched once it is all typed
    restore(prompt.origin)
    guard !prompt.text.isEmpty else {
      search = nil
      return
    }
    let search = Search(
      prompt.text, direction, in: document, scope: prompt.scope, unless: interruption(by: wish))
    self.search = search
    if search.isStopped { return }
    let from = prompt.origin.text.anchor
    let found: Int?
    switch direction {
    case .forward: found = search.index(from: from) ?? (search.matches.isEmpty ? nil : 0)
    case .backward: found = search.index(before: from) ?? search.matches.indices.last
    }
    guard let found else { return }
    self.search?.current = found
    show(search.matches[found].range.lowerBound)
    message = nil  // what is said of a filter is said once the search is typed
  }

  /// Takes up the last search again where none is shown. Nil, and that is said, where there was none.
  private mutating func takeUpSearch() -> Search? {
    if let search { return search }
    guard page == nil, let last = history.lines[.search]?.last else {
      message = Message(.noSearch, isFailure: true)
      return nil
    }
    var again = Search(last, .forward, in: document, unless: interruption(by: .interrupt))
    guard !again.isStopped else {
      message = Message(.searchStopped, isFailure: true)
      return nil
    }
    again.current = again.index(from: text.anchor)
    search = again
    return again
  }

  /// Goes to the next match in the direction of the search, or against it; past the last one, to the first.
  mutating func repeatSearch(reversed: Bool, times: Int = 1) {
    guard let search = takeUpSearch() else { return }
    guard !search.matches.isEmpty else { return tellNoMatch(search) }
    let forward = (search.direction == .forward) != reversed
    let here = text.anchor
    let onMatch = search.current.map { search.matches[$0].range.lowerBound == here } ?? false
    let next = forward ? search.index(from: here + (onMatch ? 1 : 0)) : search.index(before: here)
    let count = search.matches.count
    let beyond = (next ?? (forward ? count : -1)) + (forward ? times - 1 : 1 - times)
    let wrapped = !(0..<count).contains(beyond)
    let found = (beyond % count + count) % count
    self.search?.current = found
    jump(toOffset: search.matches[found].range.lowerBound)
    tellMatch(wrapped: wrapped)
  }

  /// Goes to the next point that holds a match, or the one before.
  mutating func moveToMatchingPoint(_ steps: Int) {
    guard let search = takeUpSearch() else { return }
    var (found, point, left) = (chosen, chosen, abs(steps))
    while left > 0, let next = search.heat.point(after: point, forward: steps > 0) {
      point = next
      if folds.keeps(next) { (found, left) = (next, left - 1) }
    }
    guard found != chosen else {
      message = Message(.noMatchingPoint(search.text, after: steps > 0))
      return
    }
    let range = document.ownText(of: found)
    self.search?.current = search.index(from: range.lowerBound)
    guard let current = self.search?.current else { return }
    jump(toOffset: search.matches[current].range.lowerBound)
    tellMatch(wrapped: false)
  }

  /// Ends the typing of a search: says where it is, and leaves the place it came from for going back.
  mutating func finishSearch(_ prompt: Prompt) {
    guard let search else { return }
    guard !search.isStopped else {
      giveUp(prompt)
      message = Message(.searchStopped, isFailure: true)
      return
    }
    guard let current = search.current else {
      restore(prompt.origin)
      return tellNoMatch(search)
    }
    jumps.leave(prompt.origin.readingPlace?.text ?? prompt.origin.text)
    readingPlace = nil
    if filter == nil, prompt.origin.filter != nil { say(.filterTakenAway) }
    let from = prompt.origin.text.anchor
    let at = search.matches[current].range.lowerBound
    tellMatch(wrapped: search.direction == .forward ? at < from : at >= from)
  }

  /// Searches as if `text` had been typed into the prompt.
  mutating func search(for text: String) -> Effect? {
    guard !text.isEmpty else { return update(.repeatSearch(reversed: false)) }
    history.add(text, to: .search)
    if page != nil { return .searchDocuments(text) }
    let prompt = Prompt(kind: .search(.forward), line: LineEditor(text), origin: place)
    searchAsTyped(prompt, .forward, until: .interrupt)
    finishSearch(prompt)
    return nil
  }

  private func scopePhrase(_ search: Search) -> Phrase {
    search.scope.map { .inside(placeName(of: $0)) } ?? .nothing
  }

  private mutating func tellMatch(wrapped: Bool) {
    guard let search, let current = search.current else { return }
    if page == nil { turn(to: .text) }
    let found = Phrase.match(search.text, current + 1, of: search.matches.count, wrapped: wrapped)
    say(found + scopePhrase(search) + search.remark)
  }

  private mutating func tellNoMatch(_ search: Search) {
    message = Message(
      .noMatch(for: search.text) + scopePhrase(search) + search.remark, isFailure: true)
  }
}
