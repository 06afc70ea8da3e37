import TestSupport

/// Reads what a program sent to a terminal, and finds what that terminal's description (terminfo) does not have.
///
/// A sequence is allowed if its kind stands in the description: the final byte of a control sequence with its private
/// mark and intermediates, and for modes and windows (`h`, `l`, `t`) the parameters too. Strings (OSC, DCS, APC, PM, SOS) are never.
struct SequenceAudit {
  private let allowed: Set<String>

  init(term: String) throws {
    let description = try Command("/usr/bin/infocmp", ["-1", "-x", term])
    var allowed: Set<String> = []
    for line in description.output.split(separator: "\n") {
      // What asks the terminal for an answer (u6 to u9) is in the description, and never wanted. Of what terminfo(5) does
      // not name itself (two letters of which one is a capital), bracketed paste alone is.
      if line.contains(/^\s*(?!BE=|BD=)[A-Za-z]?[A-Z][A-Za-z0-9]*=/) { continue }
      guard let sign = line.firstIndex(of: "="), !line.contains(/^\s*u\d=/) else { continue }
      let value = Self.unescaped(line[line.index(after: sign)...].dropLast())
      for token in Self.tokens(Array(value.utf8)) where !token.kind.hasSuffix("at the end") {
        allowed.insert(token.kind)
      }
    }
    self.allowed = allowed
  }

  /// Every sequence and character that the terminal's description or plain text has not, as printable text.
  func violations(in bytes: [UInt8], bell: Bool = false) -> [String] {
    var found: [String] = []
    for token in Self.tokens(bytes) {
      switch token {
      case .text(let text):
        for scalar in text.unicodeScalars where Self.isForbidden(scalar) {
          found.append("U+" + String(scalar.value, radix: 16, uppercase: true))
        }
      case .control(let byte):
        let isKnown = [0x08, 0x09, 0x0A, 0x0D, 0x0E, 0x0F].contains(byte) || bell && byte == 0x07
        if !isKnown { found.append("control \(byte)") }
      case .sequence(let kind): if !allowed.contains(kind) { found.append(kind) }
      case .string(let kind): found.append(kind)
      }
    }
    return found
  }

  /// C1 controls, and what turns or hides text.
  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x7F...0x9F, 0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0x61C, 0x2028, 0x2029: true
    default: false
    }
  }

  private enum Token {
    case text(String)
    case control(UInt8)
    case sequence(String)
    case string(String)

    var kind: String {
      switch self {
      case .text: ""
      case .control(let byte): "control \(byte)"
      case .sequence(let kind), .string(let kind): kind
      }
    }
  }

  private static func tokens(_ bytes: [UInt8]) -> [Token] {
    var tokens: [Token] = []
    var index = 0
    var text: [UInt8] = []
    func endText() {
      if String(validating: text, as: UTF8.self) == nil { tokens.append(.sequence("bytes that are no UTF-8")) }
      if !text.isEmpty { tokens.append(.text(String(decoding: text, as: UTF8.self))) }
      text = []
    }
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      guard byte < 0x20 || byte == 0x7F else {
        text.append(byte)
        continue
      }
      endText()
      guard byte == 0x1B else {
        tokens.append(.control(byte))
        continue
      }
      guard index < bytes.count else {
        tokens.append(.sequence("ESC at the end"))
        break
      }
      tokens.append(escape(bytes, &index))
    }
    endText()
    return tokens
  }

  /// What begins with the byte after ESC.
  private static func escape(_ bytes: [UInt8], _ index: inout Int) -> Token {
    let second = bytes[index]
    index += 1
    switch second {
    case UInt8(ascii: "["):
      var parameters = ""
      while index < bytes.count, (0x20...0x3F).contains(bytes[index]) {
        parameters.append(Character(Unicode.Scalar(bytes[index])))
        index += 1
      }
      guard index < bytes.count else { return .sequence("CSI at the end") }
      let final = Character(Unicode.Scalar(bytes[index]))
      index += 1
      let marks = parameters.filter { !$0.isNumber && $0 != ";" && $0 != ":" }
      return .sequence("CSI \("hlt".contains(final) ? parameters : marks) \(final)")
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"), UInt8(ascii: "X"):
      return .string("ESC \(Character(Unicode.Scalar(second)))")
    case 0x20...0x2F:
      let third = index < bytes.count ? bytes[index] : 0
      index += 1
      return .sequence("ESC \(second) \(third)")
    default:
      return .sequence("ESC \(second)")
    }
  }

  /// A capability's value as it is sent: escapes resolved, padding and parameters taken out (terminfo(5)).
  private static func unescaped(_ value: Substring) -> String {
    var text = String(value)
    text.replace(/\$<[^>]*>/, with: "")
    // The branches of a condition are all kept: each may be sent. Two modes in one are split by the text between.
    text.replace(/%\?|%t|%e|%;/, with: "")
    text.replace(/%\{\d+\}|%'.'|%[pPg][0-9a-zA-Z]|%[-+*\/m&|^=<>AO!~il]/, with: "")
    text.replace(/%[:]?[-+# ]?[0-9.]*[doxXsc]/, with: "0")
    text.replace(/\\E|\\e/, with: "\u{1B}")
    text.replace(/\^([A-Z\[\]\\_@])/) { match in
      String(Unicode.Scalar(UInt8(match.output.1.utf8.first ?? 0x40) ^ 0x40))
    }
    return text
  }
}
