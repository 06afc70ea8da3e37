import Glibc

/// Work that is done once, by a thread of its own or by the one that asks for it.
///
/// Whoever makes it answers for what `body` shares with other threads.
public final class Job: @unchecked Sendable {
  private let body: () -> Void

  public init(_ body: @escaping () -> Void) { self.body = body }

  public func run() { body() }

  /// A thread that does it, to be joined; nil where none can be had.
  public func start() -> pthread_t? {
    var thread = pthread_t()
    let retained = Unmanaged.passRetained(self)
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
