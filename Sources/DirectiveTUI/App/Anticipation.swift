import DirectiveModel

/// What a likely step would show, worked out before its keys are pressed.
///
/// Its frame is made while nobody waits for one, and shown as soon as the keys come. Whatever they do is done thereafter
/// as always, and shown where that is something else.
struct Anticipation {
  /// Each way to ask for it.
  let keys: [[Key]]
  let frame: Frame

  /// Nil where keys do more than to change what is shown, or where it `isOver` meanwhile.
  init?(of keys: [[Key]], in state: State, unless isOver: () -> Bool = { false }) {
    guard let first = keys.first else { return nil }
    var next = state
    for key in first { guard next.press(key) == nil else { return nil } }
    guard !isOver() else { return nil }
    next.keepChosenInView()
    self.keys = keys
    frame = render(next)
  }
}

extension State {
  /// What may well be pressed next, the likeliest first; of each step, each way to ask for it.
  ///
  /// None takes long where it is read on: the longest one goes once through the points of a theme, to fold all that is
  /// inside it. A letter may take as long as a search.
  var likelyKeys: [[[Key]]] {
    guard page == nil else { return [] }
    switch mode {
    case .prompt(let prompt) where prompt.kind == .filter && prompt.line.afterCursor.isEmpty:
      return likelyLetters.map { [[.character($0)]] }
    case .browse where filter == nil && tour == nil && typedNumber.isEmpty && awaitsMark == nil:
      return likelySteps.map { step in
        bindings.sequences(for: step, in: focus).filter { $0.starts(with: pendingKeys) }
          .map { Array($0.dropFirst(pendingKeys.count)) }
      }
    default: return []
    }
  }

  /// What may well be done next where it is read.
  ///
  /// Who goes on by a step mostly does so again, and who folds unfolds again. All else is read on from, or if a match was
  /// found, from there to the next one, or all is folded. Of several, each takes about a millisecond, and none finds out
  /// by which lines what the terminal shows could be scrolled.
  private var likelySteps: [Action] {
    if let follower = done?.likelyFollower { return [follower] }
    let found = search?.current == nil ? [] : [Action.repeatSearch(reversed: false)]
    return found + [.moveRows(1), .moveHalfPages(2), .closeAllFolds]
  }

  /// The letters that most points go on with where the filter matches in them, or begin with: of those in sight, and of
  /// some from all over the document.
  private var likelyLetters: [Character] {
    guard let area = areas.outline else { return [] }
    var letters: [Character] = []
    var counts: [Int] = []
    func count(_ id: Int) {
      let name = filter == nil ? document.label(of: id, upTo: 4).lowercased() : ""
      guard let letter = name.first ?? filter?.letter(in: id) else { return }
      if let index = letters.firstIndex(of: letter) {
        counts[index] += 1
      } else {
        letters.append(letter)
        counts.append(1)
      }
    }
    let rows = outlineRows(in: area)
    if let filter, let last = rows.last {
      filter.points.lookAhead(from: last, Self.pointsAhead, unless: interruption(by: .typing))
    }
    for id in rows { count(id) }
    for id in stride(from: 0, to: outline.points.count, by: outline.points.count / 256 + 1) { count(id) }
    var likely: [Character] = []
    while likely.count < Self.guesses, let most = counts.max(), most > 0, let index = counts.firstIndex(of: most) {
      counts[index] = 0
      // Syntax would be looked for in the whole text.
      if Pattern((filter?.text ?? "") + String(letters[index])).isText { likely.append(letters[index]) }
    }
    return likely
  }

  /// Points behind those in sight among which a letter is found in those alone that have the letters before it.
  private static let pointsAhead = 1 << 14

  /// Frames that are worth a screen of memory each.
  private static let guesses = 8
}

extension Action {
  /// The same again where it goes on by a stretch that is known, and does nothing else; what undoes a fold.
  fileprivate var likelyFollower: Action? {
    switch self {
    case .moveRows, .moveHalfPages, .movePoints, .moveSiblings, .moveThemes, .repeatSearch, .toggleFold: self
    case .openFold: .closeFold
    case .closeFold: .openFold
    case .openAllFolds: .closeAllFolds
    case .closeAllFolds: .openAllFolds
    case .collapseSubtree: .expandSubtree
    case .expandSubtree: .collapseSubtree
    default: nil
    }
  }
}
