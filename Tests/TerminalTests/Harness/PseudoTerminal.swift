import CPty
import Glibc

/// A system call that a test cannot do without has failed.
struct SystemFailure: Error, CustomStringConvertible {
  let description: String

  /// `code`: an error number; the last one unless given.
  init(_ what: String, code: Int32 = errno) {
    description = "\(what): \(String(cString: strerror(code)))"
  }
}

extension String {
  /// The text of a C buffer, up to but without its NUL.
  init(characters: some Sequence<CChar>) {
    self.init(decoding: characters.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

/// A pseudo-terminal of the kernel: the end that a terminal emulator holds, and the end that programs see.
///
/// The programs' end is kept open too, so that its modes can be read after the program has ended.
final class PseudoTerminal {
  /// The emulator's end, non-blocking; -1 once hung up.
  private(set) var master: Int32
  private var slave: Int32
  let path: String

  init(columns: Int, rows: Int) throws {
    master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)
    var name = [CChar](repeating: 0, count: 64)
    guard master >= 0, grantpt(master) == 0, unlockpt(master) == 0, ptsname_r(master, &name, name.count) == 0 else {
      let failure = SystemFailure("a pseudo-terminal")
      close(master)
      throw failure
    }
    path = String(characters: name.prefix { $0 != 0 })
    slave = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard slave >= 0 else { throw SystemFailure(path) }
    resize(columns: columns, rows: rows)
  }

  deinit {
    hangUp()
  }

  /// Sets the size; the foreground programs get SIGWINCH if it differs.
  func resize(columns: Int, rows: Int) {
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  var modes: Modes {
    var modes = termios()
    tcgetattr(slave, &modes)
    return Modes(modes)
  }

  /// The process group that keys are meant for, or nil when there is none.
  var foregroundGroup: pid_t? {
    let group = tcgetpgrp(master)
    return group > 0 ? group : nil
  }

  /// Closes both ends, as a terminal window that is closed: the programs get SIGHUP.
  func hangUp() {
    if slave >= 0 { close(slave) }
    if master >= 0 { close(master) }
    (master, slave) = (-1, -1)
  }

  /// Starts a program in a session of its own that this terminal controls.
  ///
  /// It inherits nothing from the tests: no environment, no blocked or ignored signal, no descriptor but 0, 1 and 2.
  /// `input` replaces standard input; -1 closes it, nil leaves the terminal there.
  func start(_ command: [String], environment: [String: String], folder: String, input: Int32?) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The first terminal that a session leader opens comes to control its session.
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, path, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDERR_FILENO)
    switch input {
    case nil: break
    case .some(-1): posix_spawn_file_actions_addclose(&actions, STDIN_FILENO)
    case .some(let descriptor): posix_spawn_file_actions_adddup2(&actions, descriptor, STDIN_FILENO)
    }
    posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1)
    posix_spawn_file_actions_addchdir_np(&actions, folder)

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(CPTY_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

    var arguments = command.map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, command[0], &actions, &attributes, &arguments, &variables)
    if code != 0 { throw SystemFailure(command[0], code: code) }
    return process
  }
}
