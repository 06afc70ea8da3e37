import Testing

@testable import DirectiveModel

@Suite struct FreshMemoryTests {
  @Test(arguments: [0, 1, 4095, 4096, 10_000, 1 << 20])
  func asksForMemoryThatStaysAsItWas(size: Int) {
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 16)
    defer { memory.deallocate() }
    memory.initializeMemory(as: UInt8.self, repeating: 7)
    var fresh = FreshMemory(memory)
    var count = 0
    while fresh.takeMore() { count += 1 }
    #expect(count <= size / 4096)
    #expect(memory.allSatisfy { $0 == 7 })
  }
}
