/// Text in XML 1.0 and HTML.
///
/// XML cannot hold most control characters, not even as references: each is written as its picture (U+2400 and what
/// follows), and what is no character as U+FFFD.
enum XMLText {
  static func inContent(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    default: unwritable(scalar)
    }
  }

  /// In an attribute between `"`; line ends and tabs as references, or a reader would make them spaces.
  static func inAttribute(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "\"": "&quot;"
    case "\n": "&#10;"
    case "\t": "&#9;"
    default: inContent(scalar)
    }
  }

  /// What stands for a scalar that neither XML nor HTML allows; nil for all others.
  static func unwritable(_ scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x09, 0x0A: nil
    case 0x0D: "\n"
    case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value).map { String($0) }
    case 0x7F: "\u{2421}"
    case 0x85: " "
    case 0x80..<0xA0, 0xFDD0...0xFDEF: "\u{FFFD}"
    default: scalar.value & 0xFFFE == 0xFFFE ? "\u{FFFD}" : nil
    }
  }
}

extension ExportOutput {
  mutating func xml(_ text: String) { append(text, escaping: XMLText.inContent) }

  mutating func xmlAttribute(_ name: String, _ value: String) {
    raw(" \(name)=\"")
    append(value, escaping: XMLText.inAttribute)
    raw("\"")
  }
}
