import Glibc

/// A file that is seen under its name only when it is whole: it is written beside it under another name.
///
/// An existing file is never touched unless it is to be replaced, and then only if it is a regular file.
final class NewFile {
  private let path: String
  private let target: String
  private let temporary: String
  private let isReplacing: Bool
  private var descriptor: Int32

  init(_ path: String, replacing: Bool) throws(Problem) {
    self.path = path
    isReplacing = replacing
    var status = stat()
    var mode: mode_t = 0o666
    if stat(path, &status) == 0 {
      let kind = status.st_mode & S_IFMT
      guard kind == S_IFREG else { throw Problem(path, kind == S_IFDIR ? "is a folder" : "is no regular file") }
      guard replacing else { throw Problem(path, "exists already; --force replaces it") }
      mode = status.st_mode & 0o777
    }
    target = Self.resolved(path)
    temporary = "\(target).\(getpid()).new"
    descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw Problem(path, SystemError.text(errno)) }
  }

  func write(_ bytes: [UInt8]) throws(Problem) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { raw in
        raw.baseAddress.map { Glibc.write(descriptor, $0 + sent, raw.count - sent) } ?? 0
      }
      if count >= 0 { sent += count } else if errno != EINTR { throw Problem(path, SystemError.text(errno)) }
    }
  }

  /// Gives the file its name.
  func keep() throws(Problem) {
    guard fsync(descriptor) == 0 else { throw Problem(path, SystemError.text(errno)) }
    let status = close(descriptor)
    descriptor = -1
    guard status == 0 else { throw Problem(path, SystemError.text(errno)) }
    if isReplacing {
      guard rename(temporary, target) == 0 else { throw Problem(path, SystemError.text(errno)) }
      return
    }
    // A link fails where a file of that name came in between; some file systems have none.
    if link(temporary, target) == 0 {
      unlink(temporary)
    } else if errno == EEXIST || access(target, F_OK) == 0 {
      throw Problem(path, "exists already; --force replaces it")
    } else if rename(temporary, target) != 0 {
      throw Problem(path, SystemError.text(errno))
    }
  }

  /// Leaves nothing behind.
  func discard() {
    if descriptor >= 0 { close(descriptor) }
    unlink(temporary)
  }

  /// What a symbolic link leads to, so that the link stays.
  private static func resolved(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
