/// Finds the front matter: fields on the short lines above the first point and in the title, signature and annexes
/// after the last one.
struct FrontMatterReader {
  private typealias Line = SparingExpression.Line

  private let document: Document
  /// The title, as one line.
  private let title: [Line]
  /// The short lines above the first point that are no part of the title, trimmed.
  private let front: [Line]
  /// The lines after the last point, trimmed; before the first annex, or of a document without points, the last lines.
  private let closing: [Line]

  init(_ document: Document) {
    self.document = document
    let (source, outline) = (document.source, document.outline)
    if let first = outline.title.first, let last = outline.title.last {
      title = [Line(first.lowerBound..<last.upperBound, of: source)]
    } else {
      title = []
    }
    let end = outline.points.first { $0.kind != .preamble }.map { Int($0.line) } ?? source.lineCount + 1
    front = Self.lines(1..<max(1, min(end, Self.lineLimit)), of: source)
      .filter { line in line.count <= 300 && !outline.title.contains { $0.overlaps(line) } }
      .map { Line($0, of: source) }
    closing = Self.closing(outline, source).map { Line($0, of: source) }
  }

  /// Lines above the first point and after the last one that are looked at.
  private static let lineLimit = 80

  private static func closing(_ outline: Outline, _ source: Source) -> [Range<Int>] {
    let last = source.lineCount
    if let closing = outline.points.last, closing.kind == .closing {
      return lines(Int(closing.line)..<min(last + 1, Int(closing.line) + lineLimit), of: source)
    }
    if let annex = outline.points.firstIndex(where: \.isAnnex), annex > 0, outline.points[annex - 1].kind == .numbered {
      let end = Int(outline.points[annex].line)
      return lines(max(Int(outline.points[annex - 1].line) + 1, end - signingLines)..<end, of: source)
    }
    return outline.numberedCount == 0 ? lines(max(1, last - signingLines)..<last + 1, of: source) : []
  }

  /// Lines before the annexes, or of a text without points, that may be a signature and what stands around it.
  private static let signingLines = 12

  /// The lines that hold text, trimmed.
  private static func lines(_ numbers: Range<Int>, of source: Source) -> [Range<Int>] {
    numbers.map { Whitespace.trim(source.line($0), in: source) }.filter { !$0.isEmpty }
  }

  func read() -> FrontMatter {
    var result = FrontMatter()
    for row in FrontMatterPattern.all where result[row.field] == nil {
      if let found = firstMatch(of: row) { result.add(row.field, found) }
    }
    readSignature(into: &result)
    return result
  }

  /// Those that are listed, or that stand behind the text.
  func readAnnexes() -> [Range<Int>] {
    let listed = annexes
    return listed.isEmpty ? annexPoints : listed
  }

  private func firstMatch(of row: FrontMatterPattern) -> Range<Int>? {
    for place in row.places {
      for line in lines(at: place) {
        if let found = match(row.expression, in: line) { return found }
      }
    }
    return nil
  }

  private func lines(at place: FrontMatterPattern.Place) -> [Line] {
    switch place {
    case .title: title
    case .front: front
    case .byline: byline.map { [$0] } ?? []
    case .closing: closing
    }
  }

  /// The line right below the title.
  private var byline: Line? {
    document.outline.title.last.flatMap { title in front.first { $0.range.lowerBound >= title.upperBound } }
  }

  // MARK: - What is signed and attached

  /// A date on a line of its own, or after `Done at`, with the short lines above it; where there are none, those below.
  private func readSignature(into result: inout FrontMatter) {
    guard let index = closing.lastIndex(where: { match(Self.signatureDate, in: $0) != nil }),
      let date = match(Self.signatureDate, in: closing[index])
    else { return }
    result.add(.signatureDate, date)
    var first = index
    while first > 0, index - first < 4, isName(closing[first - 1]) { first -= 1 }
    if first < index {
      return result.add(.signature, closing[first].range.lowerBound..<closing[index - 1].range.upperBound)
    }
    var last = index
    while last + 1 < closing.count, last - index < 4, isName(closing[last + 1]) { last += 1 }
    if last > index {
      result.add(.signature, closing[index + 1].range.lowerBound..<closing[last].range.upperBound)
    }
  }

  private static let signatureDate = SparingExpression(
    "\\G\\s*(?:(?:done at|fait)\\b[^\\d]*|[^\\d,，]{2,30},[^\\d,]{0,8})?\\K\(FrontMatterPattern.date)(?=\\s*\\.?\\s*$)",
    signs: FrontMatterPattern.dateSigns)

  /// Whether a line may be the name of a person or a body: short, no sentence, no list of annexes.
  private func isName(_ line: Line) -> Bool { line.range.count <= 75 && match(Self.noName, in: line) == nil }

  private static let noName = SparingExpression(#"[。；;：:？！]|[.,]$|\G\s*(?:\d|附\s*件|特此|[（(])"#)

  /// The entries of `附件：1.…  2.…`, without their numbers.
  private var annexes: [Range<Int>] {
    var found: [Range<Int>] = []
    var isOpen = false
    for line in closing {
      if let head = match(Self.annexHead, in: line) {
        isOpen = true
        found += [match(Self.annexEntry, in: Line(head.upperBound..<line.range.upperBound, of: document.source))]
          .compactMap { $0 }
      } else if isOpen, match(Self.annexNumber, in: line) != nil {
        found += [match(Self.annexEntry, in: line)].compactMap { $0 }
      } else {
        isOpen = false
      }
    }
    return found
  }

  private static let annexHead = SparingExpression(
    #"\G\s*(?:附\s*[件表录](?:\s*[\d一二三四五六七八九十]+)?|annex(?:es)?|attachments?|enclosures?)\s*[:：]\s*"#, signs: ":：")
  private static let annexEntry = SparingExpression(
    #"\G\s*(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[.．、)）]\s*)?\K\S.*"#)
  private static let annexNumber = SparingExpression(
    #"\G\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[.．、)）]"#, signs: ".．、)）")

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

  /// The first match on a line, trimmed.
  private func match(_ expression: SparingExpression, in line: Line) -> Range<Int>? {
    expression.match(line, of: document.source).map { Whitespace.trim($0, in: document.source) }
  }
}
