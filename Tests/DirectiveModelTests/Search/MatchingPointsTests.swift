import Glibc
import Synchronization
import Testing

@testable import DirectiveModel

@Suite struct MatchingPointsTests {
  /// A few hundred points, some of which hold the words that are looked for, some in a wrapped line.
  private let document: Document = {
    let bodies = [
      "Article 5 of the Act", "article\nXV applies", "ARTICLE and art", "工会和工\n会", "主管部门", "第三条和第3条", "ａrt", "tax a",
      "the the\nthe",
    ]
    let texts = (1...400).map { "\($0). \(bodies[$0 * $0 % 31 % bodies.count])\n(a) \(bodies[$0 % bodies.count])\n" }
    return Document(source: Source(texts.joined()))
  }()

  /// The points that hold the beginning of a match among all.
  private func holders(_ pattern: String) -> [Int] {
    var ids: [Int] = []
    for match in Pattern(pattern).matches(in: document.source).matches {
      let id = document.outline.point(holding: match.range.lowerBound) ?? 0
      if ids.last != id { ids.append(id) }
    }
    return ids
  }

  private func members(_ points: MatchingPoints) -> [Int] {
    var ids: [Int] = []
    let count = document.outline.points.count
    while let id = points.first(in: (ids.last ?? -1) + 1..<count) { ids.append(id) }
    return ids
  }

  /// Who looks ahead finds what is there, and leaves it to others to tell how much.
  @Test(arguments: ["art", "工", "x", "nothing"], [(0, 3), (5, 100), (0, 10_000), (799, 1), (900, 5)])
  func looksAhead(text: String, part: (from: Int, count: Int)) {
    let points = MatchingPoints(Pattern(text), in: document, unless: nil)
    points.lookAhead(from: part.from, part.count, unless: nil)
    #expect(points.count == nil)
    #expect(members(points) == holders(text))
    #expect(points.count == holders(text).count)
  }

  @Test func tellsTheLetterBehindTheFirstMatch() {
    let texts = ["1. Reports\n", "2. no report\n(a) reported report\n", "3. report é\n", "4. Reporter 报告\n"]
    let document = Document(source: Source(texts.joined()))
    let points = MatchingPoints(Pattern("report"), in: document, unless: nil)
    let ids = document.outline.points.indices
    #expect(ids.map { points.letter(behindMatchIn: $0) } == ["s", "\n", "e", " ", "e"])
    let wide = MatchingPoints(Pattern("报"), in: document, unless: nil)
    #expect(ids.map { wide.letter(behindMatchIn: $0) } == [nil, nil, nil, nil, "告"])
    // What begins far behind the beginning of a point is not looked for.
    let long = Document(source: Source("1. \(String(repeating: "报", count: 3000))告x\n"))
    #expect(MatchingPoints(Pattern("告"), in: long, unless: nil).letter(behindMatchIn: 0) == nil)
    #expect(MatchingPoints(Pattern("报"), in: long, unless: nil).letter(behindMatchIn: 0) == "报")
  }

  @Test(arguments: [
    "a", "art", "article ", "article 5", "article 15", "Art", "工", "工会", "主管部", "第3条", "x", "the", "t.x", "[a", "5",
    "a.*\\n.*",
  ])
  func findsThePointsInWhichMatchesBegin(text: String) {
    let expected = holders(text)
    let points = MatchingPoints(Pattern(text), in: document, unless: nil)
    #expect(points.last(in: 300..<700) == expected.last { (300..<700).contains($0) })
    #expect(members(points) == expected)
    points.complete()
    #expect(points.count == expected.count)
  }

  @Test(arguments: ["article 5", "article 15", "Article", "工会", "主管部门", "第3条", "the the", "tax a", "t.x", "ａrt"])
  func findsTheSameAfterEachLetter(text: String) {
    var before: (pattern: Pattern, points: MatchingPoints)?
    for length in 1...text.count {
      let pattern = Pattern(String(text.prefix(length)))
      let shorter = before.flatMap { pattern.narrows($0.pattern) ? $0.points : nil }
      let points = MatchingPoints(pattern, in: document, among: shorter, unless: nil)
      _ = points.first(in: 100..<200)  // some are known when the next letter is typed
      if length % 2 == 0 { points.complete() }
      before = (pattern, points)
    }
    #expect(before.map { members($0.points) } == holders(text))
  }

  /// Where the first match is far behind a point's beginning, no longer text is looked for before it.
  @Test(arguments: ["article 5", "工会主席"]) func goesOnFromAFarMatch(text: String) {
    let long = String(repeating: "of the artists 工人 and ", count: 300)
    let texts = (1...90).map { number in
      let words = ["\(long)Article 4, article 5", "\(long)工会，工会主席", "article 5 \(long)", "工会主席"]
      return "\(number). \(words[number * number % 7 % 4])\n(a) \(number % 3 == 0 ? long + text : text)\n"
    }
    let document = Document(source: Source(texts.joined()))
    let count = document.outline.points.count
    #expect(count > 50)
    var shorter: MatchingPoints?
    for length in 1...text.count {
      let pattern = Pattern(String(text.prefix(length)))
      let points = MatchingPoints(pattern, in: document, among: shorter, unless: nil)
      let expected = MatchingPoints(pattern, in: document, unless: nil)
      if length % 3 == 2 { points.complete() }
      for id in [count - 30, 10, 0, 20] {
        #expect(points.first(in: id..<id + 30) == expected.first(in: id..<id + 30))
        #expect(points.last(in: id..<id + 30) == expected.last(in: id..<id + 30))
      }
      points.complete()
      expected.complete()
      #expect(points.count == expected.count)
      shorter = points
    }
  }

  @Test(arguments: [
    ("article 5", "article ", true), ("article 51", "article 5", false), ("arT", "ar", true), ("Ar", "a", false),
    ("ar", "A", false), ("ab+", "ab", false), ("工会", "工", true), ("a b", "a ", true), ("a", "", false),
  ])
  func tellsWhatALongerTextNarrows(longer: String, shorter: String, narrows: Bool) {
    #expect(Pattern(longer).narrows(Pattern(shorter)) == narrows)
  }

  @Test func givesUpAndGoesOn() {
    let points = MatchingPoints(Pattern("article 5"), in: document, unless: nil)
    let interruption = Interruption { _ in true }
    while !interruption.happens() {}
    #expect(!points.complete(unless: interruption))
    #expect(points.count == nil)
    points.complete()
    #expect(points.count == holders("article 5").count)
  }

  /// Whoever is asked whether to go on shows the points that are known.
  @Test func answersWhileItAsks() {
    let pattern = Pattern("工会和工 会")
    let points = MatchingPoints(pattern, in: document, unless: nil)
    let expected = holders(pattern.text)
    let first = points.first(in: document.outline.points.indices)
    let answers = Mutex<[Int?]>([])
    let interruption = Interruption { _ in
      let answer = points.count ?? points.first(in: 0..<800)
      answers.withLock { $0.append(answer) }
      return false
    }
    usleep(UInt32(Interruption.interval) * 1000)  // a question is due
    #expect(points.complete(unless: interruption))
    #expect(answers.withLock { $0.first } == first)
    #expect(points.count == expected.count)
  }
}
