import Dispatch
import Testing

@testable import DirectiveModel

@Suite struct ChunksTests {
  @Test(arguments: [1, 2, 3, 500])
  func takesWhatComesOfPartsInOrder(count: Int) {
    var taken: [Range<Int>] = []
    Chunks.forEach(7..<7 + 10 * count, ofAtLeast: 10) {
      $0
    } inOrder: {
      taken.append($0)
    }
    #expect(taken == (0..<count).map { 7 + 10 * $0..<17 + 10 * $0 })
  }

  @Test func doesBoth() {
    let both = Chunks.both({ (0..<1000).reduce(0, +) }, { "other" })
    #expect(both == (499_500, "other"))
  }

  @Test(.enabled(if: Chunks.hasSeveralCores))
  func doesBothAtTheSameTime() {
    let (hasBegun, otherHasBegun) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    let met = Chunks.both(
      {
        hasBegun.signal()
        return otherHasBegun.wait(timeout: .now() + 60)
      },
      {
        otherHasBegun.signal()
        return hasBegun.wait(timeout: .now() + 60)
      })
    #expect(met == (.success, .success))
  }
}
