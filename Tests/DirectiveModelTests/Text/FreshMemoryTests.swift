import Glibc
import Testing

@testable import DirectiveModel

@Suite struct FreshMemoryTests {
  /// Whether it has room for all of them or moves while it grows.
  @Test(arguments: [0, 1, 1000, 200_000, 1 << 20])
  func asksForMemoryOfAListThatStaysAsItWas(room: Int) {
    var list: [UInt64] = [7]
    list.reserveCapacity(room)
    var memory = FreshMemory(behind: &list)
    let part = [UInt64](repeating: 7, count: 1000)
    for count in 0..<300 {
      let place = list.withUnsafeBufferPointer { $0.baseAddress }
      memory.ask(for: part.count, behind: &list)
      #expect(list.withUnsafeBufferPointer { $0.baseAddress } == place)
      #expect(list.count == count * part.count + 1)
      list += part
    }
    #expect(list.allSatisfy { $0 == 7 })
  }

  /// Of the memory behind one element, another thread asks for the first bytes, and the list for those that it comes to.
  @Test(arguments: [0, 1, 100_000, 1 << 22, 1 << 24])
  func isSplit(bytes: Int) {
    var list: [UInt64] = [7]
    list.reserveCapacity(1 << 20)
    var memory = FreshMemory(behind: &list)
    memory.split(bytes).askForAll()
    let first = list.withUnsafeBufferPointer { Self.residentBytes(behind: UnsafeRawPointer($0.baseAddress)) }
    // Whole pages are asked for: of the last one a part may be another's.
    #expect(first > min(bytes, 1 << 23) - Int(sysconf(Int32(_SC_PAGESIZE))))
    for _ in 0..<1000 {
      memory.ask(for: 1000, behind: &list)
      list += [UInt64](repeating: 7, count: 1000)
    }
    #expect(list.allSatisfy { $0 == 7 })
  }

  /// How many bytes from the page of `start` on, and of those right behind it, the system has given out.
  private static func residentBytes(behind start: UnsafeRawPointer?) -> Int {
    let page = Int(sysconf(Int32(_SC_PAGESIZE)))
    guard let start = start.map({ UnsafeMutableRawPointer(mutating: $0).alignedDown(toMultipleOf: page) }) else {
      return 0
    }
    var pages = [UInt8](repeating: 0, count: 1 << 23 / page)
    guard mincore(start, pages.count * page, &pages) == 0 else { return 0 }
    return (pages.firstIndex { $0 & 1 == 0 } ?? pages.count) * page
  }
}
