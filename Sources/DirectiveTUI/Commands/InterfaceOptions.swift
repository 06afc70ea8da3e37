import ArgumentParser
import DirectiveModel

/// How the browser speaks to its reader.
struct InterfaceOptions: ParsableArguments {
  @Option(
    name: .long, help: ArgumentHelp("Speak this language: en or zh; by the locale without it.", valueName: "code"))
  var lang: Language?

  /// The file of settings, whose problems are told, and what the command line says against it.
  var config: Config {
    var config = Config.load(environment: Environment.value)
    config.problems.forEach(Output.tell)
    lang.map { config.settings.language = $0 }
    return config
  }

  /// A browser of one document that keeps nothing of the reading.
  func browser(of input: Input, _ options: DocumentReading.Options = .init()) throws(Problem) -> Browser {
    let maker = OpenDocument.Maker(config: config, levels: nil) { _ in nil }
    var workspace = try Workspace([input], options, follows: false, maker)
    _ = try workspace.finishBeginning()  // what is asked for may stand at its end
    return Browser(workspace)
  }
}
