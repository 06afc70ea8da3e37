import DirectiveModel
import Glibc

/// The only way to standard output and standard error.
///
/// What goes to a terminal goes through `Glyphs`, so that nothing a document holds can act on it; a pipe or a file
/// gets the bytes as they are.
struct Output {
  private let descriptor: Int32
  private let isTerminal: Bool
  private let isColored: Bool
  private var buffer: [UInt8] = []
  private static let bufferSize = 1 << 16

  static var standard: Output { Output(descriptor: STDOUT_FILENO) }
  /// Whether a path means standard output: `-`, or by whatever name the file that it is, such as `/dev/stdout`.
  static func isStandard(_ path: String) -> Bool {
    var (named, open) = (stat(), stat())
    return path == "-"
      || stat(path, &named) == 0 && fstat(STDOUT_FILENO, &open) == 0 && named.st_dev == open.st_dev
        && named.st_ino == open.st_ino
  }

  static var error: Output { Output(descriptor: STDERR_FILENO) }

  init(descriptor: Int32, color: ColorChoice = .never) {
    self.descriptor = descriptor
    isTerminal = isatty(descriptor) != 0
    isColored = color.applies(to: descriptor)
  }

  mutating func write(_ text: String) throws(Problem) {
    try write(Array(text.utf8)[...])
  }

  mutating func writeLine(_ text: String) throws(Problem) {
    try write(text + "\n")
  }

  mutating func write(_ bytes: TextBytes) throws(Problem) {
    try write(Array(bytes)[...])
  }

  mutating func write(_ bytes: ArraySlice<UInt8>) throws(Problem) {
    if !isTerminal, bytes.count >= Self.bufferSize {  // as it is
      try flush()
      try bytes.withUnsafeBufferPointer { (bytes) throws(Problem) in try send(bytes) }
      return
    }
    if isTerminal { appendVisible(bytes) } else { buffer += bytes }
    if buffer.count >= Self.bufferSize { try flush() }
  }

  // MARK: - Colours

  /// What a piece of output is; each is shown in a colour of its own, those of grep.
  enum Style: String {
    case match = "1;31"
    case file = "35"
    case line = "32"
    case address = "33"
    case separator = "36"
  }

  mutating func write(_ text: String, as style: Style) throws(Problem) {
    try write(Array(text.utf8)[...], as: style)
  }

  mutating func write(_ bytes: ArraySlice<UInt8>, as style: Style) throws(Problem) {
    if isColored { buffer += Array("\u{1B}[\(style.rawValue)m".utf8) }
    try write(bytes)
    if isColored { buffer += Array("\u{1B}[m".utf8) }
  }

  /// The end of a name that a script reads.
  mutating func writeNull() throws(Problem) {
    if isTerminal { try write("\n") } else { buffer.append(0) }
  }

  private mutating func appendVisible(_ bytes: ArraySlice<UInt8>) {
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let ended = line.endIndex < bytes.endIndex
      let content = ended && line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      for glyph in Glyphs(TextBytes(Array(content)), in: 0..<content.count) {
        buffer += glyph.kind == .tab ? [UInt8(ascii: "\t")] : Array(glyph.text.utf8)
      }
      if ended { buffer.append(UInt8(ascii: "\n")) }
    }
  }

  /// Sends what is held back. A reader that has gone away ends the program by SIGPIPE, as it does `cat`.
  mutating func flush() throws(Problem) {
    defer { buffer.removeAll(keepingCapacity: true) }
    try buffer.withUnsafeBufferPointer { (bytes) throws(Problem) in try send(bytes) }
  }

  private func send(_ bytes: UnsafeBufferPointer<UInt8>) throws(Problem) {
    var sent = 0
    while sent < bytes.count {
      let count = Glibc.write(descriptor, bytes.baseAddress.map { $0 + sent }, bytes.count - sent)
      if count < 0 {
        if errno == EINTR { continue }
        throw Problem("standard output", Phrase.systemError(errno))
      }
      sent += count
    }
  }

  /// Tells a problem on standard error, in English, as scripts are spoken to.
  static func tell(_ problem: Problem) { tell(problem, in: .english) }

  /// The same to a reader.
  static func tell(_ problem: Problem, in language: Language) {
    var error = Output.error
    let text = shortened("directives: \(problem.phrase(in: language))")
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    try? error.write(line.visible() + "\n")
    try? error.flush()
  }

  /// A text without its middle, where it quotes something without end.
  private static func shortened(_ text: String) -> String {
    let part = 1000
    return text.utf8.count > 8 * part ? "\(text.prefix(part)) … \(text.suffix(part))" : text
  }
}
