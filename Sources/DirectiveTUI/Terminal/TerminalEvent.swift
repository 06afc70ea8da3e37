/// What the terminal reports.
enum TerminalEvent: Equatable {
  case key(Key)
  /// Text that the terminal says is pasted.
  case pasted(String)
  case mouse([MouseEvent])
  case resized(Size)
  /// The program was stopped and goes on.
  case resumed
  /// A signal asks the program to end, or the terminal is gone (SIGHUP).
  case ended(signal: Int32)

  var isTyped: Bool {
    switch self {
    case .key, .pasted: true
    case .mouse, .resized, .resumed, .ended: false
    }
  }

  var isEnd: Bool { if case .ended = self { true } else { false } }
}
