import Glibc

/// The memory of a list that has room for many elements more, of which the system has given out no page yet: whoever
/// writes to one first is interrupted for it, each time anew. Several that are asked for together take less.
struct FreshMemory {
  private var rest: UnsafeMutableRawBufferPointer

  /// The memory behind the elements of a list.
  init<Element>(behind list: inout [Element]) {
    let room = list.capacity - list.count
    rest = list.withUnsafeMutableBufferPointer { elements in
      UnsafeMutableRawBufferPointer(
        start: elements.baseAddress.map { $0 + elements.count }, count: room * MemoryLayout<Element>.stride)
    }
    if rest.count < Self.least { rest = UnsafeMutableRawBufferPointer(start: nil, count: 0) }
  }

  private init(_ rest: UnsafeMutableRawBufferPointer) { self.rest = rest }

  /// The first so many bytes, which are left to another thread to ask for.
  mutating func split(_ bytes: Int) -> FreshMemory {
    let bytes = min(bytes, rest.count)
    let first = UnsafeMutableRawBufferPointer(rebasing: rest[..<bytes])
    rest = UnsafeMutableRawBufferPointer(rebasing: rest[bytes...])
    return FreshMemory(first)
  }

  /// Asks for all its pages.
  consuming func askForAll() {
    while let first = rest.baseAddress, ask(to: first + min(rest.count, Self.stretch)) {}
  }

  /// Asks for the pages of the next `count` elements of the list, if they are in this memory and were not asked for.
  mutating func ask<Element>(for count: Int, behind list: inout [Element]) {
    guard let first = rest.baseAddress else { return }
    let end = list.withUnsafeMutableBufferPointer { elements in
      elements.baseAddress.map { UnsafeMutableRawPointer($0 + elements.count + count) }
    }
    guard let end, end > first, end <= first + rest.count else { return }
    _ = ask(to: end)
  }

  /// Asks for the pages before `end`, and a stretch at least; false where none were given.
  private mutating func ask(to end: UnsafeMutableRawPointer) -> Bool {
    guard let first = rest.baseAddress else { return false }
    let page = Int(sysconf(Int32(_SC_PAGESIZE)))
    let start = first.alignedUp(toMultipleOf: page)
    let size = min(max(end - start, Self.stretch), first + rest.count - start) / page * page
    let wasGiven = size > 0 && madvise(start, size, MADV_POPULATE_WRITE) == 0
    rest = UnsafeMutableRawBufferPointer(rebasing: rest[(wasGiven ? start - first + size : rest.count)...])
    return wasGiven
  }

  /// Bytes that are asked for at once, at least.
  private static let stretch = 1 << 16

  /// Bytes of room below which nothing is gained.
  private static let least = 1 << 20
}
