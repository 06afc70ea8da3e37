import Glibc

/// Where a document comes from.
enum Input: Equatable, Sendable {
  case file(String)
  case standardInput
  /// The document that is built in.
  case sample
  /// The list of the documents that were opened lately.
  case recent

  /// The name of a file as it is typed: - for standard input. Without one, a pipe on standard input, or the sample.
  init(_ argument: String?) {
    switch argument {
    case "-": self = .standardInput
    case let path?: self = .file(path)
    case nil: self = Self.isPiped ? .standardInput : .sample
    }
  }

  /// The name as it is shown.
  var name: String {
    switch self {
    case .file(let path): path
    case .standardInput: "standard input"
    case .sample: Digest.name
    case .recent: "recent documents"
    }
  }

  var path: String? {
    if case .file(let path) = self { path } else { nil }
  }

  /// Whether standard input is a pipe, a socket or a file, not a terminal or /dev/null.
  private static var isPiped: Bool {
    var status = stat()
    guard fstat(STDIN_FILENO, &status) == 0 else { return false }
    return [S_IFIFO, S_IFSOCK, S_IFREG].contains(status.st_mode & S_IFMT)
  }
}
