import CKeyAnswers
import Foundation
import Synchronization
import Testing

/// Whichever thread takes the keys, each is answered once, and what is not expected is lost nowhere.
@Suite(.serialized) struct KeyAnswersTests {
  /// The threads that wait too read the keys of the first call alone.
  private static let (keys, pressed) = pipe()
  private static let (shown, screen) = pipe()

  private static func pipe() -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [0, 0]
    _ = Glibc.pipe(&ends)
    return (ends[0], ends[1])
  }

  /// What is waited for: keys, and the frames that answer them.
  private static let expected = [
    ("j", "a row further"), ("\u{1B}[6~", String(repeating: "a page ", count: 300)), ("n", "a match"),
  ]

  private func press(_ text: String) { _ = write(Self.pressed, text, text.utf8.count) }

  /// What has come on a descriptor and was not read.
  private func rest(_ descriptor: Int32) -> String {
    var count: Int32 = 0
    guard ioctl(descriptor, UInt(FIONREAD), &count) == 0, count > 0 else { return "" }
    var bytes = [UInt8](repeating: 0, count: Int(count))
    bytes.removeLast(bytes.count - max(0, read(descriptor, &bytes, bytes.count)))
    return String(decoding: bytes, as: UTF8.self)
  }

  private struct Outcome: Equatable {
    var ready: Int32
    /// The keys that were answered.
    var answered: String?
    /// The bytes that were read.
    var read: String
    /// What of the descriptors waited for is readable.
    var readable: [Bool]
    /// Whether the screen took the whole frame.
    var isSent = false
  }

  private func wait(
    within milliseconds: Int32 = 10_000, or others: [Int32] = [], pause: Int32 = 1, screen: Int32? = nil
  ) -> Outcome {
    var bytes: [UInt8] = []
    let answers = Self.expected.map { keys, frame in
      defer { bytes += Array((keys + frame).utf8) }
      return key_answer(from: bytes.count, keys: keys.utf8.count, frame: frame.utf8.count)
    }
    var polled = ([Self.keys] + others).map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    var taken = keys_taken()
    let ready = key_answers_wait(
      &polled, nfds_t(polled.count), milliseconds, pause, screen ?? Self.screen, bytes, answers, answers.count, &taken)
    return Outcome(
      ready: ready, answered: taken.answer < 0 ? nil : Self.expected[taken.answer].0,
      read: withUnsafeBytes(of: taken.bytes) { String(decoding: $0.prefix(taken.count), as: UTF8.self) },
      readable: polled.map { Int32($0.revents) & POLLIN != 0 }, isSent: taken.is_sent != 0)
  }

  @Test func answersOnce() {
    for round in 0..<600 {
      let (keys, frame) = Self.expected[round % Self.expected.count]
      let presser = Thread {
        usleep(UInt32(round % 7) * 50)
        self.press(keys)
      }
      presser.start()
      let outcome = wait()
      #expect(outcome.answered == keys && outcome.read == keys && outcome.ready > 0)
      #expect(rest(Self.shown) == frame)
      #expect(rest(Self.keys) == "")
    }
  }

  @Test(arguments: ["jj", "\u{1B}[", String(repeating: "j", count: 40)]) func leavesOtherLengthsAlone(keys: String) {
    press(keys)
    #expect(wait() == Outcome(ready: 1, answered: nil, read: "", readable: [true]))
    #expect(rest(Self.keys) == keys)
    #expect(rest(Self.shown) == "")
  }

  @Test(arguments: ["k", "\u{1B}[5~"]) func handsOverOtherKeysOfTheSameLength(keys: String) {
    press(keys)
    let outcome = wait()
    #expect(outcome.answered == nil && outcome.read == keys && outcome.ready == 1)
    #expect(rest(Self.keys) == "" && rest(Self.shown) == "")
  }

  /// Keys come while it is waited and while it is not; all that is neither answered nor handed over is still there. Other
  /// threads keep every processor busy for a while, so that some are late for their keys.
  @Test func losesNothing() {
    let texts = ["j", "k", "\u{1B}[6~", "\u{1B}[5~", "jj", "n", "\u{1B}"]
    let pressed = (0..<600).map { texts[($0 * 5 + $0 / 7) % texts.count] }
    let presser = Thread {
      for (index, text) in pressed.enumerated() {
        self.press(text)
        usleep(UInt32(index % 11) * 120)
      }
    }
    let ended = Atomic(false)
    for _ in 0..<2 * ProcessInfo.processInfo.activeProcessorCount {
      Thread { while !ended.load(ordering: .relaxed) {} }.start()
    }
    presser.start()
    var (seen, frames, shown) = ("", "", "")
    let whole = pressed.joined()
    while seen.utf8.count < whole.utf8.count {
      let patience: Int32 = [0, 1, 20_000][seen.utf8.count % 3]
      let outcome = wait(within: patience)
      #expect(patience < 20_000 || outcome.ready > 0)
      seen += outcome.read
      if let keys = outcome.answered { frames += Self.expected.first { $0.0 == keys }!.1 }
      if outcome.answered == nil, outcome.read.isEmpty, outcome.readable[0] { seen += rest(Self.keys) }
      shown += rest(Self.shown)
    }
    ended.store(true, ordering: .relaxed)
    #expect(seen == whole)
    #expect(shown == frames && !frames.isEmpty)
  }

  /// What the system says of the threads that are bound to one processor.
  private func boundThreads() throws -> [[Substring]] {
    try FileManager.default.contentsOfDirectory(atPath: "/proc/self/task")
      .compactMap { try? String(contentsOfFile: "/proc/self/task/\($0)/status", encoding: .utf8) }
      .map { $0.split(separator: "\n") }
      .filter { $0.contains { $0.hasPrefix("Cpus_allowed_list:") && !$0.contains("-") && !$0.contains(",") } }
  }

  private func timesAwake() throws -> Int {
    try boundThreads().flatMap { $0 }.filter { $0.contains("voluntary_ctxt_switches:") }
      .reduce(0) { $0 + (Int($1.split(separator: "\t").last ?? "") ?? 0) }
  }

  /// Those that wait too, one on each processor, sleep while nobody waits, whatever there is to be read.
  @Test(.enabled(if: ProcessInfo.processInfo.activeProcessorCount > 1)) func threadsThatWaitRestMeanwhile() throws {
    press("j")
    _ = wait()
    _ = rest(Self.shown)
    let threads = try boundThreads()
    let processors = Set(threads.flatMap { $0 }.filter { $0.hasPrefix("Cpus_allowed_list:") })
    #expect(processors.count == min(4, ProcessInfo.processInfo.activeProcessorCount))

    press("k")
    usleep(50_000)
    let before = try timesAwake()
    usleep(100_000)
    #expect(try timesAwake() - before <= 3 * threads.count)
    #expect(wait().read == "k")
  }

  /// Whoever takes them.
  @Test func takesKeysThatComeMeanwhile() {
    for keys in ["jj", "k", "\u{1B}[5~", "n"] {
      let presser = Thread {
        usleep(20_000)
        self.press(keys)
      }
      presser.start()
      let outcome = wait()
      #expect(outcome.ready == 1 && outcome.answered == (keys == "n" ? keys : nil))
      #expect(outcome.read + rest(Self.keys) == keys)
      #expect(rest(Self.shown) == (keys == "n" ? "a match" : ""))
    }
  }

  @Test func tellsOfOtherDescriptors() {
    let other = Self.pipe()
    _ = write(other.writing, "x", 1)
    #expect(wait(or: [other.reading]) == Outcome(ready: 1, answered: nil, read: "", readable: [false, true]))
    #expect(wait(within: 0) == Outcome(ready: 0, answered: nil, read: "", readable: [false]))
    press("j")
    #expect(wait(or: [other.reading]).answered == "j")
    #expect(rest(Self.shown) == "a row further")
    close(other.reading)
    close(other.writing)
  }

  /// The frame is on its way before the pause.
  @Test func pausesForTheTerminalUntilTheNextKey() {
    press("j")
    let presser = Thread {
      var polled = pollfd(fd: Self.shown, events: Int16(POLLIN), revents: 0)
      poll(&polled, 1, -1)
      self.press("n")
    }
    presser.start()
    #expect(wait(pause: 20_000).answered == "j")
    #expect(wait().answered == "n")
    #expect(rest(Self.shown) == "a row furthera match")
  }

  @Test func saysWhetherTheScreenTookTheFrame() {
    let full = open("/dev/full", O_WRONLY)
    press("n")
    let refused = wait(screen: full)
    #expect(refused.answered == "n" && !refused.isSent)
    close(full)
    press("n")
    #expect(wait().isSent)
    #expect(rest(Self.shown) == "a match")
  }
}
