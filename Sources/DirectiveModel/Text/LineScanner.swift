import Glibc

/// Finds where lines begin, in a long text in several parts at the same time.
enum LineScanner {
  /// Byte offsets at which lines begin, and last of all the number of bytes; 0 alone for an empty text. From
  /// `2 * chunk` bytes on the work is shared among the cores.
  static func lineStarts(in bytes: [UInt8], chunk: Int = 1 << 20) -> [UInt32] {
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress, buffer.count > 0 else { return [0] }
      let parts = Chunks.map(0..<buffer.count, ofAtLeast: chunk) { starts(after: $0, base, count: buffer.count) }
      var all: [UInt32] = []
      all.reserveCapacity(parts.reduce(2) { $0 + $1.count })
      all.append(0)
      for part in parts { all += part }
      all.append(UInt32(buffer.count))
      return all
    }
  }

  /// The lines that begin after a line end whose last byte is in `part`.
  private static func starts(after part: Range<Int>, _ base: UnsafePointer<UInt8>, count: Int) -> [UInt32] {
    var starts: [UInt32] = []
    starts.reserveCapacity(part.count / 64 + 2)
    let hasRareEnds = memchr(base + part.lowerBound, 0x0D, part.count) != nil || holdsNEL(base, part)
    var position = part.lowerBound
    while position < part.upperBound {
      let newline = memchr(base + position, 0x0A, part.upperBound - position)
      let end = newline.map { UnsafeRawPointer($0) - UnsafeRawPointer(base) } ?? part.upperBound
      if hasRareEnds { appendRareStarts(base, position..<end, count: count, to: &starts) }
      position = end + 1
      if newline != nil, position < count { starts.append(UInt32(position)) }
    }
    return starts
  }

  /// Whether a NEL (U+0085, `C2 85`) ends in `part`. Its first byte is rare in most texts, and `memchr(3)` is fast.
  private static func holdsNEL(_ base: UnsafePointer<UInt8>, _ part: Range<Int>) -> Bool {
    var position = max(0, part.lowerBound - 1)
    while position + 1 < part.upperBound, let found = memchr(base + position, 0xC2, part.upperBound - position - 1) {
      position = UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
      if base[position] == 0x85 { return true }
    }
    return false
  }

  /// Adds the lines that begin after a lone CR or a NEL within a stretch without LF.
  private static func appendRareStarts(
    _ base: UnsafePointer<UInt8>, _ stretch: Range<Int>, count: Int, to starts: inout [UInt32]
  ) {
    for position in stretch where position + 1 < count {
      let isEnd =
        switch base[position] {
        case 0x0D: base[position + 1] != 0x0A  // CRLF ends at its LF
        case 0x85: position > 0 && base[position - 1] == 0xC2
        default: false
        }
      if isEnd { starts.append(UInt32(position + 1)) }
    }
  }
}
