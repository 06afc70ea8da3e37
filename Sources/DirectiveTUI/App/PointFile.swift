import DirectiveModel
import Glibc

/// A file that a point is saved to.
///
/// A new file is made with O_EXCL, so that nothing that came in between is lost. An existing one is replaced as a
/// whole by a finished file beside it, and only if it is a regular file.
struct PointFile {
  let path: String
  let overwrite: Bool

  /// Saves a point with all points inside it, and answers with what happened.
  func save(_ id: Int, of document: Document) -> Action {
    let source = document.source
    let bytes = Array(source.bytes[Whitespace.trim(document.text(of: id), in: source)]) + [UInt8(ascii: "\n")]
    var status = stat()
    let exists = stat(path, &status) == 0
    if exists, status.st_mode & S_IFMT != S_IFREG {
      return .saveFailed(path: path, why: status.st_mode & S_IFMT == S_IFDIR ? .isFolder : .isNoRegularFile)
    }
    if exists, !overwrite { return .fileExists(path: path, point: id) }
    let failure = exists ? replace(with: bytes, mode: status.st_mode & 0o777) : create(path, bytes, mode: 0o666)
    if let failure { return .saveFailed(path: path, why: .systemError(failure)) }
    let inside = Int(document.outline.points[id].end) - id
    return .saved(path: path, points: inside)
  }

  /// Makes a new file with these bytes; answers an error number where that fails, and leaves nothing behind then.
  private func create(_ path: String, _ bytes: [UInt8], mode: mode_t) -> Int32? {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
    guard descriptor >= 0 else { return errno }
    var failure = write(bytes, to: descriptor)
    if failure == nil, fsync(descriptor) != 0 { failure = errno }
    if close(descriptor) != 0, failure == nil { failure = errno }
    if failure != nil { unlink(path) }
    return failure
  }

  private func replace(with bytes: [UInt8], mode: mode_t) -> Int32? {
    guard let resolved = realpath(path, nil) else { return errno }
    defer { free(resolved) }
    let target = String(cString: resolved)
    let temporary = "\(target).\(getpid()).new"
    if let failure = create(temporary, bytes, mode: mode) { return failure }
    guard rename(temporary, target) == 0 else {
      let failure = errno
      unlink(temporary)
      return failure
    }
    return nil
  }

  private func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress! + sent, $0.count - sent) }
      if count >= 0 { sent += count } else if errno != EINTR { return errno }
    }
    return nil
  }
}
