/// What a key would show, worked out before it is pressed.
///
/// Who moves on mostly presses the same key again: its frame is made while nobody waits for one, and shown as soon as the
/// key comes. Whatever the key does is done thereafter as always, and shown where that is something else.
struct Anticipation {
  let key: Key
  let frame: Frame

  /// Nil for a key that may do more than to go on in what is shown, or takes long.
  init?(of key: Key, in state: State) {
    guard case .browse = state.mode, state.page == nil, state.filter == nil, state.tour == nil,
      state.pendingKeys.isEmpty, state.typedNumber.isEmpty, state.awaitsMark == nil,
      case .action(let action) = state.bindings.action(for: [key], in: state.focus), action.isStep
    else { return nil }
    var next = state
    guard next.press(key) == nil else { return nil }
    next.keepChosenInView()
    self.key = key
    frame = render(next)
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
