import Glibc

/// A file that is written as a whole or not at all.
struct WholeFile {
  let path: String

  /// Makes a new file, or replaces an existing one by a finished one beside it. Answers an error number where that
  /// fails.
  func write(_ bytes: [UInt8]) -> Int32? {
    var status = stat()
    return stat(path, &status) == 0
      ? replace(with: bytes, mode: status.st_mode & 0o777) : create(bytes, mode: 0o666)
  }

  /// Makes a new file with O_EXCL, so that nothing that came in between is lost; leaves nothing behind where it fails.
  func create(_ bytes: [UInt8], mode: mode_t) -> Int32? {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
    guard descriptor >= 0 else { return errno }
    var failure = Self.write(bytes, to: descriptor)
    if failure == nil, fsync(descriptor) != 0 { failure = errno }
    if close(descriptor) != 0, failure == nil { failure = errno }
    if failure != nil { unlink(path) }
    return failure
  }

  /// Replaces the file that `path` leads to.
  func replace(with bytes: [UInt8], mode: mode_t) -> Int32? {
    guard let resolved = realpath(path, nil) else { return errno }
    defer { free(resolved) }
    let target = String(cString: resolved)
    let temporary = "\(target).\(getpid()).new"
    if let failure = WholeFile(path: temporary).create(bytes, mode: mode) { return failure }
    guard rename(temporary, target) == 0 else {
      let failure = errno
      unlink(temporary)
      return failure
    }
    return nil
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress! + sent, $0.count - sent) }
      if count >= 0 { sent += count } else if errno != EINTR { return errno }
    }
    return nil
  }
}
