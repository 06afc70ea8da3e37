import Glibc

/// Tells UTF-16 and UTF-32 without a byte order mark.
enum WideEncodings {
  /// The wide encoding that `sample` is written in; nil where it is in none.
  ///
  /// Nearly all of what it spells must be letters, blanks and punctuation that texts hold. A single zero byte in a file
  /// of another encoding spells no text in these.
  ///
  /// `isWellFormed`: whether the whole text is well-formed UTF-8.
  static func guess(_ sample: TextBytes, isWellFormed: Bool) -> TextEncoding? {
    guard sample.count >= 4 else { return nil }
    let hasZero = sample.withUnsafeBytes { bytes in bytes.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false
    }
    guard hasZero || !isWellFormed else { return nil }
    let invalid = UTF8Scalar.damage(in: sample.prefix(1 << 12)).invalid
    guard hasZero || invalid > 0 else { return nil }
    // UTF-8 with a stray zero: the last character of the sample may be cut.
    if invalid <= 3, !hasZero || sample.count(where: { $0 == 0 }) * 8 < sample.count { return nil }
    let candidates: [TextEncoding] =
      hasZero
      ? [.utf32LittleEndian, .utf32BigEndian, .utf16LittleEndian, .utf16BigEndian]
      : [.utf16LittleEndian, .utf16BigEndian]
    let best =
      candidates.map { ($0, plausibility(of: sample, in: $0, hasZero: hasZero)) }.max { $0.1 < $1.1 }
    guard let best, best.1 >= 0.75 else { return nil }
    return best.0
  }

  /// The share of characters that texts are made of; 0 where it holds what no text holds.
  private static func plausibility(of sample: TextBytes, in encoding: TextEncoding, hasZero: Bool) -> Double {
    let whole = sample.prefix(sample.count - sample.count % encoding.unit)
    guard let (utf8, damaged) = encoding.decode(whole, isComplete: false), damaged * 20 <= whole.count else { return 0 }
    var count = 0
    var plausible = 0
    var common = 0
    for scalar in String(decoding: utf8, as: UTF8.self).unicodeScalars {
      count += 1
      switch scalar.value {
      case 0: return 0
      case 0x09...0x0D, 0x20...0x7E, 0xA0...0x24F, 0x370...0x52F, 0x2010...0x2030, 0x3000...0x30FF, 0x4E00...0x9FA5,
        0xAC00...0xD7A3, 0xFF01...0xFF5E:
        plausible += 1
      case 0xFFFD: break
      default: break
      }
      if CommonCharacters.anyCJK.contains(scalar.value) { common += 1 }
    }
    guard count > 0 else { return 0 }
    // Bytes of another encoding read in pairs often fall among the ideographs, but not among the common ones.
    if !hasZero, common * 2 < count { return 0 }
    return Double(plausible) / Double(count) + Double(common) / Double(count) / 100
  }
}
