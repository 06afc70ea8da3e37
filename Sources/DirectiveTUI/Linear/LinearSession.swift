import DirectiveModel
import Glibc

/// The loop of `LinearReader`: lines from standard input or the terminal, answers to standard output.
struct LinearSession {
  private var reader: LinearReader
  /// Whether the document itself came in on standard input, so that commands come from the terminal.
  private let inputIsDocument: Bool

  init(document: Document, name: String, language: Language, inputIsDocument: Bool) {
    reader = LinearReader(document: document, name: name, language: language)
    self.inputIsDocument = inputIsDocument
  }

  func run() throws(Problem) {
    var reader = reader
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
