/// The paragraphs of a document's texts: lines broken to a width are put together, tables keep their lines.
struct TextBlocks {
  struct Block: Equatable {
    /// Without the blanks at either end; with those at its beginning where it is preformatted. Never empty.
    var lines: [Range<Int>]
    /// Whether its lines are set out in columns, and so must stay lines.
    var isPreformatted: Bool
  }

  private let source: Source
  /// Nil for an empty text.
  private let layout: TextLayout?
  /// The lines (from 1) of the title, which are left out.
  private let titleLines: Set<Int>
  private let pages: PageLines

  /// `leavingOutTitle`: the lines of the title are in no block.
  init(_ document: Document, leavingOutTitle: Bool) {
    source = document.source
    pages = PageLines(document)
    layout = document.source.withLines { text, lines in TextLayout(text, lines) }
    titleLines = leavingOutTitle ? Self.titleLines(of: document) : []
  }

  /// The blocks of a range of the document.
  func blocks(in range: Range<Int>) -> [Block] {
    let range = Whitespace.trim(range, in: source)
    guard !range.isEmpty, let layout else { return [] }
    return source.withLines { text, lines in
      var blocks: [Block] = []
      var previous: Int?
      var blanks = 0
      for number in source.line(at: range.lowerBound)...source.line(at: range.upperBound - 1) {
        if let gap = pages.gap(at: number, of: source) {
          if gap.isJoined { blanks = 0 } else { blanks += 1 }
          continue
        }
        let content = lines.trimmed(number).clamped(to: range)
        guard !content.isEmpty, !titleLines.contains(number) else {
          blanks += 1
          continue
        }
        let isParted = blanks > (layout.isLoose ? 1 : 0)
        let isTable = isSetOut(content)
        let begins =
          previous.map { isParted || layout.relation(text, of: lines[number], to: lines[$0]) == .begins } ?? true
        if let last = blocks.indices.last, isTable, blocks[last].isPreformatted, blanks == 0 {
          blocks[last].lines.append(lines[number].clamped(to: range).lowerBound..<content.upperBound)
        } else if isTable || begins || blocks[blocks.count - 1].isPreformatted {
          blocks.append(Block(lines: [content], isPreformatted: isTable))
        } else {
          blocks[blocks.count - 1].lines.append(content)
        }
        previous = number
        blanks = 0
      }
      for index in blocks.indices where blocks[index].isPreformatted {
        if blocks[index].lines.count == 1 {
          blocks[index].isPreformatted = false
        } else {
          let first = blocks[index].lines[0]
          let start = source.fullLine(source.line(at: first.lowerBound)).lowerBound
          blocks[index].lines[0] = max(start, range.lowerBound)..<first.upperBound
        }
      }
      return blocks
    } ?? []
  }

  /// A range as it stands, without what belongs to pages.
  func string(_ range: Range<Int>) -> String { pages.string(range, of: source) }

  /// A range as it stands, without the lines of the title.
  func withoutTitle(_ range: Range<Int>) -> String {
    guard !range.isEmpty else { return "" }
    let lines = source.line(at: range.lowerBound)...source.line(at: range.upperBound - 1)
    let kept = lines.filter { !titleLines.contains($0) }.map { number in
      pages.string(source.fullLine(number).clamped(to: range), of: source)
    }
    return Whitespace.trimmed(kept.joined())
  }

  /// Whether a line holds a tab or three blanks between words, or bars of a table.
  private func isSetOut(_ line: Range<Int>) -> Bool {
    var blanks = 0
    for byte in source.bytes[line] {
      if byte == UInt8(ascii: "\t") { return true }
      blanks = byte == UInt8(ascii: " ") ? blanks + 1 : 0
      if blanks == 3 { return true }
    }
    return source.bytes[line].first == UInt8(ascii: "|") && source.bytes[line].last == UInt8(ascii: "|")
  }

  /// The lines that hold nothing but the title, and a line of `=` or `-` under it.
  private static func titleLines(of document: Document) -> Set<Int> {
    let source = document.source
    var numbers: Set<Int> = []
    for title in document.outline.title where !title.isEmpty {
      let number = source.line(at: title.lowerBound)
      let line = Whitespace.trim(source.line(number), in: source)
      let before = source.bytes[line.lowerBound..<max(line.lowerBound, title.lowerBound)]
      let after = source.bytes[min(title.upperBound, line.upperBound)..<line.upperBound]
      guard [before, after].joined().allSatisfy({ [0x20, 0x23, 0x2A].contains($0) }) else { continue }
      numbers.insert(number)
      if number < source.lineCount {
        let below = source.bytes[Whitespace.trim(source.line(number + 1), in: source)]
        if below.count >= 3, below.allSatisfy({ $0 == below.first && ($0 == 0x3D || $0 == 0x2D) }) {
          numbers.insert(number + 1)
        }
      }
    }
    return numbers
  }
}

extension TextBlocks.Block {
  /// The lines put together: with a space, or nothing between two wide characters; a preformatted block keeps its lines.
  func text(of source: Source) -> String {
    isPreformatted
      ? lines.map(source.string).joined(separator: "\n")
      : lines.isEmpty ? "" : source.joinedLines(lines)
  }
}

extension Source {
  /// Lines as one text: with a space between them, or nothing between two wide characters.
  func joinedLines(_ lines: [Range<Int>]) -> String {
    var joined = lines.first.map(string) ?? ""
    for line in lines.dropFirst() {
      let next = string(line)
      let isBetweenWide = [joined.unicodeScalars.last, next.unicodeScalars.first].allSatisfy {
        $0.map { DisplayWidth.columns(of: $0) } == 2
      }
      if !isBetweenWide { joined += " " }
      joined += next
    }
    return joined
  }
}
