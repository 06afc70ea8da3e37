import DirectiveModel
import Foundation
import TestSupport
import Testing

@testable import DirectiveTUI

/// Notes and ticks: as a reader sets them, and as they come back.
@Suite struct AnnotationTests {
  @Test func listsTheNotes() {
    var session = Session(sample, columns: 100)
    session.press(":notes<Enter>")
    #expect(session.status == "No notes yet: a writes one")
    session.press("1.2<Enter>aask Mary<Enter>2.1<Enter>apaste<Enter>1<Enter>:notes<Enter>")
    #expect(session.screen.contains("1.2 ask Mary") && session.screen.contains("2.1 paste"))
    session.press("past<Enter>")
    #expect(session.place == "2.1")
  }

  @Test func goesFromNoteToNote() {
    var session = Session(sample)
    session.press("]n")
    #expect(session.status == "No notes yet: a writes one")
    session.press("1.2<Enter>aask Mary<Enter>2.1<Enter>apaste<Enter>2.3<Enter>aoil<Enter>g]n")
    #expect(session.place == "1.2")
    #expect(session.status == "1.2 ✎ ask Mary")
    session.press("]n")
    #expect(session.place == "2.1")
    session.press("5]n")
    #expect(session.place == "2.3")
    session.press("]n")
    #expect(session.status == "No note after this point")
    session.press("2[n")
    #expect(session.place == "1.2")
    session.press("[n")
    #expect(session.status == "No note before this point")
    session.press("<Backspace>")
    #expect(session.place == "2.3")
    session.press("&books<Enter>g]n")
    #expect(session.status != "1.2 ✎ ask Mary")
  }

  @Test func bringsBackANoteThatWasGivenUp() {
    var session = Session(sample)
    session.press("2.1<Enter>aa long note<Esc>")
    #expect(session.status == "Not noted; ↑ brings it back in the next note")
    session.press("a<Up><Enter>")
    #expect(session.state.annotations.notes.values.first == "a long note")
  }

  @Test func notesAPoint() {
    var session = Session(sample)
    session.press("1.2<Enter>aask Mary<Enter>")
    #expect(session.state.annotations.notes.values.sorted() == ["ask Mary"])
    #expect(session.status == "Noted at 1.2")
    #expect(session.line(4).hasPrefix(">    1.2 ✎ train more"))
    session.press("g1.2<Enter>")
    #expect(session.status.contains("1.2 · 3 of 7 · "))
    #expect(session.status.contains(" · ✎ ask Mary"))
    session.press("a, or Tom<Enter>")
    #expect(session.state.annotations.notes.values.sorted() == ["ask Mary, or Tom"])
    session.press(":note in March<Enter>")
    #expect(session.state.annotations.notes.values.sorted() == ["ask Mary, or Tom; in March"])
    session.press("a<Esc>")
    #expect(session.state.annotations.notes.count == 1)
    session.press("a^U<Enter>".replacing("^U", with: "<^U>"))
    #expect(session.state.annotations.notes.isEmpty)
    #expect(session.status == "Note at 1.2 removed")
    session.press(":note<Enter>again<Enter>")
    #expect(session.state.annotations.notes.values.sorted() == ["again"])
  }

  @Test func ticksPointsAndShowsTheProgressOfThemes() {
    var session = Session(sample)
    session.press("1.1<Enter>x")
    #expect(session.status == "1.1: read")
    #expect(session.line(2).hasPrefix("›▾ 1 [1/2] Open the"))
    #expect(session.line(3).hasPrefix(">    1.1 ✓ open on"))
    #expect(session.line(5).hasPrefix(" ▾ 2 Care"))
    session.press("x")
    #expect(session.status == "1.1: to discuss")
    #expect(session.line(2).hasPrefix("›▾ 1 [0/2] Open the"))
    #expect(session.line(3).hasPrefix(">    1.1 ? open on"))
    session.press("x")
    #expect(session.line(3).hasPrefix(">    1.1 ● open on"))
    session.press("x")
    #expect(session.status == "1.1: not ticked")
    #expect(session.line(2).hasPrefix("›▾ 1 Open the"))
  }

  @Test func saysWhereNothingIsKept() {
    var session = Session(sample)
    session.keepsNothing()
    session.press("1.1<Enter>aone<Enter>")
    #expect(session.status == "Noted at 1.1, for this reading only")
    session.press("x")
    #expect(session.status == "1.1: read, for this reading only")
    session.press("ma")
    #expect(session.status == "Mark a at 1.1, for this reading only")
  }

  @Test func speaksChinese() {
    var session = Session(sample, language: .chinese)
    session.press("1.1<Enter>x")
    #expect(session.status == "1.1: 已读")
    session.press("a问<Enter>")
    #expect(session.status == "已在 1.1 记下笔记")
  }

  // MARK: - What is kept

  private func withKeeper(_ body: (() -> Keeper) throws -> Void) throws {
    try Folder.temporary { base in
      let file = base.appendingPathComponent("a.txt")
      try Data(sample.utf8).write(to: file)
      try body { Keeper(folder: StateFolder(base.appendingPathComponent("state").path), path: file.path) }
    }
  }

  /// A session as a run of the program: what was kept is taken up, and what is left is kept.
  private func read(_ text: String, _ keeper: Keeper, keys: String) -> Session {
    var session = Session(text)
    session.resume(keeper.open(session.state.document))
    session.press(keys)
    let state = session.state
    #expect(keeper.keep(state.annotations, of: state.document) == nil)
    #expect(
      keeper.leave(at: state.text.anchor, height: state.text.height, state.annotations, of: state.document) == nil)
    return session
  }

  @Test func comesBackToWhatWasLeft() throws {
    try withKeeper { keeper in
      _ = read(sample, keeper(), keys: "1.2<Enter>aask Mary<Enter>x2.2<Enter>")
      let session = read(sample, keeper(), keys: "")
      #expect(session.place == "2.2")
      #expect(session.status == "2.2, where you left off; Backspace: the beginning")
      #expect(session.line(4).hasPrefix("     1.2 ✓ ✎ train"))
      var again = session
      again.press("<Backspace>")
      #expect(again.place == "preamble")
    }
  }

  @Test func findsItsPointsInAChangedDocument() throws {
    try withKeeper { keeper in
      _ = read(sample, keeper(), keys: "1.2<Enter>aask Mary<Enter>x2.2<Enter>")
      let changed = sample.replacing(
        "First, open on Sundays", with: "First, sweep the floor.\n\nSecond, open on Sundays"
      ).replacing("Second, train", with: "Third, train").replacing("into it", with: "into that list")
      let session = read(changed, keeper(), keys: "")
      #expect(session.line(5).hasPrefix("     1.3 ✓ ✎ train"))
      #expect(session.place == "2.2")
      let third = read(changed.replacing("Two a week are enough.", with: "Three are not."), keeper(), keys: "")
      #expect(third.line(5).hasPrefix("     1.3 ✓ ✎ train"))
    }
  }

  @Test func saysWhatItCannotFindAgainAndKeepsIt() throws {
    try withKeeper { keeper in
      _ = read(sample, keeper(), keys: "1.2<Enter>aask Mary<Enter>x")
      let changed = sample.replacing("train more volunteers. Two a week are enough", with: "nothing at all")
      let session = read(changed, keeper(), keys: "")
      #expect(session.status.hasPrefix("2 notes, ticks or marks have lost their points: "))
      #expect(session.state.annotations == Annotations())
      #expect(read(sample, keeper(), keys: "").state.annotations.notes.values.sorted() == ["ask Mary"])
    }
  }

  @Test func keepsTheNotesOfTwoProgramsAtOnce() throws {
    try withKeeper { keeper in
      let document = Document(source: Source(sample))
      let (one, other) = (keeper(), keeper())
      _ = (one.open(document), other.open(document))
      #expect(one.keep(Annotations(notes: [2: "one"]), of: document) == nil)
      #expect(other.keep(Annotations(notes: [2: "other"], ticks: [3: .done]), of: document) == nil)
      #expect(one.keep(Annotations(notes: [2: "one!"]), of: document) == nil)
      let opening = keeper().open(document)
      #expect(opening.annotations == Annotations(notes: [2: "other; one!"], ticks: [3: .done]))
    }
  }

  @Test("What one program has written anew is not what another one knew") func losesNoNoteToAnotherProgram() throws {
    try withKeeper { keeper in
      let document = Document(source: Source(sample))
      let begun = Annotations(notes: [2: "begun"], ticks: [4: .done])
      let writer = keeper()
      _ = writer.open(document)
      #expect(writer.keep(begun, of: document) == nil)
      let (one, other) = (keeper(), keeper())
      #expect(one.open(document).annotations == begun)
      #expect(other.open(document).annotations == begun)
      #expect(one.keep(Annotations(notes: [2: "begun, one"], ticks: [4: .toDiscuss]), of: document) == nil)
      #expect(one.keep(Annotations(notes: [3: "three"], ticks: [5: .done]), of: document) == nil)
      #expect(other.keep(Annotations(notes: [2: "begun, other"]), of: document) == nil)
      let opening = keeper().open(document)
      #expect(opening.annotations == Annotations(notes: [2: "begun, other", 3: "three"], ticks: [5: .done]))
    }
  }

  @Test func keepsItsNotesWhereTheOutlineIsReadAnew() throws {
    try withKeeper { keeper in
      let source = Source(sample)
      let (document, keeper, other) = (Document(source: source), keeper(), keeper())
      _ = keeper.open(document)
      #expect(keeper.keep(Annotations(notes: [5: "later"], ticks: [5: .done]), of: document) == nil)
      let lines = Corrections("reject First, open").resolved(in: source).lines
      let corrected = Document(source: source, options: OutlineOptions(corrections: lines))
      let moved = Annotations(notes: [4: "later"], ticks: [4: .done])
      #expect(keeper.reread(corrected, Annotations()) == moved)
      #expect(keeper.keep(Annotations(notes: [4: "later, too"]), of: corrected) == nil)
      #expect(other.open(corrected).annotations == Annotations(notes: [4: "later, too"]))
    }
  }

  @Test("A title may have many lines, and a heading the whole file") func keepsNoMoreOfATitleThanAScreenShows() throws {
    let lines = String(repeating: "The reading room is open. ", count: 1000)
    try Folder.temporary { base in
      let read = Document(source: Source("\(lines)\n\n1. \(lines)\n"))
      let outline = Outline(points: read.outline.points, title: [0..<lines.utf8.count])
      let (folder, document) = (StateFolder(base.path), Document(source: read.source, outline: outline))
      let keeper = Keeper(folder: folder, path: nil)
      #expect(keeper.open(document).trouble == nil)
      #expect(keeper.keep(Annotations(notes: [1: "long"]), of: document) == nil)
      let store = try StateStore.open(folder)
      let title = try #require(try store.documents().first?.title)
      #expect(title.hasPrefix("The reading room") && title.utf8.count <= Document.labelLimit)
      let heading = try #require(try store.notes(in: 1).first?.point.heading)
      #expect(heading.hasPrefix("The reading room") && heading.utf8.count <= Document.labelLimit)
    }
  }

  @Test func saysOnceThatNothingIsKept() {
    let keeper = Keeper(folder: StateFolder("/proc/no/such"), path: nil)
    var session = Session(sample)
    session.resume(keeper.open(session.state.document))
    #expect(session.status.hasPrefix("Nothing is kept of this reading: /proc/no"))
    session.press("x")
    #expect(keeper.keep(session.state.annotations, of: session.state.document) == nil)
    #expect(session.status == "preamble: read, for this reading only")
    var homeless = Session(sample)
    homeless.resume(Keeper(folder: nil, path: nil).open(homeless.state.document))
    #expect(homeless.status == "Nothing is kept of this reading: HOME is not set")
  }
}
