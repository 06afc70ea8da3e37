import Foundation
import TestSupport

@testable import DirectiveModel

/// A document in a format, as text.
func exported(
  _ document: Document, _ format: String, name: String = "notice.txt", points: [Int]? = nil, levels: Int = .max,
  options: ExportOptions = ExportOptions()
) throws -> String {
  struct NoSuchFormat: Error {}
  guard let format = ExportFormat(named: format) else { throw NoSuchFormat() }
  let selection = points.map { Selection($0.map { Selection($0, in: document) }, in: document) }
  var bytes: [UInt8] = []
  try format.export(Extract(document, name: name, selection: selection, levels: levels, options: options)) {
    bytes += $0
  }
  return String(decoding: bytes, as: UTF8.self)
}

func exported(_ text: String, _ format: String) throws -> String {
  try exported(Document(source: Source(text)), format)
}

extension String {
  /// What is left without blanks.
  var solid: String { String(String.UnicodeScalarView(unicodeScalars.filter { !Whitespace.isBlank($0) })) }
}

/// Texts that mean something in some format, and must mean nothing there.
enum Hostile {
  static let pieces = marks + [0xFFFE, 0xFFFF, 0xFDD0, 0x10FFFF].compactMap(Unicode.Scalar.init).map { String($0) }

  private static let marks = [
    "\"quoted\"", "'", "a\\b", "\\n", "]]>", "<script>alert(1)</script>", "</style>", "<!--", "&amp;", "&lt", "& ",
    "&#65;",
    "\u{0}", "\u{1}", "\u{7}", "\u{B}", "\u{C}", "\u{1B}[2J", "\u{7F}", "\u{85}", "\u{9B}", "\u{202E}abc", "\u{200B}",
    "\u{FEFF}", "=1+1", "+1", "-1", "@SUM(A1)", "\tx", ",", ";", "a,b\"c\"",
    "*bold*", "**", "_em_", "snake_case_name", "`code`", "``", "~~gone~~", "# x", "#", "> q", "- i", "* i", "+ i",
    "= i",
    "[a](b)", "[a]: b", "[^1]", "![a](b)", "|a|b|", "---", "===", "***", "```", "{x}", "$x$", "\\N", "\\G", "%s", "🏛️",
    "第十二条", "（一）", "\u{E0001}", "é", "e\u{301}\u{301}\u{301}", "a  b", "<b>", "<", ">",
    "https://a.b?c=d&e=f",
  ]

  /// A document of `points` points with hostile headings and texts; `seed` chooses them.
  static func document(seed: UInt64, points: Int = 6) -> Document {
    var random = Numbers(state: seed)
    func text() -> String {
      (0..<Int.random(in: 1...5, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
        .joined(separator: [" ", ""].randomElement(using: &random) ?? "")
    }
    var lines = ["Title " + text(), "", "Preamble " + text(), ""]
    for number in 1...points {
      lines += ["\(number). Head \(text())", ""]
      if Bool.random(using: &random) { lines += [text(), "", "Text \(text())", ""] }
      if Bool.random(using: &random) { lines += ["(a) In \(text())", "", "(b) And \(text())", ""] }
    }
    return Document(source: Source(lines.joined(separator: "\n")))
  }

  /// Numbers that look random and are the same each time (SplitMix64).
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }
}

/// A program that checks a format, where it is installed.
struct Checker {
  let path: String

  init?(_ name: String) {
    let path = "/usr/bin/\(name)"
    guard FileManager.default.isExecutableFile(atPath: path) else { return nil }
    self.path = path
  }

  static func isInstalled(_ name: String) -> Bool { Checker(name) != nil }

  /// Runs it on a file with this text; the file's path is the last argument.
  func check(_ text: String, _ arguments: [String]) throws -> Command {
    try Folder.temporary { folder in
      let file = folder.appendingPathComponent("exported")
      try Data(text.utf8).write(to: file)
      return try Command(path, arguments + [file.path])
    }
  }
}
