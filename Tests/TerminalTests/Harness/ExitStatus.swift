import Glibc

/// How a program ended.
enum ExitStatus: Equatable, CustomStringConvertible {
  case code(Int32)
  case signal(Int32)

  /// Reads what waitpid(2) tells of a program that has ended.
  init(waitStatus: Int32) {
    let number = waitStatus & 0x7F
    self = number == 0 ? .code(waitStatus >> 8 & 0xFF) : .signal(number)
  }

  var description: String {
    switch self {
    case .code(let code): "code \(code)"
    case .signal(let number): "signal \(number) (\(String(cString: strsignal(number))))"
    }
  }
}
