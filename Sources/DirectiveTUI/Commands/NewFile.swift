import CTerminalGuard
import Glibc

/// A file that is seen under its name only when it is whole: it is written beside it under another name.
///
/// An existing file is never touched unless it is to be replaced, and then only if it is a regular file.
final class NewFile {
  enum Failure: Error, Equatable {
    case exists, isFolder, isNoRegularFile
    /// What the system said, by its error number.
    case system(Int32)
  }

  private let target: String
  private let temporary: String
  private let isReplacing: Bool
  private var descriptor: Int32

  init(_ path: String, replacing: Bool) throws(Failure) {
    isReplacing = replacing
    var status = stat()
    var mode: mode_t = 0o666
    if stat(path, &status) == 0 {
      let kind = status.st_mode & S_IFMT
      guard kind == S_IFREG else { throw kind == S_IFDIR ? .isFolder : .isNoRegularFile }
      guard replacing else { throw .exists }
      mode = status.st_mode & 0o777
    } else if errno == ELOOP {
      throw .system(ELOOP)
    }
    guard let target = Self.resolved(path) else { throw .system(EILSEQ) }
    self.target = target
    let folder = Self.folder(of: target)
    var name: String
    repeat {  // one of that name may be left of a program that was killed
      name = "\(folder).directives-\(String(UInt64.random(in: 0 ... .max), radix: 36)).new"
      descriptor = unfinished_file_create(name, mode)
    } while descriptor < 0 && errno == EEXIST
    temporary = name
    guard descriptor >= 0 else { throw .system(errno) }
  }

  /// Writes a whole file at once.
  static func write(_ bytes: [UInt8], to path: String, replacing: Bool) throws(Failure) {
    let file = try NewFile(path, replacing: replacing)
    do throws(Failure) {
      try file.write(bytes)
      try file.keep()
    } catch {
      file.discard()
      throw error
    }
  }

  func write(_ bytes: [UInt8]) throws(Failure) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { raw in
        raw.baseAddress.map { Glibc.write(descriptor, $0 + sent, raw.count - sent) } ?? 0
      }
      if count >= 0 { sent += count } else if errno != EINTR { throw .system(errno) }
    }
  }

  /// Gives the file its name.
  func keep() throws(Failure) {
    defer { unfinished_file_release() }
    guard fsync(descriptor) == 0 else { throw .system(errno) }
    let status = close(descriptor)
    descriptor = -1
    guard status == 0 else { throw .system(errno) }
    if isReplacing {
      guard rename(temporary, target) == 0 else { throw .system(errno) }
      return
    }
    // A link fails where a file of that name came in between; some file systems have none.
    if link(temporary, target) == 0 {
      unlink(temporary)
    } else if errno == EEXIST || access(target, F_OK) == 0 {
      throw .exists
    } else if rename(temporary, target) != 0 {
      throw .system(errno)
    }
  }

  /// Leaves nothing behind.
  func discard() {
    if descriptor >= 0 { close(descriptor) }
    unlink(temporary)
    unfinished_file_release()
  }

  /// What a symbolic link leads to, so that the link stays; also where nothing is there yet. Nil where that is no UTF-8: as
  /// a name it would be another file's.
  private static func resolved(_ path: String) -> String? {
    var path = path
    for _ in 0..<40 {  // as many as the system follows
      if let resolved = realpath(path, nil) {
        defer { free(resolved) }
        return String(validatingCString: resolved)
      }
      var target = [UInt8](repeating: 0, count: Int(PATH_MAX))
      let count = readlink(path, &target, target.count)
      guard count > 0 else { return path }
      guard let name = String(validating: target[..<count], as: UTF8.self) else { return nil }
      path = name.hasPrefix("/") ? name : folder(of: path) + name
    }
    return path
  }

  /// The part of a path before the name, with the slash; empty for a name alone.
  private static func folder(of path: String) -> Substring { path.lastIndex(of: "/").map { path[...$0] } ?? "" }
}

extension NewFile.Failure {
  var phrase: Phrase {
    switch self {
    case .exists: .systemError(EEXIST)
    case .isFolder: .isFolder
    case .isNoRegularFile: .isNoRegularFile
    case .system(let number): .systemError(number)
    }
  }
}

extension Problem {
  init(_ path: String, _ failure: NewFile.Failure) { self.init(path, failure.phrase.english) }
}
