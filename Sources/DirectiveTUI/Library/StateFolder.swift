import Glibc

/// The folder that the state file lies in: `$XDG_STATE_HOME/directives`, or `~/.local/state/directives` (XDG Base
/// Directory Specification 0.8).
struct StateFolder: Equatable, Sendable {
  let path: String

  init(_ path: String) {
    self.path = path
  }

  /// Nil where the environment names no home. A relative path there is ignored, as the specification asks.
  init?(environment: (String) -> String?) {
    if let state = environment("XDG_STATE_HOME"), state.hasPrefix("/") {
      path = state + "/directives"
    } else if let home = environment("HOME"), home.hasPrefix("/") {
      path = home + "/.local/state/directives"
    } else {
      return nil
    }
  }

  var file: String { path + "/state.db" }

  /// The same by a path without symbolic links, for SQLite, which refuses a link anywhere in a path where it is told to
  /// follow none. The folder may be one, or lie behind one; the file may not.
  var fileWithoutLinks: String {
    guard let resolved = realpath(path, nil) else { return file }
    defer { free(resolved) }
    return StateFolder(String(cString: resolved)).file
  }

  /// Whether something stands in the journal of the file that is not in the file yet.
  var hasJournal: Bool {
    var status = stat()
    return stat(file + "-wal", &status) == 0 && status.st_size > 0
  }

  /// Makes the folder, and an empty file in it, where they are not there yet; and takes from others what they may not do
  /// with them. Answers an error number where that fails.
  ///
  /// The file is made here and not by SQLite, which would let everybody read it; its companions get the file's mode.
  func prepare() -> Int32? {
    if let failure = makeFolders() { return failure }
    let descriptor = open(file, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    if descriptor >= 0 {
      close(descriptor)
      return nil
    }
    guard errno == EEXIST else { return errno }
    return restrict(file, to: 0o600)
  }

  private func makeFolders() -> Int32? {
    var end = path.startIndex
    while end < path.endIndex {
      end = path[path.index(after: end)...].firstIndex(of: "/") ?? path.endIndex
      if mkdir(String(path[..<end]), 0o700) == 0 || errno == EEXIST || errno == EISDIR { continue }
      let failure = errno
      var status = stat()  // a folder may be there in which nothing may be made
      guard stat(String(path[..<end]), &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return failure }
    }
    return restrict(path, to: 0o700)
  }

  private func restrict(_ path: String, to mode: mode_t) -> Int32? {
    var status = stat()
    guard (path == file ? lstat : stat)(path, &status) == 0 else { return errno }
    let isFolder = status.st_mode & S_IFMT == S_IFDIR
    guard isFolder == (path != file) else { return isFolder ? EISDIR : ENOTDIR }
    guard status.st_mode & S_IFMT != S_IFLNK else { return ELOOP }
    guard isFolder || status.st_mode & S_IFMT == S_IFREG else { return EINVAL }
    if status.st_uid == geteuid(), status.st_mode & 0o077 != 0 { chmod(path, mode) }
    return nil
  }

  /// Runs `body` while no other program opens, migrates or moves the file aside; waits two seconds for one that does.
  func exclusively<Result, Failure>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { if folder >= 0 { close(folder) } }
    var tries = 200
    while folder >= 0, flock(folder, LOCK_EX | LOCK_NB) != 0, tries > 0 {
      usleep(10_000)
      tries -= 1
    }
    return try body()
  }

  /// Moves the file and its companions aside, and answers the file's new path; nil where that fails.
  func moveAside(at date: String) -> String? {
    var aside = "\(file).corrupt-\(date)"
    var number = 1
    while access(aside, F_OK) == 0 {
      number += 1
      aside = "\(file).corrupt-\(date)-\(number)"
    }
    guard rename(file, aside) == 0 else { return nil }
    for companion in ["-wal", "-shm"] { rename(file + companion, aside + companion) }
    return aside
  }
}
