import CPty
import Glibc

/// A system call that a test cannot do without has failed.
public struct SystemFailure: Error, CustomStringConvertible {
  public let description: String

  /// `code`: an error number; the last one unless given.
  public init(_ what: String, code: Int32 = errno) {
    description = "\(what): \(String(cString: strerror(code)))"
  }
}

/// Starts a program whose path is the first word of `command`, in a session of its own if so asked.
///
/// It inherits nothing from the tests: no environment, no blocked or ignored signal, no descriptor but the three that
/// `connect` opens; so no other test's program can hold them open.
public func spawn(
  _ command: [String], environment: [String: String], folder: String?, newSession: Bool = false,
  connect: (inout posix_spawn_file_actions_t) -> Void
) throws -> pid_t {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  connect(&actions)
  posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1)
  if let folder { posix_spawn_file_actions_addchdir_np(&actions, folder) }

  var attributes = posix_spawnattr_t()
  posix_spawnattr_init(&attributes)
  defer { posix_spawnattr_destroy(&attributes) }
  var signals = sigset_t()
  sigemptyset(&signals)
  posix_spawnattr_setsigmask(&attributes, &signals)
  sigfillset(&signals)
  posix_spawnattr_setsigdefault(&attributes, &signals)
  let session = newSession ? CPTY_SPAWN_SETSID : 0
  posix_spawnattr_setflags(&attributes, Int16(session | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

  var arguments = command.map { strdup($0) } + [nil]
  var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
  defer { for text in arguments + variables { free(text) } }
  var process: pid_t = 0
  let code = posix_spawn(&process, command[0], &actions, &attributes, &arguments, &variables)
  if code != 0 { throw SystemFailure(command[0], code: code) }
  return process
}

/// What every program gets to see of the environment, before what a test gives it.
public var plainEnvironment: [String: String] {
  var variables = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no"]
  // Lets coverage be measured of the program too.
  if let file = getenv("CHILD_PROFILE_FILE") { variables["LLVM_PROFILE_FILE"] = String(cString: file) }
  for name in ["ASAN_OPTIONS", "TSAN_OPTIONS"] {
    if let options = getenv(name) { variables[name] = String(cString: options) }
  }
  return variables
}
