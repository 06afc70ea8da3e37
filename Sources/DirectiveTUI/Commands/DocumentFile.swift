import ArgumentParser
import DirectiveModel
import Glibc

/// The argument that names a document, and how it is read.
struct DocumentFile: ParsableArguments {
  @Argument(
    help: """
      The document: a text file, or - for standard input. Without it, a pipe on standard input is read; \
      without one, the program's own sample document.
      """,
    completion: .file())
  var file: String?

  @OptionGroup(title: "Reading") var reading: ReadingOptions

  /// The path that was given; nil for standard input and for the sample document.
  var path: String? { file == "-" ? nil : file }

  func read() throws(Problem) -> (document: Document, name: String) {
    if let file, file != "-" {
      return (try document(from: try Self.bytes(ofFile: file), name: file), file)
    }
    if file == "-" || Self.inputIsPiped {
      let name = "standard input"
      return (try document(from: try Self.bytes(of: STDIN_FILENO, name), name: name), name)
    }
    return (Document(source: Source(Digest.text)), Digest.name)
  }

  /// Whether standard input is a pipe, a socket or a file, not a terminal or /dev/null.
  private static var inputIsPiped: Bool {
    var status = stat()
    guard fstat(STDIN_FILENO, &status) == 0 else { return false }
    return [S_IFIFO, S_IFSOCK, S_IFREG].contains(status.st_mode & S_IFMT)
  }

  private func document(from bytes: [UInt8], name: String) throws(Problem) -> Document {
    do throws(Unreadable) {
      return Document(source: try Decoder.source(from: bytes, encoding: reading.encoding))
    } catch {
      let why =
        switch error {
        case .empty: "is empty"
        case .notText: "is no text"
        case .tooLarge: "is larger than 4 GiB"
        }
      throw Problem(name, why)
    }
  }

  private static func bytes(ofFile file: String) throws(Problem) -> [UInt8] {
    var status = stat()
    guard stat(file, &status) == 0 else { throw Problem(file, SystemError.text(errno)) }
    switch status.st_mode & S_IFMT {
    case S_IFREG, S_IFIFO, S_IFSOCK: break
    case S_IFDIR: throw Problem(file, "is a folder")
    default: throw Problem(file, "is a device")
    }
    let descriptor = open(file, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw Problem(file, SystemError.text(errno)) }
    defer { close(descriptor) }
    return try bytes(of: descriptor, file, expecting: Int(status.st_size))
  }

  /// Everything that can be read from a descriptor; `expecting` is a hint, in bytes.
  private static func bytes(of descriptor: Int32, _ name: String, expecting size: Int = 0) throws(Problem) -> [UInt8] {
    var bytes: [UInt8] = []
    var capacity = max(1 << 16, size + 1)
    while true {
      var count = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, filled in
        count = Glibc.read(descriptor, buffer.baseAddress, capacity)
        filled = max(0, count)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw Problem(name, SystemError.text(errno))
      }
      if count == 0 { return bytes }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      guard bytes.count < Int(UInt32.max) else { throw Problem(name, "is larger than 4 GiB") }
      capacity = 1 << 16
    }
  }
}
