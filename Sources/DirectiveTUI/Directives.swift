import ArgumentParser
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
    do {
      var command = try parseAsRoot()
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
}
