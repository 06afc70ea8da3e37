import Glibc

/// Memory that nobody has written to, of which the system has given out no page yet: whoever writes to one first waits for
/// it, unless a thread that has nothing else to do has asked for it before.
struct FreshMemory {
  private var rest: UnsafeMutableRawBufferPointer

  init(_ memory: UnsafeMutableRawBufferPointer) { rest = memory }

  /// Asks for the pages of the next stretch; false when that was the last one, or the system cannot do it.
  mutating func takeMore() -> Bool {
    let page = Int(sysconf(Int32(_SC_PAGESIZE)))
    guard let first = rest.baseAddress else { return false }
    let start = first.alignedUp(toMultipleOf: page)
    let size = min(Self.stretch, first + rest.count - start) / page * page
    guard size > 0, madvise(start, size, MADV_POPULATE_WRITE) == 0 else { return false }
    rest = UnsafeMutableRawBufferPointer(rebasing: rest[(start - first + size)...])
    return !rest.isEmpty
  }

  /// Bytes that are asked for at once.
  private static let stretch = 1 << 18
}
