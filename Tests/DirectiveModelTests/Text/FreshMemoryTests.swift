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
}
