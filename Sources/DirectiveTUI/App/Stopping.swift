import DirectiveModel

/// What of a reader's typing stops a search that is under way.
enum StopWish: Sendable {
  /// Whatever is typed, but for Enter: what was typed before is searched for no more.
  case typing
  /// Ctrl-C.
  case interrupt
}

/// Asks whether a reader who waits wishes to stop; shows the screen meanwhile where there is one to be shown.
struct StopQuestion: Sendable {
  typealias Ask = @Sendable (StopWish, _ screen: (() -> Frame)?) -> Bool

  /// Milliseconds after which it is asked again.
  var interval = Interruption.interval
  let ask: Ask
}

extension State {
  /// What a search asks whether to go on; nil where nobody waits for it.
  ///
  /// Not inlined: the copy of the state that it keeps takes 6 KB of code.
  @inline(never)
  func interruption(by wish: StopWish) -> Interruption? {
    guard let asksToStop else { return nil }
    return Interruption(every: asksToStop.interval) { milliseconds in
      asksToStop.ask(wish, milliseconds < Self.unnoticed ? nil : { waitingScreen })
    }
  }

  /// What is shown meanwhile.
  private var waitingScreen: Frame {
    var waiting = self
    waiting.message = Message(.searching)
    waiting.keepChosenInView()
    return render(waiting)
  }

  /// Milliseconds that a search may take without a word.
  private static let unnoticed = 100
}
