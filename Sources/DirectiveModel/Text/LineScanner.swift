import CTextScan

/// Finds where lines begin, in a long text in several parts at the same time.
enum LineScanner {
  /// Byte offsets at which lines begin, and last of all the number of bytes; 0 alone for an empty text. From
  /// `2 * chunk` bytes on the work is shared among the cores.
  static func lineStarts(in bytes: [UInt8], chunk: Int = 1 << 20) -> [UInt32] {
    bytes.withUnsafeBufferPointer { buffer in
      guard let text = buffer.baseAddress, !buffer.isEmpty else { return [0] }
      // Counted first, so that every part is written where it belongs.
      let parts = Chunks.map(buffer.indices, ofAtLeast: chunk) { part in
        (part, lines: line_scan_count(text, part.lowerBound, part.upperBound, buffer.count))
      }
      let total = parts.reduce(2) { $0 + $1.lines }
      return [UInt32](unsafeUninitializedCapacity: total) { starts, filled in
        guard let first = starts.baseAddress else { return }
        starts[0] = 0
        _ = Chunks.map(parts.indices, ofAtLeast: 1) { numbers in
          for number in numbers {
            let (part, _) = parts[number]
            let before = parts[..<number].reduce(0) { $0 + $1.lines }
            line_scan_starts(text, part.lowerBound, part.upperBound, buffer.count, first + 1 + before)
          }
        }
        starts[total - 1] = UInt32(buffer.count)
        filled = total
      }
    }
  }
}
