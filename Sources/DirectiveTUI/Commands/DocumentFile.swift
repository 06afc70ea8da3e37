import ArgumentParser
import DirectiveModel
import Glibc

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

  /// Whether none was named and none is piped in.
  var isSample: Bool { input == .sample }

  /// The path that was given; nil for standard input and for the sample document.
  var path: String? { input.path }

  /// Takes a lone argument that is a document for it; what is left is the place in it that was typed.
  mutating func takeDocument(from place: String?) -> String? {
    guard file == nil, let name = place, name == "-" || access(name, F_OK) == 0 else { return place }
    file = name
    return nil
  }

  /// The input, opened and not yet read.
  func open() throws(Problem) -> DocumentReading { try DocumentReading(input, reading.options.brief) }

  func read() throws(Problem) -> (document: Document, name: String) {
    let reading = try open()
    return (try reading.finishedDocument(), reading.input.name)
  }
}

extension String {
  /// Whether it ends as the name of a file does: `notes.txt`, not `2.1`.
  var endsAsFileName: Bool {
    let name = split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    let ending = name.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last ?? ""
    return (1...5).contains(ending.count) && ending.contains(where: \.isLetter)
      && ending.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
  }
}
