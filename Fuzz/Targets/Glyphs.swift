import DirectiveModel

@testable import DirectiveTUI

extension FuzzTarget {
  /// Bytes on their way to the terminal: nothing that controls it, turns or hides text; every byte belongs to a glyph,
  /// and to a row of a screen of any width.
  static func checkGlyphs(_ bytes: [UInt8]) throws(Violation) {
    var next = 0
    for glyph in Glyphs(TextBytes(bytes), in: 0..<bytes.count) {
      try require(glyph.bytes.lowerBound == next && glyph.bytes.upperBound > next, "glyphs follow one another")
      next = glyph.bytes.upperBound
      try require(glyph.columns(at: 3) >= 0 && glyph.columns(at: 3) <= 12, "a glyph takes columns")
      for scalar in glyph.text.unicodeScalars { try require(mayBeDrawn(scalar), "what must not be drawn") }
    }
    try require(next == bytes.count, "glyphs hold the whole text")
    try checkRows(of: Source(utf8: bytes), width: 1 + Int(bytes.first ?? 0) % 100)
  }

  private static func mayBeDrawn(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x61C, 0xFEFF: false
    default: true
    }
  }

  private static func checkRows(of source: Source, width: Int) throws(Violation) {
    let layout = TextLayout(document: Document(source: source), width: width)
    let rows = layout.rows(from: layout.row(holding: 0), count: source.bytes.count + 1)
    var next = 0
    for row in rows {
      // Line ends belong to no row.
      try require(row.lowerBound >= next && row.upperBound >= row.lowerBound, "rows follow one another")
      let between = source.bytes[next..<row.lowerBound]
      try require(between.allSatisfy { [0x0A, 0x0D, 0xC2, 0x85].contains($0) }, "rows hold the whole text")
      next = row.upperBound
    }
    let rest = source.bytes[next...]
    try require(rest.allSatisfy { [0x0A, 0x0D, 0xC2, 0x85].contains($0) }, "rows reach to the end")
    guard let last = rows.last else { return }
    try require(layout.row(last, movedBy: 1 - rows.count).row == rows[0], "as many rows up as down")
  }
}
