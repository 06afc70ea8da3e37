/// What the likeliest key would show, worked out before it is pressed.
///
/// Its frame is made while nobody waits for one, and shown as soon as the key comes. Whatever the key does is done
/// thereafter as always, and shown where that is something else.
struct Anticipation {
  /// All that do the same.
  let keys: [Key]
  let frame: Frame

  /// Nil where keys may do more than to go on in what is shown, or take long.
  init?(after key: Key, in state: State) {
    guard case .browse = state.mode, state.page == nil, state.filter == nil, state.tour == nil,
      state.pendingKeys.isEmpty, state.typedNumber.isEmpty, state.awaitsMark == nil
    else { return nil }
    var next = state
    keys = state.bindings.keys(for: state.likeliestStep(after: key), in: state.focus)
    guard let key = keys.first, next.press(key) == nil else { return nil }
    next.keepChosenInView()
    frame = render(next)
  }
}

extension State {
  /// Who goes on by a step mostly does so again, who has found a word goes on to the next one, and all else is read on
  /// from.
  fileprivate func likeliestStep(after key: Key) -> Action {
    if case .action(let action) = bindings.action(for: [key], in: focus), action.isStep { return action }
    return message != nil && search?.current != nil ? .repeatSearch(reversed: false) : .moveRows(1)
  }
}

extension Action {
  /// Whether it goes on by a stretch that is known, and does nothing else.
  fileprivate var isStep: Bool {
    switch self {
    case .moveRows, .moveHalfPages, .movePoints, .moveSiblings, .moveThemes, .repeatSearch: true
    default: false
    }
  }
}
