import DirectiveModel

/// Lays out a document's text in rows, from any place in it, up or down.
///
/// Nothing is laid out ahead: the cost is that of the rows asked for, and `known` has those that were asked for before. A line longer than `blockLimit` is cut
/// into blocks there, so that it costs no more than any other.
struct TextLayout {
  let document: Document
  /// Columns; nil where a row is a line, however long.
  let width: Int?
  /// Which lines are joined before they are broken; nil where none are.
  var paragraphs: Paragraphs?
  /// Rows of this text that were laid out before; nil where none are kept.
  var known: LaidOutRows?

  private var source: Source { document.source }

  /// Bytes.
  static let blockLimit = 1 << 12

  /// The row that holds the byte at `offset`; the end of the text is in the last row.
  func row(holding offset: Int) -> TextRow {
    rows(of: block(holding: offset)).last { $0.lowerBound <= offset } ?? TextRow(bytes: offset..<offset)
  }

  /// The row after `row`; nil at the end of the text.
  func row(after row: TextRow) -> TextRow? {
    let moved = self.row(row, movedBy: 1)
    return moved.distance == 1 ? moved.row : nil
  }

  /// The row before `row`; nil at the beginning of the text.
  func row(before row: TextRow) -> TextRow? {
    let moved = self.row(row, movedBy: -1)
    return moved.distance == 1 ? moved.row : nil
  }

  /// The row `count` rows below `row`, above it for a negative count, or the last one in that direction; and how many
  /// rows away it is.
  func row(_ row: TextRow, movedBy count: Int) -> (row: TextRow, distance: Int) {
    var block = self.block(holding: row.lowerBound)
    var rows = self.rows(of: block)
    var index = rows.lastIndex { $0.lowerBound <= row.lowerBound } ?? 0
    var left = abs(count)
    while left > 0 {
      let steps = count > 0 ? min(left, rows.count - 1 - index) : min(left, index)
      index += count > 0 ? steps : -steps
      left -= steps
      guard left > 0 else { break }
      guard count > 0 ? block.end < source.bytes.count : block.text.lowerBound > 0 else { break }
      block = self.block(holding: count > 0 ? block.end : block.text.lowerBound - 1)
      rows = self.rows(of: block)
      index = count > 0 ? 0 : rows.count - 1
      left -= 1
    }
    return (rows[index], abs(count) - left)
  }

  /// The first of the rows that lie up to `count` above the row holding `offset`, and how many rows up it lies.
  func row(above offset: Int, by count: Int) -> (row: TextRow, distance: Int) {
    row(row(holding: offset), movedBy: -count)
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

  /// Up to `limit` rows of a byte range alone, as if nothing stood before and after it.
  func rows(of range: Range<Int>, limit: Int) -> [TextRow] {
    var result: [TextRow] = []
    var offset = range.lowerBound
    while offset < range.upperBound, result.count < limit {
      let block = self.block(holding: offset)
      result += rows(of: Block(text: block.text.clamped(to: range), end: block.end))
      offset = block.end
    }
    return Array(result.prefix(limit))
  }

  /// A line, a paragraph of lines, or a piece of a very long line: `text` is laid out, `end` is where the next block
  /// begins.
  private struct Block {
    let text: Range<Int>
    let end: Int
  }

  private func rows(of block: Block) -> [TextRow] {
    let breaker = LineBreaker(width: width.map { max(1, $0) } ?? .max)
    let make = { breaker.rows(of: block.text, in: source.bytes) }
    return known?.rows(of: block.text, width: breaker.width, make) ?? make()
  }

  private func block(holding offset: Int) -> Block {
    let number = source.line(at: offset)
    let text = source.line(number)
    let end = source.fullLine(number).upperBound
    guard text.count <= Self.blockLimit else { return piece(of: text, endingAt: end, holding: offset) }
    guard let lines = paragraphs?.lines(around: number, in: document) else { return Block(text: text, end: end) }
    let last = lines.upperBound
    return Block(
      text: source.line(lines.lowerBound).lowerBound..<source.line(last).upperBound,
      end: source.fullLine(last).upperBound)
  }

  private func piece(of line: Range<Int>, endingAt end: Int, holding offset: Int) -> Block {
    var piece = (min(offset, line.upperBound) - line.lowerBound) / Self.blockLimit
    if offset < boundary(piece, in: line) { piece -= 1 }
    let upper = boundary(piece + 1, in: line)
    return Block(text: boundary(piece, in: line)..<upper, end: upper == line.upperBound ? end : upper)
  }

  /// Where a piece of a long line begins: at the beginning of a scalar.
  private func boundary(_ piece: Int, in line: Range<Int>) -> Int {
    let offset = line.lowerBound + piece * Self.blockLimit
    var boundary = offset
    while boundary < line.upperBound, boundary - offset < 3, source.bytes[boundary] & 0xC0 == 0x80 { boundary += 1 }
    return min(boundary, line.upperBound)
  }
}
