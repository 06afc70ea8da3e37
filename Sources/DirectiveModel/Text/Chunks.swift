import Glibc

/// Splits work over a long range among the processor's cores.
enum Chunks {
  /// The results of `work` on consecutive parts of `range`, in their order; one part if the range is shorter than twice
  /// `minimum`. The parts are worked on at the same time: what `work` does for one must not depend on another.
  static func map<Result>(
    _ range: Range<Int>, ofAtLeast minimum: Int, _ work: (Range<Int>) -> Result
  ) -> [Result] {
    let cores = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    let count = min(4, cores, range.count / minimum)
    guard count > 1 else { return [work(range)] }
    return withoutActuallyEscaping(work) { work in
      let jobs = (0..<count).map { part in
        let lower = range.lowerBound + range.count * part / count
        let upper = range.lowerBound + range.count * (part + 1) / count
        return Job { work(lower..<upper) }
      }
      let threads = jobs.dropFirst().map { ($0, start($0)) }
      jobs[0].run()
      for (job, thread) in threads {
        if let thread { pthread_join(thread, nil) } else { job.run() }
      }
      return jobs.compactMap { $0.result as? Result }
    }
  }

  /// One part of the work; run once, by one thread.
  private final class Job {
    private let work: () -> Any
    private(set) var result: Any?

    init(_ work: @escaping () -> Any) { self.work = work }

    func run() { result = work() }
  }

  /// A thread that runs the job; nil where none can be had.
  private static func start(_ job: Job) -> pthread_t? {
    var thread = pthread_t()
    let retained = Unmanaged.passRetained(job)
    let status = pthread_create(
      &thread, nil,
      { raw in
        if let raw { Unmanaged<Job>.fromOpaque(raw).takeRetainedValue().run() }
        return nil
      }, retained.toOpaque())
    guard status == 0 else {
      retained.release()
      return nil
    }
    return thread
  }
}
