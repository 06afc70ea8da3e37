/// An encoding of East Asian texts in which a character takes one byte or two, and what its bytes tell of their sense.
///
/// The standards behind these encodings order characters by use: the first level holds those of everyday texts. So the
/// lead byte alone tells a common character from a rare one.
struct MultibyteEncoding {
  let encoding: TextEncoding
  let common: Set<UInt32>
  /// How well a character fits a text, by its bytes: 0.5 for a common one, below 0 for one that texts hardly hold; and
  /// how many bytes it takes. nil for bytes that are none.
  let fit: (_ lead: UInt8, _ trail: UInt8) -> (length: Int, fit: Double)?

  static var all: [MultibyteEncoding] { [gb18030, big5, shiftJIS, eucJP, eucKR] }

  private static var gb18030: MultibyteEncoding {
    MultibyteEncoding(encoding: .gb18030, common: CommonCharacters.simplified) { lead, trail in
      guard (0x81...0xFE).contains(lead) else { return nil }
      switch (lead, trail) {
      case (_, 0x30...0x39): return (4, 0.5)
      case (_, 0x7F), (_, 0xFF), (_, ..<0x40): return nil
      case (0xA1...0xA3, 0xA1...), (0xA8, 0xA1...0xBF): return (2, 0.3)
      case (0xA4...0xA5, 0xA1...): return (2, 0.2)
      case (0xA6...0xA9, 0xA1...): return (2, 0)
      case (0xB0...0xD7, 0xA1...): return (2, 0.5)
      case (0xD8...0xF7, 0xA1...): return (2, 0.1)
      default: return (2, -0.1)
      }
    }
  }

  private static var big5: MultibyteEncoding {
    MultibyteEncoding(encoding: .big5, common: CommonCharacters.traditional) { lead, trail in
      guard (0x81...0xFE).contains(lead), (0x40...0x7E).contains(trail) || (0xA1...0xFE).contains(trail) else {
        return nil
      }
      switch lead {
      case 0xA1...0xA3: return (2, 0.3)
      case 0xA4...0xC6: return (2, 0.5)
      case 0xC9...0xF9: return (2, 0.05)
      default: return (2, -1)
      }
    }
  }

  private static var shiftJIS: MultibyteEncoding {
    MultibyteEncoding(encoding: .shiftJIS, common: CommonCharacters.japanese) { lead, trail in
      if (0xA1...0xDF).contains(lead) { return (1, -0.3) }
      guard (0x81...0x9F).contains(lead) || (0xE0...0xFC).contains(lead), (0x40...0xFC).contains(trail), trail != 0x7F
      else { return nil }
      switch lead {
      case 0x81...0x83: return (2, 0.3)
      case 0x88...0x97: return (2, 0.5)
      case 0x98...0x9F, 0xE0...0xEA: return (2, 0.05)
      default: return (2, -0.5)
      }
    }
  }

  private static var eucJP: MultibyteEncoding {
    MultibyteEncoding(encoding: .eucJP, common: CommonCharacters.japanese) { lead, trail in
      guard trail >= 0xA1, trail < 0xFF else { return nil }
      switch lead {
      case 0x8E: return (2, -0.3)
      case 0x8F: return (3, -0.2)
      case 0xA1, 0xA3: return (2, 0.3)
      case 0xA4, 0xA5: return (2, 0.5)
      case 0xB0...0xCF: return (2, 0.4)
      case 0xD0...0xF4: return (2, 0)
      case 0xA1...0xFE: return (2, -0.5)
      default: return nil
      }
    }
  }

  private static var eucKR: MultibyteEncoding {
    MultibyteEncoding(encoding: .eucKR, common: CommonCharacters.korean) { lead, trail in
      guard (0x81...0xFE).contains(lead), trail >= 0x41, trail < 0xFF else { return nil }
      switch (lead, trail) {
      case (0xA1...0xA3, 0xA1...): return (2, 0.3)
      case (0xB0...0xC8, 0xA1...): return (2, 0.4)
      case (0xCA...0xFD, 0xA1...): return (2, 0)
      case (0x81...0xC6, ..<0xA1): return (2, -0.1)
      default: return (2, -0.5)
      }
    }
  }

  /// How much sense `sample` makes: from about 1 for a text of this encoding down to below 0.
  func sense(of sample: [UInt8]) -> (score: Double, isDamaged: Bool) {
    var characters = 0
    var damaged = 0
    var score = 0.0
    var index = 0
    while index < sample.count {
      let lead = sample[index]
      if lead < 0x80 {
        index += 1
      } else if let (length, fit) = fit(lead, index + 1 < sample.count ? sample[index + 1] : 0),
        index + length <= sample.count
      {
        characters += 1
        score += fit
        index += length
      } else {
        damaged += 1
        index += 1
      }
    }
    guard characters > 0, let decoded = encoding.decode(sample) else { return (-1, true) }
    for scalar in String(decoding: decoded.utf8, as: UTF8.self).unicodeScalars {
      if common.contains(scalar.value) || CommonCharacters.print.contains(scalar.value) { score += 1 }
    }
    let damage = max(damaged, decoded.damaged)
    return ((score - 4 * Double(damage)) / Double(characters + damage), damage > 0)
  }
}
