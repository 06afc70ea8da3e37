import DirectiveModel

/// Breaks a line of text into rows of a given width.
///
/// A row ends after blanks or a hyphen, between ideographs, and where nothing else is possible inside a word. Closing
/// punctuation does not begin a row and opening punctuation does not end one, where the row has another place to
/// break (Unicode Standard Annex #14, classes OP, CL, CP, EX, IS and NS, as far as a reader needs them). Blanks at a
/// row's end hang over the edge. The rows together hold every byte of the line.
struct LineBreaker {
  let width: Int

  /// The byte ranges of the rows; one empty row for an empty line.
  func rows(of line: Range<Int>, in bytes: [UInt8]) -> [Range<Int>] {
    guard !line.isEmpty else { return [line] }
    var rows: [Range<Int>] = []
    var rowStart = line.lowerBound
    var column = 0
    var chance: (offset: Int, column: Int)?  // where the row could break, and the columns up to there
    var previous: Glyph?
    for glyph in Glyphs(bytes, in: line) {
      if let previous, Self.allowsBreak(between: previous, and: glyph) {
        chance = (glyph.bytes.lowerBound, column)
      }
      let columns = glyph.columns(at: column)
      if column + columns > width, glyph.kind != .blank, glyph.kind != .tab, glyph.bytes.lowerBound > rowStart {
        let end = chance ?? (glyph.bytes.lowerBound, column)
        rows.append(rowStart..<end.offset)
        rowStart = end.offset
        column -= end.column
        chance = nil
      }
      column += columns
      previous = glyph
    }
    rows.append(rowStart..<line.upperBound)
    return rows
  }

  static func allowsBreak(between left: Glyph, and right: Glyph) -> Bool {
    if right.kind == .blank || right.kind == .tab { return false }
    if left.kind == .blank || left.kind == .tab { return true }
    if forbidsRowStart(right.scalar) || forbidsRowEnd(left.scalar) { return false }
    if left.columns == 2 || right.columns == 2 { return true }
    if left.scalar == "-" || left.scalar == "\u{2010}" || left.scalar == "\u{2013}" {
      return right.scalar.properties.isAlphabetic
    }
    return left.scalar == "\u{2014}"
  }

  /// Closing brackets and quotation marks, stops, and small kana.
  static func forbidsRowStart(_ scalar: Unicode.Scalar) -> Bool {
    rowStartForbidden.contains(scalar)
  }

  /// Opening brackets and quotation marks.
  static func forbidsRowEnd(_ scalar: Unicode.Scalar) -> Bool {
    rowEndForbidden.contains(scalar)
  }

  private static let rowStartForbidden = Set(
    """
    !%),.:;?]}¢°’”‰′″›»℃、。々〉》」』】〕〗〙〛〞〟ヽヾゝゞー・ァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎ\
    ！％），．：；？］｝～｡｣､･…‥—
    """.unicodeScalars)
  private static let rowEndForbidden = Set("([{$£¥‘“‹«〈《「『【〔〖〘〚〝（［｛｢￡￥＄".unicodeScalars)
}
