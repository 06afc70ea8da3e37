import Glibc

/// The terminal while another program has it: in the modes it had before ours, with the signals of its keys.
enum LentTerminal {
  /// Does `body` with the signals as a program that waits for another has them: Ctrl-C and Ctrl-\ are for the other alone,
  /// on Ctrl-Z both stop.
  static func during<Result>(_ body: () -> Result) -> Result {
    let before = [
      replace(SIGINT, with: SIG_IGN), replace(SIGQUIT, with: SIG_IGN), replace(SIGTSTP, with: SIG_DFL),
    ]
    defer { for (number, var action) in before { sigaction(number, &action, nil) } }
    return body()
  }

  private static func replace(_ number: Int32, with handler: __sighandler_t?) -> (number: Int32, before: sigaction) {
    var action = sigaction()
    var before = sigaction()
    action.__sigaction_handler.sa_handler = handler
    sigaction(number, &action, &before)
    return (number, before)
  }

  /// The line discipline gathers the line.
  static func waitForEnter() {
    var byte: UInt8 = 0
    while true {
      let count = read(STDIN_FILENO, &byte, 1)
      if count < 0, errno == EINTR { continue }
      if count <= 0 || byte == 0x0A || byte == 0x0D { return }
    }
  }
}
