/// Writes bytes one behind the other into memory that is large enough for all of them.
///
/// For what is written a hundred thousand times: an array asks at each byte whether it is shared and has room.
struct ByteWriter {
  private let memory: UnsafeMutableBufferPointer<UInt8>
  /// How many bytes were written.
  private(set) var count = 0

  init(_ memory: UnsafeMutableBufferPointer<UInt8>) { self.memory = memory }

  @inline(__always)
  mutating func write(_ byte: UInt8) {
    precondition(count < memory.count)
    memory[count] = byte
    count += 1
  }

  private static var spaces: SIMD16<UInt8> { SIMD16(repeating: 0x20) }

  @inline(__always)
  mutating func write(blanks: Int) {
    let end = count + blanks
    precondition(blanks >= 0 && end <= memory.count)
    if blanks <= 16, memory.count - count >= 16, let first = memory.baseAddress {
      // More than are wanted: what comes next is written over them.
      UnsafeMutableRawPointer(first + count).storeBytes(of: Self.spaces, as: SIMD16<UInt8>.self)
    } else {
      UnsafeMutableBufferPointer(rebasing: memory[count..<end]).update(repeating: 0x20)
    }
    count = end
  }

  @inline(__always)
  mutating func write(_ bytes: UnsafeBufferPointer<UInt8>) {
    precondition(count + bytes.count <= memory.count)
    _ = UnsafeMutableBufferPointer(rebasing: memory[count...]).update(fromContentsOf: bytes)
    count += bytes.count
  }

  /// The first bytes of `bytes`, as a rule no more than 32: those are copied without a call.
  @inline(__always)
  mutating func write(short bytes: UnsafeBufferPointer<UInt8>, count size: Int) {
    guard size <= 32, bytes.count >= 32, memory.count - count >= 32, let source = bytes.baseAddress,
      let target = memory.baseAddress
    else { return write(UnsafeBufferPointer(rebasing: bytes[..<size])) }
    // More than are wanted: what comes next is written over them.
    let value = UnsafeRawPointer(source).loadUnaligned(as: SIMD32<UInt8>.self)
    UnsafeMutableRawPointer(target + count).storeBytes(of: value, as: SIMD32<UInt8>.self)
    count += size
  }

  mutating func write(_ text: String) {
    var text = text
    text.withUTF8 { write($0) }
  }

  /// A number from 0 on in decimal digits.
  @inline(__always)
  mutating func write(decimal value: Int) {
    if value >= 10 { writeTens(value / 10) }
    write(0x30 + UInt8(truncatingIfNeeded: value % 10))
  }

  private mutating func writeTens(_ value: Int) {
    if value >= 10 { writeTens(value / 10) }
    write(0x30 + UInt8(truncatingIfNeeded: value % 10))
  }
}
