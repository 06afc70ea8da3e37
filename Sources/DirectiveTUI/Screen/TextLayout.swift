import DirectiveModel

/// Lays out a document's text in rows, from any place in it, up or down.
///
/// Nothing is laid out ahead: the cost is that of the rows asked for, and `known` has those that were asked for before.
/// A line longer than `blockLimit` is cut into blocks there, so that it costs no more than any other.
struct TextLayout {
  let document: Document
  /// Columns; nil where a row is a line, however long.
  let width: Int?
  /// Which lines are joined before they are broken; nil where none are.
  var paragraphs: Paragraphs?
  /// What is left out at the ends of pages; nil where all is shown.
  var pages: PageLines?
  /// A line at which nothing is left out, because it is read.
  var readLine: Int?
  /// Rows of this text that were laid out before; nil where none are kept.
  var known: LaidOutRows?

  private var source: Source { document.source }

  /// Bytes.
  static let blockLimit = 1 << 12

  /// The row that holds the byte at `offset`; the end of the text is in the last row.
  func row(holding offset: Int) -> TextRow {
    let rows = laidOut(holding: offset, manner).rows
    return rows.last { $0.lowerBound <= offset } ?? rows.first ?? TextRow(bytes: offset..<offset)
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
    let manner = manner
    var (block, rows) = laidOut(holding: row.lowerBound, manner).both
    var index = rows.lastIndex { $0.lowerBound <= row.lowerBound } ?? 0
    var left = abs(count)
    while left > 0 {
      let steps = count > 0 ? min(left, rows.count - 1 - index) : min(left, index)
      index += count > 0 ? steps : -steps
      left -= steps
      guard left > 0 else { break }
      guard count > 0 ? block.end < source.bytes.count : block.start > 0 else { break }
      (block, rows) = (count > 0 ? laidOut(from: block.end, manner) : laidOut(to: block.start, manner)).both
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
    let manner = manner
    var result: [TextRow] = []
    var (block, rows) = laidOut(holding: first.lowerBound, manner).both
    while result.count < count {
      result += rows.drop { $0.lowerBound < first.lowerBound }
      guard block.end < source.bytes.count else { break }
      (block, rows) = laidOut(from: block.end, manner).both
    }
    return Array(result.prefix(count))
  }

  /// Up to `limit` rows of a byte range alone, as if nothing stood before and after it.
  func rows(of range: Range<Int>, limit: Int) -> [TextRow] {
    var result: [TextRow] = []
    var offset = range.lowerBound
    while offset < range.upperBound, result.count < limit {
      let block = self.block(holding: offset)
      var part = block
      part.text = block.text.clamped(to: range)
      if !part.text.isEmpty || block.text.isEmpty { result += rows(of: part) }
      offset = block.end
    }
    return Array(result.prefix(limit))
  }

  /// A line, a paragraph of lines, or a piece of a very long line: `text` is laid out, but for `omitted`. The next block
  /// begins at `end`; what is left out at the end of a page before or behind the text belongs to it.
  struct Block: Sendable {
    let start: Int
    var text: Range<Int>
    let end: Int
    var omitted: [Range<Int>] = []
  }

  /// A block and its rows.
  struct LaidOut: Sendable {
    let block: Block
    let rows: [TextRow]

    fileprivate var both: (Block, [TextRow]) { (block, rows) }
  }

  private var manner: LaidOutRows.Manner {
    LaidOutRows.Manner(
      width: width, ambiguousWidth: DisplayWidth.ambiguous, joinsLines: paragraphs != nil, hidesPages: pages != nil,
      shown: readLine.flatMap { pages?.gap(at: $0, of: source) })
  }

  private func laidOut(from start: Int, _ manner: LaidOutRows.Manner) -> LaidOut {
    known?.block(from: start, manner) ?? laidOut(holding: start, manner)
  }

  private func laidOut(to end: Int, _ manner: LaidOutRows.Manner) -> LaidOut {
    known?.block(to: end, manner) ?? laidOut(holding: end - 1, manner)
  }

  private func laidOut(holding offset: Int, _ manner: LaidOutRows.Manner) -> LaidOut {
    let block = block(holding: offset)
    if let known = known?.block(from: block.start, manner) { return known }
    let laidOut = LaidOut(block: block, rows: rows(of: block))
    known?.keep(laidOut, manner)
    return laidOut
  }

  private func rows(of block: Block) -> [TextRow] {
    LineBreaker(width: width.map { max(1, $0) } ?? .max, omitted: block.omitted).rows(of: block.text, in: source.bytes)
  }

  private func block(holding offset: Int) -> Block {
    var number = source.line(at: offset)
    if let gap = gap(at: number) {
      number = gap.lines.lowerBound > 1 ? gap.lines.lowerBound - 1 : gap.lines.upperBound + 1
    }
    guard source.line(number).count <= Self.blockLimit else { return piece(of: number, holding: offset) }
    let lines = paragraphs.map { parted($0.lines(around: number, in: document), around: number) } ?? number...number
    let text = textStart(of: lines.lowerBound)..<source.line(lines.upperBound).upperBound
    return Block(
      start: start(of: lines.lowerBound), text: text, end: end(of: lines.upperBound),
      omitted: lines.count > 1 && pages != nil ? omitted(in: lines) : [])
  }

  // MARK: - Ends of pages

  /// What is left out around line `number`; nil where it is shown.
  private func gap(at number: Int) -> PageLines.Gap? {
    guard let gap = pages?.gap(at: number, of: source) else { return nil }
    return readLine.map(gap.lines.contains) == true ? nil : gap
  }

  /// The part of a paragraph that holds line `number`, where it goes over the end of a page that is shown.
  private func parted(_ lines: ClosedRange<Int>, around number: Int) -> ClosedRange<Int> {
    guard let readLine, lines.contains(readLine), let gap = pages?.gap(at: readLine, of: source) else { return lines }
    if gap.lines.contains(number) { return number...number }
    return number < readLine ? lines.lowerBound...gap.lines.lowerBound - 1 : gap.lines.upperBound + 1...lines.upperBound
  }

  /// Where the block begins whose first line of text is `number`.
  private func start(of number: Int) -> Int {
    gap(at: number - 1)?.lines.lowerBound == 1 ? 0 : source.fullLine(number).lowerBound
  }

  /// Where the block ends whose last line of text is `number`.
  private func end(of number: Int) -> Int {
    source.fullLine(gap(at: number + 1)?.lines.upperBound ?? number).upperBound
  }

  /// Where a line's text begins: behind a form feed.
  private func textStart(of number: Int) -> Int {
    let line = source.line(number)
    return pages != nil && source.bytes[line].first == 0x0C ? line.lowerBound + 1 : line.lowerBound
  }

  /// What of a paragraph's lines is no part of it.
  private func omitted(in lines: ClosedRange<Int>) -> [Range<Int>] {
    var omitted: [Range<Int>] = []
    var number = lines.lowerBound + 1
    while number <= lines.upperBound {
      let start = source.fullLine(number).lowerBound
      if let gap = gap(at: number) { number = gap.lines.upperBound + 1 }
      if textStart(of: number) > start { omitted.append(start..<textStart(of: number)) }
      number += 1
    }
    return omitted
  }

  // MARK: - Long lines

  private func piece(of number: Int, holding offset: Int) -> Block {
    let line = source.line(number)
    var piece = (min(max(offset, line.lowerBound), line.upperBound) - line.lowerBound) / Self.blockLimit
    if offset < boundary(piece, in: line) { piece -= 1 }
    let upper = boundary(piece + 1, in: line)
    let lower = boundary(piece, in: line)
    return Block(
      start: lower == line.lowerBound ? start(of: number) : lower, text: lower..<upper,
      end: upper == line.upperBound ? end(of: number) : upper)
  }

  /// Where a piece of a long line begins: at the beginning of a scalar.
  private func boundary(_ piece: Int, in line: Range<Int>) -> Int {
    let offset = line.lowerBound + piece * Self.blockLimit
    var boundary = offset
    while boundary < line.upperBound, boundary - offset < 3, source.bytes[boundary] & 0xC0 == 0x80 { boundary += 1 }
    return min(boundary, line.upperBound)
  }
}
