import CConverter
import Glibc

/// A program that turns its standard input into its standard output, run without a shell and without blocking: whoever
/// waits for it waits for `watched`, and calls `advance()`.
///
/// It gets no signal mask and no ignored signals of ours. However we end, it ends with us; and with it all that it has
/// started, unless we are killed or crash.
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
  private(set) var pid: pid_t = 0
  private var input: Int32
  private var output: Int32
  private var errors: Int32
  /// Tells of its end, once it says no more; -1 until then.
  private var ending: Int32 = -1
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
    let words = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var ends: [Int32] = [-1, -1, -1]
    pid = converter_start(words, &ends)
    let failure = errno
    (input, output, errors) = (ends[0], ends[1], ends[2])
    guard pid > 0 else {
      throw failure == ENOENT ? missing : Problem(program, .systemError(failure))
    }
    if given.isEmpty { closeInput() }
  }

  deinit { stop() }

  /// The descriptors to wait for, until there are none: then it has ended.
  var watched: [pollfd] {
    [(input, POLLOUT), (output, POLLIN), (errors, POLLIN), (ending, POLLIN)].filter { $0.0 >= 0 }.map {
      pollfd(fd: $0.0, events: Int16($0.1), revents: 0)
    }
  }

  /// When to call `advance()` at the latest, by `Clock`: when it has to have ended, or soon where it says no more and
  /// the system does not tell of its end.
  var deadline: Int { isSilent && ending < 0 ? min(limit, Clock.now + 10) : limit }

  private var limit: Int { started + limits.time * 1000 }

  /// Whether all that it says has been received.
  private var isSilent: Bool { output < 0 && errors < 0 }

  /// Gives and takes what can be given and taken now; true when it has ended and all of its output has been received.
  func advance() throws(Problem) -> Bool {
    send()
    errors = Self.receive(from: errors, into: &complaint, limit: 1 << 16)
    output = Self.receive(from: output, into: &received, limit: limits.size + 1)
    guard received.count <= limits.size else {
      stop()
      throw Problem("", .unpacksTooLarge(limits.size))
    }
    if isSilent, try hasEnded() { return true }
    guard Clock.now < limit else {
      stop()
      throw Problem("", .tookTooLong(program, limits.time))
    }
    return false
  }

  /// Ends it, if it has not ended.
  func stop() {
    for descriptor in [input, output, errors, ending] where descriptor >= 0 { close(descriptor) }
    (input, output, errors, ending) = (-1, -1, -1, -1)
    guard pid > 0 else { return }
    converter_kill(pid)
    pid = 0
  }

  /// Whether it has ended, having said all. One that closes its output may go on for as long as it likes.
  private func hasEnded() throws(Problem) -> Bool {
    closeInput()
    guard pid > 0 else { return true }
    var status: Int32 = 0
    guard converter_has_ended(pid, &status) != 0 else {
      if ending < 0 { ending = converter_end(pid) }
      return false
    }
    pid = 0
    stop()
    guard status != 0 else { return true }
    let complaint = String(decoding: complaint, as: UTF8.self).split(whereSeparator: \.isNewline).last.map(String.init)
    let code = status & 0x7F == 0 ? status >> 8 : 128 + status & 0x7F
    throw Problem("", "\(program): \(Problem.said(complaint ?? "ended with status \(code)", by: program))")
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
