import ArgumentParser
import CFileSnapshot
import CGnu
import Glibc

/// The program: commands for scripts, and the browser where none is named.
@main
struct Directives: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "directives",
    abstract: "Read numbered documents by their points.",
    discussion: """
      directives FILE opens a document in the terminal: its outline beside its text. The other commands do the same \
      for scripts. A point is named by its address, 2.3 for the third point of the second theme.
      """,
    version: "0.1.0",
    subcommands: [
      BrowseCommand.self,
      OutlineCommand.self,
      ShowCommand.self,
      SearchCommand.self,
      WhereCommand.self,
      RefsCommand.self,
      PresentCommand.self,
      TourCommand.self,
      ExportCommand.self,
      PrintCommand.self,
      TermsCommand.self,
      CountCommand.self,
      CheckCommand.self,
      InfoCommand.self,
      LibraryCommand.self,
      StylesCommand.self,
      KeysCommand.self,
      ConfigCommand.self,
      NotesCommand.self,
      MarksCommand.self,
      RecentCommand.self,
      ManualCommand.self,
    ],
    defaultSubcommand: BrowseCommand.self)

  /// Runs the command line, and ends with 0 for found, 1 for nothing found, 2 for trouble.
  static func main() {
    cgnu_keep_memory()
    file_snapshot_prepare()
    signal(SIGXFSZ, SIG_IGN)  // what a limit on files forbids to write is told, or done without
    do {
      if let damaged { throw Problem(damaged, "is no UTF-8") }
      let arguments = Array(CommandLine.arguments.dropFirst())
      if let browsing = Browsing(typed: arguments) { return try browsing.run() }
      if let outlining = Outlining(typed: arguments) { return try outlining.run() }
      var command = try command(of: arguments)
      try command.run()
    } catch let problem as Problem {
      Output.tell(problem)
      Glibc.exit(problem.status)
    } catch let code as ExitCode {
      Glibc.exit(code.rawValue)
    } catch {
      guard exitCode(for: error) != .success else { exit(withError: error) }
      Output.tell(Problem("", message(for: error)))
      Glibc.exit(ExitStatus.trouble)
    }
  }

  /// The first word of the command line that is no UTF-8. As a name it would be another file's; the program's own, which
  /// comes before, may be anything.
  private static var damaged: String? {
    for index in (0..<Int(CommandLine.argc)).dropFirst() {
      guard let word = CommandLine.unsafeArgv[index], String(validatingCString: word) == nil else { continue }
      return String(cString: word).visible()
    }
    return nil
  }

  /// The command that was typed: parsed by itself, which takes two thirds of the time that the whole tree takes. What it
  /// does not take, such as a request for help, goes through the tree, which also tells what is wrong with it.
  private static func command(of arguments: [String]) throws -> any ParsableCommand {
    guard let first = arguments.first, let type = command(named: first),
      let command = try? type.parseAsRoot(Array(arguments.dropFirst())), Swift.type(of: command) == type
    else { return try parseAsRoot(arguments) }
    return command
  }

  static func command(named name: String) -> (any ParsableCommand.Type)? {
    configuration.subcommands.first { $0.configuration.commandName == name }
  }
}
