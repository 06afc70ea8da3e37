import DirectiveModel

/// The dots between an entry of a list of contents and its page number: `Scope ........ 12`.
struct Leaders {
  /// The dots, with blanks among them.
  private let bytes: Range<Int>

  /// Nil where the line has none.
  init?(in line: Range<Int>, of bytes: TextBytes) {
    guard line.count <= Self.longestLine, !bytes[line].contains(0x0A) else { return nil }
    var run: (range: Range<Int>, dots: Int)?
    var glyphs = Glyphs(bytes, in: line)
    while true {
      if run == nil { glyphs.skip { $0 != UInt8(ascii: ".") && $0 < 0x80 } }
      guard let glyph = glyphs.next() else { break }
      let isDot = Self.isDot(glyph.scalar)
      if let current = run, isDot || glyph.kind == .blank {
        run = (current.range.lowerBound..<glyph.bytes.upperBound, current.dots + (isDot ? 1 : 0))
      } else if isDot {
        run = (glyph.bytes, 1)
      } else if run.map({ $0.dots >= Self.fewest }) == true {
        break
      } else {
        run = nil
      }
    }
    guard let run, run.dots >= Self.fewest, run.range.upperBound < line.upperBound else { return nil }
    self.bytes = run.range
  }

  private static func isDot(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ".", "·", "…", "‥", "․", "．", "・", "⋯": true
    default: false
    }
  }

  /// Three dots end a sentence.
  private static let fewest = 5
  /// Bytes.
  private static let longestLine = 1 << 10
  /// Columns of dots that stay.
  private static let kept = 3

  /// The line as one row, with as few dots as it takes; nil where it does not fit even so.
  func row(of line: Range<Int>, in text: TextBytes, indent: Int, width: Int) -> TextRow? {
    var column = 0
    var places: [(offset: Int, column: Int)] = []
    for glyph in Glyphs(text, in: line) {
      if bytes.contains(glyph.bytes.lowerBound) { places.append((glyph.bytes.lowerBound, column)) }
      column += glyph.columns(at: column)
    }
    guard let first = places.first, let end = places.first(where: { $0.column - first.column >= column - width }),
      let last = places.last, last.column - end.column >= Self.kept
    else { return nil }
    return TextRow(bytes: line, indent: indent, omitted: first.offset..<end.offset)
  }
}
