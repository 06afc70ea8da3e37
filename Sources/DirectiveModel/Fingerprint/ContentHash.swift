extension Source {
  /// A hash of the whole text, by which a file is known again that was moved. Not for use against forgery.
  ///
  /// FNV-1a over eight bytes at a time, the last ones filled up with zeros; then over the number of bytes.
  public var contentHash: UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func mix(_ value: UInt64) {
      hash = (hash ^ value) &* 0x100_0000_01B3
      hash ^= hash >> 32
    }
    bytes.withUnsafeBytes { raw in
      var index = 0
      while index + 8 <= raw.count {
        mix(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
        index += 8
      }
      var rest: UInt64 = 0
      while index < raw.count {
        rest = rest << 8 | UInt64(raw[index])
        index += 1
      }
      mix(rest)
      mix(UInt64(raw.count))
    }
    return hash
  }
}
