import Glibc

/// Which version of a document lies at a path, as far as can be told without reading it: when it and the corrections
/// beside it were written, and their sizes.
struct FileVersion: Equatable, Sendable {
  private let times: [Int]

  /// nil where no file is there.
  init?(_ path: String) {
    guard let document = Self.times(of: path) else { return nil }
    times = document + (Self.times(of: CorrectionsFile(beside: path).path) ?? [])
  }

  private static func times(of path: String) -> [Int]? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return [status.st_mtim.tv_sec, status.st_mtim.tv_nsec, Int(status.st_size)]
  }
}
