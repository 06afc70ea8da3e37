import Glibc
import Synchronization

/// Splits work over a long range among the processor's cores.
package enum Chunks {
  /// How many there are. Asked once: the C library opens a file for the answer.
  package static let cores = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  /// Whether a second thread gains anything.
  static var hasSeveralCores: Bool { cores > 1 }

  /// Milliseconds between two calls of `waiting`.
  private static let patience = 10

  /// Parts for each core: more than one, so that none waits long for another that is slowed down.
  private static let partsForCore = 4

  /// The results of `work` on consecutive parts of `range`, in their order; one part if the range is shorter than twice
  /// `minimum`. Each core takes the next part that none works on: what `work` does for one must not depend on another.
  ///
  /// `waiting` is called now and then while this thread has nothing to do any more and others have.
  package static func map<Result>(
    _ range: Range<Int>, ofAtLeast minimum: Int, waiting: (() -> Void)? = nil, _ work: (Range<Int>) -> Result
  ) -> [Result] {
    let count = cores == 1 ? 1 : min(threadCount * partsForCore, range.count / minimum)
    guard count > 1 else { return [work(range)] }
    let results = UnsafeMutableBufferPointer<Result?>.allocate(capacity: count)
    results.initialize(repeating: nil)
    defer { results.deinitialize().deallocate() }
    onAllCores(count, waiting) { results[$0] = work(part($0, of: count, in: range)) }
    return results.compactMap { $0 }
  }

  /// Calls `work` on consecutive parts of `range`, each of `size` or little more, as `map` does, and `take` with what
  /// comes of each as soon as all before it were taken: of none twice at a time. One part if the range is shorter than
  /// twice `size`. `waiting` is called as `map` does.
  package static func forEach<Result>(
    _ range: Range<Int>, ofAtLeast size: Int, waiting: (() -> Void)? = nil, _ work: (Range<Int>) -> Result,
    inOrder take: (Result) -> Void
  ) {
    let count = range.count / size
    guard count > 1 else { return take(work(range)) }
    let results = ResultQueue<Result>()
    onAllCores(count, waiting) { number in
      results.put(work(part(number, of: count, in: range)), at: number, take)
    }
  }

  private static func part(_ number: Int, of count: Int, in range: Range<Int>) -> Range<Int> {
    range.lowerBound + range.count * number / count..<range.lowerBound + range.count * (number + 1) / count
  }

  /// Threads that work on one text: more would wait for the same memory.
  static var threadCount: Int { min(4, cores) }

  /// Calls `work` with the numbers up to `count`, on each core with the next one.
  private static func onAllCores(_ count: Int, _ waiting: (() -> Void)?, _ work: (Int) -> Void) {
    let next = Atomic(0)
    let takeParts = {
      while true {
        let part = next.add(1, ordering: .relaxed).oldValue
        guard part < count else { return }
        work(part)
      }
    }
    withoutActuallyEscaping(takeParts) { takeParts in
      let jobs = (1..<min(threadCount, count)).map { _ in Job(takeParts) }.filter { $0.start() }
      takeParts()
      for job in jobs {
        while let waiting, !job.wait(milliseconds: patience) { waiting() }
        job.wait()
      }
    }
  }
}
