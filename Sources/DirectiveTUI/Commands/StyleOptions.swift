import ArgumentParser
import DirectiveModel

/// Which styles of numbering are read, for documents in which one of them misleads.
struct StyleOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("Read only this style of numbering; may be repeated (see directives styles).", valueName: "name")
  )
  var style: [String] = []

  @Option(
    name: .long, help: ArgumentHelp("Read no numbering of this style; may be repeated.", valueName: "name"))
  var noStyle: [String] = []

  func validate() throws {
    for (option, names) in [("--style", style), ("--no-style", noStyle)] {
      for name in names where StyleNames.name(like: name) == nil {
        let near = StyleNames.suggestions(for: name)
        let hint = near.isEmpty ? "directives styles lists all" : "is it \(near.joined(separator: " or "))?"
        throw ValidationError("\(option): \(name): no such style; \(hint)")
      }
    }
  }

  var options: OutlineOptions {
    OutlineOptions(
      leftOut: Set(noStyle.compactMap(StyleNames.name(like:))),
      only: Set(style.compactMap(StyleNames.name(like:))))
  }
}
