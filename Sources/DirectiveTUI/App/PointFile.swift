import DirectiveModel
import Glibc

/// A file that a point is saved to.
///
/// An existing one is replaced only if it is a regular file, and only where that was asked for.
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
    let file = WholeFile(path: path)
    let failure = exists ? file.replace(with: bytes, mode: status.st_mode & 0o777) : file.create(bytes, mode: 0o666)
    if let failure { return .saveFailed(path: path, why: .systemError(failure)) }
    let inside = Int(document.outline.points[id].end) - id
    return .saved(path: path, points: inside)
  }
}
