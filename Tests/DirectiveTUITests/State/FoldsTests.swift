import DirectiveModel
import Testing

@testable import DirectiveTUI

@Suite struct FoldsTests {
  /// An outline of points at these depths, of three bytes each.
  private func outline(_ depths: [Int]) -> Outline {
    Outline(
      points: depths.indices.map { id in
        var point = Document(source: Source("1. point")).outline.points[0]
        point.depth = Int32(depths[id])
        point.start = UInt32(3 * id)
        return point
      })
  }

  /// The rows as one pass over all points lists them.
  private func listed(_ outline: Outline, _ folds: Folds, kept: Set<Int>? = nil) -> [Int] {
    var rows: [Int] = []
    var id = 0
    while id < outline.points.count {
      let end = Int(outline.points[id].end)
      if let kept, kept.isDisjoint(with: id..<end) {
        id = end
      } else {
        rows.append(id)
        id = folds.isFolded(id) ? end : id + 1
      }
    }
    return rows
  }

  private func expectRows(_ rows: [Int], of folds: Folds, _ outline: Outline) {
    #expect(folds.rows == rows)
    #expect(folds.firstRow == rows.first && folds.lastRow == rows.last)
    for id in outline.points.indices {
      #expect(folds.shown(id) == rows.last { $0 <= id } ?? rows.first ?? id)
    }
    for (index, row) in rows.enumerated() {
      #expect(folds.row(before: row) == (index > 0 ? rows[index - 1] : nil))
      #expect(folds.row(row, movedBy: 3).row == rows[min(index + 3, rows.count - 1)])
      #expect(folds.row(row, movedBy: -3).row == rows[max(index - 3, 0)])
    }
  }

  @Test func findsTheRowsThatListingFinds() {
    var random = SystemRandomNumberGenerator()
    for count in [0, 1, 2, 7, 30, 64, 65, 200] {
      let outline = self.outline((0..<count).map { _ in .random(in: 1...5, using: &random) })
      var folds = Folds(outline, showing: .random(in: 1...4, using: &random))
      for share in [0.0, 0.02, 0.2, 1] {
        for _ in 0..<count / 8 { folds.set(.random(in: 0..<count), folded: .random()) }
        folds.keep(nil)
        expectRows(listed(outline, folds), of: folds, outline)
        let members = outline.points.indices.filter { _ in .random(in: 0..<1, using: &random) < share }
        let lines = (0..<count).map { "#" + (members.contains($0) ? "x" : "y") + "\n" }
        let document = Document(source: Source(lines.joined()), outline: outline)
        folds.keep(MatchingPoints(Pattern("x"), in: document, unless: nil))
        expectRows(listed(outline, folds, kept: Set(members)), of: folds, outline)
      }
    }
  }

  @Test func foldsToALevelWhateverWasFoldedBefore() {
    let outline = self.outline([1, 2, 3, 2, 1, 2])
    var folds = Folds(outline)
    folds.fold(1)
    #expect(folds.rows == [0, 1, 3, 4, 5])
    folds.showLevels(1)
    #expect(folds.rows == [0, 4])
    folds.unfold(0)
    #expect(folds.rows == [0, 1, 3, 4])
    folds.showLevels(2)
    #expect(folds.rows == [0, 1, 3, 4, 5])
    folds.setSubtree(0, folded: true)
    #expect(folds.rows == [0, 4, 5])
    folds.reveal(2)
    #expect(folds.rows == [0, 1, 2, 3, 4, 5])
  }

  @Test func keepsTheTopRowWhereRowsAboveItVanish() {
    var session = Session((1...9).map { "\($0). Theme\n(a) one\n(b) two\n" }.joined(), columns: 40, rows: 8)
    session.press("9G")
    let rows = session.outlineRows
    session.press("1zc")
    #expect(session.outlineRows == rows)
  }
}
