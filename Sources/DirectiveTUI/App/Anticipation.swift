/// What a likely step would show, worked out before its keys are pressed.
///
/// Its frame is made while nobody waits for one, and shown as soon as the keys come. Whatever they do is done thereafter
/// as always, and shown where that is something else.
struct Anticipation {
  /// Each way to ask for it.
  let keys: [[Key]]
  let frame: Frame

  /// Nil where keys may do more than to go on in what is shown. None takes long: the longest one goes once
  /// through the points of a theme, to fold all that is inside it.
  init?(of step: Action, in state: State) {
    guard case .browse = state.mode, state.page == nil, state.filter == nil, state.tour == nil,
      state.typedNumber.isEmpty, state.awaitsMark == nil
    else { return nil }
    var next = state
    keys = state.bindings.sequences(for: step, in: state.focus).filter { $0.starts(with: state.pendingKeys) }
      .map { Array($0.dropFirst(state.pendingKeys.count)) }
    guard let first = keys.first else { return nil }
    for key in first { guard next.press(key) == nil else { return nil } }
    next.keepChosenInView()
    frame = render(next)
  }
}

extension State {
  /// What may well be done next.
  ///
  /// Who goes on by a step mostly does so again, and who folds unfolds again. All else is read on from, or if a match was
  /// found, from there to the next one. Of several, each takes about a millisecond, and none finds out by which lines
  /// what the terminal shows could be scrolled.
  var likelySteps: [Action] {
    if let follower = done?.likelyFollower { return [follower] }
    let found = search?.current == nil ? [] : [Action.repeatSearch(reversed: false)]
    return found + [.moveRows(1), .moveHalfPages(2)]
  }
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
