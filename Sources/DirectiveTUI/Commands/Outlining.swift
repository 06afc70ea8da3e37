import ArgumentParser
import DirectiveModel

/// Documents whose outlines are printed, and how: what the arguments of `outline` come to.
struct Outlining {
  var files: [String]
  var reading = DocumentReading.Options()
  var levels = Int.max
  var format = OutlineCommand.Format.text
  var includesText = false
  var explains = false

  func run() throws {
    var hasTrouble = false
    try DocumentFiles.forEach(files, reading) { document, name in
      switch format {
      case .text:
        if files.count > 1 { try Output.writeHead(name) }
        if explains { try ExplanationText(document).print() } else { try OutlineText(document, levels: levels).print() }
      case .json: try writeJSON(document)
      }
    } trouble: { problem in
      hasTrouble = true
      Output.tell(problem)
    }
    if hasTrouble { throw ExitCode(ExitStatus.trouble) }
  }

  private func writeJSON(_ document: Document) throws(Problem) {
    var output = Output.standard
    let sink = { (bytes: [UInt8]) throws(Problem) in try output.write(bytes[...]) }
    if explains {
      try ExplanationJSON(document, document.explanations()).write(to: sink)
    } else {
      try OutlineJSON(document, levels: levels, includesText: includesText).write(to: sink)
    }
    try output.flush()
  }
}

extension Outlining {
  /// What `directives outline FILE` prints, where that is all that was typed. Nil for all else, which is parsed: that
  /// takes as long as reading a speech and printing its outline.
  init?(typed arguments: [String]) {
    guard arguments.count == 2, arguments[0] == OutlineCommand.configuration.commandName,
      !arguments[1].hasPrefix("-")
    else { return nil }
    self.init(files: [arguments[1]])
  }
}
