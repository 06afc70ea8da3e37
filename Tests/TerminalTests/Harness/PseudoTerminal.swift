import CPty
import Glibc
import TestSupport

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
  /// `input` replaces standard input; -1 closes it, nil leaves the terminal there.
  func start(_ command: [String], environment: [String: String], folder: String, input: Int32?) throws -> pid_t {
    try spawn(command, environment: environment, folder: folder, newSession: true) { actions in
      // The first terminal that a session leader opens comes to control its session.
      posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, path, O_RDWR, 0)
      posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDOUT_FILENO)
      posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDERR_FILENO)
      switch input {
      case nil: break
      case .some(-1): posix_spawn_file_actions_addclose(&actions, STDIN_FILENO)
      case .some(let descriptor): posix_spawn_file_actions_adddup2(&actions, descriptor, STDIN_FILENO)
      }
    }
  }
}
