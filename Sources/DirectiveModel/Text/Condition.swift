import Glibc

/// A lock, and what is waited for under it: `pthread_mutex_t` and `pthread_cond_t`, which must not move.
package final class Condition: @unchecked Sendable {
  private let lock: UnsafeMutablePointer<pthread_mutex_t> = .allocate(capacity: 1)
  private let changed: UnsafeMutablePointer<pthread_cond_t> = .allocate(capacity: 1)

  package init() {
    pthread_mutex_init(lock, nil)
    pthread_cond_init(changed, nil)
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(lock)
    changed.deallocate()
    lock.deallocate()
  }

  package func locked<Result>(_ body: () -> Result) -> Result {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return body()
  }

  /// Wakes who waits. All that follows is called with the lock held.
  package func signal() { pthread_cond_broadcast(changed) }

  /// Waits to be woken, which happens without a reason, too.
  package func wait() { pthread_cond_wait(changed, lock) }

  /// The same, at most until `deadline`; false when it has passed.
  package func wait(until deadline: timespec) -> Bool {
    var deadline = deadline
    return pthread_cond_timedwait(changed, lock, &deadline) != ETIMEDOUT
  }
}
