import ArgumentParser

struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Print the manual page, in mdoc(7): directives manual | man -l -",
    shouldDisplay: false)

  func run() throws {
    let commands = Directives.configuration.subcommands.filter { $0.configuration.shouldDisplay }
    let names = commands.map { $0.configuration.commandName ?? "" }
    let page = ManualPage(of: names) { name in
      let command = commands.first { $0.configuration.commandName == name }
      return command.map { Directives.helpMessage(for: $0, columns: Self.columns) } ?? ""
    }
    var output = Output.standard
    try output.write(page.text)
    try output.flush()
  }

  /// So wide that no help is wrapped.
  private static let columns = 100_000
}
