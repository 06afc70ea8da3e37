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

  @Option(
    name: .long, help: ArgumentHelp("Speak this language: en or zh; by the locale without it.", valueName: "code"))
  var lang: Language?

  func run() throws {
    guard isatty(STDOUT_FILENO) != 0 else { throw Problem("tour", "standard output is no terminal") }
    var config = Config.load(environment: Environment.value)
    config.problems.forEach(Output.tell)
    lang.map { config.settings.language = $0 }
    var browser = Browser(
      try Workspace(
        [.sample], .init(), follows: false, OpenDocument.Maker(config: config, levels: nil) { _ in nil }))
    browser.startTour()
    try browser.run()
  }
}
