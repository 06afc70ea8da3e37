import CTextScan
import Glibc

/// The bytes of a text, or a part of them, wherever they lie: in an array, or in memory that somebody else keeps.
///
/// A part counts from where it begins in the whole, as `ArraySlice` does, and keeps the whole.
public struct TextBytes: RandomAccessCollection, @unchecked Sendable {
  /// Keeps the bytes where they are, unchanged.
  private let owner: AnyObject?
  /// Where the whole begins; nil where there is nothing.
  private let base: UnsafePointer<UInt8>?
  public let startIndex: Int
  public let endIndex: Int

  private init(_ owner: AnyObject?, _ base: UnsafePointer<UInt8>?, _ range: Range<Int>) {
    self.owner = owner
    self.base = base
    (startIndex, endIndex) = (range.lowerBound, range.upperBound)
  }

  /// The bytes of an array, which are not copied.
  public init(_ array: [UInt8]) {
    let owner = ArrayOwner(array)
    // The elements of a native array stay in its one block of memory as long as somebody holds it and nobody writes.
    self.init(owner, owner.array.withUnsafeBufferPointer { $0.baseAddress }, array.indices)
  }

  /// A string's UTF-8.
  public init(_ text: some StringProtocol) { self.init(Array(text.utf8)) }

  /// Bytes that stay where they are, unchanged, as long as `owner` lives. They must be readable by all threads.
  public init(_ bytes: UnsafeBufferPointer<UInt8>, keptBy owner: AnyObject & Sendable) {
    self.init(owner, bytes.baseAddress, bytes.indices)
  }

  /// A part that counts from 0.
  public init(rebasing part: TextBytes) {
    self.init(part.owner, part.base.map { $0 + part.startIndex }, 0..<part.count)
  }

  public subscript(index: Int) -> UInt8 {
    guard let base, index >= startIndex, index < endIndex else { preconditionFailure("there is no such byte") }
    return base[index]
  }

  public subscript(range: Range<Int>) -> TextBytes {
    precondition(range.lowerBound >= startIndex && range.upperBound <= endIndex, "there are no such bytes")
    return TextBytes(owner, base, range)
  }

  /// Has the processor bring `size` bytes from `index` on near while it does something else.
  func bringNear(_ index: Int, _ size: Int) { if let base { text_ahead(base + index, size) } }

  public func withUnsafeBufferPointer<Result, Failure>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    defer { withExtendedLifetime(owner) {} }
    return try body(UnsafeBufferPointer(start: base.map { $0 + startIndex }, count: count))
  }

  public func withUnsafeBytes<Result, Failure>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try withUnsafeBufferPointer { (bytes) throws(Failure) in try body(UnsafeRawBufferPointer(bytes)) }
  }

  public func withContiguousStorageIfAvailable<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result? {
    defer { withExtendedLifetime(owner) {} }
    return try body(UnsafeBufferPointer(start: base.map { $0 + startIndex }, count: count))
  }
}

extension TextBytes: Equatable, ExpressibleByArrayLiteral {
  public static func == (one: TextBytes, other: TextBytes) -> Bool {
    guard one.count == other.count, !one.isEmpty else { return one.count == other.count }
    return one.withUnsafeBytes { one in
      other.withUnsafeBytes { other in
        guard let first = one.baseAddress, let second = other.baseAddress else { return false }
        return memcmp(first, second, one.count) == 0
      }
    }
  }

  public init(arrayLiteral bytes: UInt8...) { self.init(bytes) }
}

private final class ArrayOwner {
  let array: [UInt8]

  init(_ array: [UInt8]) { self.array = array }
}
