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

  @Test(.enabled(if: Chunks.hasSeveralCores))
  func worksOnTwoPartsAtTheSameTime() {
    let (hasBegun, otherHasBegun) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    var met: [DispatchTimeoutResult] = []
    Chunks.forEach(0..<2, ofAtLeast: 1) { part in
      (part.lowerBound == 0 ? hasBegun : otherHasBegun).signal()
      return (part.lowerBound == 0 ? otherHasBegun : hasBegun).wait(timeout: .now() + 60)
    } inOrder: {
      met.append($0)
    }
    #expect(met == [.success, .success])
  }
}
