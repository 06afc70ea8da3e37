import ArgumentParser
import DirectiveModel

/// How the browser speaks to its reader.
struct InterfaceOptions: ParsableArguments {
  @Option(
    name: .long, help: ArgumentHelp("Speak this language: en or zh; by the locale without it.", valueName: "code"))
  var lang: Language?

  /// The settings, and what the command line says against them.
  var config: Config { Config.told(language: lang) }

  /// A browser of one document that keeps nothing of the reading.
  func browser(of input: Input, _ options: DocumentReading.Options = .init()) throws(Problem) -> Browser {
    let maker = OpenDocument.Maker(config: config, levels: nil) { _ in nil }
    var workspace = try Workspace([input], options, follows: false, maker)
    _ = try workspace.finishBeginning()  // what is asked for may stand at its end
    return Browser(workspace)
  }
}

extension Config {
  /// The file of settings, whose problems are told, with another language where one is given.
  static func told(language: Language?) -> Config {
    var config = load(environment: Environment.value)
    config.problems.forEach(Output.tell)
    language.map { config.settings.language = $0 }
    return config
  }
}
