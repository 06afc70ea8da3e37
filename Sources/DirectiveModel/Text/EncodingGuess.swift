import CUchardet

/// Tells the encoding of text that is no UTF-8.
///
/// East Asian encodings are told apart by the sense that the text makes in each, because a detector that counts needs
/// more text than a short or mostly English file has; single-byte ones by uchardet, if the text decodes.
enum EncodingGuess {
  static func encoding(of bytes: TextBytes) -> TextEncoding {
    let sample = self.sample(of: bytes)
    if holdsFourByteCharacters(sample), TextEncoding.gb18030.decode(sample)?.damaged == 0 { return .gb18030 }
    let words = WesternText(sample)
    if words.isPlain { return western(bytes, sample: sample) }
    let vote = uchardet(sample)
    var best: (encoding: TextEncoding, score: Double) = (.latin1, -.infinity)
    for candidate in MultibyteEncoding.all {
      var (score, isDamaged) = candidate.sense(of: sample)
      if vote == candidate.encoding { score += 0.15 }
      if candidate.encoding == .gb18030 { score += 0.2 }  // the most frequent by far
      if !isDamaged, score >= 0.3 { score += 1 }  // an encoding that fits in every byte comes before all others
      if score > best.score { best = (candidate.encoding, score) }
    }
    if best.score >= 0.4 { return best.encoding }
    let single = vote.flatMap { Self.singleByte($0, sample: sample) }
    if best.score > -0.1, words.plausibility < 0.5, single == nil || !words.hasLongRuns { return best.encoding }
    if let single, !(words.isWestern && words.count < 24) { return single }
    return western(bytes, sample: sample)
  }

  /// Whether a character of four bytes, which only GB18030 has, occurs: a lead byte, a digit, a lead byte, a digit.
  private static func holdsFourByteCharacters(_ sample: [UInt8]) -> Bool {
    sample.indices.dropLast(3).contains { index in
      sample[index] >= 0x81 && (0x30...0x39).contains(sample[index + 1]) && sample[index + 2] >= 0x81
        && (0x30...0x39).contains(sample[index + 3])
    }
  }

  /// Lines that hold bytes from 0x80 on, up to 32 KiB: line ends stand for themselves in all encodings told apart here.
  private static func sample(of bytes: TextBytes) -> [UInt8] {
    let limit = 1 << 15
    var sample: [UInt8] = []
    var index = 0
    bytes.withUnsafeBytes { raw in
      while index < raw.count, sample.count < limit {
        while index + 8 <= raw.count,
          raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
          index += 8
        }
        while index < raw.count, raw[index] < 0x80 { index += 1 }
        guard index < raw.count else { break }
        var start = index
        while start > 0, index - start < 256, raw[start - 1] != 0x0A { start -= 1 }
        var end = index
        while end < raw.count, end - index < 1 << 12, raw[end] != 0x0A { end += 1 }
        if end < raw.count, raw[end] != 0x0A {  // cut a long line after an ASCII character
          while end > index + 1, raw[end - 1] >= 0x80 { end -= 1 }
          if end == index + 1 { end = min(raw.count, index + 1 << 12) }
        }
        sample += raw[start..<end]
        sample.append(0x0A)
        index = end
      }
    }
    return sample
  }

  private static func uchardet(_ sample: [UInt8]) -> TextEncoding? {
    var name = [CChar](repeating: 0, count: 64)
    let found = sample.withUnsafeBytes { raw in
      cuc_guess(raw.baseAddress?.assumingMemoryBound(to: CChar.self), raw.count, &name, name.count)
    }
    guard found else { return nil }
    return TextEncoding(named: String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self))
  }

  /// Windows-1252, or Latin-1 where the two do not differ, or where NEL ends the lines as in no text of Windows.
  private static func western(_ bytes: TextBytes, sample: [UInt8]) -> TextEncoding {
    let controls = Set(sample.filter { (0x80..<0xA0).contains($0) })
    let hasNEL = controls == [0x85] && !bytes.contains(0x0A) && !bytes.contains(0x0D) && bytes.count { $0 == 0x85 } > 1
    return controls.isEmpty || hasNEL ? .latin1 : .windows(1252)
  }

  /// The single-byte encoding that a vote stands for, if it is none of the West and the text decodes.
  ///
  /// One of ISO 8859 in which the bytes 0x80 to 0x9F mean nothing stands for its sibling of Windows where they occur.
  private static func singleByte(_ vote: TextEncoding, sample: [UInt8]) -> TextEncoding? {
    let pages = [2: 1250, 16: 1250, 5: 1251, 7: 1253, 9: 1254, 8: 1255, 6: 1256, 13: 1257, 4: 1257]
    let hasC1 = sample.contains { (0x80..<0xA0).contains($0) }
    var encoding = vote
    if vote.name.hasPrefix("ISO-8859-") {
      guard let part = Int(vote.name.dropFirst("ISO-8859-".count)), part != 1, part != 15 else { return nil }
      if hasC1, let page = pages[part] { encoding = .windows(page) }
    }
    let accepted = ["ISO-8859-", "windows-", "KOI8-", "IBM866", "TIS-620", "VISCII"]
    guard encoding != .windows(1252), accepted.contains(where: { encoding.name.hasPrefix($0) }) else { return nil }
    return encoding.decode(sample)?.damaged == 0 ? encoding : nil
  }
}

/// Text read as Windows-1252: whether its bytes from 0x80 on stand where the letters and signs of Western languages do.
private struct WesternText {
  /// How many bytes from 0x80 on there are.
  private(set) var count = 0
  private var plausible = 0
  private var common = 0
  private var letters = 0
  private var runs = 0
  private var singles = 0

  init(_ sample: [UInt8]) {
    for (index, byte) in sample.enumerated() where byte >= 0x80 {
      let before = index > 0 ? sample[index - 1] : 0x20
      let after = index + 1 < sample.count ? sample[index + 1] : 0x20
      count += 1
      if before < 0x80 {
        runs += 1
        if after < 0x80 { singles += 1 }
      }
      if Self.commonBytes.contains(byte) { common += 1 }
      let isLetter =
        byte >= 0xC0 && byte != 0xD7 && byte != 0xF7 || [0x8A, 0x8C, 0x8E, 0x9A, 0x9C, 0x9E, 0x9F].contains(byte)
      if isLetter { letters += 1 }
      if !isLetter {
        let isLead = byte >= 0xA1 && after >= 0xA1 && after < 0xC0 || before >= 0xA1 && before < 0xC0
        if byte != 0xA8, !isLead, before < 0x80 || after < 0x80 { plausible += 1 }
      } else if byte >= 0xDF, !Self.isUpper(after), before < 0x80 || after < 0x80,
        Self.isASCIILetter(before) || Self.isASCIILetter(after)
      {
        plausible += 1
      } else if byte < 0xDF, !Self.isLower(before), Self.isASCIILetter(after) || Self.isASCIILetter(before) {
        plausible += 1
      } else if byte == 0xE0 || byte == 0xC0, before == 0x20, after == 0x20 {
        plausible += 1
      }
    }
  }

  /// The share of bytes from 0x80 on that stand where they may.
  var plausibility: Double { count == 0 ? 1 : Double(plausible) / Double(count) }

  /// Whether words are written in such bytes throughout, as Russian and Greek are.
  var hasLongRuns: Bool { count > runs * 2 && count > 4 }

  /// Whether there are single signs of print among ASCII, and no letters.
  var isPlain: Bool {
    letters == 0 && plausibility >= 0.95 && common * 20 >= count * 19 && singles * 10 >= runs * 9
  }

  var isWestern: Bool { plausibility >= 0.7 && common * 10 >= count * 9 }

  private static func isASCIILetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }
  private static func isUpper(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
  private static func isLower(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }

  /// Of Windows-1252: the signs of print, and the letters of French, German, Spanish, Portuguese, Italian, Danish.
  private static let commonBytes: Set<UInt8> = Set(
    [0x80, 0x82, 0x84, 0x85, 0x86, 0x8C, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99, 0x9C] as [UInt8]
  ).union([
    0xA0, 0xA1, 0xA3, 0xA7, 0xA9, 0xAA, 0xAB, 0xAE, 0xB0, 0xB2, 0xB3, 0xB5, 0xB7, 0xBA, 0xBB, 0xBC, 0xBD, 0xBE, 0xBF,
  ])
  .union([0xC0, 0xC1, 0xC3, 0xC4, 0xC5, 0xC6, 0xC7, 0xC8, 0xC9, 0xCA, 0xCD, 0xCE, 0xD1, 0xD3, 0xD6, 0xD8, 0xDA, 0xDC])
  .union([0xDF, 0xE0, 0xE1, 0xE2, 0xE3, 0xE4, 0xE5, 0xE6, 0xE7, 0xE8, 0xE9, 0xEA, 0xEB, 0xED, 0xEE, 0xEF, 0xF1, 0xF2])
  .union([0xF3, 0xF4, 0xF5, 0xF6, 0xF8, 0xF9, 0xFA, 0xFB, 0xFC])
}
