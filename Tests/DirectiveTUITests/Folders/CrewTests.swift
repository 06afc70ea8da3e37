import DirectiveModel
import Glibc
import Synchronization
import Testing

@testable import DirectiveTUI

@Suite struct CrewTests {
  /// What each result is taken to hold; more than four of them are much.
  private let fourMegabytes: @Sendable (Int) -> Int = { _ in 1 << 22 }

  @Test(arguments: [0, 1, 500]) func handsOverResultsInOrder(count: Int) {
    var order: [Int] = []
    Crew(count: count) { $0 * 2 }.inOrder { index, result in
      order.append(index)
      #expect(result == index * 2)
    }
    #expect(order == Array(0..<count))
  }

  @Test func handsOverEachResultOnce() {
    let crew = Crew(count: 500, size: fourMegabytes) { $0 }
    var found: [Int] = []
    while found.count < 500 { found += crew.results(waiting: true).map(\.result) }
    crew.stop()
    #expect(found.sorted() == Array(0..<500))
  }

  /// While no more than four results are held, each thread may begin with one more.
  @Test func beginsNothingMoreWhileMuchIsHeld() {
    let begun = Counter()
    let dealtWith = Counter()
    Crew(count: 100, size: fourMegabytes) { index in
      begun.count()
      #expect(begun.value - dealtWith.value <= 4 + Chunks.cores)
      return index
    }.inOrder { index, _ in
      // A reader who is slow at first.
      while index == 0, begun.value < 5 { sched_yield() }
      if index < 10 { for _ in 0..<100 { sched_yield() } }
      dealtWith.count()
    }
    #expect(dealtWith.value == 100)
  }

  @Test func stopsThreadsThatWaitForAReader() {
    let problem = Problem("standard output", "broken pipe")
    let crew = Crew(count: 100, size: fourMegabytes) { $0 }
    #expect(throws: problem) { try crew.inOrder { (_, _) throws(Problem) in throw problem } }
    #expect(crew.results(waiting: false).isEmpty)
  }
}

private final class Counter: Sendable {
  private let counted = Atomic(0)
  var value: Int { counted.load(ordering: .sequentiallyConsistent) }
  func count() { counted.add(1, ordering: .sequentiallyConsistent) }
}
