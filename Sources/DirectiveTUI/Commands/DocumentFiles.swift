import ArgumentParser
import DirectiveModel
import Glibc

/// The arguments that name several documents, and how they are read.
struct DocumentFiles: ParsableArguments {
  @Argument(
    help: """
      Documents: files, or - for standard input. Without any, a pipe on standard input is read; without one, the \
      program's own sample document.
      """,
    completion: .file())
  var files: [String] = []

  @OptionGroup(title: "Reading") var reading: ReadingOptions

  var inputs: [Input] { files.isEmpty ? [Input(nil)] : files.map { Input($0) } }

  /// Reads a document to its end.
  func read(_ input: Input) throws(Problem) -> Document {
    try DocumentReading(input, reading.options.brief).finishedDocument()
  }

  /// What is made of a document that was opened; by several threads at the same time.
  typealias Making<Content> = @Sendable (DocumentReading) throws(Problem) -> Content

  /// Calls `body` with what `making` makes of each document, and its name, in order; with `isRecursive` with those in
  /// folders, too, and then without any argument with those in the current one. What cannot be read goes to `trouble`,
  /// and the rest is read. `needOutlines` is whether `making` reads outlines.
  func forEach<Content: DocumentContent>(
    isRecursive: Bool = false, needOutlines: Bool = true, making: @escaping Making<Content>,
    _ body: (Content, String) throws -> Void, trouble: (Problem) -> Void
  ) throws {
    var options = reading.options
    options.needsOutline = needOutlines
    try Self.forEach(files, isRecursive: isRecursive, options, making: making, body, trouble: trouble)
  }

  /// The same with the documents themselves.
  func forEach(
    isRecursive: Bool = false, _ body: (Document, String) throws -> Void, trouble: (Problem) -> Void
  ) throws {
    try Self.forEach(files, isRecursive: isRecursive, reading.options, body, trouble: trouble)
  }

  /// The same with names from elsewhere.
  static func forEach(
    _ files: [String], isRecursive: Bool = false, _ options: DocumentReading.Options,
    _ body: (Document, String) throws -> Void, trouble: (Problem) -> Void
  ) throws {
    try forEach(
      files, isRecursive: isRecursive, options, making: { reading throws(Problem) in try reading.finishedDocument() },
      body, trouble: trouble)
  }

  /// The same with what is made of the documents.
  static func forEach<Content: DocumentContent>(
    _ files: [String], isRecursive: Bool, _ options: DocumentReading.Options = .init(),
    making: @escaping Making<Content>, _ body: (Content, String) throws -> Void, trouble: (Problem) -> Void
  ) throws {
    let options = options.brief
    let names: [String?] = files.isEmpty ? [isRecursive ? "." : nil] : files
    for name in names {
      guard isRecursive, let name, name != "-", isFolder(name) else {
        try read(name, options, making, body, trouble: trouble)
        continue
      }
      try readAll(
        FileWalker().documents(in: name, trouble: trouble), options, making, body, trouble: trouble)
    }
  }

  /// Reads the documents among files, several at a time; hands them over in their order.
  private static func readAll<Content: DocumentContent>(
    _ paths: [String], _ options: DocumentReading.Options, _ making: @escaping Making<Content>,
    _ body: (Content, String) throws -> Void, trouble: (Problem) -> Void
  ) throws {
    var options = options
    options.stop = StopSignal()
    let size: @Sendable (Result<Content, Problem>) -> Int = { (try? $0.get().memoryUse) ?? 0 }
    let crew = Crew(count: paths.count, stopping: options.stop, size: size) { [options] index in
      do throws(Problem) {
        return Result<Content, Problem>.success(try making(try DocumentReading(.file(paths[index]), options)))
      } catch {
        return .failure(error)
      }
    }
    try crew.inOrder { index, result in
      switch result {
      case .success(let content): try body(content, paths[index])
      case .failure(let problem): if !problem.isNoText { trouble(problem) }
      }
    }
  }

  private static func read<Content>(
    _ file: String?, _ options: DocumentReading.Options, _ making: Making<Content>,
    _ body: (Content, String) throws -> Void, trouble: (Problem) -> Void
  ) throws {
    let content: Content
    let input = Input(file)
    do throws(Problem) {
      content = try making(try DocumentReading(input, options))
    } catch {
      return trouble(error)
    }
    try body(content, input.name)
  }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}

/// What is made of a document, and kept until those before it are dealt with.
protocol DocumentContent: Sendable {
  /// Bytes that it takes, about.
  var memoryUse: Int { get }
}

extension Document: DocumentContent {
  var memoryUse: Int { source.bytes.count + outline.points.count * MemoryLayout<Point>.stride }
}

extension DocumentReading {
  /// All of an input's text at once.
  static func text(of input: Input) throws(Problem) -> String {
    let source = try DocumentReading(input).finishedDocument().source
    return source.string(0..<source.bytes.count)
  }
}

extension Output {
  /// What stands before each of several documents, as head prints it.
  static func writeHead(_ name: String) throws(Problem) {
    var output = Output.standard
    try output.writeLine("==> \(name) <==")
    try output.flush()
  }
}

extension Problem {
  /// Whether it is no more than that a file is none of ours, as there are many in folders.
  var isNoText: Bool { [.unreadable(.notText), .unreadable(.empty)].contains(reason) }
}
