import Testing

@testable import DirectiveModel

@Suite struct AddressTests {
  @Test(arguments: [("2.3", [2, 3]), ("1", [1]), ("10.2.11", [10, 2, 11]), ("2.", [2])])
  func reads(text: String, positions: [Int]) {
    #expect(Address(text)?.positions == positions)
  }

  @Test(arguments: ["", ".", "0", "1.0", "a", "1..2", "-1", "1,2", "+1", "２", "99999999999999999999"])
  func refuses(text: String) {
    #expect(Address(text) == nil)
  }
}

@Suite struct OutlineTests {
  /// An outline whose points have these depths; each point is one byte.
  private func outline(_ depths: [Int32]) -> Outline {
    Outline(
      points: depths.enumerated().map { index, depth in
        let at = UInt32(index)
        return Point(
          kind: .numbered, depth: depth, parent: 0, end: 0, position: 0, line: 1, start: at, markerStart: at,
          markerEnd: at, headingStart: at, headingEnd: at)
      })
  }

  @Test(
    arguments: [
      ([1, 2, 2, 1, 2], ["1", "1.1", "1.2", "2", "2.1"]), ([1, 3, 3, 2, 1], ["1", "1.1", "1.2", "1.3", "2"]),
      ([2, 1, 2], ["1", "2", "2.1"]), ([1, 2, 3, 4], ["1", "1.1", "1.1.1", "1.1.1.1"]), ([], []),
    ] as [([Int32], [String])])
  func addresses(depths: [Int32], addresses: [String]) {
    let outline = outline(depths)
    #expect(outline.points.indices.map { outline.address(of: $0)?.description } == addresses)
    for (id, address) in addresses.enumerated() {
      #expect(Address(address).flatMap { outline.point(at: $0) } == id)
    }
  }

  @Test func linksParentsAndEnds() {
    let outline = outline([1, 2, 3, 2, 1])
    #expect(outline.points.map(\.parent) == [-1, 0, 1, 0, -1])
    #expect(outline.points.map(\.end) == [4, 3, 3, 4, 5])
    #expect(outline.children(of: 0) == [1, 3])
    #expect(outline.children(of: nil) == [0, 4])
    #expect(outline.path(to: 2) == [0, 1, 2])
  }

  @Test func findsThePointThatHoldsAnOffset() {
    let outline = outline([1, 2, 2])
    #expect([0, 1, 2, 50].map { outline.point(holding: $0) } == [0, 1, 2, 2])
  }
}
