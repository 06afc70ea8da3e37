/// What a document, a name or a note may hold to make a terminal do something: by name, because payloads do not belong
/// in a log.
enum Attacks {
  static let all: [(name: String, bytes: [UInt8])] = texts.map { ($0.0, Array($0.1.utf8)) } + raw

  private static let texts: [(String, String)] = [
    ("title", "\u{1B}]0;owned\u{7}"), ("icon", "\u{1B}]1;owned\u{1B}\\"), ("window", "\u{1B}]2;owned\u{1B}\\"),
    ("palette", "\u{1B}]4;1;#ffffff\u{7}"), ("folder", "\u{1B}]7;file://host/etc\u{7}"),
    ("link", "\u{1B}]8;;http://example.org/\u{7}text\u{1B}]8;;\u{7}"), ("notify", "\u{1B}]9;owned\u{7}"),
    ("colour", "\u{1B}]11;?\u{7}"), ("clipboard", "\u{1B}]52;c;b3duZWQ=\u{7}"), ("askClipboard", "\u{1B}]52;c;?\u{7}"),
    ("shellMark", "\u{1B}]133;A\u{7}"), ("rxvt", "\u{1B}]777;notify;a;b\u{7}"),
    ("image", "\u{1B}]1337;File=:AAAA\u{7}"),
    ("unterminatedOSC", "\u{1B}]0;never"), ("linkLoop", "\u{1B}]8;;\u{1B}[0m\u{1B}[>0q"),
    ("device", "\u{1B}P+q544e\u{1B}\\"), ("sixel", "\u{1B}Pq#0;2;0;0;0~\u{1B}\\"), ("setting", "\u{1B}P$qm\u{1B}\\"),
    ("application", "\u{1B}_Gf=100;AAAA\u{1B}\\"), ("privacy", "\u{1B}^owned\u{1B}\\"),
    ("startOfString", "\u{1B}Xx\u{1B}\\"),
    ("clear", "\u{1B}[2J\u{1B}[H"), ("scroll", "\u{1B}[3J"), ("sgr", "\u{1B}[38;5;213;7m"), ("hide", "\u{1B}[8m"),
    ("move", "\u{1B}[999;999H"), ("region", "\u{1B}[5;6r"), ("alternate", "\u{1B}[?1049l"), ("mouse", "\u{1B}[?1003h"),
    ("paste", "\u{1B}[?2004h"), ("reverseScreen", "\u{1B}[?5h"), ("status", "\u{1B}[6n"), ("attributes", "\u{1B}[c"),
    ("version", "\u{1B}[>q"), ("reportTitle", "\u{1B}[21t"), ("resize", "\u{1B}[8;1;1t"), ("minimise", "\u{1B}[2t"),
    ("tabs", "\u{1B}[3g"), ("repeat", "x\u{1B}[99999999b"), ("softReset", "\u{1B}[!p"),
    ("unterminatedCSI", "\u{1B}[12;"),
    ("reset", "\u{1B}c"), ("graphics", "\u{1B}(0"), ("shiftOut", "\u{E}lqqk\u{F}"), ("align", "\u{1B}#8"),
    ("keypad", "\u{1B}="), ("utf8Off", "\u{1B}%@"), ("twoEscapes", "\u{1B}\u{1B}[2J"), ("escapeAtEnd", "\u{1B}"),
    ("c1CSI", "\u{9B}2J"), ("c1OSC", "\u{9D}0;owned\u{9C}"), ("c1DCS", "\u{90}q\u{9C}"), ("c1Index", "\u{84}\u{8D}"),
    ("bell", "\u{7}"), ("backspace", "hidden\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}shown"), ("return", "hidden\rshown"),
    ("enquiry", "\u{5}"), ("nul", "a\u{0}b"), ("delete", "\u{7F}"), ("cancel", "\u{1B}[\u{18}\u{1A}2J"),
    ("verticalTab", "a\u{B}b\u{C}c"), ("bidi", "\u{202E}txt.exe\u{202C}"), ("isolate", "\u{2067}abc\u{2069}\u{2066}"),
    ("invisible", "a\u{200B}\u{200C}\u{200D}\u{200E}\u{200F}\u{2060}\u{FEFF}b"), ("arabicMark", "\u{61C}"),
    ("separator", "a\u{2028}b\u{2029}c"), ("tags", "\u{E0041}\u{E0042}"),
    ("zalgo", "a" + String(repeating: "\u{301}", count: 500)),
  ]

  private static let raw: [(String, [UInt8])] = [
    ("rawCSI", [0x9B, 0x32, 0x4A]), ("rawOSC", [0x9D, 0x30, 0x3B, 0x78, 0x9C]), ("overlong", [0xC0, 0x9B, 0xC1, 0x9B]),
    ("surrogate", [0xED, 0xA0, 0x80]), ("bytes", [0xFF, 0xFE, 0xF8, 0x80]), ("cut", [0xE4, 0xBD]),
  ]

  /// A document in which each stands in a heading, in a text, and at the beginning of a line.
  static var document: [UInt8] {
    var bytes = Array("Attacks\n\n".utf8)
    for (index, attack) in all.enumerated() {
      bytes += Array("\(index + 1). Name \(attack.name) ".utf8) + attack.bytes + Array("end\n\nText ".utf8)
      bytes += attack.bytes + attack.bytes + Array("\n".utf8) + attack.bytes + Array("\n\n".utf8)
    }
    return bytes
  }

  /// All that may stand in the name of a file, in one name.
  static func fileName(of names: [String]) -> String {
    all.filter { names.contains($0.name) }.map { String(decoding: $0.bytes, as: UTF8.self) }.joined(separator: "-")
      .filter { $0 != "/" && $0 != "\0" }
  }
}
