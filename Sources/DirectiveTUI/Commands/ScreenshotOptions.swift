import ArgumentParser
import DirectiveModel

/// Showing the browser without a terminal: keys in, a picture of the screen out.
struct ScreenshotOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Open no terminal, and write the screen to this file: as SVG if its name ends in .svg, else as text; - for standard output.",
      valueName: "file"),
    completion: .file())
  var screenshot: String?

  @Option(
    name: .long,
    help: ArgumentHelp("With --screenshot: press these keys first, such as '2.1<Enter>/pay'.", valueName: "keys"))
  var keys = ""

  @Option(
    name: .long, help: ArgumentHelp("With --screenshot: the size of the screen.", valueName: "columns x rows"))
  var screen = "100x30"

  func validate() throws {
    guard size != nil else { throw ValidationError("--screen: a size such as 100x30 is needed") }
  }

  private var size: Size? {
    let numbers = screen.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 2, let columns = numbers[0], let rows = numbers[1] else { return nil }
    guard (1...1000).contains(columns), (1...1000).contains(rows) else { return nil }
    return Size(columns: columns, rows: rows)
  }

  /// The screen after the keys. Documents are opened and searched as they ask; nothing else of the world outside.
  func screen(of workspace: Workspace) throws(Problem) -> Screenshot {
    var workspace = workspace
    try workspace.settle()
    if let size { _ = workspace.state.update(.resize(size)) }
    workspace.state.keepChosenInView()
    for key in Key.script(keys) {
      if case .quit = try workspace.perform(workspace.state.press(key)) { break }
      try workspace.settle()
      workspace.state.keepChosenInView()
    }
    _ = workspace.state.countFilterAtRest()
    return Screenshot(
      frame: render(workspace.state),
      theme: Theme(workspace.state.settings.theme) { Environment.value($0) ?? ($0 == "COLORFGBG" ? "15;0" : nil) })
  }

  /// Writes the screen to `path`, replacing the picture that was there.
  func write(_ screen: Screenshot, to path: String) throws {
    let text = path.hasSuffix(".svg") ? screen.svg : screen.frame.text + "\n"
    guard !Output.isStandard(path) else {
      var output = Output.standard
      try output.write(text)
      return try output.flush()
    }
    do throws(NewFile.Failure) {
      try NewFile.write(Array(text.utf8), to: path, replacing: true)
    } catch {
      throw Problem(path, error)
    }
  }
}
