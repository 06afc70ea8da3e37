import DirectiveModel

/// A row of the text pane: bytes of the document that stand on one row of the screen.
typealias TextRow = Range<Int>

/// Lays out a document's text in rows of a given width, from any place in it, up or down.
///
/// Nothing is laid out ahead or kept: the cost is that of the rows asked for. A line longer than `blockLimit` is cut
/// into blocks there, so that it costs no more than any other.
struct TextLayout {
  let source: Source
  let width: Int

  /// Bytes.
  static let blockLimit = 1 << 12

  /// The row that holds the byte at `offset`; the end of the text is in the last row.
  func row(holding offset: Int) -> TextRow {
    let rows = self.rows(of: block(holding: offset))
    return rows.last { $0.lowerBound <= offset } ?? offset..<offset
  }

  /// The row after `row`; nil at the end of the text.
  func row(after row: TextRow) -> TextRow? {
    let block = self.block(holding: row.lowerBound)
    if let next = rows(of: block).first(where: { $0.lowerBound > row.lowerBound }) { return next }
    return block.end < source.bytes.count ? rows(of: self.block(holding: block.end)).first : nil
  }

  /// The row before `row`; nil at the beginning of the text.
  func row(before row: TextRow) -> TextRow? {
    let block = self.block(holding: row.lowerBound)
    if let previous = rows(of: block).last(where: { $0.lowerBound < row.lowerBound }) { return previous }
    return block.text.lowerBound > 0 ? rows(of: self.block(holding: block.text.lowerBound - 1)).last : nil
  }

  /// The first of the rows that lie up to `count` above the row holding `offset`, and how many rows up it lies.
  func row(above offset: Int, by count: Int) -> (row: TextRow, distance: Int) {
    var row = self.row(holding: offset)
    var distance = 0
    while distance < count, let previous = self.row(before: row) {
      row = previous
      distance += 1
    }
    return (row, distance)
  }

  /// Up to `count` rows from `first` on.
  func rows(from first: TextRow, count: Int) -> [TextRow] {
    var result: [TextRow] = []
    var block = self.block(holding: first.lowerBound)
    while result.count < count {
      result += rows(of: block).drop { $0.lowerBound < first.lowerBound }
      guard block.end < source.bytes.count else { break }
      block = self.block(holding: block.end)
    }
    return Array(result.prefix(count))
  }

  /// A line, or a piece of a very long one: `text` is laid out, `end` is where the next block begins.
  private struct Block {
    let text: Range<Int>
    let end: Int
  }

  private func rows(of block: Block) -> [TextRow] {
    LineBreaker(width: max(1, width)).rows(of: block.text, in: source.bytes)
  }

  private func block(holding offset: Int) -> Block {
    let number = source.line(at: offset)
    let text = source.line(number)
    let end = source.fullLine(number).upperBound
    guard text.count > Self.blockLimit else { return Block(text: text, end: end) }
    var piece = (min(offset, text.upperBound) - text.lowerBound) / Self.blockLimit
    if offset < boundary(piece, in: text) { piece -= 1 }
    let upper = boundary(piece + 1, in: text)
    return Block(text: boundary(piece, in: text)..<upper, end: upper == text.upperBound ? end : upper)
  }

  /// Where a piece of a long line begins: at the beginning of a scalar.
  private func boundary(_ piece: Int, in line: Range<Int>) -> Int {
    let offset = line.lowerBound + piece * Self.blockLimit
    var boundary = offset
    while boundary < line.upperBound, boundary - offset < 3, source.bytes[boundary] & 0xC0 == 0x80 { boundary += 1 }
    return min(boundary, line.upperBound)
  }
}
