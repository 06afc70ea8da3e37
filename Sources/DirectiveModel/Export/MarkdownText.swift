/// Text in Markdown (CommonMark with GitHub's tables, strikethrough and footnotes), written so that every character
/// means itself, and so that no paragraph that is no point reads as one.
public enum MarkdownText {
  /// The text of a paragraph on one line.
  public static func paragraph(_ text: String) -> String {
    let line = escapedStart(of: inline(text))
    guard readsAsPoint(line), !beginsWithYear(line), let first = line.unicodeScalars.first else { return line }
    let rest = String(line.unicodeScalars.dropFirst())
    return isPunctuation(first) ? "\\\(first)\(rest)" : "&#\(first.value);\(rest)"
  }

  /// The text of a heading on one line.
  public static func heading(_ text: String) -> String {
    let line = inline(text)
    let hashes = line.reversed().prefix { $0 == "#" }.count
    return hashes == 0 ? line : line.dropLast(hashes) + String(repeating: "\\#", count: hashes)
  }

  /// Lines as they are, between fences that are in none of them.
  static func fenced(_ text: String) -> String {
    var longest = 2
    var run = 0
    for character in text {
      run = character == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    return "\(fence)\n\(text)\n\(fence)"
  }

  /// A part of a line: the characters that mean something there have a backslash where they would mean it.
  public static func inline(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    // One of these alone in a paragraph opens nothing.
    let paired = Set("*~_`".unicodeScalars.filter { mark in scalars.count { $0 == mark } > 1 })
    var result = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      let isSpecial =
        switch scalar {
        case "\\": true
        case "`", "*", "~": paired.contains(scalar)
        case "_": paired.contains(scalar) && !(isWord(index > 0 ? scalars[index - 1] : nil) && isWord(next))
        case "<": next.map { $0.properties.isAlphabetic || "/!?".unicodeScalars.contains($0) } ?? false
        case "&": isReference(scalars[(index + 1)...])
        case "[": next == "^"
        case "]": next == "(" || next == "[" || next == ":"
        default: false
        }
      if isSpecial { result.append("\\") }
      result.append(scalar == "\0" ? "\u{FFFD}" : scalar)
    }
    return String(result)
  }

  /// The line with a backslash before what would make it a heading, quotation, list or rule.
  private static func escapedStart(of line: String) -> String {
    switch line.utf8.first {
    case UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "="),
      UInt8(ascii: "*"):
      return "\\" + line
    default: break
    }
    let digits = line.utf8.prefix { $0 >= 0x30 && $0 <= 0x39 }
    guard !digits.isEmpty, digits.count < 10, digits.endIndex < line.endIndex,
      line[digits.endIndex] == "." || line[digits.endIndex] == ")"
    else { return line }
    return line[..<digits.endIndex] + "\\" + line[digits.endIndex...]
  }

  private static func isWord(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { $0.properties.isAlphabetic || $0.properties.numericType != nil } ?? false
  }

  /// `#123;` or `amp;`
  private static func isReference(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    let name = rest.prefix(34).prefix { $0.isASCII && $0 != ";" && (isWord($0) || $0 == "#") }
    return !name.isEmpty && name.endIndex < rest.endIndex && rest[name.endIndex] == ";"
  }

  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && scalar.value > 0x20 && !isWord(scalar)
  }

  /// Whether a line begins with a date, `2024年1月1日`, which has to remain one.
  private static func beginsWithYear(_ line: String) -> Bool {
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    return digits.count == 4 && line[digits.endIndex...].hasPrefix("年")
  }

  /// Whether a line begins with a marker.
  private static func readsAsPoint(_ line: String) -> Bool {
    var line = line
    return line.withUTF8 { bytes in
      guard let base = bytes.baseAddress else { return false }
      var scanner = MarkerScanner(FoldedText(base: base, count: bytes.count), styles: .all)
      scanner.scan(line: 1, start: 0, limit: bytes.count)
      return scanner.found.readings.contains { NumberingStyle.all[Int($0.style)].kind != .boundary }
    }
  }
}
