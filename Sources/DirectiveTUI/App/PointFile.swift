import DirectiveModel

/// A file that a point is saved to.
///
/// An existing one is replaced only if it is a regular file, and only where that was asked for.
struct PointFile {
  let path: String
  let overwrite: Bool

  /// Saves points, and answers with what happened.
  func save(_ printout: Printout, of document: Document) -> Action {
    do throws(NewFile.Failure) {
      try NewFile.write(
        printout.bytes(of: document), to: Environment.path(typed: path), replacing: overwrite)
    } catch {
      return error == .exists ? .fileExists(path: path, printout) : .saveFailed(path: path, why: error.phrase)
    }
    let points = document.outline.points
    return .saved(path: path, points: printout.selection.points.reduce(0) { $0 + Int(points[$1].end) - $1 })
  }
}
