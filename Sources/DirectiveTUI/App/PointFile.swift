import DirectiveModel
import Glibc

/// A file that a point is saved to.
///
/// An existing one is replaced only if it is a regular file, and only where that was asked for.
struct PointFile {
  let path: String
  let overwrite: Bool

  /// Saves points, and answers with what happened.
  func save(_ printout: Printout, of document: Document) -> Action {
    let bytes = printout.bytes(of: document)
    var status = stat()
    let exists = stat(path, &status) == 0
    if exists, status.st_mode & S_IFMT != S_IFREG {
      return .saveFailed(path: path, why: status.st_mode & S_IFMT == S_IFDIR ? .isFolder : .isNoRegularFile)
    }
    if exists, !overwrite { return .fileExists(path: path, printout) }
    let file = WholeFile(path: path)
    let failure = exists ? file.replace(with: bytes, mode: status.st_mode & 0o777) : file.create(bytes, mode: 0o666)
    if let failure { return .saveFailed(path: path, why: .systemError(failure)) }
    let points = document.outline.points
    return .saved(path: path, points: printout.selection.points.reduce(0) { $0 + Int(points[$1].end) - $1 })
  }
}
