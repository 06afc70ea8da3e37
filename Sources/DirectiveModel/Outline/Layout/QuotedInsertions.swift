/// Takes out of the text what an amending act quotes: articles with numbers of their own, which are no points.
///
/// A quotation opens on a line with a quotation mark and a marker and closes on the first line that ends in a closing
/// mark. Where every quoted paragraph opens anew and only the last one closes, that is the same; where none closes
/// within forty lines only the lines with an opening mark are taken, which hold no candidates.
struct QuotedInsertions {
  let text: FoldedText
  let lines: Lines

  /// The line with which the quotation ends that opens on line `first`; nil where it takes no other.
  func closing(from first: Int) -> Int? {
    for number in first...min(first + 40, lines.count) where endsInQuotationMark(lines.trimmed(number)) {
      return number
    }
    return nil
  }

  /// Whether the line ends in a closing quotation mark, with at most a stop behind it.
  private func endsInQuotationMark(_ line: Range<Int>) -> Bool {
    var end = line.upperBound
    for _ in 0..<2 where end > line.lowerBound {
      switch text.lastScalar(from: line.lowerBound, before: end) {
      case 0x22, 0x201D, 0x300D, 0xBB: return true
      case 0x201C where text.scalar(at: line.lowerBound, before: line.upperBound).value == 0x201E: return true
      case 0x2E, 0x2C, 0x3B, 0x3002: end = text.lastScalarStart(from: line.lowerBound, before: end)
      default: return false
      }
    }
    return false
  }
}
