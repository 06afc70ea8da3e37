import ArgumentParser
import DirectiveModel

@main
struct Directives: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "directives")
  func run() throws {}
}
