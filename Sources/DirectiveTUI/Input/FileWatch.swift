import Glibc

/// Tells when a file or what is in folders changes, by inotify(7), without waiting: `descriptor` is readable when
/// something happens.
///
/// Of a file its folder is watched, because programs write a new file and give it the old name.
final class FileWatch: Sendable {
  let descriptor: Int32
  /// The name of the file; nil where everything counts that is not hidden.
  private let name: String?

  /// Watches a file; nil where that cannot be done.
  convenience init?(file path: String) {
    let slash = path.lastIndex(of: "/")
    self.init(name: slash.map { String(path[path.index(after: $0)...]) } ?? path)
    guard add(folder: slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? ".") else { return nil }
  }

  /// Watches the folders that are added; nil where that cannot be done.
  convenience init?() { self.init(name: nil) }

  private init?(name: String?) {
    self.name = name
    descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard descriptor >= 0 else { return nil }
  }

  /// Milliseconds that a program may take to write a file anew.
  static let settling = 80

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Watches what is right in a folder, if it does not yet; false where that cannot be done. A file that goes away is a
  /// change of its folder, but none that it could be read again for.
  @discardableResult
  func add(folder: String) -> Bool {
    let changes = UInt32(IN_MODIFY | IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE)
    let losses = name == nil ? UInt32(IN_DELETE | IN_MOVED_FROM) : 0
    return inotify_add_watch(descriptor, folder, changes | losses) >= 0
  }

  /// Whether something has changed since the last call.
  func hasChanged() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 1 << 13)
    var changed = false
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return changed }
      var at = 0
      while at + 16 <= count {  // struct inotify_event: wd, mask, cookie, len, name
        let length = buffer[(at + 12)..<(at + 16)].reversed().reduce(0) { $0 << 8 | Int($1) }
        guard at + 16 + length <= count else { break }
        if counts(buffer[(at + 16)..<(at + 16 + length)].prefix { $0 != 0 }) { changed = true }
        at += 16 + length
      }
    }
  }

  /// Whether a change of the file with that name counts: in folders that of one that is not hidden, as what editors keep
  /// for themselves is, or of what a folder says of itself.
  private func counts(_ changed: ArraySlice<UInt8>) -> Bool {
    guard let name else { return changed.first != UInt8(ascii: ".") || changed.elementsEqual(".ignore".utf8) }
    return changed.elementsEqual(name.utf8)
  }
}
