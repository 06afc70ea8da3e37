import Testing

@testable import DirectiveModel

/// Lists of some candidates that tell where these stand among all.
@Suite struct CandidatesTests {
  /// Twelve candidates with two readings each; every third one is a unit, every fourth one a heading.
  private static let all: Candidates = {
    var candidates = Candidates()
    for index in 0..<12 {
      let kind: NumberingStyle.Kind = index % 4 == 0 ? .markdown : index % 3 == 0 ? .unit : .enumerator
      let candidate = Candidate(
        line: UInt32(index), start: 0, firstReading: UInt32(2 * index), readingCount: 2, kind: kind,
        flags: index == 6 ? .goesOn : index % 5 == 0 ? .isTitle : [], indent: 0)
      candidates.list.append(candidate)
      for style: UInt8 in 1...2 {
        var reading = Reading(style: style, value: index == 3 ? 1 : 2, end: 0)
        reading.owner = UInt32(index)
        candidates.readings.append(reading)
      }
      candidates.note(candidate, at: index)
    }
    return candidates
  }()

  private func expectPlaces(_ candidates: Candidates, lines: [UInt32]) {
    let list = candidates.list
    #expect(list.map(\.line) == lines)
    #expect(candidates.units.map { Int($0.index) } == list.indices.filter { list[$0].kind == .unit })
    #expect(candidates.units.allSatisfy { $0.style == 1 })
    #expect(candidates.units.allSatisfy { $0.isFirst == (list[Int($0.index)].line == 3) })
    #expect(candidates.units.allSatisfy { $0.goesOn == (list[Int($0.index)].line == 6) })
    for unit in candidates.units {
      let upper = unit.index > 0 ? list[Int(unit.index) - 1] : nil
      #expect(unit.titleAbove == (upper?.kind == .enumerator && upper?.line == 5 ? 1 : nil))
    }
    #expect(candidates.headings.map { Int($0) } == list.indices.filter { list[$0].kind == .markdown })
  }

  @Test func knowsUnitsAndHeadings() { expectPlaces(Self.all, lines: Array(0..<12)) }

  @Test(arguments: [0, 1, 3, 4, 8, 11, 12])
  func removesAllFromOneOn(first: Int) {
    var candidates = Self.all
    candidates.removeAll(from: first)
    expectPlaces(candidates, lines: Array(0..<UInt32(first)))
  }

  @Test(arguments: [[], [0], [11], [3, 4], [0, 1, 2, 8, 11], Array(0..<12)])
  func removesSome(indices: [Int]) {
    var candidates = Self.all
    candidates.remove(at: indices)
    expectPlaces(candidates, lines: (0..<12).filter { !indices.contains(Int($0)) })
    for (index, candidate) in candidates.list.enumerated() {
      for reading in candidate.readings { #expect(candidates.readings[reading].owner == index) }
    }
    for index in indices { #expect(candidates.readings[2 * index].owner == 0) }
  }
}
