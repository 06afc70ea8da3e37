import DirectiveModel

/// What of a point is taken away.
enum PointPart: Equatable, Sendable {
  /// Its text exactly as the document has it, with all points inside.
  case text
  /// The same below the document's title and date, and the headings that it stands in.
  case context
  case address, heading
}

/// Points as they leave the program: what is printed, copied, saved and piped is made here.
struct Printout: Equatable, Sendable {
  var selection: Selection
  var part = PointPart.text
  var layout = Layout()

  struct Layout: Equatable, Sendable {
    /// Columns to break the lines into; nil leaves them as they are.
    var width: Int?
    /// Each line begins with its number in the document.
    var numbersLines = false
    /// A line that says where the text comes from stands below it.
    var cites = false
  }

  /// As UTF-8; ends with a line end. What is not laid out is byte for byte the document's, but for what belongs to pages.
  func bytes(of document: Document) -> [UInt8] {
    var bytes: [UInt8] = []
    switch part {
    case .address:
      bytes += selection.points.flatMap { Array((document.addressText(of: $0) + "\n").utf8) }
    case .heading:
      bytes += selection.points.flatMap { Array((document.label(of: $0, upTo: .max) + "\n").utf8) }
    case .context:
      for line in Self.context(of: selection, in: document) { bytes += wrapped(line) }
      bytes.append(UInt8(ascii: "\n"))
      appendText(of: document, to: &bytes)
    case .text: appendText(of: document, to: &bytes)
    }
    if layout.cites {
      bytes.append(UInt8(ascii: "\n"))
      bytes += wrapped("— " + Citation(of: selection, in: document).text)
    }
    return bytes
  }

  // MARK: - Text

  private func appendText(of document: Document, to bytes: inout [UInt8]) {
    let source = document.source
    let pages = PageLines(document)
    for range in selection.text {
      let parts = Self.parts(of: range, in: source, pages)
      for part in parts {
        if layout.width == nil, !layout.numbersLines {
          bytes += source.bytes[part]
        } else {
          appendLines(part, of: source, to: &bytes)
        }
      }
      if !parts.isEmpty, bytes.last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
    }
  }

  /// What is printed of a range: whole lines, without blank ones at either end, and without what belongs to pages.
  static func parts(of range: Range<Int>, in source: Source, _ pages: PageLines) -> [Range<Int>] {
    var parts = pages.text(in: range, of: source).drop { Whitespace.trim($0, in: source).isEmpty }
    while let last = parts.last, Whitespace.trim(last, in: source).isEmpty { parts.removeLast() }
    guard let first = parts.first, let last = parts.last else { return [] }
    let start = source.fullLine(source.line(at: Whitespace.trim(first, in: source).lowerBound)).lowerBound
    parts[parts.startIndex] = max(first.lowerBound, start)..<first.upperBound
    let lower = parts[parts.endIndex - 1].lowerBound
    parts[parts.endIndex - 1] = lower..<Whitespace.trim(last, in: source).upperBound
    return Array(parts)
  }

  private func appendLines(_ range: Range<Int>, of source: Source, to bytes: inout [UInt8]) {
    let last = source.line(at: range.upperBound - 1)
    let digits = String(source.lineCount).count
    for number in source.line(at: range.lowerBound)...last {
      let line = source.line(number).clamped(to: range)
      let gutter =
        layout.numbersLines ? String(repeating: " ", count: digits - String(number).count) + "\(number)  " : ""
      let rows = layout.width.map { width in
        LineBreaker(width: max(1, width - gutter.count)).rows(of: line, in: source.bytes).map { row in
          row.printed(source.bytes)
        }
      }
      for (index, row) in (rows ?? [Array(source.bytes[line])]).enumerated() {
        if !row.isEmpty || layout.numbersLines {
          bytes += index == 0 ? Array(gutter.utf8) : [UInt8](repeating: 0x20, count: gutter.count)
        }
        bytes += row
        bytes.append(UInt8(ascii: "\n"))
      }
    }
  }

  private func wrapped(_ line: String) -> [UInt8] {
    let text = TextBytes(line)
    guard let width = layout.width else { return Array(text) + [UInt8(ascii: "\n")] }
    return LineBreaker(width: max(1, width)).rows(of: 0..<text.count, in: text)
      .flatMap { $0.printed(text) + [UInt8(ascii: "\n")] }
  }

  // MARK: - Where it comes from

  /// The document's title and date, then the headings that all of the selection stands in.
  static func context(of selection: Selection, in document: Document) -> [String] {
    let paths = selection.points.map { document.outline.path(to: $0).dropLast() }
    var around = Array(paths.first ?? [])
    for path in paths { around = Array(zip(around, path).prefix { $0 == $1 }.map(\.0)) }
    return [document.title, document.shownDate].compactMap { $0 }
      + around.map { "\(document.addressText(of: $0)) \(document.label(of: $0, upTo: .max))" }
  }

  /// The addresses of a selection, neighbours as a range: `2.1-2.3 and 4`; printed numbers of laws with them.
  static func addresses(
    of selection: Selection, in document: Document, _ language: Language = .english
  ) -> String {
    joined(
      runs(of: selection, in: document).map { run in
        run.first == run.last
          ? document.placeName(of: run.first, in: language)
          : "\(document.placeName(of: run.first, in: language))-\(document.placeName(of: run.last, in: language))"
      }, language)
  }

  /// The points of a selection, neighbours together.
  static func runs(of selection: Selection, in document: Document) -> [(first: Int, last: Int)] {
    var runs: [(first: Int, last: Int)] = []
    for id in selection.points {
      if let run = runs.last, Int(document.outline.points[run.last].end) == id,
        document.outline.parent(of: run.last) == document.outline.parent(of: id)
      {
        runs[runs.count - 1].last = id
      } else {
        runs.append((id, id))
      }
    }
    return runs
  }

  static func joined(_ parts: [String], _ language: Language = .english) -> String {
    guard parts.count > 1, let last = parts.last else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: Phrase(", ", "、")(in: language)) + Phrase(" and ", "、")(in: language)
      + last
  }
}

extension Document {
  /// The date that the document bears, as it is written there.
  var shownDate: String? {
    let front = frontMatter
    return text(of: .date, in: front) ?? text(of: .signatureDate, in: front)
  }
}

extension TextRow {
  /// The row's bytes as a line of their own: with its indent, and without the blanks at which it was broken.
  func printed(_ bytes: TextBytes) -> [UInt8] {
    var first = lowerBound
    var end = lowerBound
    for glyph in Glyphs(bytes, in: self.bytes) {
      let isBlank = glyph.kind == .blank || glyph.kind == .tab
      if isBlank, end == lowerBound { first = glyph.bytes.upperBound }
      if !isBlank { end = glyph.bytes.upperBound }
    }
    guard end > first else { return [] }
    let hyphen = endsInSoftHyphen ? [UInt8(ascii: "-")] : []
    let gap = omitted.map { $0.clamped(to: first..<end) } ?? end..<end
    let shown = Array(bytes[first..<gap.lowerBound]) + bytes[gap.upperBound..<end]
    return [UInt8](repeating: 0x20, count: indent) + shown + hyphen
  }
}
