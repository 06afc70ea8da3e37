import TestSupport
import Testing

@Suite struct ExampleTests {
  @Test func usesTheModelInAProgramOfItsOwn() throws {
    let command = try Command(Program.headings, [])
    #expect(
      command.output == """
        1  Opening hours
        1.1  Open on Sundays
        1.2  Close at noon before feasts
        2  Care for the books
        # Notice on the reading room

        > 1 Opening hours › 1.1

        ## (a) Open on Sundays.

        The doors open at nine.

        """)
    #expect(command.status == 0)
  }
}
