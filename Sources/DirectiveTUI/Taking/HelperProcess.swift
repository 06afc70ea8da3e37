import CGnu
import Glibc

/// A program run without a shell, by posix_spawn(3).
///
/// Its standard input is a file that has no name, so that nothing waits for it to be read; what it says goes to another
/// one. So a helper that stays behind (clipboard programs do) keeps nobody waiting: only the program itself is waited
/// for. It starts with no signal blocked or ignored, and with no descriptor of ours but the standard ones.
struct HelperProcess {
  /// How a program ended.
  struct Outcome: Equatable {
    /// The exit status; 128 and the signal's number where a signal ended it.
    let status: Int32
    /// What it wrote to standard error and output, where that was kept.
    let output: String

    /// The first line that it said, as a reason for its failure.
    var reason: String {
      output.split(whereSeparator: \.isNewline).first.map(String.init) ?? "exit status \(status)"
    }
  }

  enum Failure: Error, Equatable {
    /// There is no such program in the folders of `PATH`.
    case missing
    case timedOut
    case system(Int32)
  }

  /// Where its output goes.
  enum Output {
    /// Where ours goes: a person is at the terminal.
    case inherited
    /// Kept for `Outcome.output`, standard error with it.
    case kept
  }

  let arguments: [String]
  var input: [UInt8]?
  var output = Output.kept
  /// Milliseconds after which it is ended; nil waits as long as it takes.
  var patience: Int?

  /// Runs it to its end.
  func run() throws(Failure) -> Outcome {
    let source = try input.map { bytes throws(Failure) in try Self.nameless(holding: bytes) }
    defer { source.map { _ = close($0) } }
    let sink = output == .kept ? try Self.nameless(holding: []) : nil
    defer { sink.map { _ = close($0) } }
    let process = try start(source, sink)
    let status = try wait(for: process)
    return Outcome(status: status, output: sink.map(Self.contents) ?? "")
  }

  // MARK: - Starting

  private func start(_ source: Int32?, _ sink: Int32?) throws(Failure) -> pid_t {
    guard let name = arguments.first else { throw .missing }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let source {
      posix_spawn_file_actions_adddup2(&actions, source, STDIN_FILENO)
    } else if output == .kept {
      posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    }
    if let sink {
      posix_spawn_file_actions_adddup2(&actions, sink, STDOUT_FILENO)
      posix_spawn_file_actions_adddup2(&actions, sink, STDERR_FILENO)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var words = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    let failure = posix_spawnp(&process, name, &actions, &attributes, &words, cgnu_environ())
    guard failure == 0 else { throw failure == ENOENT ? .missing : .system(failure) }
    return process
  }

  private func wait(for process: pid_t) throws(Failure) -> Int32 {
    var told: Int32 = 0
    var waited = 0
    while true {
      let ended = waitpid(process, &told, patience == nil ? 0 : WNOHANG)
      if ended == process { return told & 0x7F == 0 ? told >> 8 & 0xFF : 128 + told & 0x7F }
      if ended < 0, errno != EINTR { throw .system(errno) }
      guard ended == 0, let patience else { continue }
      guard waited < patience else {
        kill(process, SIGKILL)
        waitpid(process, &told, 0)
        throw .timedOut
      }
      usleep(2000)
      waited += 2
    }
  }

  // MARK: - Files without a name

  private static func nameless(holding bytes: [UInt8]) throws(Failure) -> Int32 {
    var path = Array("\(Environment.value("TMPDIR") ?? "/tmp")/directives-XXXXXX".utf8CString)
    let descriptor = mkstemp(&path)
    guard descriptor >= 0 else { throw .system(errno) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    unlink(path)
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let failure = errno
        close(descriptor)
        throw .system(failure)
      }
      sent += count
    }
    lseek(descriptor, 0, SEEK_SET)
    return descriptor
  }

  /// The beginning of what was written to a file.
  private static func contents(_ descriptor: Int32) -> String {
    lseek(descriptor, 0, SEEK_SET)
    let bytes = [UInt8](unsafeUninitializedCapacity: 1 << 12) { buffer, count in
      count = max(0, read(descriptor, buffer.baseAddress, buffer.count))
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
