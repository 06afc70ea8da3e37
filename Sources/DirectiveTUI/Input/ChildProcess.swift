import CConverter
import CGnu
import Glibc

/// A program that turns its standard input into its standard output, run without a shell and without blocking: whoever
/// waits for it waits for `watched`, and calls `advance()`.
///
/// It gets no signal mask and no ignored signals of ours. However we end, it ends with us; when it is stopped, all that it
/// has started is stopped with it.
final class ChildProcess {
  struct Limits {
    /// Seconds.
    var time = 120
    /// Bytes of output.
    var size = 1 << 30
  }

  private let program: String
  private let package: String
  private let limits: Limits
  private let started = Clock.now
  private var pid: pid_t = 0
  private var input: Int32
  private var output: Int32
  private var errors: Int32
  private let given: [UInt8]
  private var sent = 0
  private(set) var received: [UInt8] = []
  private var complaint: [UInt8] = []

  /// Starts `program`, which is looked for as the shell looks for it; `package` is named where it is missing.
  init(_ program: String, _ arguments: [String], package: String, input given: [UInt8], limits: Limits = Limits())
    throws(Problem)
  {
    self.program = program
    self.package = package
    self.given = given
    self.limits = limits
    // A socket for its input, because writing to one can be told not to raise SIGPIPE.
    let (inputEnds, outputEnds, errorEnds) = (Self.sockets(), Self.pipe(), Self.pipe())
    (input, output, errors) = (inputEnds.ours, outputEnds.ours, errorEnds.ours)
    defer { for end in [inputEnds.theirs, outputEnds.theirs, errorEnds.theirs] where end >= 0 { close(end) } }
    let words = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    pid = converter_start(words, inputEnds.theirs, outputEnds.theirs, errorEnds.theirs)
    guard pid > 0 else {
      let failure = errno
      stop()
      throw failure == ENOENT ? missing : Problem(program, .systemError(failure))
    }
    if given.isEmpty { closeInput() }
  }

  deinit { stop() }

  /// The descriptors to wait for, until there are none: then it has ended.
  var watched: [pollfd] {
    [(input, POLLOUT), (output, POLLIN), (errors, POLLIN)].filter { $0.0 >= 0 }.map {
      pollfd(fd: $0.0, events: Int16($0.1), revents: 0)
    }
  }

  /// When it has to have ended, by `Clock`.
  var deadline: Int { started + limits.time * 1000 }

  /// Gives and takes what can be given and taken now; true when all of its output has been received.
  func advance() throws(Problem) -> Bool {
    send()
    errors = Self.receive(from: errors, into: &complaint, limit: 1 << 16)
    output = Self.receive(from: output, into: &received, limit: limits.size + 1)
    guard received.count <= limits.size else {
      stop()
      throw Problem("", .unpacksTooLarge(limits.size))
    }
    guard Clock.now < deadline else {
      stop()
      throw Problem("", .tookTooLong(program, limits.time))
    }
    guard output < 0, errors < 0 else { return false }
    try end()
    return true
  }

  /// Ends it, if it has not ended.
  func stop() {
    for descriptor in [input, output, errors] where descriptor >= 0 { close(descriptor) }
    (input, output, errors) = (-1, -1, -1)
    guard pid > 0 else { return }
    converter_kill(pid)
    pid = 0
  }

  private func end() throws(Problem) {
    closeInput()
    guard pid > 0 else { return }
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0, errno == EINTR {}
    pid = 0
    guard status != 0 else { return }
    if status & 0x7F == 0, status >> 8 == 127 { throw missing }
    let words = String(decoding: complaint, as: UTF8.self).split(whereSeparator: \.isNewline).last.map(String.init)
    throw Problem("", "\(program): \(words ?? "ended with status \(status >> 8)")")
  }

  private var missing: Problem { Problem("", .isNeeded(program, package)) }

  private func send() {
    while input >= 0, sent < given.count {
      let count = given.withUnsafeBytes { raw in
        Glibc.send(
          input, raw.baseAddress.map { $0 + sent }, raw.count - sent,
          Int32(MSG_NOSIGNAL | MSG_DONTWAIT))
      }
      if count < 0 {
        if errno == EINTR { continue }
        if errno != EAGAIN { closeInput() }  // it wants no more
        return
      }
      sent += count
    }
    if sent == given.count { closeInput() }
  }

  private func closeInput() {
    if input >= 0 { close(input) }
    input = -1
  }

  /// Reads what is there; answers the descriptor, or -1 when it has been closed at its end.
  private static func receive(from descriptor: Int32, into bytes: inout [UInt8], limit: Int) -> Int32 {
    guard descriptor >= 0 else { return -1 }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count > 0 {
        if bytes.count < limit { bytes += chunk[..<count] }
        if bytes.count >= limit { return descriptor }
      } else if count == 0 {
        close(descriptor)
        return -1
      } else if errno == EAGAIN {
        return descriptor
      } else if errno != EINTR {
        close(descriptor)
        return -1
      }
    }
  }

  private static func sockets() -> (ours: Int32, theirs: Int32) {
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { return (-1, -1) }
    shutdown(ends[0], Int32(SHUT_RD))
    return (ends[0], ends[1])
  }

  private static func pipe() -> (ours: Int32, theirs: Int32) {
    var ends: [Int32] = [-1, -1]
    guard pipe2(&ends, O_CLOEXEC) == 0 else { return (-1, -1) }
    _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
    return (ends[0], ends[1])
  }
}

/// Time that only goes forward.
enum Clock {
  /// Milliseconds since some moment before the start.
  static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
