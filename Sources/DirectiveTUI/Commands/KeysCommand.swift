import ArgumentParser
import DirectiveModel

struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: "Print the keys of the browser, as they are bound now.",
    discussion: "The names in the second column are those that directives config binds keys to.")

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Option(name: .long, help: "How to print them.")
  var format = Format.text

  @Option(name: .long, help: ArgumentHelp("Describe them in this language: en or zh.", valueName: "code"))
  var lang: Language?

  func run() throws {
    let config = Config.load(environment: Environment.value)
    config.problems.forEach(Output.tell)
    switch format {
    case .text: try printText(config.bindings, lang ?? config.settings.language)
    case .json: try printJSON(config.bindings, lang ?? .english)
    }
  }

  private func printText(_ bindings: KeyBindings, _ language: Language) throws {
    var output = Output.standard
    for (index, section) in bindings.sections.enumerated() {
      if index > 0 { try output.writeLine("") }
      try output.writeLine(section.title(in: language))
      for row in section.rows {
        let keys = Self.padded(row.keys.joined(separator: " "), to: 20)
        try output.writeLine("  \(keys) \(Self.padded(row.name, to: 24)) \(row.help(in: language))")
      }
    }
    try output.flush()
  }

  private static func padded(_ text: String, to columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - DisplayWidth.columns(of: text)))
  }

  private func printJSON(_ bindings: KeyBindings, _ language: Language) throws {
    var json = JSONWriter()
    json.raw("[")
    for (index, row) in bindings.sections.flatMap(\.rows).enumerated() {
      json.raw(index == 0 ? "\n  {\"action\": " : ",\n  {\"action\": ")
      json.string(row.name)
      json.raw(", \"keys\": [")
      for (index, keys) in row.keys.enumerated() {
        if index > 0 { json.raw(", ") }
        json.string(keys)
      }
      json.raw("], \"pane\": ")
      json.string(row.pane.map { $0 == .outline ? "outline" : "text" })
      json.raw(", \"help\": ")
      json.string(row.help(in: language))
      json.raw("}")
    }
    json.raw("\n]\n")
    var output = Output.standard
    try output.write(json.bytes[...])
    try output.flush()
  }
}
