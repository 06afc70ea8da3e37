import Testing

@testable import DirectiveModel

@Suite struct DutyTermsTests {
  private func counts(_ text: String, _ terms: DutyTerms?) throws -> [String: Int] {
    let terms = try #require(terms)
    let document = Document(source: Source(text))
    var sums: [String: Int] = [:]
    for counts in terms.counts(in: document) {
      for (term, count) in counts { sums[terms.terms[term].text, default: 0] += count }
    }
    return sums
  }

  @Test(arguments: [
    ("Members must pay. They MUST NOT smoke. Mustard is sold.", ["must": 1, "must not": 1]),
    ("It shall\nnot be so; it may not; it may.", ["shall not": 1, "may not": 1, "may": 1]),
    ("应当登记，不应当迟到。必须到场，不得缺席。", ["应当": 1, "不应当": 1, "必须": 1, "不得": 1]),
    ("要重视重要工作，主要任务是要求明确。不要迟到。", ["要": 1, "不要": 1]), ("会员可以借书。", ["可以": 1]), ("Nothing here.", [:]),
    ("經濟反應、供應、相應、應用、適宜。應登記。", ["應": 1]), ("不得不承认，不能不说。不得迟到。", ["不得": 1]),
    ("On 5 May 2024 and in May, since May 3: member 5 may pay. May he?", ["may": 2]),
    ("各单位应\n当办理，务\r\n　　必完成，不\n 得拖延。需\n要，反\n应。", ["应当": 1, "务必": 1, "不得": 1]),
    ("不\n\n得", [:]),
  ])
  func countsWords(text: String, expected: [String: Int]) throws {
    #expect(try counts(text, .standard) == expected)
  }

  @Test func countsByPoint() throws {
    let terms = try #require(DutyTerms.standard)
    let document = Document(source: Source("1. One must.\n\n2. Two must and must.\n"))
    #expect(terms.counts(in: document).map { $0.values.reduce(0, +) } == [1, 2])
  }

  @Test func readsATable() throws {
    let terms = try #require(DutyTerms(table: "# remark\n[duty]\nis bound to  # says so\n\n务 -任务 -业务\n"))
    #expect(terms.terms.map(\.text) == ["is bound to", "务"])
    #expect(terms.terms.map(\.group) == ["duty", "duty"])
    #expect(try counts("He is bound\nto come. 任务，务必。a.b (c)", terms) == ["is bound to": 1, "务": 1])
    #expect(DutyTerms(table: "# nothing\n[group]\n") == nil)
    #expect(try counts("a+b and aab", DutyTerms(table: "a+b")) == ["a+b": 1])
  }

  @Test func keepsItsOwnTableReadable() throws {
    #expect(try #require(DutyTerms(table: DutyTerms.standardTable)).terms.count > 30)
  }
}
