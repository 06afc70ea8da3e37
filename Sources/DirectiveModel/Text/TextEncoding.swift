/// How a file's bytes spell characters.
public enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case utf32LittleEndian = "UTF-32LE"
  case utf32BigEndian = "UTF-32BE"
  case gb18030 = "GB18030"
  case latin1 = "ISO-8859-1"

  /// The name that `iconv(3)` knows it by.
  var iconvName: String { rawValue }
}
