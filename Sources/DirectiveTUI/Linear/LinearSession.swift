import DirectiveModel
import Glibc

/// What is read line by line: a document, or a folder of them.
protocol LinearReading: AnyObject {
  /// What is said before the first command.
  var greeting: String { get }
  /// What stands before what is typed.
  var prompt: String { get }
  /// Performs a line; nil where it ends the reading.
  func perform(_ typed: String) -> String?
}

/// The loop of a linear reader: lines from standard input or the terminal, answers to standard output.
struct LinearSession {
  private let reader: any LinearReading
  /// Whether the document itself came in on standard input, so that commands come from the terminal.
  private let inputIsDocument: Bool

  init(_ reader: any LinearReading, inputIsDocument: Bool = false) {
    self.reader = reader
    self.inputIsDocument = inputIsDocument
  }

  func run() throws(Problem) {
    if inputIsDocument { try Self.takeTerminalAsInput() }
    let isTyped = isatty(STDIN_FILENO) != 0
    var output = Output.standard
    try output.write(reader.greeting)
    while true {
      if isTyped { try output.write(reader.prompt) }
      try output.flush()
      guard let line = readLine(), let answer = reader.perform(line) else { return }
      try output.write(answer)
      try output.flush()
    }
  }

  private static func takeTerminalAsInput() throws(Problem) {
    let terminal = open("/dev/tty", O_RDONLY | O_CLOEXEC)
    guard terminal >= 0 else {
      throw Problem("--linear", "standard input is the document, and there is no terminal to read commands from")
    }
    dup2(terminal, STDIN_FILENO)
    close(terminal)
  }
}
