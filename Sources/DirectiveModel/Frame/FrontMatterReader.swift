/// Finds the front matter: fields on the short lines above the first point and in the title, signature and annexes
/// after the last one.
struct FrontMatterReader {
  private let document: Document
  private let isWellFormed: Bool

  init(_ document: Document) {
    self.document = document
    isWellFormed = document.source.isWellFormed
  }

  /// Lines above the first point and after the last one that are looked at.
  private static let lineLimit = 80

  func read() -> FrontMatter {
    var result = FrontMatter()
    let front = frontLines
    let closing = closingLines
    let title = document.outline.title
    for row in FrontMatterPattern.all where result.fields[row.field] == nil {
      guard let expression = expression(row.pattern) else { continue }
      search: for place in row.places {
        switch place {
        case .title:
          guard let first = title.first, let last = title.last else { continue }
          result.fields[row.field] = match(expression, in: first.lowerBound..<last.upperBound)
        case .byline: result.fields[row.field] = byline.flatMap { match(expression, in: $0) }
        case .front: result.fields[row.field] = front.lazy.compactMap { match(expression, in: $0) }.first
        case .closing: result.fields[row.field] = closing.lazy.compactMap { match(expression, in: $0) }.first
        }
        if result.fields[row.field] != nil { break search }
      }
    }
    readSignature(closing, into: &result)
    result.annexes = annexes(closing) + annexPoints
    return result
  }

  // MARK: - Lines

  /// The short lines above the first point that are no part of the title, trimmed.
  private var frontLines: [Range<Int>] {
    let points = document.outline.points
    let end = points.first { $0.kind != .preamble }.map { Int($0.line) } ?? document.source.lineCount + 1
    return lines(1..<max(1, min(end, Self.lineLimit)))
      .filter { line in
        line.count <= 300 && !document.outline.title.contains { $0.overlaps(line) }
      }
  }

  /// The line right below the title.
  private var byline: Range<Int>? {
    guard let title = document.outline.title.last else { return nil }
    return frontLines.first { $0.lowerBound >= title.upperBound }
  }

  /// The lines after the last point; of a document without points its last lines.
  private var closingLines: [Range<Int>] {
    let last = document.source.lineCount
    if let closing = document.outline.points.last, closing.kind == .closing {
      return lines(Int(closing.line)..<min(last + 1, Int(closing.line) + Self.lineLimit))
    }
    return document.outline.numberedCount == 0 ? lines(max(1, last - 12)..<last + 1) : []
  }

  /// The lines that hold text, trimmed.
  private func lines(_ numbers: Range<Int>) -> [Range<Int>] {
    numbers.map { Whitespace.trim(document.source.line($0), in: document.source) }.filter { !$0.isEmpty }
  }

  // MARK: - What is signed and attached

  /// A date on a line of its own, or after `Done at`, with the short lines above it; where there are none, those below.
  private func readSignature(_ closing: [Range<Int>], into result: inout FrontMatter) {
    guard
      let date = expression(
        "\\G\\s*(?:(?:done at|fait)\\b[^\\d]*|[^\\d,，]{2,30},[^\\d,]{0,8})?\\K\(FrontMatterPattern.date)(?=\\s*\\.?\\s*$)"
      ),
      let index = closing.lastIndex(where: { match(date, in: $0) != nil }),
      let found = match(date, in: closing[index])
    else { return }
    result.fields[.signatureDate] = found
    var first = index
    while first > 0, index - first < 4, isName(closing[first - 1]) { first -= 1 }
    if first < index {
      result.fields[.signature] = closing[first].lowerBound..<closing[index - 1].upperBound
      return
    }
    var last = index
    while last + 1 < closing.count, last - index < 4, isName(closing[last + 1]) { last += 1 }
    if last > index { result.fields[.signature] = closing[index + 1].lowerBound..<closing[last].upperBound }
  }

  /// Whether a line may be the name of a person or a body: short, no sentence, no list of annexes.
  private func isName(_ line: Range<Int>) -> Bool {
    guard line.count <= 75, let other = expression(#"[。；;：:？！]|[.,]$|\G\s*(?:\d|附\s*件|特此|[（(])"#) else { return false }
    return match(other, in: line) == nil
  }

  /// The entries of `附件：1.…  2.…`, without their numbers.
  private func annexes(_ closing: [Range<Int>]) -> [Range<Int>] {
    guard
      let opening = expression(
        #"\G\s*(?:附\s*[件表录](?:\s*[\d一二三四五六七八九十]+)?|annex(?:es)?|attachments?|enclosures?)\s*[:：]\s*"#),
      let entry = expression(#"\G\s*(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[.．、)）]\s*)?\K\S.*"#),
      let number = expression(#"\G\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[.．、)）]"#)
    else { return [] }
    var found: [Range<Int>] = []
    var isOpen = false
    for line in closing {
      if let head = match(opening, in: line) {
        isOpen = true
        found += [match(entry, in: head.upperBound..<line.upperBound)].compactMap { $0 }
      } else if isOpen, match(number, in: line) != nil {
        found += [match(entry, in: line)].compactMap { $0 }
      } else {
        isOpen = false
      }
    }
    return found
  }

  /// The points that are annexes: marker and heading, if that is short.
  private var annexPoints: [Range<Int>] {
    let isAnnex = StyleTraits.all.map(\.isAnnex) + [false]
    let last = isAnnex.count - 1
    return document.outline.points.lazy.filter { isAnnex[min(Int($0.style), last)] }.map { point in
      // A heading as long as this is a paragraph.
      let end = point.heading.count <= 150 ? max(point.markerEnd, point.headingEnd) : point.markerEnd
      return Int(point.markerStart)..<Int(end)
    }
  }

  // MARK: - Patterns

  private func expression(_ pattern: String) -> RegularExpression? {
    guard isWellFormed else { return Self.expression(pattern, forDamagedText: true) }
    return Self.expressions[pattern] ?? Self.expression(pattern)
  }

  private static func expression(_ pattern: String, forDamagedText: Bool = false) -> RegularExpression? {
    RegularExpression(pattern, ignoresCase: true, forDamagedText: forDamagedText, compiled: false)
  }

  /// Those of the table, made once for all documents.
  private static let expressions = Dictionary(
    FrontMatterPattern.all.map { ($0.pattern, expression($0.pattern)) }, uniquingKeysWith: { first, _ in first })

  private func match(_ expression: RegularExpression, in range: Range<Int>) -> Range<Int>? {
    var found: Range<Int>?
    document.source.bytes.withUnsafeBufferPointer { bytes in
      _ = expression.findMatches(in: bytes, beginningIn: [range], before: range.upperBound) { match in
        found = match
        return nil
      }
    }
    return found.map { Whitespace.trim($0, in: document.source) }
  }
}
