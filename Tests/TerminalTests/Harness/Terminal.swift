import CPty
import Foundation
import TestSupport

/// Programs of this package, as built beside the tests.
enum Program {
  static let directives = beside("directives")
  static let guardProbe = beside("GuardProbe")
  /// The example of a program that uses the model.
  static let headings = beside("Headings")

  private static func beside(_ name: String) -> String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let tests = String(characters: buffer.prefix(max(0, count)))
    return String(tests[..<(tests.lastIndex(of: "/") ?? tests.startIndex)]) + "/" + name
  }
}

/// A program under a terminal: what a person at the keyboard would see and do.
///
/// ```swift
/// @Test func jumpsToTheTypedAddress() throws {
///   let terminal = try Terminal([Program.directives, speech], columns: 60, rows: 10)
///   try terminal.wait(for: "1 of 17")
///   terminal.send("2.1\r")
///   try terminal.waitUntil { $0.line(0) == "2.1 First, we must …" }
///   terminal.send("q")
///   #expect(try terminal.waitForExit() == .code(0))
///   #expect(terminal.modes == terminal.modesAtStart)
/// }
/// ```
///
/// The screen changes only inside the waiting functions, `send` and `resize`: what a wait has found stays true until
/// the next of them. A wait ends only when the program has drawn all that it has to draw and waits for the next key. The
/// program is killed, and its home removed, when the terminal goes.
final class Terminal {
  /// Where the program's standard input comes from; the terminal controls it in any case.
  enum Input {
    case terminal
    case file(String)
    /// A pipe that is filled by `feed` and ends with `endInput`.
    case pipe
    case closed
  }

  /// The program's home and current folder.
  let home: TemporaryFolder
  let modesAtStart: Modes
  /// All that the program has written to the terminal.
  private(set) var bytes: [UInt8] = []

  let pseudoTerminal: PseudoTerminal
  private let screen: Screen
  let process: pid_t
  private var status: ExitStatus?
  private var keyboard: [UInt8] = []
  private var pipe: Int32 = -1
  private var fodder: [UInt8] = []
  private var endsInput = false

  /// Starts `command`, whose first word is the path of a program.
  ///
  /// The environment holds `TERM=xterm-256color`, `LANG=C.UTF-8`, `PATH`, `HOME` and `SWIFT_BACKTRACE=enable=no`, and
  /// nothing of the tests' own. `environment` adds to it, and takes away what it gives as nil. Terminals that share a
  /// `home` show a program that is started again.
  init(
    _ command: [String], columns: Int = 80, rows: Int = 24, input: Input = .terminal,
    environment: [String: String?] = [:], home: TemporaryFolder? = nil
  ) throws {
    self.home = try home ?? TemporaryFolder()
    pseudoTerminal = try PseudoTerminal(columns: columns, rows: rows)
    screen = Screen(columns: columns, rows: rows)
    modesAtStart = pseudoTerminal.modes

    var variables: [String: String?] = plainEnvironment.mapValues { $0 }
    variables.merge(["TERM": "xterm-256color", "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": self.home.path]) { $1 }
    variables.merge(environment) { $1 }

    let source = try Self.open(input)
    defer { source.map { _ = close($0.read) } }
    do {
      process = try pseudoTerminal.start(
        command, environment: variables.compactMapValues { $0 }, folder: self.home.path, input: source?.read)
    } catch {
      source.map { _ = close($0.write) }
      throw error
    }
    pipe = source?.write ?? -1
  }

  deinit {
    if status == nil {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    if pipe >= 0 { close(pipe) }
  }

  /// The descriptors of a standard input that is not the terminal; -1 where there is none.
  private static func open(_ input: Input) throws -> (read: Int32, write: Int32)? {
    switch input {
    case .terminal: return nil
    case .closed: return (-1, -1)
    case .file(let path):
      let file = Glibc.open(path, O_RDONLY | O_CLOEXEC)
      guard file >= 0 else { throw SystemFailure(path) }
      return (file, -1)
    case .pipe:
      // A reader that goes away shall be an error of write(2), not the end of the tests.
      Glibc.signal(SIGPIPE, SIG_IGN)
      var ends: [Int32] = [-1, -1]
      guard pipe2(&ends, O_CLOEXEC) == 0 else { throw SystemFailure("pipe") }
      _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
      return (ends[0], ends[1])
    }
  }
}

// MARK: - What the screen shows

extension Terminal {
  /// The rows from the top, without the blanks at their ends.
  var lines: [String] { (0..<screen.size.rows).map(screen.line) }

  /// The row with this number, from 0.
  func line(_ row: Int) -> String { screen.line(row) }

  /// The rows as one text, without the blank ones at the bottom.
  var text: String {
    let last = lines.lastIndex { !$0.isEmpty } ?? -1
    return lines.prefix(last + 1).joined(separator: "\n")
  }

  /// From 0.
  var cursor: (row: Int, column: Int) { screen.cursor }

  var isCursorVisible: Bool { screen.isCursorVisible }

  /// Whether the program asked to be told of the mouse, which takes the terminal's own selection away.
  var wantsMouse: Bool { screen.wantsMouse }

  /// How often the bell has rung.
  var bells: Int { screen.bells }

  func attributes(row: Int, column: Int) -> Screen.Attributes { screen.attributes(row: row, column: column) }

  /// All places of the screen, row by row, with their colours.
  var picture: [[Screen.Place]] { screen.picture }

  /// Whether the program has entered the alternate screen and not left it.
  var isAlternateScreen: Bool {
    let (entered, left) = (positions(of: "\u{1B}[?1049h").last, positions(of: "\u{1B}[?1049l").last)
    return (entered ?? -1) > (left ?? -1)
  }

  /// Where a byte sequence stands in all that the program has written.
  func positions(of sequence: String) -> [Int] {
    let sought = Array(sequence.utf8)
    return bytes.withUnsafeBytes { all in
      guard let start = all.baseAddress else { return [] }
      var positions: [Int] = []
      var next = 0
      while let found = memmem(start + next, all.count - next, sought, sought.count) {
        positions.append(UnsafeRawPointer(found) - start)
        next = UnsafeRawPointer(found) - start + sought.count
      }
      return positions
    }
  }

  /// The terminal's modes as they are now; also when the program has ended.
  var modes: Modes { pseudoTerminal.modes }
}

// MARK: - What a person does

extension Terminal {
  /// Types text as it is.
  func send(_ text: String) { send(bytes: Array(text.utf8)) }

  /// Sends bytes that may be no text.
  func send(bytes: [UInt8]) {
    keyboard += bytes
    exchange(milliseconds: 0)
  }

  /// Presses keys.
  func send(_ keys: Key...) {
    keys.forEach(screen.press)
    keyboard += screen.takeReplies()
    exchange(milliseconds: 0)
  }

  /// Clicks with a mouse button (4 and 5 are the wheel): nothing unless the program asked for the mouse.
  func click(row: Int, column: Int, button: Int = 1) {
    screen.click(row: row, column: column, button: button)
    keyboard += screen.takeReplies()
    exchange(milliseconds: 0)
  }

  /// Presses the first button at one place and moves to another, where it is still held.
  func drag(from start: (row: Int, column: Int), to end: (row: Int, column: Int)) {
    screen.drag(from: start, to: end)
    keyboard += screen.takeReplies()
    exchange(milliseconds: 0)
  }

  func resize(columns: Int, rows: Int) {
    exchange(milliseconds: 0)
    // First the emulator: what the program draws in answer is meant for the new size.
    screen.resize(columns: columns, rows: rows)
    pseudoTerminal.resize(columns: columns, rows: rows)
  }

  /// Sends a signal to the program; none when it has ended.
  func signal(_ number: Int32) {
    if exitStatus == nil { kill(process, number) }
  }

  /// Sends a signal to the foreground process group: the program that a shell under this terminal is running.
  func signalForeground(_ number: Int32) {
    if let group = pseudoTerminal.foregroundGroup { killpg(group, number) }
  }

  /// Closes the terminal, as a window is closed.
  func hangUp() {
    exchange(milliseconds: 0)
    pseudoTerminal.hangUp()
  }

  /// Writes to the program's standard input, a `.pipe`, as fast as it is read.
  func feed(_ text: String) {
    fodder += text.utf8
    exchange(milliseconds: 0)
  }

  /// Ends the program's standard input, a `.pipe`, after all that it was fed with.
  func endInput() {
    endsInput = true
    exchange(milliseconds: 0)
  }
}

// MARK: - Waiting

/// What a test waited for did not come.
struct WaitFailure: Error, CustomStringConvertible {
  let description: String
}

extension Terminal {
  /// How long a wait may last: far more than any takes, even on a busy machine.
  static let patience = Duration.seconds(60)

  /// How long a program may go on working after what a test waits for has come.
  private static let settling = Duration.seconds(10)

  /// Waits until a row of the screen contains `text`.
  func wait(
    for text: String, patience: Duration = patience, fileID: StaticString = #fileID, line: Int = #line
  ) throws {
    try waitUntil("“\(text)”", patience: patience, fileID: fileID, line: line) { terminal in
      terminal.lines.contains { $0.contains(text) }
    }
  }

  /// Waits until `condition` is true of the terminal, and the program has come to rest.
  ///
  /// Throws a `WaitFailure` that shows the screen: when the patience is over, or at once when the program has ended and
  /// all that it wrote has been seen.
  func waitUntil(
    _ what: String = "the condition", patience: Duration = patience, fileID: StaticString = #fileID,
    line: Int = #line, condition: (Terminal) throws -> Bool
  ) throws {
    let deadline = ContinuousClock.now + patience
    var seen: ContinuousClock.Instant?
    while true {
      let ended = exitStatus
      drain()
      let rests = ended != nil || isAtRest
      if !rests || drain() {
        // What is seen may be half a frame.
        let isTrue = try condition(self)
        seen = isTrue ? seen ?? .now : nil
        if let seen, ContinuousClock.now >= seen + Self.settling { return }
      } else if try condition(self) {
        return
      }
      if let ended {
        throw failure("\(fileID):\(line): \(what) did not come before the program ended with \(ended)")
      }
      if ContinuousClock.now >= deadline {
        throw failure("\(fileID):\(line): \(what) did not come within \(patience)")
      }
      exchange(milliseconds: seen == nil ? 5 : 1)
    }
  }

  /// Waits until the program has ended, and all that it wrote has been seen.
  @discardableResult
  func waitForExit(
    patience: Duration = patience, fileID: StaticString = #fileID, line: Int = #line
  ) throws -> ExitStatus {
    try waitUntil("the end", patience: patience, fileID: fileID, line: line) { $0.exitStatus != nil }
    drain()
    guard let status else { throw failure("\(fileID):\(line): no exit status") }
    return status
  }

  /// How the program ended, or nil while it runs.
  var exitStatus: ExitStatus? {
    var told: Int32 = 0
    if status == nil, waitpid(process, &told, WNOHANG) == process { status = ExitStatus(waitStatus: told) }
    return status
  }

  private func failure(_ what: String) -> WaitFailure {
    let rows = text.split(separator: "\n", omittingEmptySubsequences: false).map { "  | \($0)" }
    return WaitFailure(description: "\(what); the screen:\n\(rows.joined(separator: "\n"))")
  }

  /// Takes in what the program has written up to now; of an endless stream, a part. Whether that was anything.
  @discardableResult
  private func drain() -> Bool {
    let start = bytes.count
    while bytes.count < start + 1 << 20, exchange(milliseconds: 0) {}
    return bytes.count > start
  }

  /// Moves bytes both ways once, after at most so much waiting; whether any came from the program.
  @discardableResult
  private func exchange(milliseconds: Int32) -> Bool {
    if endsInput, fodder.isEmpty, pipe >= 0 {
      close(pipe)
      pipe = -1
    }
    let (input, output) = (Int16(POLLIN), Int16(POLLOUT))
    var descriptors = [
      pollfd(fd: pseudoTerminal.master, events: keyboard.isEmpty ? input : input | output, revents: 0),
      pollfd(fd: fodder.isEmpty ? -1 : pipe, events: output, revents: 0),
    ]
    poll(&descriptors, 2, milliseconds)
    if descriptors[0].revents & output != 0 { Self.write(&keyboard, to: pseudoTerminal.master) }
    if descriptors[1].revents != 0 { Self.write(&fodder, to: pipe) }
    return descriptors[0].revents & input != 0 && takeOutput()
  }

  private func takeOutput() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 16384)
    let count = read(pseudoTerminal.master, &buffer, buffer.count)
    guard count > 0 else { return false }
    bytes += buffer.prefix(count)
    screen.feed(buffer.prefix(count))
    keyboard += screen.takeReplies()
    return true
  }

  /// Writes what is taken without waiting; what nobody will read any more is dropped.
  private static func write(_ bytes: inout [UInt8], to descriptor: Int32) {
    let count = Glibc.write(descriptor, bytes, bytes.count)
    if count > 0 { bytes.removeFirst(count) }
    if count < 0, errno != EAGAIN, errno != EINTR { bytes = [] }
  }
}
