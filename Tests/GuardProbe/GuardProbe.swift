import CTerminalGuard
import Glibc

/// A program that uses the terminal guard and then comes to grief, for `TerminalGuardTests` to look at what is left.
///
/// `GuardProbe <deed>`: see `Deed`.
@main
struct GuardProbe {
  enum Deed: String {
    /// Take the screen, say `ready`, wait for a key, and end so.
    case trap, overflow, abort
    /// The same with a sequence that is learned after arming.
    case trapWithLateSequence = "trap-with-late-sequence"
    /// The same with a guard that is armed twice.
    case trapArmedTwice = "trap-armed-twice"
    /// The same with a guard that is armed no more.
    case trapDisarmed = "trap-disarmed"
    /// Take the screen, say `ready`, and wait for ever.
    case wait
    /// Arm the guard and trap at once, without a word to the terminal.
    case trapSilently = "trap-silently"
    /// Say how the guard refuses what it must.
    case refusals
    /// Print the name of each signal from the pipe, until one that ends programs.
    case signals
    /// Finish one file, begin another, say `ready`, and wait for ever.
    case unfinished
    /// Create one file after the other on a thread, and discard each; say `ready` after the first.
    case creating
  }

  /// Leaves the alternate screen, shows the cursor, resets attributes, switches the keypad off.
  static let leave = "\u{1B}[?1049l\u{1B}[?25h\u{1B}[m\u{1B}[?1l\u{1B}>"

  static func main() {
    guard CommandLine.arguments.count == 2, let deed = Deed(rawValue: CommandLine.arguments[1]) else { exit(64) }
    switch deed {
    case .refusals:
      return printRefusals()
    case .signals:
      return printSignals()
    case .unfinished:
      return leaveUnfinished()
    case .creating:
      return createForEver()
    case .trapWithLateSequence:
      arm("\u{1B}[?47l")
      terminal_guard_set_sequence(leave, leave.utf8.count)
    case .trapArmedTwice:
      arm("\u{1B}[?47l")
      arm(leave)
    default:
      arm(leave)
    }
    if deed == .trapSilently { trap() }
    takeScreen()
    waitForKey()
    switch deed {
    case .overflow: print(depth(of: 1))
    case .abort: abort()
    case .wait: while true { pause() }
    case .trapDisarmed:
      terminal_guard_disarm()
      trap()
    default: trap()
    }
  }

  static func arm(_ sequence: String) {
    if terminal_guard_arm(STDOUT_FILENO, sequence, sequence.utf8.count) != 0 { exit(71) }
  }

  static func takeScreen() {
    var modes = termios()
    tcgetattr(STDIN_FILENO, &modes)
    cfmakeraw(&modes)
    tcsetattr(STDIN_FILENO, TCSANOW, &modes)
    say("\u{1B}[?1049h\u{1B}[?25l\u{1B}[?1h\u{1B}=\u{1B}[1mready")
  }

  static func waitForKey() {
    var byte: UInt8 = 0
    _ = read(STDIN_FILENO, &byte, 1)
  }

  static func trap() -> Never {
    fatalError("on purpose")
  }

  /// Overflows the stack: the compiler cannot see that `number` is never 0.
  ///
  /// Few large frames: the thread sanitizer notes each call in memory of its own, which overflows at 65,536 calls, where
  /// its own functions fail, the handler's among them.
  static func depth(of number: Int) -> Int {
    withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 8) { frame in
      frame[number & 4095] = 1
      return number == 0 ? 0 : depth(of: number + 1) + Int(frame[number & 4095])
    }
  }

  static func printRefusals() {
    var ends: [CInt] = [0, 0]
    pipe(&ends)
    let long = String(repeating: "x", count: Int(TERMINAL_GUARD_SEQUENCE_LIMIT) + 1)
    let noTerminal = terminal_guard_arm(ends[1], nil, 0) == -1 && errno == ENOTTY
    let tooLong = terminal_guard_arm(STDOUT_FILENO, long, long.utf8.count) == -1 && errno == EMSGSIZE
    let tooLongLater = terminal_guard_set_sequence(long, long.utf8.count) == -1 && errno == EMSGSIZE
    say("no terminal \(noTerminal), too long \(tooLong), too long later \(tooLongLater)\n")
  }

  static func printSignals() {
    let signals = terminal_guard_signals()
    let isSame = terminal_guard_signals() == signals
    let isNonBlocking = fcntl(signals, F_GETFL) & O_NONBLOCK != 0
    let isClosedInChildren = fcntl(signals, F_GETFD) & FD_CLOEXEC != 0
    say("same \(isSame), non-blocking \(isNonBlocking), closed in children \(isClosedInChildren)\n")
    while true {
      var waiting = pollfd(fd: signals, events: Int16(POLLIN), revents: 0)
      if poll(&waiting, 1, -1) < 0 { continue }
      var byte: UInt8 = 0
      while read(signals, &byte, 1) == 1 {
        switch Int32(byte) {
        case SIGWINCH:
          var size = winsize()
          _ = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size)
          say("WINCH \(size.ws_col)x\(size.ws_row)\n")
        case SIGCONT:
          say("CONT\n")
        case SIGTSTP:
          say("TSTP\n")
        default:
          say("signal \(byte)\n")
          exit(128 + Int32(byte))
        }
      }
    }
  }

  static func say(_ text: String) {
    _ = write(STDOUT_FILENO, text, text.utf8.count)
  }

  private static func leaveUnfinished() {
    for name in ["finished.new", "unfinished.new"] {
      unfinished_file_release()
      close(unfinished_file_create(name, 0o600))
    }
    print("ready", terminator: "")
    fflush(nil)
    while true { pause() }
  }

  private static func createForEver() {
    var thread = pthread_t()
    if pthread_create(&thread, nil, { _ in GuardProbe.createAndDiscard() }, nil) != 0 { exit(71) }
    while true { pause() }
  }

  private static func createAndDiscard() -> Never {
    var number = 0
    while true {
      let name = "\(getpid())-\(number).new"
      close(unfinished_file_create(name, 0o600))
      unlink(name)
      if number == 0 { say("ready") }
      number += 1
    }
  }
}
