import ArgumentParser
import DirectiveModel

struct StylesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "styles",
    abstract: "List the styles of numbering, each with a line that it reads.",
    discussion: "The names are those that --style and --no-style take, and that outline --explain tells.")

  func run() throws {
    let styles = StyleNames.all
    let width = styles.map { DisplayWidth.columns(of: $0.name) }.max() ?? 0
    var output = Output.standard
    for style in styles {
      let blanks = String(repeating: " ", count: width - DisplayWidth.columns(of: style.name) + 2)
      try output.writeLine(style.name + blanks + style.example)
    }
    try output.flush()
  }
}
