import ArgumentParser
import Glibc

struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Show the manual page; into a pipe or file as mdoc(7).")

  func run() throws {
    let commands = Directives.configuration.subcommands.filter { $0.configuration.shouldDisplay }
    let names = commands.map { $0.configuration.commandName ?? "" }
    let page = ManualPage(of: names) { name in
      let command = commands.first { $0.configuration.commandName == name }
      return command.map { Directives.helpMessage(for: $0, columns: Self.columns) } ?? ""
    }
    if isatty(STDOUT_FILENO) != 0 {
      let reader = HelperProcess(arguments: ["man", "-l", "-"], input: Array(page.text.utf8), output: .inherited)
      if let outcome = try? reader.run(), outcome.status == 0 { return }
    }
    var output = Output.standard
    try output.write(page.text)
    try output.flush()
  }

  /// So wide that no help is wrapped.
  private static let columns = 100_000
}
