import DirectiveModel
import Foundation
import TestSupport
import Testing

@testable import DirectiveTUI

/// At which points notes and ticks are found again.
@Suite struct KeptAnnotationTests {
  @Test func citesANoteAsItsPointStandsNow() throws {
    try withStateFolder { folder in
      let file = folder.path + "/../notice.txt"
      #expect(folder.prepare() == nil)
      try Data().write(to: URL(fileURLWithPath: file))
      func opened(_ text: String) -> (Keeper, Document, Keeper.Opening) {
        let (keeper, document) = (Keeper(folder: folder, path: file), Document(source: Source(text)))
        return (keeper, document, keeper.open(document))
      }
      var (keeper, document, opening) = opened("1. Repair old books\n\n2. Lend new books\n")
      opening.annotations.notes[1] = "ask"
      #expect(keeper.keep(opening.annotations, of: document) == nil)
      (keeper, document, opening) = opened("1. Open\n\n(a) Repair old books\n\n(b) Lend new books\n\n2. Close\n")
      #expect(opening.annotations.notes == [2: "ask"])
      let store = try StateStore.read(folder)
      let kept = try #require(try store.documents().first)
      let note = try #require(try store.notes(in: kept.id).first)
      let point = note.point
      #expect([point.address, point.marker, point.heading, "\(point.line)"] == ["1.2", "(b)", "Lend new books", "5"])
    }
  }

  @Test func givesANoteBackToAPointThatWasNotThereForAWhile() throws {
    try withStateFolder { folder in
      let file = folder.path + "/../notice.txt"
      #expect(folder.prepare() == nil)
      try Data().write(to: URL(fileURLWithPath: file))
      let (one, two) = ("1. Repair the old books before summer\n\n", "2. Lend the old books after summer\n")
      let before = Document(source: Source(one + two))
      let keeper = Keeper(folder: folder, path: file)
      var annotations = keeper.open(before).annotations
      annotations.notes[1] = "ask"
      annotations.ticks[1] = .done
      #expect(keeper.keep(annotations, of: before) == nil)
      let without = Keeper(folder: folder, path: file).open(Document(source: Source(one))).annotations
      #expect(without.notes == [0: "ask"] && without.ticks == [0: .done])
      let again = Keeper(folder: folder, path: file).open(before).annotations
      #expect(again.notes == [1: "ask"] && again.ticks == [1: .done])
    }
  }

  /// What the notes and ticks of a document are after it was opened with each of several texts, and something was done.
  private func annotations(
    after texts: [String], _ doing: (inout Annotations) -> Void
  ) throws -> (notes: [Int: String], ticks: [Int: Tick], lost: Int) {
    var last = Keeper.Opening()
    try withStateFolder { folder in
      let file = folder.path + "/../notice.txt"
      #expect(folder.prepare() == nil)
      try Data().write(to: URL(fileURLWithPath: file))
      for (index, text) in texts.enumerated() {
        let (keeper, document) = (Keeper(folder: folder, path: file), Document(source: Source(text)))
        last = keeper.open(document)
        guard index == 0 else { continue }
        var annotations = last.annotations
        doing(&annotations)
        #expect(keeper.keep(annotations, of: document) == nil)
      }
    }
    return (last.annotations.notes, last.annotations.ticks, last.lost)
  }

  private static let repair = "Repair the old books before the long summer break"
  private static let lend = "Lend the old books after the long summer break"

  @Test func leavesToANeighbourWhatIsItsOwnWhenAPointIsDeleted() throws {
    let both = "1. \(Self.repair)\n\n2. \(Self.lend)\n"
    func annotate(_ annotations: inout Annotations) {
      annotations.notes = [0: "one", 1: "two"]
      annotations.ticks = [0: .done, 1: .toDiscuss]
    }
    let without = try annotations(after: [both, "1. \(Self.lend)\n"], annotate)
    #expect(without == ([0: "two"], [0: .toDiscuss], 2))
    let again = try annotations(after: [both, "1. \(Self.lend)\n", both], annotate)
    #expect(again == ([0: "one", 1: "two"], [0: .done, 1: .toDiscuss], 0))
    let first = try annotations(after: [both, "1. \(Self.repair)\n"], annotate)
    #expect(first == ([0: "one"], [0: .done], 2))
  }

  @Test func returnsFromTheNeighbourOfADeletedPointWhenThatIsBack() throws {
    let both = "1. \(Self.repair)\n\n2. \(Self.lend)\n"
    func annotate(_ annotations: inout Annotations) { annotations.notes = [0: "one"] }
    #expect(try annotations(after: [both, "1. \(Self.lend)\n"], annotate).notes == [0: "one"])
    #expect(try annotations(after: [both, "1. \(Self.lend)\n", both], annotate).notes == [0: "one"])
    let later = "1. Open the doors early\n\n2. \(Self.repair)\n\n3. \(Self.lend)\n"
    #expect(try annotations(after: [both, "1. \(Self.lend)\n", later], annotate).notes == [1: "one"])
  }

  @Test func followsAPointThatIsEditedAgainAndAgain() throws {
    let texts = [
      Self.repair, "Repair the old books before the short summer break",
      "Repair new shelves before the short summer break", "Repair new shelves within the short winter break",
    ].map { "1. Open\n\n2. \($0)\n" }
    let last = "1. Open\n\n2. Close\n\n3. Repair new shelves within the short winter break\n"
    let kept = try annotations(after: texts + [last]) {
      $0.notes = [1: "one"]
      $0.ticks = [1: .done]
    }
    #expect(kept == ([2: "one"], [2: .done], 0))
  }
}
