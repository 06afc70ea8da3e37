import ArgumentParser
import Glibc

struct TourCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tour",
    abstract: "Walk through the keys, in the program itself.",
    discussion: """
      Each step asks for a key or two, and the next comes when you have pressed them. It can be left at any time, by q. \
      In an open document, :tour begins the same walk.
      """)

  @OptionGroup var interface: InterfaceOptions

  func run() throws {
    guard isatty(STDOUT_FILENO) != 0 else { throw Problem("tour", "standard output is no terminal") }
    var browser = try interface.browser(of: .sample)
    browser.startTour()
    try browser.run()
  }
}
