import Testing

@testable import DirectiveTUI

@Suite struct NotebookTests {
  @Test(arguments: [
    ("1. call Mary", "1\\. call Mary"), ("- and Joe", "\\- and Joe"), ("two\nlines", "two lines"),
    ("a &amp; b", "a \\&amp; b"), ("snake_case_name", "snake_case_name"), ("*bold*", "\\*bold\\*"),
  ])
  func writesNotesThatMeanThemselvesInMarkdown(note: String, written: String) {
    let entry = Notebook.Entry(
      address: "2.1", marker: "", heading: "x", line: 1, tick: nil, note: note, isLost: false)
    #expect(
      Notebook(title: "T", path: nil, entries: [entry]).markdown == """
        # T

        - **2.1** x

          \(written)

          — T, 2.1, line 1

        """)
  }
}
