import ArgumentParser
import DirectiveModel

/// The argument that names a document, and how it is read.
struct DocumentFile: ParsableArguments {
  @Argument(
    help: """
      The document: a file, or - for standard input. Without it, a pipe on standard input is read; \
      without one, the program's own sample document.
      """,
    completion: .file())
  var file: String?

  @OptionGroup(title: "Reading") var reading: ReadingOptions

  var input: Input { Input(file) }

  /// The path that was given; nil for standard input and for the sample document.
  var path: String? { input.path }

  /// The input, opened and not yet read.
  func open() throws(Problem) -> DocumentReading { try DocumentReading(input, reading.options.brief) }

  func read() throws(Problem) -> (document: Document, name: String) {
    let reading = try open()
    return (try reading.finishedDocument(), reading.input.name)
  }
}
