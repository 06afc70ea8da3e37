import Glibc
import Synchronization

/// What a long search asks whether it is to be given up.
///
/// The thread that makes it asks whoever waits for the search, not more often than a person notices, and nothing while it
/// is asking; the threads that help it see the answer.
public final class Interruption: Sendable {
  private let asks: @Sendable (_ milliseconds: Int) -> Bool
  private let thread = pthread_self()
  private let answer = Atomic<Bool>(false)
  private let began: Int
  private let lastAsked: Atomic<Int>
  private let interval: Int
  private let isAsking = Atomic<Bool>(false)

  /// Milliseconds between two questions that a person does not notice.
  public static let interval = 10

  /// `asks` is told how long the search has taken so far, and asked after so many milliseconds again.
  public init(every interval: Int = interval, asking asks: @escaping @Sendable (_ milliseconds: Int) -> Bool) {
    self.interval = interval
    self.asks = asks
    began = Self.now
    lastAsked = Atomic(began)
  }

  /// Whether the search was given up.
  public var happened: Bool { answer.load(ordering: .relaxed) }

  /// Asks where that is due, and answers whether the search was given up.
  func happens() -> Bool {
    let now = Self.now
    if !happened, pthread_equal(pthread_self(), thread) != 0, !isAsking.load(ordering: .relaxed),
      now - lastAsked.load(ordering: .relaxed) >= interval
    {
      lastAsked.store(now, ordering: .relaxed)
      isAsking.store(true, ordering: .relaxed)
      if asks(now - began) { answer.store(true, ordering: .relaxed) }
      isAsking.store(false, ordering: .relaxed)
    }
    return happened
  }

  /// Calls `look` with one part of a text after the other, and asks whenever about `size` bytes were looked through: a
  /// longer part comes in slices of whole scalars. `look` answers where to go on, nil for no further.
  ///
  /// False where the search was given up.
  static func goThrough(
    _ parts: [Range<Int>], of bytes: UnsafeBufferPointer<UInt8>, asking interruption: Interruption?, every size: Int,
    _ look: (Range<Int>) -> Int?
  ) -> Bool {
    if interruption?.happened ?? false { return false }
    let size = interruption == nil ? bytes.count : size
    var left = size
    for part in parts {
      var from = part.lowerBound
      while from < part.upperBound {
        if left <= 0 {
          if interruption?.happens() ?? false { return false }
          left = size
        }
        var end = min(from + left, part.upperBound)
        while end < part.upperBound, bytes[end] & 0xC0 == 0x80 { end += 1 }
        guard let next = look(from..<end) else { return true }
        left -= end - from
        from = max(next, end)
      }
    }
    return true
  }

  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
