import Glibc
import Synchronization
import Testing

@testable import DirectiveModel

@Suite struct InterruptionTests {
  @Test(arguments: ["a", "ab+", "[^x]+", "(?s)a.{0,9000}b", "工.?会", "^会", "\\bab$"])
  func asksWithoutChangingWhatIsFound(pattern: String) {
    let source = Source(String(repeating: "ab abb 工会和工、会\n会abbb\nab\n", count: 2000))
    let whole = 0..<source.bytes.count
    let found = Pattern(pattern).matches(in: source, range: whole, unless: Interruption { _ in false })
    #expect(found.isComplete)
    #expect(found.matches == Pattern(pattern).matches(in: source).matches)
    #expect(!found.matches.isEmpty)
  }

  @Test(arguments: [1 << 20, 1 << 16]) func givesASearchUp(bytesInAPart: Int) {
    let line = String(repeating: "ab", count: 1000) + "\n"
    let source = Source(String(repeating: line, count: 500))
    let interruption = Interruption { _ in true }
    let search = PartedSearch(
      source: source, range: 0..<source.bytes.count, chunk: bytesInAPart, interruption: interruption)
    let found = Pattern("(a|b)*c").matches(in: source, search)
    #expect(!found.isComplete)
    #expect(interruption.happened)
  }

  /// Who shows a screen meanwhile may look for more of what is sought.
  @Test func asksOneQuestionAtATime() throws {
    let interruption = Mutex<Interruption?>(nil)
    let questions = Mutex(0)
    let asking = Interruption { _ in
      let count = questions.withLock { count in
        count += 1
        return count
      }
      usleep(UInt32(Interruption.interval) * 1000)
      return count > 9 || interruption.withLock { $0 }?.happens() ?? false
    }
    interruption.withLock { $0 = asking }
    usleep(UInt32(Interruption.interval) * 1000)
    #expect(!asking.happens())
    #expect(questions.withLock { $0 } == 1)
    #expect(!asking.happens())
    #expect(questions.withLock { $0 } == 2)
    interruption.withLock { $0 = nil }
  }
}
