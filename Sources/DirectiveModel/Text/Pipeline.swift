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
  /// when it has made all, on those that are left. Where there is something to `prepare`, that thread does it until the
  /// first part comes; without it, nobody does.
  static func run<Result>(
    preparing prepare: (() -> Void)? = nil, _ work: (Part) -> Result, _ make: (Pipeline) -> Void,
    inOrder take: (Result) -> Void
  ) {
    let results = ResultQueue<Result>()
    func workAndTake(_ index: Int, _ part: Part) { results.put(work(part), at: index, take) }
    withoutActuallyEscaping(workAndTake) { work in
      let pipeline = Pipeline(work)
      if let prepare { pipeline.getHelp(prepare) }
      make(pipeline)
      pipeline.finish()
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
    if count == 2, helper == nil { getHelp {} }
  }

  private func getHelp(_ prepare: @escaping () -> Void) {
    guard Chunks.hasSeveralCores else { return }
    let job = Job {
      prepare()
      self.takeParts()
    }
    if job.start() { helper = job }
  }

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
