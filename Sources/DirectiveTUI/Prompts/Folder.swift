import Glibc

/// What stands in a folder, for completing the names of files.
enum Folder {
  /// The names in the folder that `path` stands in, folders with a slash at their ends. None
  /// where it cannot be read.
  static func names(beside path: String) -> [String] {
    let folder = path.lastIndex(of: "/").map { Environment.path(typed: String(path[...$0])) } ?? "."
    guard let opened = opendir(folder) else { return [] }
    defer { closedir(opened) }
    var names: [String] = []
    while let entry = readdir(opened), names.count < limit {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      guard name != ".", name != ".." else { continue }
      var status = stat()
      let isFolder = stat("\(folder)/\(name)", &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      names.append(isFolder ? name + "/" : name)
    }
    return names
  }

  /// More names than this are of no use to anyone who types.
  private static let limit = 10_000
}
