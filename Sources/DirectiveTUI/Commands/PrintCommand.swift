import ArgumentParser
import DirectiveModel
import Glibc

struct PrintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "print",
    abstract: "Send points to a printer (lp), as pages with header and page number.",
    discussion: """
      WHERE is as in show. The header has the document's title and the \
      addresses on the page.
      """)

  @Argument(help: "Which points.", completion: PlaceCompletion.kind)
  var `where`: String

  @OptionGroup var input: DocumentFile

  @Option(
    name: [.customShort("d"), .long], help: ArgumentHelp("The printer; else the default one.", valueName: "name"))
  var printer: String?

  @Flag(name: .long, help: "Show the pages as text, and print nothing.")
  var dryRun = false

  @Option(name: .long, help: ArgumentHelp("Columns of a page.", valueName: "columns"))
  var width = PrintedPages.columns

  @Option(name: .long, help: ArgumentHelp("Rows of a page, header and footer included.", valueName: "rows"))
  var height = PrintedPages.rows

  func validate() throws {
    if width < 20 { throw ValidationError("--width: a number from 20 on is needed") }
    if height < 5 { throw ValidationError("--height: a number from 5 on is needed") }
  }

  func run() throws {
    let (document, name) = try input.read()
    let selection = try document.selected(`where`, isSample: input.isSample)
    let pages = PrintedPages(selection, of: document, columns: width, rows: height)
    var output = Output.standard
    if dryRun {
      let separator = isatty(STDOUT_FILENO) == 0 ? "\u{C}" : String(repeating: "-", count: width) + "\n"
      for (index, page) in pages.pages.enumerated() {
        try output.write((index > 0 ? separator : "") + page.map { $0 + "\n" }.joined())
      }
    } else {
      let answer = try Printer(name: printer).print(pages, title: document.title(upTo: Document.labelLimit) ?? name)
      let count = pages.pages.count == 1 ? "1 page" : "\(pages.pages.count) pages"
      try output.writeLine(answer.isEmpty ? "sent \(count)" : "sent \(count): \(answer)")
    }
    try output.flush()
  }
}
