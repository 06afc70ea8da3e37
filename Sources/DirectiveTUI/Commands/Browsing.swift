import ArgumentParser
import DirectiveModel
import Glibc

/// Documents to be opened on the screen, and how: what the arguments of `browse` come to.
struct Browsing {
  var inputs: [Input]
  var reading = DocumentReading.Options()
  var levels: Int?
  var language: Language?
  var theme: ThemeName?
  /// Whether the reading is kept, and what was kept of it before is used.
  var keeps = true
  var follows = false

  /// Opens the documents. What keeps them from it is said in the reader's language.
  func run() throws {
    let config = config
    let maker = OpenDocument.Maker(config: config, levels: levels, keeper: keeper)
    do {
      try Browser(try Workspace(inputs, reading, follows: follows, maker)).run()
    } catch let problem as Problem {
      Output.tell(problem, in: config.settings.language)
      throw ExitCode(problem.status)
    }
  }

  /// What keeps the reading of a document; nil where nothing is kept.
  func keeper(of input: Input) -> Keeper? {
    keeps ? Keeper(folder: StateFolder(environment: Environment.value), path: input.path) : nil
  }

  /// The file of settings, and what the command line and the environment say against it.
  var config: Config {
    var config = Config.told(language: language)
    config.settings.theme = theme ?? (Theme.wantsColor(Environment.value) ? config.settings.theme : .mono)
    return config
  }
}

extension Browsing {
  /// What `directives FILE` opens, where that is all that was typed and a screen is there for it. Nil for all else,
  /// which is parsed: that takes a fifth of the time until the first screen is there.
  init?(typed arguments: [String]) {
    guard arguments.count == 1, let path = arguments.first, !path.hasPrefix("-"), access(path, F_OK) == 0,
      path != "help", Directives.command(named: path) == nil, isatty(STDOUT_FILENO) != 0,
      Environment.value("TERM") != "dumb"
    else { return nil }
    self.init(inputs: [Input(path)])
  }
}
