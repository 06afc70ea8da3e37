import CGnu
import Glibc
import Synchronization

/// Splits work over a long range among the processor's cores.
package enum Chunks {
  /// How many there are. Asked once: the C library opens a file for the answer.
  private static let cores = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  /// Whether a second thread gains anything.
  static var hasSeveralCores: Bool { cores > 1 }

  /// Milliseconds between two calls of `waiting`.
  private static let patience: Int32 = 10

  /// Parts for each core: more than one, so that none waits long for another that is slowed down.
  private static let partsForCore = 4

  /// The results of `work` on consecutive parts of `range`, in their order; one part if the range is shorter than twice
  /// `minimum`. Each core takes the next part that none works on: what `work` does for one must not depend on another.
  ///
  /// `waiting` is called now and then while this thread has nothing to do any more and others have.
  package static func map<Result>(
    _ range: Range<Int>, ofAtLeast minimum: Int, waiting: (() -> Void)? = nil, _ work: (Range<Int>) -> Result
  ) -> [Result] {
    let threadCount = min(4, cores)
    let count = threadCount == 1 ? 1 : min(threadCount * partsForCore, range.count / minimum)
    guard count > 1 else { return [work(range)] }
    let results = UnsafeMutableBufferPointer<Result?>.allocate(capacity: count)
    results.initialize(repeating: nil)
    defer { results.deinitialize().deallocate() }
    let next = Atomic(0)
    withoutActuallyEscaping(work) { work in
      let takeParts = {
        while true {
          let part = next.add(1, ordering: .relaxed).oldValue
          guard part < count else { return }
          let lower = range.lowerBound + range.count * part / count
          let upper = range.lowerBound + range.count * (part + 1) / count
          results[part] = work(lower..<upper)
        }
      }
      withoutActuallyEscaping(takeParts) { takeParts in
        let threads = (1..<min(threadCount, count)).compactMap { _ in Job(takeParts).start() }
        takeParts()
        for thread in threads {
          while let waiting, cgnu_join(thread, milliseconds: patience) == ETIMEDOUT { waiting() }
          if waiting == nil { pthread_join(thread, nil) }
        }
      }
    }
    return results.compactMap { $0 }
  }
}
