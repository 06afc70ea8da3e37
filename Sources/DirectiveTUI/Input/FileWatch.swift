import CGnu
import Glibc

/// Tells when a file has changed, by `inotify(7)`: nothing is used while nothing happens.
///
/// The folder is watched, because programs write a new file and give it the old name.
final class FileWatch {
  let descriptor: Int32
  private let name: String

  /// nil where the folder cannot be watched.
  init?(_ path: String) {
    let slash = path.lastIndex(of: "/")
    name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard descriptor >= 0 else { return nil }
    let events = UInt32(IN_MODIFY | IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE)
    guard inotify_add_watch(descriptor, folder, events) >= 0 else {
      close(descriptor)
      return nil
    }
  }

  deinit { close(descriptor) }

  /// Whether the file has changed since the last call.
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
        let bytes = buffer[(at + 16)..<(at + 16 + length)].prefix { $0 != 0 }
        if bytes.elementsEqual(name.utf8) { changed = true }
        at += 16 + length
      }
    }
  }
}
