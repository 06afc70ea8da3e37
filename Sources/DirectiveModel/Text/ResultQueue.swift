/// Results that are ready in any order, and taken in theirs.
final class ResultQueue<Result>: @unchecked Sendable {
  private let lock = Condition()
  private var ready: [Result?] = []
  private var taken = 0
  private var isTaking = false

  /// Puts a result where it belongs, and takes all that are next. Does not wait for a thread that is just doing so: that
  /// one takes this one, too.
  func put(_ result: Result, at index: Int, _ take: (Result) -> Void) {
    let takes = lock.locked {
      if index >= ready.count { ready += repeatElement(nil, count: index + 1 - ready.count) }
      ready[index] = result
      defer { isTaking = true }
      return !isTaking
    }
    guard takes else { return }
    while let next = next() { take(next) }
  }

  private func next() -> Result? {
    lock.locked {
      guard taken < ready.count, let next = ready[taken].take() else {
        isTaking = false
        return nil
      }
      taken += 1
      return next
    }
  }
}
