import CGnu
import Glibc
import Synchronization

/// Tells those who wait for programs on other threads to wait no longer: `descriptor` is readable from `send()` on.
final class StopSignal: Sendable {
  let descriptor: Int32
  private let end: Atomic<Int32>

  init() {
    var ends: [Int32] = [-1, -1]
    _ = pipe2(&ends, O_CLOEXEC)
    descriptor = ends[0]
    end = Atomic(ends[1])
  }

  deinit {
    send()
    if descriptor >= 0 { close(descriptor) }
  }

  func send() {
    let end = end.exchange(-1, ordering: .acquiringAndReleasing)
    if end >= 0 { close(end) }
  }

  /// Whether it was sent.
  var isSent: Bool { end.load(ordering: .acquiring) < 0 }
}
