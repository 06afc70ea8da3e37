import CGnu
import Glibc
import Synchronization

/// Tells those who wait for programs on other threads to wait no longer: `descriptor` is readable from `send()` on.
final class StopSignal: Sendable {
  let descriptor: Int32
  private let end: Mutex<Int32>

  init() {
    var ends: [Int32] = [-1, -1]
    _ = pipe2(&ends, O_CLOEXEC)
    descriptor = ends[0]
    end = Mutex(ends[1])
  }

  deinit {
    send()
    if descriptor >= 0 { close(descriptor) }
  }

  func send() {
    end.withLock { end in
      if end >= 0 { close(end) }
      end = -1
    }
  }

  /// Whether it was sent.
  var isSent: Bool { end.withLock { $0 < 0 } }
}
