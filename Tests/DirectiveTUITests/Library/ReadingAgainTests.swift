import DirectiveModel
import Foundation
import TestSupport
import Testing

@testable import DirectiveTUI

/// Notes, ticks and marks when the document or its outline is read anew.
@Suite struct ReadingAgainTests {
  private static let rules = "1. Repair the old books before summer\n\n2. Lend the new books after summer\n"

  /// A document in a file, opened with a folder for what is kept, or without one.
  private final class Reading {
    let file: String
    var workspace: Workspace

    init(_ file: String, _ folder: StateFolder?) throws {
      self.file = file
      let maker = OpenDocument.Maker(config: Config(settings: Settings()), levels: nil) { input in
        Keeper(folder: folder, path: input.path)
      }
      workspace = try Workspace([.file(file)], DocumentReading.Options(), follows: false, maker)
      try workspace.settle()
    }

    func press(_ keys: String) throws {
      for key in Key.script(keys) {
        #expect(try workspace.perform(workspace.state.press(key)).map(perform) ?? true)
        try workspace.settle()
        #expect(workspace.keep() == nil)
      }
    }

    private func perform(_ effect: Effect) -> Bool {
      guard case .keepCorrection(let change, let line) = effect else { return false }
      workspace.keep(change, line: line)
      return true
    }

    func write(_ text: String) throws { try Data(text.utf8).write(to: URL(fileURLWithPath: file)) }

    var notes: [Int: String] { workspace.state.annotations.notes }
  }

  private func reading(
    _ text: String = rules, keeps: Bool = true, _ body: (StateFolder, () throws -> Reading) throws -> Void
  ) throws {
    try withStateFolder { folder in
      #expect(folder.prepare() == nil)
      let file = folder.path + "/../rules.txt"
      try Data(text.utf8).write(to: URL(fileURLWithPath: file))
      try body(folder) { try Reading(file, keeps ? folder : nil) }
    }
  }

  @Test func leavesWhatIsNotKeptWhereItIs() throws {
    try reading(keeps: false) { _, open in
      let reading = try open()
      try reading.press("2<Enter>aask Mary<Enter>xma")
      try reading.write("0. Open\n\n" + Self.rules)
      try reading.press("R")
      #expect(reading.notes == [2: "ask Mary"])
      #expect(reading.workspace.state.annotations.ticks == [2: .read])
      #expect(reading.workspace.state.annotations.marks.count == 1)
    }
  }

  @Test func findsWhatWasLostOnceTheOutlineIsPutRight() throws {
    try reading { folder, open in
      let before = try open()
      try before.press("1<Enter>x2<Enter>aask Mary<Enter>")
      try before.write("1. Repair the old books before summer\n\nLend the new books after summer\n")
      let reading = try open()
      #expect(reading.notes.isEmpty)
      try reading.press("/Lend<Enter>:point<Enter>")
      #expect(reading.notes == [1: "ask Mary"])
      try reading.press("x")
      let store = try StateStore.read(folder)
      let kept = try #require(try store.documents().first)
      #expect(try store.notes(in: kept.id).map(\.text) == ["ask Mary"])
    }
  }

  @Test func keepsInTheOrderOfTheTextWhatComesTogether() {
    let annotations = Annotations(
      notes: [1: "one", 2: "two", 3: "three", 4: "four"], ticks: [1: .read, 4: .done], marks: ["a": 7])
    let moved = annotations.moved(points: { _ in 0 }, offsets: { $0 + 1 })
    #expect(moved == Annotations(notes: [0: "one; two; three; four"], ticks: [0: .done], marks: ["a": 8]))
  }
}
