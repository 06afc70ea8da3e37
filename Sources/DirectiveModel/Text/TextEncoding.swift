import Glibc

/// How a file's bytes spell characters: any encoding that `iconv(3)` knows.
public struct TextEncoding: Sendable, Hashable {
  /// The name as it is shown: `GB18030`.
  public let name: String
  /// The names of its converters in `iconv(3)`: the strict one first, then those that know more characters.
  let converters: [String]

  private init(_ name: String, _ converters: [String]? = nil) {
    self.name = name
    self.converters = converters ?? [name]
  }

  /// The encoding with a name that `iconv(3)` knows, or a common one of those below, in any case; nil where there is none.
  ///
  /// GBK and GB2312 are read as GB18030, of which they are parts.
  public init?(named name: String) {
    let plain = Self.plain(name)
    if plain.hasPrefix("GB") || plain == "CP936" || plain == "HZ" {
      self = .gb18030
    } else if let known = Self.known.first(where: { Self.plain($0.name) == plain }) {
      self = known
    } else if let alias = Self.aliases[plain] {
      self = alias
    } else {
      // A slash would begin an option of iconv's.
      let isName = !name.isEmpty && name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "/") }
      guard isName, let converter = Converter(name) else { return nil }
      converter.close()
      self.init(name.uppercased())
    }
  }

  public static let utf8 = TextEncoding("UTF-8")
  public static let utf16LittleEndian = TextEncoding("UTF-16LE")
  public static let utf16BigEndian = TextEncoding("UTF-16BE")
  public static let utf32LittleEndian = TextEncoding("UTF-32LE")
  public static let utf32BigEndian = TextEncoding("UTF-32BE")
  public static let gb18030 = TextEncoding("GB18030")
  public static let big5 = TextEncoding("Big5", ["BIG5", "CP950", "BIG5-HKSCS"])
  public static let shiftJIS = TextEncoding("Shift_JIS", ["CP932"])
  public static let eucJP = TextEncoding("EUC-JP", ["EUC-JP-MS"])
  public static let eucKR = TextEncoding("EUC-KR", ["CP949"])
  public static let latin1 = TextEncoding("ISO-8859-1")

  /// One of the single-byte encodings of Windows, 1250 to 1258.
  public static func windows(_ page: Int) -> TextEncoding { TextEncoding("windows-\(page)", ["CP\(page)"]) }

  /// How many bytes a unit of it takes.
  var unit: Int {
    switch self {
    case .utf16LittleEndian, .utf16BigEndian: 2
    case .utf32LittleEndian, .utf32BigEndian: 4
    default: 1
    }
  }

  private static var known: [TextEncoding] {
    [
      .utf8, .utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian, .utf32BigEndian, .gb18030, .big5, .shiftJIS,
      .eucJP, .eucKR, .latin1,
    ] + (1250...1258).map(windows)
  }

  private static var aliases: [String: TextEncoding] {
    [
      "UTF16": .utf16LittleEndian, "UTF32": .utf32LittleEndian, "BIGFIVE": .big5, "CP950": .big5, "SJIS": .shiftJIS,
      "CP932": .shiftJIS, "MSKANJI": .shiftJIS, "CP949": .eucKR, "UHC": .eucKR, "KSC5601": .eucKR, "LATIN1": .latin1,
      "ASCII": .utf8, "USASCII": .utf8, "ANSI": .windows(1252),
    ].merging((1250...1258).map { ("CP\($0)", windows($0)) }) { first, _ in first }
  }

  /// A name in capitals, without hyphens and underscores.
  private static func plain(_ name: String) -> String { name.uppercased().filter { $0 != "-" && $0 != "_" } }
}
