/// The language that a document is mostly in, by its script and its commonest words.
///
/// A guess for what reads the text aloud, breaks its lines or chooses its fonts; nothing is decided by it here.
public struct DocumentLanguage: Equatable, Sendable {
  /// The tag of BCP 47: `zh-Hans`, `en`; `und` where it cannot be told.
  public let tag: String
  /// The code of ISO 639-2: `zho`, `eng`, `und`.
  public let code: String

  private static let all: [(tag: String, code: String)] = [
    ("zh-Hans", "zho"), ("zh-Hant", "zho"), ("ja", "jpn"), ("ko", "kor"), ("ru", "rus"), ("en", "eng"), ("de", "deu"),
    ("fr", "fra"), ("es", "spa"), ("it", "ita"), ("pt", "por"),
  ]

  private init(tag: String) {
    let found = Self.all.first { $0.tag == tag }
    self.tag = found?.tag ?? "und"
    code = found?.code ?? "und"
  }

  /// Looks at the first 64 KiB.
  public init(of source: Source) {
    let text = source.string(0..<min(source.bytes.count, 1 << 16))
    var count = Count()
    for scalar in text.unicodeScalars { count.add(scalar) }
    self.init(tag: count.tag ?? Self.latin(text) ?? "und")
  }

  /// How many letters there are of each script.
  private struct Count {
    var han = 0
    var kana = 0
    var hangul = 0
    var cyrillic = 0
    var latin = 0
    var simplified = 0
    var traditional = 0

    mutating func add(_ scalar: Unicode.Scalar) {
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: latin += 1
      case 0x400...0x4FF: cyrillic += 1
      case 0x3041...0x30FF: kana += 1
      case 0xAC00...0xD7A3: hangul += 1
      case 0x4E00...0x9FFF, 0x3400...0x4DBF:
        han += 1
        if DocumentLanguage.simplified.contains(scalar) { simplified += 1 }
        if DocumentLanguage.traditional.contains(scalar) { traditional += 1 }
      default: break
      }
    }

    /// Nil for Latin script. An ideograph stands for about three letters.
    var tag: String? {
      let others = [han * 3, kana * 3, hangul * 3, cyrillic]
      guard others.reduce(0, +) > latin else { return nil }
      if kana * 10 > han + kana { return "ja" }
      if hangul > han { return "ko" }
      if cyrillic > han { return "ru" }
      return traditional > simplified ? "zh-Hant" : "zh-Hans"
    }
  }

  private static let simplified = Set("国会这为个们务员规实义动业发经条机关时应当".unicodeScalars)
  private static let traditional = Set("國會這為個們務員規實義動業發經條機關時應當".unicodeScalars)

  private static func latin(_ text: String) -> String? {
    var counts = [Int](repeating: 0, count: words.count)
    for word in text.lowercased().split(whereSeparator: { !$0.isLetter }) {
      for (index, row) in words.enumerated() where row.words.contains(word) { counts[index] += 1 }
    }
    guard let most = counts.max(), most > 0 else { return nil }
    return counts.firstIndex(of: most).map { words[$0].tag }
  }

  private static let words: [(tag: String, words: Set<Substring>)] = [
    ("en", "the of and to in is that for shall be by with this are"),
    ("de", "der die das und ist den nicht von mit des dem ein eine für"),
    ("fr", "le les des et la du une est dans par pour que qui au"),
    ("es", "el los las de que en y por con del una para es"),
    ("it", "il che della di e per con gli delle sono è nel"),
    ("pt", "o os que não uma com do da dos ao são em"),
  ].map { ($0.0, Set($0.1.split(separator: " "))) }
}
