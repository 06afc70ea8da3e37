import Glibc

/// Parts of a work that one thread makes while another works on those that are made.
final class Pipeline<Part>: @unchecked Sendable {
  private let work: (Part) -> Void
  private let lock: UnsafeMutablePointer<pthread_mutex_t> = .allocate(capacity: 1)
  private let changed: UnsafeMutablePointer<pthread_cond_t> = .allocate(capacity: 1)
  private var parts: [Part?] = []
  private var taken = 0
  private var isAtEnd = false
  private var helper: pthread_t?

  /// Calls `work` with each part that `make` puts in; what it does for one must not depend on another.
  ///
  /// Where there are several cores, a thread of its own works on the parts as they come, and the one that makes them,
  /// when it has made all, on those that are left.
  static func run(_ work: (Part) -> Void, _ make: (Pipeline) -> Void) {
    withoutActuallyEscaping(work) { work in
      let pipeline = Pipeline(work)
      make(pipeline)
      pipeline.finish()
    }
  }

  private init(_ work: @escaping (Part) -> Void) {
    self.work = work
    pthread_mutex_init(lock, nil)
    pthread_cond_init(changed, nil)
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(lock)
    changed.deallocate()
    lock.deallocate()
  }

  func put(_ part: Part) {
    let count = locked {
      parts.append(part)
      pthread_cond_signal(changed)
      return parts.count
    }
    // A single part is not worth a thread.
    if count == 2, Chunks.hasSeveralCores { helper = Job { self.takeParts() }.start() }
  }

  private func finish() {
    locked {
      isAtEnd = true
      pthread_cond_signal(changed)
    }
    takeParts()
    if let helper { pthread_join(helper, nil) }
  }

  private func takeParts() {
    while let part = next() { work(part) }
  }

  /// The next part, waited for; nil behind the last one.
  private func next() -> Part? {
    locked {
      while taken == parts.count, !isAtEnd { pthread_cond_wait(changed, lock) }
      guard taken < parts.count else { return nil }
      defer { taken += 1 }
      return parts[taken].take()
    }
  }

  private func locked<Result>(_ body: () -> Result) -> Result {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return body()
  }
}
