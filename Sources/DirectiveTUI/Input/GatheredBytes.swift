import DirectiveModel
import Glibc

/// Bytes that come piece by piece. Each piece is read to where it stays: what came before is copied only where there is
/// no room behind it while somebody holds it, and so not more often than the room is doubled.
struct GatheredBytes {
  private var room = Room(capacity: 0)
  private(set) var count = 0

  /// What has come. It stays as it is when more comes.
  var bytes: TextBytes { TextBytes(UnsafeBufferPointer(start: room.base, count: count), keptBy: room) }

  /// Has `read` fill in at most `size` more bytes, and tell how many it did; -1 with `errno` set where it could not.
  mutating func append(atMost size: Int, _ read: (UnsafeMutablePointer<UInt8>) -> Int) -> Int {
    guard let end = end(withRoomFor: size) else { return -1 }
    let added = read(end)
    count += max(0, added)
    return added
  }

  /// Adds bytes that are there already; false where there is no memory.
  mutating func append(_ bytes: TextBytes) -> Bool {
    append(atMost: bytes.count) { place in
      bytes.withUnsafeBytes { bytes in _ = bytes.baseAddress.map { memcpy(place, $0, bytes.count) } }
      return bytes.count
    } == bytes.count
  }

  /// Where the next byte goes; nil, with `errno` set, where there is no memory.
  private mutating func end(withRoomFor size: Int) -> UnsafeMutablePointer<UInt8>? {
    if let base = room.base, room.capacity - count >= size { return base + count }
    let capacity = max(count + size, 2 * room.capacity)
    if isKnownUniquelyReferenced(&room) {
      guard room.grow(to: capacity) else { return nil }
    } else {
      let larger = Room(capacity: capacity)
      guard let base = larger.base else { return nil }
      if let old = room.base { memcpy(base, old, count) }
      room = larger
    }
    return room.base.map { $0 + count }
  }

  /// A block of memory. What has been handed out of it is not written any more.
  private final class Room: @unchecked Sendable {
    private(set) var base: UnsafeMutablePointer<UInt8>?
    private(set) var capacity: Int

    init(capacity: Int) {
      self.capacity = capacity
      base = capacity == 0 ? nil : malloc(capacity)?.assumingMemoryBound(to: UInt8.self)
    }

    deinit { free(base) }

    /// The system moves a large block without copying it.
    func grow(to capacity: Int) -> Bool {
      guard let larger = realloc(base, capacity) else { return false }
      base = larger.assumingMemoryBound(to: UInt8.self)
      self.capacity = capacity
      return true
    }
  }
}
