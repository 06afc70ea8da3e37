import Glibc

/// Finds where lines begin.
enum LineScanner {
  /// Byte offsets at which lines begin, and last of all the number of bytes; 0 alone for an empty text.
  static func lineStarts(in bytes: [UInt8]) -> [UInt32] {
    var starts: [UInt32] = []
    starts.reserveCapacity(bytes.count / 64 + 2)
    starts.append(0)
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      let hasRareEnds = memchr(base, 0x0D, buffer.count) != nil || holdsNEL(base, buffer.count)
      var position = 0
      while position < buffer.count {
        let newline = memchr(base + position, 0x0A, buffer.count - position)
        let end = newline.map { UnsafeRawPointer($0) - UnsafeRawPointer(base) } ?? buffer.count
        if hasRareEnds {
          appendRareStarts(base, position..<end, hasLF: newline != nil, count: buffer.count, to: &starts)
        }
        position = end + 1
        if newline != nil, position < buffer.count { starts.append(UInt32(position)) }
      }
      if buffer.count > 0 { starts.append(UInt32(buffer.count)) }
    }
    return starts
  }

  /// Whether a NEL (U+0085, `C2 85`) occurs. Its first byte is rare in most texts, and `memchr(3)` is fast.
  private static func holdsNEL(_ base: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    var position = 0
    while position + 1 < count, let found = memchr(base + position, 0xC2, count - position - 1) {
      position = UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
      if base[position] == 0x85 { return true }
    }
    return false
  }

  /// Adds the lines that begin after a lone CR or a NEL within a stretch without LF.
  private static func appendRareStarts(
    _ base: UnsafePointer<UInt8>, _ stretch: Range<Int>, hasLF: Bool, count: Int, to starts: inout [UInt32]
  ) {
    for position in stretch {
      let isEnd =
        switch base[position] {
        case 0x0D: !(hasLF && position + 1 == stretch.upperBound)  // CRLF ends at its LF
        case 0x85: position > stretch.lowerBound && base[position - 1] == 0xC2
        default: false
        }
      if isEnd, position + 1 < count { starts.append(UInt32(position + 1)) }
    }
  }
}
