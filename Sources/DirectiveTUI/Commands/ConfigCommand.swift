import ArgumentParser

struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Print the settings in force.",
    discussion: """
      They are read from $XDG_CONFIG_HOME/directives/config, by default ~/.config/directives/config: lines like \
      theme = dark and key F3 = next-match. What is printed can be put there. The exit status is 2 where a line of the \
      file is wrong.
      """)

  @Flag(name: .long, help: "Print a commented file with every setting and its default.")
  var example = false

  func run() throws {
    var output = Output.standard
    if example {
      try output.write(Self.exampleFile)
      return try output.flush()
    }
    let config = Config.load(environment: Environment.value)
    for setting in Setting.table { try output.writeLine("\(setting.name) = \(setting.value(config.settings))") }
    for line in config.bindings.changes { try output.writeLine(line) }
    try output.flush()
    config.problems.forEach(Output.tell)
    if !config.problems.isEmpty { throw ExitCode(ExitStatus.trouble) }
  }

  static var exampleFile: String {
    var text = """
      # Settings of directives: ~/.config/directives/config
      #
      # A line sets one thing; lines that begin with # are passed over. What stands here is the default: take the # away
      # and change the value. While reading, :set does the same.


      """
    for setting in Setting.table {
      text += "# \(setting.help.english) (\(setting.values.joined(separator: " ")))\n"
      text += "#\(setting.name) = \(setting.value(Settings()))\n\n"
    }
    text += """
      # Keys: key KEYS = action. KEYS is a key (j, ^F, F3, Alt-x, PgDn, Space) or several characters typed one after the
      # other (zx); the action none takes a key away. directives keys prints what is bound.

      """
    for row in KeyBindings.table.flatMap(\.rows) {
      text += "#key \(row.keys[0]) = \(row.name)\n"
    }
    return text
  }
}
