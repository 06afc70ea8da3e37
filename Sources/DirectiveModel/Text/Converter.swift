import Glibc

/// One of the converters of `iconv(3)`, to UTF-8.
struct Converter {
  private let handle: iconv_t

  /// nil where `iconv(3)` does not know the name.
  init?(_ name: String) {
    guard let handle = iconv_open("UTF-8", name), handle != iconv_t(bitPattern: -1) else { return nil }
    self.handle = handle
  }

  func close() { iconv_close(handle) }

  /// `bytes` as UTF-8, with U+FFFD for what means nothing, and how many bytes meant nothing.
  ///
  /// With `damageLimit`, gives up where more bytes than that mean nothing, and answers nil. An unfinished character at
  /// the end is damage in a complete text, and left out of an incomplete one.
  func convert(
    _ bytes: some RandomAccessCollection<UInt8>, unit: Int, damageLimit: Int = .max, isComplete: Bool = true
  ) -> (utf8: [UInt8], damaged: Int)? {
    iconv(handle, nil, nil, nil, nil)
    var input = Array(bytes)
    var output: [UInt8] = []
    output.reserveCapacity(input.count + input.count / 2)
    var damaged = 0
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let chunkSize = chunk.count
    /// Begins anew, with the character that was held back in case a mark follows it.
    func finish() {
      var room = chunkSize
      chunk.withUnsafeMutableBytes { buffer in
        var to = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
        _ = iconv(handle, nil, nil, &to, &room)
      }
      output.append(contentsOf: chunk[0..<(chunkSize - room)])
    }
    return input.withUnsafeMutableBytes { raw in
      var from = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
      var left = raw.count
      while left > 0 {
        var room = chunkSize
        let result = chunk.withUnsafeMutableBytes { buffer in
          var to = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
          return iconv(handle, &from, &left, &to, &room)
        }
        let reason = errno
        output.append(contentsOf: chunk[0..<(chunkSize - room)])
        guard result == -1, reason != E2BIG else { continue }
        if reason == EINVAL, !isComplete { break }
        let skipped = reason == EINVAL ? left : min(unit, left)
        damaged += skipped
        guard damaged <= damageLimit else { return nil }
        finish()
        output += Self.replacement
        from = from.map { $0 + skipped }
        left -= skipped
      }
      finish()
      return (output, damaged)
    }
  }

  /// U+FFFD.
  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]
}

extension TextEncoding {
  /// `bytes` as UTF-8 by the first converter that finds no damage, or else by the one that finds least.
  func decode(
    _ bytes: some RandomAccessCollection<UInt8>, isComplete: Bool = true
  ) -> (utf8: [UInt8], damaged: Int)? {
    var best: (utf8: [UInt8], damaged: Int)?
    for name in converters {
      guard let converter = Converter(name) else { continue }
      defer { converter.close() }
      let limit = best.map { $0.damaged - 1 } ?? .max
      if let decoded = converter.convert(bytes, unit: unit, damageLimit: limit, isComplete: isComplete) {
        best = decoded
      }
      if best?.damaged == 0 { break }
    }
    return best
  }
}
