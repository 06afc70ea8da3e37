import CPty
import Glibc

/// A program run to its end, without a terminal.
public struct Command {
  public let status: Int32
  public let output: String
  public let errors: String

  /// How long a program may take: far more than any does, even on a busy machine.
  private static let patience = Duration.seconds(120)

  /// Runs the program at `path`; standard input is `input`, or /dev/null. `environment` adds to what every test has.
  ///
  /// Ends with the program, even where another that it started stays behind and holds its output open.
  public init(
    _ path: String, _ arguments: [String], input: String? = nil, environment: [String: String] = [:],
    folder: String? = nil
  ) throws {
    // A reader that goes away shall be an error of write(2), not the end of the tests.
    signal(SIGPIPE, SIG_IGN)
    let pipes = try (0...2).map { _ in try Self.pipe() }
    var (ends, rest) = ([pipes[0][1], pipes[1][0], pipes[2][0]], Array((input ?? "").utf8)[...])
    defer { for end in ends where end >= 0 { close(end) } }
    let process: pid_t
    do {
      defer { for end in [pipes[0][0], pipes[1][1], pipes[2][1]] { close(end) } }
      process = try spawn(
        [path] + arguments, environment: plainEnvironment.merging(environment) { $1 }, folder: folder
      ) { actions in
        if input == nil {
          posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        } else {
          posix_spawn_file_actions_adddup2(&actions, pipes[0][0], STDIN_FILENO)
        }
        posix_spawn_file_actions_adddup2(&actions, pipes[1][1], STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, pipes[2][1], STDERR_FILENO)
      }
    }
    for end in ends { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
    var texts: [[UInt8]] = [[], []]
    var ended: Int32?
    let deadline = ContinuousClock.now + Self.patience
    while true {
      var told: Int32 = 0
      if ended == nil, waitpid(process, &told, WNOHANG) == process { ended = told }
      if rest.isEmpty, ends[0] >= 0 {
        close(ends[0])
        ends[0] = -1
      }
      var polled = zip(ends, [POLLOUT, POLLIN, POLLIN]).map { pollfd(fd: $0, events: Int16($1), revents: 0) }
      let ready = poll(&polled, nfds_t(polled.count), ended == nil ? 5 : 0)
      if ready > 0, polled[0].revents != 0 { Self.write(&rest, to: ends[0]) }
      for side in [1, 2] where ready > 0 && polled[side].revents != 0 {
        if !Self.read(&texts[side - 1], from: ends[side]) {
          close(ends[side])
          ends[side] = -1
        }
      }
      if ended != nil, polled[1].revents == 0, polled[2].revents == 0 { break }
      if ended == nil, ContinuousClock.now >= deadline {
        kill(process, SIGKILL)
        waitpid(process, nil, 0)
        throw SystemFailure("\(path) \(arguments)", code: ETIMEDOUT)
      }
    }
    output = String(decoding: texts[0], as: UTF8.self)
    errors = String(decoding: texts[1], as: UTF8.self)
    let code = ended ?? 0
    status = code & 0x7F == 0 ? code >> 8 & 0xFF : code & 0x7F
  }

  private static func pipe() throws -> [Int32] {
    var ends: [Int32] = [-1, -1]
    guard pipe2(&ends, O_CLOEXEC) == 0 else { throw SystemFailure("pipe") }
    return ends
  }

  /// Writes what is taken without waiting; what nobody will read any more is dropped.
  private static func write(_ bytes: inout ArraySlice<UInt8>, to end: Int32) {
    let count = bytes.withUnsafeBytes { Glibc.write(end, $0.baseAddress, $0.count) }
    if count > 0 { bytes = bytes.dropFirst(count) }
    if count < 0, errno != EAGAIN, errno != EINTR { bytes = [] }
  }

  /// Reads what there is; false at the end.
  private static func read(_ bytes: inout [UInt8], from end: Int32) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 65536)
    let count = Glibc.read(end, &buffer, buffer.count)
    if count > 0 { bytes += buffer.prefix(count) }
    return count > 0 || count < 0 && (errno == EAGAIN || errno == EINTR)
  }
}
