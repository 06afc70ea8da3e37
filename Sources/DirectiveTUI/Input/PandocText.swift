/// Text made of a document's structure as pandoc writes it (its JSON, pandoc-types 1.22): one line for a paragraph,
/// headings as in Markdown, and the numbers of lists in the text, where the reader of outlines looks for them.
struct PandocText {
  private var lines: [String] = []
  private var notes: [[JSONValue]] = []
  /// Added to the levels of headings.
  private var headingShift = 0

  /// The text; UTF-8. With `mainContentOnly` the article of a page without what the site puts around it.
  static func text(from json: [UInt8], mainContentOnly: Bool) throws(Problem) -> [UInt8] {
    guard let document = JSONValue(json), let blocks = document["blocks"]?.elements else {
      throw Problem("pandoc", .isNoDocumentOrTooDeep)
    }
    let page = mainContentOnly ? WebPage(blocks: blocks, title: document["meta"]?["title"]) : nil
    let main = page?.main ?? blocks
    var text = PandocText()
    let title = page?.title ?? document["meta"]?["title"].map { PandocInlines($0["c"]?.elements ?? []).text }
    if let title, !title.isEmpty {
      // The title is the one heading of the first level, all others stand below it.
      let headings = PandocHeading.all(in: main)
      text.headingShift = 2 - (headings.map(\.level).min() ?? 2)
      let mark = headings.isEmpty ? "" : "# "
      text.writeParagraph(title.split(whereSeparator: \.isNewline).joined(separator: " "), first: mark, rest: "")
    }
    for name in ["subtitle", "author", "date"] where page == nil {
      text.writeMetadata(document["meta"]?[name])
    }
    text.write(main, first: "", rest: "", isTight: false)
    text.writeNotes()
    if text.lines.last?.isEmpty ?? false { text.lines.removeLast() }
    return Array((text.lines.joined(separator: "\n") + "\n").utf8)
  }

  private mutating func writeMetadata(_ value: JSONValue?) {
    guard let value else { return }
    let values = value["t"]?.text == "MetaList" ? value["c"]?.elements ?? [] : [value]
    let text = values.map { PandocInlines($0["c"]?.elements ?? []).text }.joined(separator: ", ")
    let isTimestamp = text.contains("T") && text.last == "Z"  // of the program that made the file
    if !isTimestamp { writeParagraph(text, first: "", rest: "") }
  }

  /// Writes blocks: what stands before the first line of the first one, and before all other lines.
  private mutating func write(_ blocks: [JSONValue], first: String, rest: String, isTight: Bool) {
    var start = first
    for block in blocks {
      write(block, first: start, rest: rest, isTight: isTight)
      start = rest
    }
  }

  private mutating func write(_ block: JSONValue, first: String, rest: String, isTight: Bool) {
    let content = block["c"]
    switch block["t"]?.text {
    case "Para", "Plain":
      writeParagraph(
        inlines(content), first: first, rest: rest, isTight: isTight || block["t"]?.text == "Plain" && first != rest)
    case "Header":
      let mark = String(repeating: "#", count: min(6, max(1, headingShift + (content?[0]?.integer ?? 1)))) + " "
      let heading = inlines(content?[2]).split(whereSeparator: \.isNewline).joined(separator: " ")
      guard !heading.isEmpty else { return }
      writeParagraph(heading, first: first.isEmpty ? mark : first, rest: rest)
    case "Div", "Figure":
      write(content?.elements.last?.elements ?? [], first: first, rest: rest, isTight: isTight)
    case "BlockQuote": write(content?.elements ?? [], first: first + "    ", rest: rest + "    ", isTight: isTight)
    case "OrderedList":
      let numbering = ListNumbering(content?[0])
      writeList(content?[1]?.elements ?? [], first: first, rest: rest) { numbering.marker(at: $0) }
    case "BulletList": writeList(content?.elements ?? [], first: first, rest: rest) { _ in "- " }
    case "DefinitionList":
      for definition in content?.elements ?? [] {
        writeParagraph(inlines(definition[0]), first: rest, rest: rest, isTight: true)
        for body in definition[1]?.elements ?? [] {
          write(body.elements, first: rest + "    ", rest: rest + "    ", isTight: false)
        }
      }
    case "LineBlock":
      writeParagraph((content?.elements ?? []).map { inlines($0) }.joined(separator: "\n"), first: first, rest: rest)
    case "CodeBlock":
      writeParagraph(content?[1]?.text ?? "", first: first + "    ", rest: rest + "    ", keepsBlanks: true)
    case "HorizontalRule": writeParagraph("————————", first: first, rest: rest)
    case "Table": writeTable(content, rest: rest)
    default: break  // RawBlock is of another format; Null is nothing
    }
  }

  private mutating func writeParagraph(
    _ text: String, first: String, rest: String, isTight: Bool = false, keepsBlanks: Bool = false
  ) {
    var start = first
    for line in text.split(separator: "\n", omittingEmptySubsequences: !keepsBlanks) {
      lines.append(start + line)
      start = rest
    }
    guard start != first || first == rest, !isTight else { return }
    endBlock()
  }

  private mutating func endBlock() {
    if let last = lines.last, !last.isEmpty { lines.append("") }
  }

  private mutating func writeList(
    _ entries: [JSONValue], first: String, rest: String, marker: (Int) -> String
  ) {
    let isTight = entries.allSatisfy { $0[0]?["t"]?.text != "Para" }
    for (index, entry) in entries.enumerated() {
      let mark = marker(index)
      let indent = rest + String(repeating: " ", count: max(4, mark.count))
      let lead = index == 0 ? first : rest
      if entry.elements.isEmpty { lines.append(lead + mark) }
      write(entry.elements, first: lead + mark, rest: indent, isTight: isTight)
    }
    if rest.isEmpty || !isTight { endBlock() }
  }

  /// A row is a line, its cells parted by bars; a table of one column is a text in a frame.
  private mutating func writeTable(_ table: JSONValue?, rest: String) {
    let caption = table?[1]?[1]?.elements ?? []
    write(caption, first: rest, rest: rest, isTight: false)
    for row in PandocTable.rows(of: table) {
      if row.count == 1 {
        write(row[0], first: rest, rest: rest, isTight: true)
      } else {
        var cells = PandocText()
        let texts = row.map { blocks in
          cells.lines = []
          cells.write(blocks, first: "", rest: "", isTight: true)
          return cells.lines.joined(separator: " ")
        }
        notes += cells.notes
        guard texts.contains(where: { !$0.isEmpty }) else { continue }
        lines.append(rest + texts.joined(separator: " | "))
      }
    }
    endBlock()
  }

  private mutating func inlines(_ content: JSONValue?) -> String {
    var inlines = PandocInlines(firstNote: notes.count + 1)
    inlines.append(content?.elements ?? [])
    notes += inlines.notes
    return inlines.text
  }

  private mutating func writeNotes() {
    var number = 0
    while number < notes.count {
      let note = notes[number]
      number += 1
      write(note, first: "[\(number)] ", rest: "    ", isTight: false)
    }
  }
}

/// A heading of a document: its level, from 1, and its text.
struct PandocHeading: Equatable {
  let level: Int
  let text: String

  init?(_ block: JSONValue) {
    guard block["t"]?.text == "Header" else { return nil }
    level = block["c"]?[0]?.integer ?? 1
    text = PandocInlines(block["c"]?[2]?.elements ?? []).text
  }

  /// All headings among blocks and in containers.
  static func all(in blocks: [JSONValue]) -> [PandocHeading] {
    blocks.flatMap { block in
      block["t"]?.text == "Div" ? all(in: block["c"]?[1]?.elements ?? []) : PandocHeading(block).map { [$0] } ?? []
    }
  }
}

/// The cells of a table: head, bodies and foot, as rows of blocks.
enum PandocTable {
  static func rows(of table: JSONValue?) -> [[[JSONValue]]] {
    let bodies = table?[4]?.elements.flatMap { ($0[2]?.elements ?? []) + ($0[3]?.elements ?? []) } ?? []
    let rows = (table?[3]?[1]?.elements ?? []) + bodies + (table?[5]?[1]?.elements ?? [])
    return rows.map { row in (row[1]?.elements ?? []).map { $0[4]?.elements ?? [] } }
  }
}

/// How the entries of a list are numbered: where it begins, in which style, and what stands around the number.
private struct ListNumbering {
  private let start: Int
  private let style: String
  private let delimiter: String

  init(_ attributes: JSONValue?) {
    start = attributes?[0]?.integer ?? 1
    style = attributes?[1]?["t"]?.text ?? "Decimal"
    delimiter = attributes?[2]?["t"]?.text ?? "Period"
  }

  /// The marker of the entry at `index`, from 0, and the blank after it.
  func marker(at index: Int) -> String {
    let value = start + index
    let number =
      switch style {
      case "LowerAlpha": Self.letters(value)
      case "UpperAlpha": Self.letters(value).uppercased()
      case "LowerRoman": Self.roman(value)
      case "UpperRoman": Self.roman(value).uppercased()
      default: String(value)
      }
    switch delimiter {
    case "OneParen": return number + ") "
    case "TwoParens": return "(\(number)) "
    default: return number + ". "
    }
  }

  /// a to z, then aa, bb, as word processors count.
  private static func letters(_ value: Int) -> String {
    guard (1...260).contains(value), let letter = Unicode.Scalar(UInt32(0x61 + (value - 1) % 26)) else {
      return String(value)
    }
    return String(repeating: String(letter), count: 1 + (value - 1) / 26)
  }

  private static func roman(_ value: Int) -> String {
    guard (1...3999).contains(value) else { return String(value) }
    let steps = [
      (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
      (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ]
    var rest = value
    return steps.reduce(into: "") { text, step in
      while rest >= step.0 {
        text += step.1
        rest -= step.0
      }
    }
  }
}
