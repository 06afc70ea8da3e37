import CGnu
import DirectiveModel
import Glibc

/// Works on many things at once, with as many threads as there are cores; what comes of it is taken in by one thread,
/// which waits for `descriptor` to be readable.
final class Crew<Result: Sendable>: @unchecked Sendable {  // what threads share is touched under the lock alone
  let count: Int
  /// Readable while many results are to be taken, or the last ones.
  let descriptor: Int32
  private let signal: Int32
  private let work: @Sendable (Int) -> Result
  /// Ends what the threads wait for.
  private let stopping: StopSignal?
  private var lock = pthread_mutex_t()
  private var next = 0
  private var isStopped = false
  private var results: [(index: Int, result: Result)] = []
  private var finished = 0
  /// So many results are handed over at once, or what there is after so many milliseconds: waking up for each one takes
  /// longer than reading a page of text.
  private static var batch: (count: Int, milliseconds: Int32) { (32, 10) }
  private var jobs: [Job] = []

  /// Begins to work on the things from 0 to `count`; `stopping` is sent to what it waits for when it is stopped.
  init(count: Int, stopping: StopSignal? = nil, _ work: @escaping @Sendable (Int) -> Result) {
    self.count = count
    self.stopping = stopping
    self.work = work
    var ends: [Int32] = [-1, -1]
    _ = pipe2(&ends, O_CLOEXEC | O_NONBLOCK)
    (descriptor, signal) = (ends[0], ends[1])
    pthread_mutex_init(&lock, nil)
    let cores = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    for _ in 0..<min(cores, count) {
      let job = Job { self.run() }
      if job.start() { jobs.append(job) }
    }
    if jobs.isEmpty { run() }
  }

  /// When every job is done: each holds its crew until then.
  deinit {
    pthread_mutex_destroy(&lock)
    close(descriptor)
    close(signal)
  }

  /// What every thread does: takes the next thing that nobody works on.
  private func run() {
    while let index = take() {
      let result = work(index)
      pthread_mutex_lock(&lock)
      if !isStopped { results.append((index, result)) }
      finished += 1
      let isDue = results.count == Self.batch.count || finished == count
      pthread_mutex_unlock(&lock)
      guard isDue else { continue }
      var byte: UInt8 = 1
      _ = write(signal, &byte, 1)
    }
  }

  private func take() -> Int? {
    pthread_mutex_lock(&lock)
    defer { pthread_mutex_unlock(&lock) }
    guard !isStopped, next < count else { return nil }
    next += 1
    return next - 1
  }

  /// The results that have come since the last call, in the order they came.
  func results(waiting: Bool) -> [(index: Int, result: Result)] {
    if waiting {
      var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      _ = poll(&polled, 1, Self.batch.milliseconds)
    }
    var bytes = [UInt8](repeating: 0, count: 1 << 12)
    while read(descriptor, &bytes, bytes.count) > 0 {}
    pthread_mutex_lock(&lock)
    defer { pthread_mutex_unlock(&lock) }
    defer { results = [] }
    return results
  }

  /// Makes the threads end after what they are at, and waits for them.
  func stop() {
    abandon()
    for job in jobs { job.wait() }
    jobs = []
  }

  /// Makes the threads end after what they are at, and waits for none of them.
  func abandon() {
    pthread_mutex_lock(&lock)
    isStopped = true
    results = []
    pthread_mutex_unlock(&lock)
    stopping?.send()
  }

  /// Hands over all results in the order of the things, each as soon as those before it are there.
  func inOrder<Failure>(_ body: (Int, Result) throws(Failure) -> Void) throws(Failure) {
    defer { stop() }
    var early: [Int: Result] = [:]
    var due = 0
    while due < count {
      for (index, result) in results(waiting: true) { early[index] = result }
      while let result = early.removeValue(forKey: due) {
        try body(due, result)
        due += 1
      }
    }
  }
}
