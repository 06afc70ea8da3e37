import Testing

@testable import DirectiveModel

@Suite struct DecoderTests {
  private let text = "一、改革 and reform\r\n（一）开放\n"

  @Test func readsUTF8WithAndWithoutAMark() throws {
    let plain = try Decoder.source(from: Array(text.utf8))
    let marked = try Decoder.source(from: Array("\u{FEFF}\(text)".utf8))
    #expect(plain.bytes == Array(text.utf8))
    #expect(marked.bytes == plain.bytes)
    #expect(marked.encoding == .utf8)
  }

  @Test func readsUTF16InBothOrders() throws {
    let units = Array(text.utf16)
    let little: [UInt8] = [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] as [UInt8] }
    let big: [UInt8] = [0xFE, 0xFF] + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] as [UInt8] }
    #expect(try Decoder.source(from: little).bytes == Array(text.utf8))
    #expect(try Decoder.source(from: big).bytes == Array(text.utf8))
    #expect(try Decoder.source(from: big).encoding == .utf16BigEndian)
  }

  @Test func readsGB18030() throws {
    let bytes: [UInt8] = [0xD2, 0xBB, 0xA1, 0xA2, 0xB8, 0xC4, 0xB8, 0xEF, 0x0A]
    let source = try Decoder.source(from: bytes)
    #expect(source.string(0..<source.bytes.count) == "一、改革\n")
    #expect(source.encoding == .gb18030)
  }

  @Test func keepsDamagedBytesOfAUTF8File() throws {
    let bytes = Array("中文中文中文".utf8) + [0xFF] + Array("中文".utf8) + [0xE4]
    #expect(try Decoder.source(from: bytes).bytes == bytes)
  }

  @Test func fallsBackToLatin1() throws {
    let source = try Decoder.source(from: Array("caf".utf8) + [0xE9] as [UInt8] + Array(" noir\n".utf8))
    #expect(source.string(0..<source.bytes.count) == "café noir\n")
  }

  @Test(
    arguments: [
      ([], Unreadable.empty), ([0x20, 0x0A, 0xE3, 0x80, 0x80], .empty), ([0xEF, 0xBB, 0xBF], .empty),
      ([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0, 0, 0], .notText),
    ] as [([UInt8], Unreadable)])
  func refuses(bytes: [UInt8], reason: Unreadable) {
    #expect(throws: reason) { try Decoder.source(from: bytes) }
  }
}
