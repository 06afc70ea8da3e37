import CGnu
import DirectiveModel
import Glibc

/// Works on many things at once, with as many threads as there are cores; what comes of it is taken in by one thread,
/// which waits for `descriptor` to be readable. Where no thread can be had, that one does the work, too.
final class Crew<Result: Sendable>: @unchecked Sendable {  // what threads share is touched under the lock alone
  let count: Int
  /// Readable while many results are to be taken, or the last ones.
  let descriptor: Int32
  private let signal: Int32
  private let work: @Sendable (Int) -> Result
  private let size: @Sendable (Result) -> Int
  /// Ends what the threads wait for.
  private let stopping: StopSignal?
  private let lock = Condition()
  private var next = 0
  private var isStopped = false
  private var results: [(index: Int, result: Result)] = []
  private var finished = 0
  /// Bytes of the results that are still to be dealt with.
  private var held = 0
  private var jobs: [Job] = []

  /// So many results are handed over at once, or what there is after so many milliseconds: waking up for each one takes
  /// longer than reading a page of text.
  private static var batch: (count: Int, milliseconds: Int32) { (32, 10) }
  /// While more bytes are held, nothing more is begun.
  private static var mostHeld: Int { 1 << 24 }

  /// Begins to work on the things from 0 to `count`; `stopping` is sent to what it waits for when it is stopped. `size`
  /// tells about how many bytes a result takes in memory.
  init(
    count: Int, stopping: StopSignal? = nil, size: @escaping @Sendable (Result) -> Int = { _ in 0 },
    _ work: @escaping @Sendable (Int) -> Result
  ) {
    self.count = count
    self.stopping = stopping
    self.size = size
    self.work = work
    var ends: [Int32] = [-1, -1]
    _ = pipe2(&ends, O_CLOEXEC | O_NONBLOCK)
    (descriptor, signal) = (ends[0], ends[1])
    for _ in 0..<min(Chunks.cores, count) {
      let job = Job { while self.workOnNext() {} }
      if job.start() { jobs.append(job) }
    }
    if jobs.isEmpty { tell() }
  }

  /// When every job is done: each holds its crew until then.
  deinit {
    close(descriptor)
    close(signal)
  }

  private func tell() {
    var byte: UInt8 = 1
    _ = write(signal, &byte, 1)
  }

  /// Works on the next thing that nobody works on; false where there is none.
  private func workOnNext() -> Bool {
    guard let index = take() else { return false }
    let result = work(index)
    let size = size(result)
    let isDue = lock.locked {
      finished += 1
      guard !isStopped else { return false }
      results.append((index, result))
      held += size
      return results.count == Self.batch.count || finished == count || held > Self.mostHeld
    }
    if isDue { tell() }
    return true
  }

  private func take() -> Int? {
    lock.locked {
      while held > Self.mostHeld, !isStopped, next < count { lock.wait() }
      guard !isStopped, next < count else { return nil }
      next += 1
      return next - 1
    }
  }

  /// The results that have come since the last call, in the order they came.
  func results(waiting: Bool) -> [(index: Int, result: Result)] {
    let arrived = arrived(waiting: waiting)
    for (_, result) in arrived { release(result) }
    return arrived
  }

  /// The same, which are held still.
  private func arrived(waiting: Bool) -> [(index: Int, result: Result)] {
    if waiting, !jobs.isEmpty {
      var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      _ = poll(&polled, 1, Self.batch.milliseconds)
    }
    var bytes = [UInt8](repeating: 0, count: 1 << 12)
    while read(descriptor, &bytes, bytes.count) > 0 {}
    if jobs.isEmpty, workOnNext() { tell() }
    return lock.locked {
      defer { results = [] }
      return results
    }
  }

  private func release(_ result: Result) {
    let size = size(result)
    guard size > 0 else { return }
    lock.locked {
      held -= size
      lock.signal()
    }
  }

  /// Makes the threads end after what they are at, and waits for them.
  func stop() {
    abandon()
    for job in jobs { job.wait() }
    jobs = []
  }

  /// Makes the threads end after what they are at, and waits for none of them.
  func abandon() {
    lock.locked {
      isStopped = true
      results = []
      lock.signal()
    }
    stopping?.send()
  }

  /// Hands over all results in the order of the things, each as soon as those before it are there.
  func inOrder<Failure>(_ body: (Int, Result) throws(Failure) -> Void) throws(Failure) {
    defer { stop() }
    var early: [Int: Result] = [:]
    var due = 0
    while due < count {
      for (index, result) in arrived(waiting: true) { early[index] = result }
      while let result = early.removeValue(forKey: due) {
        try body(due, result)
        release(result)
        due += 1
      }
    }
  }
}
