import DirectiveModel

/// What a glyph is for breaking lines: the classes of Unicode Standard Annex #14 that a reader needs.
enum BreakClass: Equatable {
  /// Blanks and tabs (SP).
  case blank
  /// Opening brackets and quotation marks, signs before an amount (OP, PR).
  case opening
  /// Closing brackets, ideographic stops (CL, CP, EX); not even after blanks do they begin a row.
  case closing
  /// Stops, signs after an amount, small kana, ellipses, closing quotation marks (IS, PO, NS, IN).
  case nonStarter
  /// `"` and `'`, which open and close (QU).
  case quotation
  /// What sticks to both sides: no-break spaces (GL, WJ).
  case glue
  /// Hyphen and dashes, after which a word may be broken (HY, BA).
  case hyphen
  /// `—` (B2): not parted from another, never at the beginning of a row.
  case dash
  /// `/` (SY).
  case slash
  /// Digits (NU).
  case digit
  /// Ideographs, kana, full-width letters, emoji (ID, EB): a row may end before and after them.
  case ideograph
  /// Korean syllables, which are parted at blanks.
  case hangul
  /// A skin tone, which belongs to what stands before it (EM).
  case modifier
  /// Half of a flag (RI).
  case regional
  /// All else, letters first of all (AL).
  case letter

  init(_ glyph: Glyph) {
    let scalar = glyph.scalar
    switch glyph.kind {
    case .tab: self = .blank
    case .blank: self = Self.isGlue(scalar.value) ? .glue : .blank
    case .symbol: self = .letter
    case .text: self = scalar.value < 0x80 ? Self.ascii[Int(scalar.value)] : Self.wide(scalar, columns: glyph.columns)
    }
  }

  private static let ascii: [BreakClass] = (0..<0x80).map { value in
    switch Unicode.Scalar(UInt8(value)) {
    case "(", "[", "{", "$": .opening
    case ")", "]", "}", "!", "?": .closing
    case ",", ".", ":", ";", "%": .nonStarter
    case "\"", "'": .quotation
    case "-": .hyphen
    case "/": .slash
    case "0"..."9": .digit
    default: .letter
    }
  }

  /// Whether a byte is a letter of ASCII.
  static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static func wide(_ scalar: Unicode.Scalar, columns: Int) -> BreakClass {
    if let known = table[scalar] { return known }
    switch scalar.value {
    case 0x1F3FB...0x1F3FF: return .modifier
    case 0x1F1E6...0x1F1FF: return .regional
    case 0xFF10...0xFF19: return .digit
    default: return isHangul(scalar.value) ? .hangul : columns == 2 ? .ideograph : .letter
    }
  }

  static func isHangul(_ value: UInt32) -> Bool {
    (0x1100...0x11FF).contains(value) || (0x3130...0x318F).contains(value) || (0xA960...0xA97F).contains(value)
      || (0xAC00...0xD7FF).contains(value)
  }

  private static func isGlue(_ value: UInt32) -> Bool { [0xA0, 0x2007, 0x202F].contains(value) }

  private static let table: [Unicode.Scalar: BreakClass] = {
    var table: [Unicode.Scalar: BreakClass] = [:]
    func set(_ scalars: String, _ kind: BreakClass) {
      for scalar in scalars.unicodeScalars { table[scalar] = kind }
    }
    set("‘“‚„‹«〈《「『【〔〖〘〚〝（［｛｢⦅￡￥＄£¥€＃", .opening)
    set("、。，．！？：；〉》」』】〕〗〙〛〞〟）］｝｡｣､‼⁇⁈⁉", .closing)
    set("’”›»…‥·・･ー々〻ゝゞヽヾ～〜%‰′″℃¢°％", .nonStarter)
    set("ァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎゕゖㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ", .nonStarter)
    set("\u{2010}\u{2012}\u{2013}", .hyphen)
    set("—―", .dash)
    set("\u{2060}\u{2011}", .glue)
    return table
  }()
}

/// What stands between a glyph and the next one, unseen.
enum Joint: Equatable {
  case none
  /// A zero-width space: the row may end here.
  case mayBreak
  /// A soft hyphen: the row may end here, and then shows a hyphen.
  case softHyphen
  /// A joiner or a word joiner: what stands at both sides belongs together.
  case never

  /// The last invisible character of the glyph's bytes decides.
  init(after glyph: Glyph, in bytes: TextBytes) {
    self = .none
    let end = glyph.bytes.upperBound
    guard glyph.bytes.count > 2, bytes[end - 1] & 0xC0 == 0x80 else {
      if glyph.bytes.count == 2, bytes[end - 2] == 0xC2, bytes[end - 1] == 0xAD { self = .softHyphen }
      return
    }
    let start = UTF8Scalar.start(of: end - 1, in: bytes, notBefore: glyph.bytes.lowerBound)
    switch UTF8Scalar.decode(bytes, at: start, before: end)?.0.value {
    case 0xAD: self = .softHyphen
    case 0x200B: self = .mayBreak
    case 0x200D, 0x2060, 0xFEFF: self = .never
    default: break
    }
  }
}
