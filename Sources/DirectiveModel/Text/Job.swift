import Glibc

/// Work that is done once, by a thread of its own.
///
/// Whoever makes it answers for what `body` shares with other threads.
public final class Job: @unchecked Sendable {
  private var body: (() -> Void)?
  private let condition = Condition()
  private var isDone = false

  public init(_ body: @escaping () -> Void) { self.body = body }

  /// Has a thread do it; false where none can be had.
  public func start() -> Bool { Worker.give(self) }

  /// Waits until it is done.
  public func wait() { condition.locked { while !isDone { condition.wait() } } }

  /// The same, but for not much longer than so many milliseconds, less than a second; false where it is not done by then.
  func wait(milliseconds: Int) -> Bool {
    var deadline = timespec()
    clock_gettime(CLOCK_REALTIME, &deadline)
    deadline.tv_nsec += milliseconds * 1_000_000
    if deadline.tv_nsec >= 1_000_000_000 {
      deadline.tv_sec += 1
      deadline.tv_nsec -= 1_000_000_000
    }
    return condition.locked {
      while !isDone { guard condition.wait(until: deadline) else { return isDone } }
      return true
    }
  }

  /// Does it. What `body` holds is given up before anybody hears that it is done.
  @inline(never)
  fileprivate func run() { body.take()?() }

  fileprivate func finish() {
    condition.locked {
      isDone = true
      condition.signal()
    }
  }
}

/// A thread that does one job after the other, and sleeps in between as long as the program runs.
///
/// One that wakes is put on an idle core. A new one was often put on the core of the thread that had made it, and begun
/// only when that had used up its time, up to 4 ms later. So who makes one rests until it sleeps.
private final class Worker: @unchecked Sendable {
  private static let idle = Guarded<[Worker]>([])

  private let jobs: UnsafeMutablePointer<sem_t> = .allocate(capacity: 1)
  private var job: Job?

  static func give(_ job: Job) -> Bool {
    guard let worker = idle.withLock({ $0.popLast() }) ?? begin() else { return false }
    worker.job = job
    sem_post(worker.jobs)
    return true
  }

  private init() { sem_init(jobs, 0, 0) }

  deinit {
    sem_destroy(jobs)
    jobs.deallocate()
  }

  private static func begin() -> Worker? {
    let worker = Worker()
    let retained = Unmanaged.passRetained(worker)
    var thread = pthread_t()
    let status = pthread_create(
      &thread, nil,
      { raw in
        if let raw { Unmanaged<Worker>.fromOpaque(raw).takeRetainedValue().run() }
        return nil
      }, retained.toOpaque())
    guard status == 0 else {
      retained.release()
      return nil
    }
    pthread_detach(thread)
    rest()
    return worker
  }

  /// Leaves this thread's core to a new one, for the shortest time there is, which is some 60 µs.
  private static func rest() {
    var shortest = timespec(tv_sec: 0, tv_nsec: 1)
    nanosleep(&shortest, nil)
  }

  private func run() {
    Self.leaveSignals()
    while true {
      while sem_wait(jobs) != 0 {}
      guard let job = job.take() else { continue }
      job.run()
      // Before anybody hears of it, who may have the next job at once.
      Self.idle.withLock { $0.append(self) }
      job.finish()
    }
  }

  /// Leaves signals to the thread that waits for them, but for those that this one's own work raises: by a mistake, or by
  /// writing where nobody reads any more, which ends the program whoever writes.
  private static func leaveSignals() {
    var others = sigset_t()
    sigfillset(&others)
    for own in [SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGABRT, SIGPIPE] { sigdelset(&others, own) }
    pthread_sigmask(SIG_BLOCK, &others, nil)
  }
}
