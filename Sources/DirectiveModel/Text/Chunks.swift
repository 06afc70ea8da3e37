import CGnu
import Glibc

/// Splits work over a long range among the processor's cores.
package enum Chunks {
  /// How many there are. Asked once: the C library opens a file for the answer.
  private static let cores = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  /// Milliseconds between two calls of `waiting`.
  private static let patience: Int32 = 10

  /// The results of `work` on consecutive parts of `range`, in their order; one part if the range is shorter than twice
  /// `minimum`. The parts are worked on at the same time: what `work` does for one must not depend on another.
  ///
  /// `waiting` is called now and then while this thread has done its part and others have not.
  package static func map<Result>(
    _ range: Range<Int>, ofAtLeast minimum: Int, waiting: (() -> Void)? = nil, _ work: (Range<Int>) -> Result
  ) -> [Result] {
    let count = min(4, cores, range.count / minimum)
    guard count > 1 else { return [work(range)] }
    let results = UnsafeMutableBufferPointer<Result?>.allocate(capacity: count)
    results.initialize(repeating: nil)
    defer { results.deinitialize().deallocate() }
    withoutActuallyEscaping(work) { work in
      let jobs = (0..<count).map { part in
        let lower = range.lowerBound + range.count * part / count
        let upper = range.lowerBound + range.count * (part + 1) / count
        return Job { results[part] = work(lower..<upper) }
      }
      let threads = jobs.dropFirst().map { ($0, $0.start()) }
      jobs[0].run()
      for (job, thread) in threads {
        guard let thread else {
          job.run()
          continue
        }
        while let waiting, cgnu_join(thread, milliseconds: patience) == ETIMEDOUT { waiting() }
        if waiting == nil { pthread_join(thread, nil) }
      }
    }
    return results.compactMap { $0 }
  }
}
