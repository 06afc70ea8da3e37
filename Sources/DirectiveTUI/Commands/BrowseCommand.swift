import ArgumentParser
import DirectiveModel
import Glibc

extension Language: ExpressibleByArgument {}
extension ThemeName: ExpressibleByArgument {}

struct BrowseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "browse",
    abstract: "Open documents or folders in the terminal (this is what directives FILE does).",
    discussion: """
      A folder opens as a list of its documents: → unfolds one, Enter reads it, q comes back, / searches all.

      Where standard output is no terminal, the outline is printed instead. On a dumb terminal (TERM=dumb) it is read \
      as with --linear.
      """)

  @OptionGroup var input: DocumentFiles

  @Option(name: .long, help: ArgumentHelp("Open with this many levels unfolded.", valueName: "levels"))
  var depth: Int?

  @OptionGroup var interface: InterfaceOptions

  @Flag(name: .long, help: "Keep nothing of this reading, and use nothing that was kept before.")
  var noState = false
  @Option(
    name: .long, help: ArgumentHelp("Colours: auto, dark, light, high-contrast or mono.", valueName: "name"))
  var theme: ThemeName?

  @Flag(
    name: .long,
    help: "Read line by line, without a screen: for screen readers and pipes of commands. Type help for the commands.")
  var linear = false

  @OptionGroup(title: "Pictures") var pictures: ScreenshotOptions
  @Flag(name: .long, help: "Read a file again whenever it changes, and keep the place.")
  var follow = false

  func validate() throws {
    if let depth, depth < 1 { throw ValidationError("--depth: a number from 1 on is needed") }
  }

  func run() throws {
    try expectNoMisspeltCommand()
    let first = input.inputs[0]
    if let path = pictures.screenshot {
      let maker = OpenDocument.Maker(config: browsing.config, levels: depth) { _ in nil }
      let workspace = try Workspace(input.inputs, input.reading.options, follows: false, maker)
      return try pictures.write(pictures.screen(of: workspace), to: path)
    }
    let isTerminal = isatty(STDOUT_FILENO) != 0
    if linear || isTerminal && Environment.value("TERM") == "dumb" {
      return try readLinearly(first)
    }
    guard isTerminal else { return try printOutlines() }
    try browsing.run()
  }

  private func readLinearly(_ input: Input) throws(Problem) {
    let (language, options) = (browsing.config.settings.language, self.input.reading.options)
    if let path = input.path, DocumentFiles.isFolder(path) {
      return try LinearSession(try LinearFolder(path, options, language, keeper: browsing.keeper)).run()
    }
    let reader = LinearReader(
      document: try DocumentReading(input, options).finishedDocument(), name: input.name, language: language,
      path: input.path, keeper: browsing.keeper(of: input))
    try LinearSession(reader, inputIsDocument: input == .standardInput).run()
  }

  /// `directives outlin speech.txt`: what names no file may be meant as a command, and the rest is not opened then.
  private func expectNoMisspeltCommand() throws(Problem) {
    guard let word = input.files.first, !word.isEmpty, word.utf8.allSatisfy({ (0x61...0x7A).contains($0) }),
      access(word, F_OK) != 0
    else { return }
    guard Directives.command(named: word) == nil else {
      throw Problem(word, "a command stands before its options, as in directives \(word) --help")
    }
    throw Problem(word, "no such file, and no such command; directives --help lists them")
  }

  private func printOutlines() throws {
    var isWhole = true
    for input in input.inputs {
      if let path = input.path, DocumentFiles.isFolder(path) {
        if try !FolderTable(path, self.input.reading.options).print(.text) { isWhole = false }
        continue
      }
      if self.input.inputs.count > 1 { try Output.writeHead(input.name) }
      try OutlineText(try self.input.read(input), levels: depth ?? .max).print()
    }
    if !isWhole { throw ExitCode(ExitStatus.trouble) }
  }

  private var browsing: Browsing {
    Browsing(
      inputs: input.inputs, reading: input.reading.options, levels: depth, language: interface.lang, theme: theme,
      keeps: !noState, follows: follow)
  }
}
