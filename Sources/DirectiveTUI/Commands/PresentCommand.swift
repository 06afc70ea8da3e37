import ArgumentParser
import Glibc

struct PresentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "present",
    abstract: "Show one point a screen, for a meeting.",
    discussion: """
      Space, Enter and the arrow keys go to the next point and back; a number like 2.3 and Enter to that one; q goes on \
      to the browser. WHERE says with which point to begin.
      """)

  @OptionGroup var input: DocumentFile

  @Argument(help: "An address or a keyword; the first point without it.")
  var place: String?

  @OptionGroup var interface: InterfaceOptions

  func run() throws {
    guard isatty(STDOUT_FILENO) != 0 else { throw Problem("present", "standard output is no terminal") }
    var browser = try interface.browser(of: input.input, input.reading.options)
    let first = try place.flatMap { try browser.state.document.selected($0, isSample: input.isSample).points.first }
    browser.present(from: first ?? 0)
    try browser.run()
  }
}
