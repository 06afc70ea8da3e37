import Testing

@testable import DirectiveModel

/// How much of a document each theme is, and how long it takes to say.
@Suite struct WeightTests {
  @Test func weighsThemesByTheTimeTheyTake() {
    let words = String(repeating: "word ", count: 230)
    let characters = String(repeating: "字", count: 700)
    let document = Document(source: Source("1. One \(words)\n\n2. 二 \(characters)\n\n2.1. Empty\n"))
    let weights = Weights(document)
    #expect(weights.minutes(0) == 1)
    #expect(weights.minutes(1) == 2)
    #expect(weights.percent(0) + weights.percent(1) == 100)
    #expect(weights.percent(0) == 33)
    #expect(weights.totalMinutes == 3)
    #expect(Weights(Document(source: Source("…\n"))).percent(0) == 0)
  }
}
