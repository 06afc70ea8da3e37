import CFileSnapshot
import DirectiveModel

/// The bytes of a file as they are now, mapped into memory and not copied as long as nobody writes to it.
final class FileSnapshot: Sendable {
  private let start: UInt
  private let size: Int

  /// The first `size` bytes of a regular file; nil where that is not all of it, or where they cannot be kept.
  init?(of descriptor: Int32, size: Int) {
    guard let bytes = file_snapshot_open(descriptor, size) else { return nil }
    start = UInt(bitPattern: bytes)
    self.size = size
  }

  deinit {
    // Giving back a page takes half as long as getting it.
    _ = Chunks.map(0..<size, ofAtLeast: 1 << 23) { part in
      file_snapshot_forget(buffer.baseAddress.map { $0 + part.lowerBound }, part.count)
    }
    file_snapshot_close(buffer.baseAddress)
  }

  var buffer: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: UnsafePointer(bitPattern: start), count: size) }
}
