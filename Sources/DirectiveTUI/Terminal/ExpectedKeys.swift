import CKeyAnswers
import CNcurses
import Glibc

/// Keys that may well come, and the frames that answer them. They are read past ncurses, which asks the system about each
/// byte.
struct ExpectedKeys {
  private var steps: [(keys: [Key], frame: Frame)] = []
  /// What the terminal sends for the keys of each step, and what it is to be sent for its frame.
  private var answers: [key_answer] = []
  private var bytes: [UInt8] = []

  static var none: ExpectedKeys { ExpectedKeys(of: [], preparedIn: PreparedFrames()) }

  /// The keys of steps whose frames are prepared; a step that shows nothing else is taken as any other key.
  init(of expected: [Anticipation], preparedIn frames: PreparedFrames) {
    for step in expected {
      guard let bytes = frames.bytes(for: step.frame) else { continue }
      for keys in step.keys { add(keys, showing: step.frame, by: bytes) }
    }
  }

  /// Adds keys, where it is known what the terminal sends for them.
  private mutating func add(_ keys: [Key], showing frame: Frame, by sequence: [UInt8]) {
    let parts = keys.compactMap(Self.bytes)
    guard !parts.isEmpty, parts.count == keys.count else { return }
    let sent = parts.joined()
    answers.append(key_answer(from: bytes.count, keys: sent.count, frame: sequence.count))
    steps.append((keys, frame))
    bytes += sent
    bytes += sequence
  }

  /// What was answered.
  struct Answer {
    let keys: [Key]
    let frame: Frame
    /// Whether the terminal was sent all of it.
    let isSent: Bool
  }

  /// Waits as poll(2) does, `polled` beginning with the terminal. Keys that are expected are taken and answered if they
  /// have come and nothing else has. What is not expected is given back to ncurses, which must have nothing left of what
  /// came before.
  func wait(for polled: inout [pollfd], within milliseconds: Int32) -> (ready: Int32, answer: Answer?) {
    var taken = keys_taken()
    let ready = key_answers_wait(
      &polled, nfds_t(polled.count), milliseconds, CursesTerminal.pause, STDOUT_FILENO, bytes, answers, answers.count,
      &taken)
    if steps.indices.contains(taken.answer) {
      let step = steps[taken.answer]
      return (ready, Answer(keys: step.keys, frame: step.frame, isSent: taken.is_sent != 0))
    }
    if taken.count > 0 {
      var bytes = withUnsafeBytes(of: taken.bytes) { Array($0.prefix(taken.count)) }
      if bytes == [0x1B], Self.hasMore(within: CursesInput.gap) {
        // ncurses takes a hundred bytes back, no more.
        bytes += Self.read(min(Self.waitingCount, CursesInput.longestSequence))
      }
      Self.giveBack(bytes[...])
    }
    return (ready, nil)
  }

  /// How many bytes have come that were not read.
  private static var waitingCount: Int {
    var count: Int32 = 0
    return ioctl(STDIN_FILENO, UInt(FIONREAD), &count) == 0 ? Int(count) : 0
  }

  private static func read(_ count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { bytes, length in
      length = max(0, Glibc.read(STDIN_FILENO, bytes.baseAddress, count))
    }
  }

  private static func hasMore(within milliseconds: Int32) -> Bool {
    var polled = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&polled, 1, milliseconds) > 0
  }

  /// Has ncurses read the bytes next: as the keys that they are to it, and what is none one by one, because it would not
  /// make keys of that.
  private static func giveBack(_ bytes: ArraySlice<UInt8>) {
    guard let first = bytes.first else { return }
    let key = key(before: bytes)
    giveBack(bytes.dropFirst(key?.length ?? 1))
    ungetch(key?.code ?? Int32(first))
  }

  /// The key whose sequence `bytes` begin with, and how long that is.
  private static func key(before bytes: ArraySlice<UInt8>) -> (code: Int32, length: Int)? {
    // It answers also for what goes on behind the sequence.
    let code = bytes.first == 0x1B ? key_defined(String(decoding: bytes, as: UTF8.self)) : 0
    guard code > 0, let sequence = sent(for: code).first(where: { bytes.starts(with: $0) }) else { return nil }
    return (code, sequence.count)
  }

  /// What the terminal sends for a key; nil for one that is read in several ways or parts.
  private static func bytes(of key: Key) -> [UInt8]? {
    switch key {
    case .character(let character): character.unicodeScalars.count == 1 ? Array(String(character).utf8) : nil
    case .control(let character): character.asciiValue.flatMap { sent($0 & 0x1F, as: key) }
    case .tab: [0x09]
    case .up: sent(for: KEY_UP).first
    case .down: sent(for: KEY_DOWN).first
    case .left: sent(for: KEY_LEFT).first
    case .right: sent(for: KEY_RIGHT).first
    case .pageUp: sent(for: KEY_PPAGE).first
    case .pageDown: sent(for: KEY_NPAGE).first
    default: nil
    }
  }

  /// A control character, if it is `key`.
  private static func sent(_ byte: UInt8, as key: Key) -> [UInt8]? {
    CursesInput.key(character: wint_t(byte)) == key && byte != 0x1B ? [byte] : nil
  }

  /// What the terminal may send for a key of ncurses, what its description has first.
  private static func sent(for code: Int32) -> [[UInt8]] {
    var sequences: [[UInt8]] = []
    while let sequence = keybound(code, Int32(sequences.count)) {
      sequences.append(Array(String(cString: sequence).utf8))
      free(sequence)
    }
    return sequences
  }
}
