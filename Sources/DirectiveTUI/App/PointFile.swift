import DirectiveModel

/// A file that a point is saved to.
///
/// An existing one is replaced only if it is a regular file, and only where that was asked for.
struct PointFile {
  let path: String
  let overwrite: Bool

  /// As the name's ending says, `page.html` or `part.json`; else the text as it is.
  private func bytes(of printout: Printout, _ document: Document) -> [UInt8] {
    var bytes: [UInt8] = []
    guard let format = ExportFormat(of: path), format.name != "text",
      (try? format.export(Extract(document, name: path, selection: printout.selection)) { bytes += $0 }) != nil
    else { return printout.bytes(of: document) }
    return bytes
  }

  /// Saves points, and answers with what happened.
  func save(_ printout: Printout, of document: Document) -> Action {
    do throws(NewFile.Failure) {
      try NewFile.write(bytes(of: printout, document), to: Environment.path(typed: path), replacing: overwrite)
    } catch {
      return error == .exists ? .fileExists(path: path, printout) : .saveFailed(path: path, why: error.phrase)
    }
    let points = document.outline.points
    return .saved(path: path, points: printout.selection.points.reduce(0) { $0 + Int(points[$1].end) - $1 })
  }
}
