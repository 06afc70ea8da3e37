import Testing

@testable import DirectiveModel

@Suite struct TextBytesTests {
  private let bytes = TextBytes("0123456789")

  @Test func countsAPartFromTheBeginningOfTheWhole() {
    let part = bytes[3..<7]
    #expect(part.indices == 3..<7 && part.count == 4)
    #expect(part[3] == UInt8(ascii: "3") && part[4..<6][5] == UInt8(ascii: "5"))
    #expect(part == TextBytes("3456") && part != bytes)
    #expect(part.withUnsafeBufferPointer(Array.init) == Array("3456".utf8))
    #expect(part.withUnsafeBytes { Array($0) } == Array(part))
    #expect(String(decoding: part, as: UTF8.self) == "3456")
    #expect(part.dropFirst().prefix(2) == TextBytes("45"))
  }

  @Test func makesAPartAWhole() {
    let part = TextBytes(rebasing: bytes[3..<7])
    #expect(part.indices == 0..<4 && Array(part) == Array("3456".utf8))
    #expect(TextBytes(rebasing: bytes[10...]).isEmpty)
  }

  @Test func holdsNothing() {
    let nothing: TextBytes = []
    #expect(nothing.isEmpty && nothing == TextBytes("") && Array(nothing).isEmpty)
    #expect(nothing.withUnsafeBufferPointer { $0.count } == 0)
  }

  @Test func keepsItsMemory() {
    final class Memory: Sendable {
      let freed: @Sendable () -> Void
      init(freed: @escaping @Sendable () -> Void) { self.freed = freed }
      deinit { freed() }
    }
    let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 2)
    defer { memory.deallocate() }
    memory.initialize(repeating: 7)
    nonisolated(unsafe) var isFreed = false
    var part: TextBytes? = TextBytes(UnsafeBufferPointer(memory), keptBy: Memory { isFreed = true })[1..<2]
    #expect(!isFreed && part?.first == 7)
    part = nil
    #expect(isFreed)
  }

  @Test func refusesWhatIsNotThere() async {
    await #expect(processExitsWith: .failure) { _ = TextBytes("ab")[2] }
    await #expect(processExitsWith: .failure) { _ = TextBytes("ab")[1..<2][0] }
    await #expect(processExitsWith: .failure) { _ = TextBytes("ab")[1..<2][0..<2] }
  }
}
