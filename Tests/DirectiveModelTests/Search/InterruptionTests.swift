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

  @Test(arguments: ["ab", "工会", "a.b", "x", "会工"]) func givesUpInAnyWayOfSearching(pattern: String) {
    let source = Source(String(repeating: "ab 工会 ab\n", count: 50_000))
    let interruption = Interruption { _ in true }
    usleep(UInt32(Interruption.interval) * 1000)  // a question is due
    let search = PartedSearch(source: source, range: 0..<source.bytes.count, interruption: interruption)
    let (matches, isComplete) = Pattern(pattern).matches(in: source, search)
    let count = matches.count
    #expect(!isComplete)
    #expect(interruption.happened)
    #expect(count < 50_000)
  }

  @Test(arguments: ["ab", "工会", "a.?b"]) func looksNoFurtherThanIsAsked(pattern: String) {
    let source = Source(String(repeating: "ab 工会\n", count: 9))
    let parts = [0..<20, 20..<40, 40..<source.bytes.count]
    for enough in 1...10 {
      var count = 0
      source.bytes.withUnsafeBufferPointer { bytes in
        let isComplete = Pattern(pattern).engine(for: source).findMatches(
          in: source, bytes, beginningIn: parts, of: 0..<source.bytes.count, unless: nil
        ) {
          count += 1
          return count < enough ? $0.upperBound : nil
        }
        #expect(isComplete)
      }
      #expect(count == min(enough, 9))
    }
  }

  @Test func findsNoMatchThatBeginsBehindAPart() {
    let source = Source("会工\n会工\n会\n")
    var found: [Range<Int>] = []
    source.bytes.withUnsafeBufferPointer { bytes in
      _ = Pattern("工会").engine(for: source).findMatches(
        in: source, bytes, beginningIn: [0..<3, 7..<10], of: 0..<source.bytes.count, unless: nil
      ) {
        found.append($0)
        return $0.upperBound
      }
    }
    #expect(found.isEmpty)
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
