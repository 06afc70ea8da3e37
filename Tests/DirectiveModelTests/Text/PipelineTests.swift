import Synchronization
import Testing

@testable import DirectiveModel

@Suite struct PipelineTests {
  @Test(arguments: [0, 1, 2, 500], [false, true])
  func takesWhatComesOfEachPartInOrder(count: Int, isPrepared: Bool) {
    var taken: [Int] = []
    let preparations = Atomic(0)
    Pipeline.run(preparing: isPrepared ? { preparations.add(1, ordering: .relaxed) } : nil) { (part: Int) in
      part + 1
    } _: { pipeline in
      for part in 0..<count { pipeline.put(part) }
    } inOrder: {
      taken.append($0)
    }
    #expect(taken == Array(1..<count + 1))
    #expect(preparations.load(ordering: .relaxed) == (isPrepared && Chunks.hasSeveralCores ? 1 : 0))
  }

  /// More points than are handed over at once, with text before and after them.
  @Test(arguments: [PointMaker.stretch - 1, PointMaker.stretch, PointMaker.stretch + 1, 2 * PointMaker.stretch + 7])
  func makesPointsOfAllThatIsPlaced(count: Int) {
    let text =
      "Report\n\nBefore all.\n\n" + (1...count).map { "\($0). Point number \($0)\n" }.joined() + "\nThank you all.\n"
    let outline = OutlineReader.outline(of: Source(text), options: OutlineOptions())
    let numbered = outline.points.filter { $0.kind == .numbered }
    #expect(outline.numberedCount == count)
    #expect(outline.points.first?.kind == .preamble)
    #expect(zip(numbered, 1...).allSatisfy { Int($0.line) == $1 + 4 && Int($0.position) == $1 })
    #expect(numbered.allSatisfy { $0.heading.count == "Point number ".count + String($0.position).count })
  }

  /// Every point of a text without any preamble holds two, wherever what is handed over ends.
  @Test(arguments: [PointMaker.stretch, PointMaker.stretch + 1, 2 * PointMaker.stretch + 7])
  func findsPointsInsideParagraphsOfAll(count: Int) {
    let text = (1...count).map { "\($0). A state shall: (a) give the first; and (b) take the second.\n" }.joined()
    let outline = OutlineReader.outline(of: Source(text), options: OutlineOptions())
    #expect(outline.numberedCount == 3 * count)
    #expect(outline.points.count(where: \.isInline) == 2 * count)
    #expect(zip(outline.points, 0...).allSatisfy { $0.isInline == ($1 % 3 > 0) && $0.line == $1 / 3 + 1 })
  }
}
