/// Parts of a work that one thread makes while another works on those that are made.
final class Pipeline<Part>: @unchecked Sendable {
  private let work: (Int, Part) -> Void
  private let condition = Condition()
  private var parts: [Part?] = []
  private var taken = 0
  private var isAtEnd = false
  private var helper: Job?

  /// Calls `work` with each part that `make` puts in, and `take` with what comes of each, in their order, as soon as all
  /// before it were taken: of none twice at a time. What `work` does for one must not depend on another.
  ///
  /// Where there are several cores, a thread of its own works on the parts as they come, and the one that makes them,
  /// when it has made all, on those that are left. Until the first one comes, that thread calls `meanwhile` again and
  /// again as long as it answers that there is more to do.
  static func run<Result>(
    _ work: (Part) -> Result, meanwhile: (() -> Bool)? = nil, _ make: (Pipeline) -> Void,
    inOrder take: (Result) -> Void
  ) {
    let results = ResultQueue<Result>()
    func workAndTake(_ index: Int, _ part: Part) { results.put(work(part), at: index, take) }
    withoutActuallyEscaping(workAndTake) { work in
      let pipeline = Pipeline(work)
      guard let meanwhile, Chunks.hasSeveralCores else {
        make(pipeline)
        return pipeline.finish()
      }
      withoutActuallyEscaping(meanwhile) { meanwhile in
        pipeline.startHelper(first: { while pipeline.awaitsFirst, meanwhile() {} })
        make(pipeline)
        pipeline.finish()
      }
    }
  }

  private init(_ work: @escaping (Int, Part) -> Void) { self.work = work }

  func put(_ part: Part) {
    let count = condition.locked {
      parts.append(part)
      condition.signal()
      return parts.count
    }
    // A single part is not worth a thread.
    if count == 2, helper == nil, Chunks.hasSeveralCores { startHelper(first: {}) }
  }

  private func startHelper(first prepare: @escaping () -> Void) {
    let job = Job {
      prepare()
      self.takeParts()
    }
    if job.start() { helper = job }
  }

  /// Whether no part was put in yet, and one may come.
  private var awaitsFirst: Bool { condition.locked { parts.isEmpty && !isAtEnd } }

  private func finish() {
    condition.locked {
      isAtEnd = true
      condition.signal()
    }
    takeParts()
    helper?.wait()
  }

  private func takeParts() {
    while let (index, part) = next() { work(index, part) }
  }

  /// The next part and how many were before it, waited for; nil behind the last one.
  private func next() -> (Int, Part)? {
    condition.locked {
      while taken == parts.count, !isAtEnd { condition.wait() }
      guard taken < parts.count, let part = parts[taken].take() else { return nil }
      defer { taken += 1 }
      return (taken, part)
    }
  }
}
