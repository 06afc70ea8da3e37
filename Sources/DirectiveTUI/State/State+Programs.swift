import DirectiveModel
import Glibc

/// What programs outside do with points, and what is said of it.
extension State {
  /// Copies with the signs that a frame shows for what could act where it is pasted. `send` sends a sequence to the
  /// terminal.
  func copied(_ printout: Printout, send: ([UInt8]) -> Bool) -> Message {
    var (bytes, signs) = printout.bytes(of: document).withSigns()
    let isLine = printout.part == .address || printout.part == .heading
    if isLine, bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }  // pasted into a shell, it would run
    let points = addresses(of: printout.selection)
    let what = isLine ? Phrase.copiedPart(printout.part, of: points)(in: language) : points
    switch Clipboard.ofThisMachine.copy(bytes, send: send) {
    case .copied(let way): return Message(.copied(what, bytes: bytes.count, by: way) + .asSigns(signs))
    case .tooLarge(let limit): return Message(.tooLargeToCopy(what, bytes.count, limit: limit), isFailure: true)
    case .noWay: return Message(.noWayToCopy, isFailure: true)
    }
  }

  /// The command line is the reader's own, and so goes to the reader's shell, with all its quoting and pipes. Nothing of
  /// the document is in it: the text comes on standard input.
  func piped(_ printout: Printout, to command: String) -> Message {
    let shell = Environment.value("SHELL").flatMap { $0.isEmpty ? nil : $0 } ?? "/bin/sh"
    return Self.outcome(of: [shell, "-c", command], input: printout.bytes(of: document), what: "| " + command)
  }

  /// Opens a file in an editor, to which `handOver` gives the terminal.
  func edited(_ path: String?, line: Int, handOver: (() -> Message) -> Message) -> Message {
    guard let path else { return Message(.noFileToEdit, isFailure: true) }
    guard let editor = Editor(environment: Environment.value) else { return Message(.noEditor, isFailure: true) }
    let before = Self.modified(path)
    let words = editor.arguments(file: path, line: line)
    let message = handOver { Self.outcome(of: words, input: nil, what: words[0]) }
    guard !message.isFailure, Self.modified(path) != before else { return message }
    return Message(.fileChanged(path))
  }

  func printed(_ selection: Selection) -> Message {
    let pages = PrintedPages(selection, of: document)
    do throws(Problem) {
      let title = document.title(upTo: Document.labelLimit) ?? name
      let answer = try Printer(name: nil).print(pages, title: title)
      return Message(.sentToPrinter(addresses(of: selection), pages: pages.pages.count, answer))
    } catch {
      return Message(.failed(error.what, error.reason), isFailure: true)
    }
  }

  /// Runs a program on the terminal.
  private static func outcome(of words: [String], input: [UInt8]?, what: String) -> Message {
    do throws(HelperProcess.Failure) {
      let outcome = try HelperProcess(arguments: words, input: input, output: .inherited).run()
      guard outcome.status == 0 else { return Message(.failed(what, .exitStatus(outcome.status)), isFailure: true) }
      return Message(.ran(what))
    } catch {
      switch error {
      case .missing: return Message(.failed(words.first ?? "", .noSuchProgram), isFailure: true)
      case .timedOut: return Message(.failed(what, .nothing), isFailure: true)
      case .system(let number): return Message(.failed(what, .systemError(number)), isFailure: true)
      }
    }
  }

  private static func modified(_ path: String) -> [Int] {
    var status = stat()
    guard stat(path, &status) == 0 else { return [] }
    return [Int(status.st_mtim.tv_sec), Int(status.st_mtim.tv_nsec), Int(status.st_size), Int(status.st_ino)]
  }
}
