import Glibc

/// A named pipe as a document.
enum NamedPipe {
  /// Opens the pipe at `path` for reading, at once, and waits for somebody to write into it. Where nobody is about to,
  /// it says on standard error that it waits: open(2) alone would wait without a word, for ever.
  ///
  /// Answers a descriptor that can be read; -1 with `errno` set where the pipe cannot be opened.
  static func open(_ path: String) -> Int32 {
    let descriptor = Glibc.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return -1 }
    var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    if poll(&polled, 1, patience) == 0 {
      Output.tell(Problem(path, "is a pipe; waiting for somebody to write into it"))
      while poll(&polled, 1, -1) < 0, errno == EINTR {}
    }
    _ = fcntl(descriptor, F_SETFL, 0)
    return descriptor
  }

  /// Milliseconds that a program at the other end may need to begin.
  private static let patience: Int32 = 100
}
