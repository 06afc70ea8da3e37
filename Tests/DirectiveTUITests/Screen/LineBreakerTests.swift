import DirectiveModel
import TestSupport
import Testing

@testable import DirectiveTUI

@Suite struct LineBreakerTests {
  private func rows(_ text: String, _ width: Int) -> [String] {
    let bytes = TextBytes(text)
    return LineBreaker(width: width).rows(of: 0..<bytes.count, in: bytes).map {
      String(decoding: bytes[$0.bytes], as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("one two three", 8, ["one two ", "three"]), ("one two", 7, ["one two"]), ("one two  ", 7, ["one two  "]),
    ("abcdefghij", 4, ["abcd", "efgh", "ij"]), ("well-known fact", 6, ["well-", "known ", "fact"]), ("", 5, [""]),
    ("看一看天空", 4, ["看一", "看天", "空"]), ("看天，地", 4, ["看", "天，", "地"]), ("看（天）", 4, ["看", "（天", "）"]),
    ("a 看b看", 4, ["a 看", "b看"]), ("中", 1, ["中"]), ("12 345 看看看", 7, ["12 345 ", "看看看"]),
  ])
  func breaks(text: String, width: Int, expected: [String]) {
    #expect(rows(text, width) == expected)
  }

  @Test(arguments: 2...40)
  func losesNothingAtAnyWidth(width: Int) {
    let text = sample.replacing("\n", with: " ") + "——（一）“改革”，开放。１２３\t\u{1B}[1m https://example.org/a/b?c=d e\u{301}"
    let bytes = TextBytes(text)
    let rows = LineBreaker(width: width).rows(of: 0..<bytes.count, in: bytes)
    #expect(rows.flatMap(\.bytes) == Array(0..<bytes.count))
    for row in rows {
      var columns = 0
      for glyph in Glyphs(bytes, in: row.bytes) where glyph.kind != .blank && glyph.kind != .tab {
        columns += glyph.columns
      }
      #expect(columns <= max(width, 6))  // a sign such as <202E> is never cut
    }
  }

  @Test func closingPunctuationBeginsNoRow() {
    let text = String(repeating: "工会，要维护职工的权益。（见第二条）", count: 8)
    for width in 6...30 {
      for row in rows(text, width) {
        #expect(!"，。）".contains(row.first ?? " "), "width \(width): \(row)")
        #expect(row.last != "（", "width \(width): \(row)")
      }
    }
  }
}

@Suite struct TextLayoutTests {
  @Test func walksDownAndUpTheSameRows() {
    let source = Source(sample)
    let document = Document(source: source)
    for width in [3, 10, 44] {
      let layout = TextLayout(document: document, width: width)
      var down = [layout.row(holding: 0)]
      while let next = layout.row(after: down[down.count - 1]) { down.append(next) }
      var up = [layout.row(holding: source.bytes.count)]
      while let previous = layout.row(before: up[up.count - 1]) { up.append(previous) }
      #expect(down == up.reversed())
      #expect(layout.rows(from: down[0], count: 1000) == down)
      #expect(layout.rows(from: down[3], count: 4) == Array(down[3..<7]))
    }
  }

  @Test func laysOutAnewWhereWidthOrParagraphsDiffer() {
    let source = Source("A first line of a paragraph\nand its second line.\n\n“Quoted” words — and others.\n")
    let document = Document(source: source)
    let known = LaidOutRows()
    for paragraphs in [nil, Paragraphs(source)] {
      for width in [12, 20, 12, 60] {
        let layout = TextLayout(document: document, width: width, paragraphs: paragraphs)
        let again = TextLayout(document: document, width: width, paragraphs: paragraphs, known: known)
        let rows = layout.rows(from: layout.row(holding: 0), count: 20)
        for _ in 1...2 { #expect(again.rows(from: again.row(holding: 0), count: 20) == rows) }
      }
    }
  }

  @Test func cutsAVeryLongLineIntoBlocks() throws {
    let source = Source(String(repeating: "字词句 and words, ", count: 500))
    let layout = TextLayout(document: Document(source: source), width: 40)
    var bytes = 0
    var row: TextRow? = layout.row(holding: 0)
    while let current = row {
      #expect(current.lowerBound == bytes)
      bytes = current.upperBound
      row = layout.row(after: current)
    }
    #expect(bytes == source.bytes.count)
    let middle = layout.row(holding: 6_000)
    #expect(middle.bytes.contains(6_000))
    let next = try #require(layout.row(after: middle))
    #expect(layout.row(before: next) == middle)
  }
}

@Suite struct LineBreakingRulesTests {
  private func rows(_ text: String, _ width: Int) -> [String] {
    let bytes = TextBytes(text)
    return LineBreaker(width: width).rows(of: 0..<bytes.count, in: bytes).map {
      String(decoding: bytes[$0.bytes], as: UTF8.self)
    }
  }

  /// Mixed Chinese and English, brackets and stops, at the widths where each rule decides.
  @Test(
    "Chinese is broken between characters, not only at blanks",
    arguments: [
      ("工会要维护“职工”的权益", 9, ["工会要维", "护“职工”", "的权益"]),
      ("看《条例》。走", 8, ["看《条", "例》。走"]), ("他说——好的，去吧", 8, ["他说——好", "的，去吧"]),
      ("根据第12条第3款办理", 8, ["根据第12", "条第3款", "办理"]), ("使用 WPS Office 编辑", 10, ["使用 WPS ", "Office 编", "辑"]),
      ("これはテストです。", 8, ["これはテ", "ストで", "す。"]), ("キャッシュ", 6, ["キャッ", "シュ"]),
      ("제1조 도서관의 설립", 8, ["제1조 ", "도서관의 ", "설립"]), ("가나다라마바", 6, ["가나다", "라마바"]),
      ("a (b) c", 4, ["a ", "(b) ", "c"]), ("say \"yes\" now", 7, ["say ", "\"yes\" ", "now"]),
      ("3.5 and 1,000", 6, ["3.5 ", "and ", "1,000"]), ("2010-2011 or so", 8, ["2010-", "2011 or ", "so"]),
      ("Bonjour ! Oui", 8, ["Bonjour ", "! Oui"]), ("un Bonjour !", 10, ["un ", "Bonjour !"]),
    ])
  func breaks(text: String, width: Int, expected: [String]) {
    #expect(rows(text, width) == expected)
  }

  @Test func keepsNoBreakSpacesTogether() {
    #expect(rows("see Art.\u{A0}5 here", 8) == ["see ", "Art.\u{A0}5 ", "here"])
    #expect(rows("ab\u{2060}cd ef", 6) == ["ab\u{2060}cd ", "ef"])
    #expect(rows("longword\u{200B}longer", 10) == ["longword\u{200B}", "longer"])
  }

  @Test func showsASoftHyphenOnlyWhereTheRowEndsThere() {
    let text = "Donau\u{AD}dampf\u{AD}schiff"
    let bytes = TextBytes(text)
    let breaker = LineBreaker(width: 12)
    let rows = breaker.rows(of: 0..<bytes.count, in: bytes)
    #expect(rows.map(\.endsInSoftHyphen) == [true, false])
    #expect(String(decoding: bytes[rows[1].bytes], as: UTF8.self) == "schiff")
    var session = Session(text + "\n", columns: 14, rows: 5)
    session.press("<Tab>")
    #expect(session.line(1).hasSuffix("Donaudampf-"))
    #expect(session.line(2).hasSuffix("schiff"))
  }

  @Test(arguments: 2...12) func tearsNoEmojiSequence(width: Int) {
    let family = "👩\u{200D}👩\u{200D}👧"
    let text = "ab\(family)cd👍🏽🇩🇪🇫🇷e\u{301}1\u{FE0F}\u{20E3}"
    for row in rows(text, width) {
      for sequence in ["👍🏽", "🇩🇪", "e\u{301}"] where row.contains(sequence.prefix(1)) {
        #expect(row.contains(sequence), "width \(width): \(row)")
      }
      #expect(row.first.map { $0.unicodeScalars.first?.properties.generalCategory != .nonspacingMark } ?? true)
    }
    if width >= 6 { #expect(rows(text, width).contains { $0.contains(family) }) }
    #expect(rows(text, width).joined() == text)
  }

  @Test func breaksAddressesOfTheWebAfterTheirSigns() {
    #expect(
      rows("https://example.org/reports/2024?page=12", 24) == ["https://example.org/", "reports/2024?page=12"])
    #expect(rows("see https://example.org/aaaaaaaa now", 14) == ["see ", "https://", "example.org/", "aaaaaaaa now"])
  }

  @Test func indentsTheRowsBelowAMarker() {
    let text = "  (a) a long item that goes on and on"
    let bytes = TextBytes(text)
    let rows = LineBreaker(width: 20).rows(of: 0..<bytes.count, in: bytes)
    #expect(rows.map(\.indent) == [2, 6, 6])
    let chinese = TextBytes("　　中文的段落首行缩进两个字，其余各行不缩进。")
    #expect(LineBreaker(width: 20).rows(of: 0..<chinese.count, in: chinese).map(\.indent) == [4, 0, 0])
    let centred = TextBytes((String(repeating: " ", count: 30) + "TITLE"))
    #expect(LineBreaker(width: 80).rows(of: 0..<centred.count, in: centred).map(\.indent) == [30])
    #expect(LineBreaker(width: 24).rows(of: 0..<centred.count, in: centred).map(\.indent) == [8])
  }
}

/// Whatever the width, the rows hold every byte once, and the screen shows every character.
@Suite struct NothingLostAtWrapsTests {
  @Test("No character vanishes at a wrap, at any width", .enabled(if: Corpus.isPresent, "\(Corpus.absence)"))
  func losesNothingInTheCorpus() throws {
    for (number, file) in try Corpus.documents().enumerated() {
      let source = Source(utf8: Array(try Corpus.bytes(of: file).prefix(4000)))
      let document = Document(source: source)
      let paragraphs = Paragraphs(source)
      for (width, joined) in [(2 + number % 9, nil), (11 + number % 31, paragraphs), (42 + number % 59, paragraphs)] {
        check(TextLayout(document: document, width: width, paragraphs: joined), of: source, width: width, file)
      }
    }
  }

  private func check(_ layout: TextLayout, of source: Source, width: Int, _ file: String) {
    var offset = 0
    for row in layout.rows(from: layout.row(holding: 0), count: .max) {
      let gap = source.bytes[min(offset, row.lowerBound)..<row.lowerBound]
      #expect(offset <= row.lowerBound && gap.allSatisfy { $0 == 0x0A || $0 == 0x0D }, "\(file) at \(offset)")
      offset = row.upperBound
      var columns = row.indent
      var isLeading = true
      for glyph in Glyphs(source.bytes, in: row.bytes) where !(glyph.kind == .blank || glyph.kind == .tab) || !isLeading
      {
        isLeading = false
        if row.omitted?.contains(glyph.bytes.lowerBound) == true { continue }
        columns += glyph.columns(at: columns)
        let fits = columns <= width || glyph.kind == .blank || glyph.kind == .tab || glyph.kind == .symbol
        if !fits { Issue.record("\(file) at \(glyph.bytes.lowerBound), width \(width)") }
      }
    }
    #expect(source.bytes[offset...].allSatisfy { $0 == 0x0A || $0 == 0x0D }, "\(file) at \(offset)")
  }

  /// No row of a Chinese document begins with a closing stop or ends with an opening bracket, where four fit.
  @Test("No row begins with a stop", .enabled(if: Corpus.isPresent, "\(Corpus.absence)")) func noRowBeginsWithAStop()
    throws
  {
    for (number, file) in try Corpus.documents().enumerated() where file.contains("/zh-") {
      let source = Source(utf8: Array(try Corpus.bytes(of: file).prefix(4000)))
      let width = 16 + number % 60
      let layout = TextLayout(document: Document(source: source), width: width)
      var first: TextRow?
      for row in layout.rows(from: layout.row(holding: 0), count: .max) {
        defer { first = row }
        guard let first, first.upperBound == row.lowerBound, !row.bytes.isEmpty else { continue }
        let text = source.string(row.bytes)
        #expect(!"，。、；：！？）》」』】”’".contains(text.first ?? " "), "\(file), width \(width): \(text)")
        #expect(!"（《「『【“‘".contains(source.string(first.bytes).last ?? " "), "\(file), width \(width): \(text)")
      }
    }
  }

  @Test(arguments: 2...30) func drawsEveryCharacter(width: Int) {
    let text = "看《条例》（试行）。and a-long-word 제1조 \u{202E}end\tof it"
    var session = Session(text + "\n", columns: width + 2, rows: 100)
    session.press("<Tab>")
    let drawn = session.screen.filter { !$0.isWhitespace && $0 != ">" && $0 != "<" }
    let expected = text.filter { !$0.isWhitespace && $0 != "\u{202E}" }
    for character in Set(expected) {
      #expect(drawn.count { $0 == character } >= expected.count { $0 == character }, "\(character) at \(width)")
    }
  }
}

@Suite struct JoinedLinesTests {
  private let wrapped = """
    1. Scope

    This notice sets out how the reading room is kept, and who may use it
    on the days when the library itself is closed, which are the Sundays
    and the feasts of the town.

       o  A reader who comes on such a day rings at the side door, and is
          let in by the volunteer, who writes the name into the book that
          lies there.

       +--------+--------+--------+--------+--------+--------+--------+
       |  hour  |  door  | person |  hour  |  door  | person |  hour  |
       +--------+--------+--------+--------+--------+--------+--------+

    2. Times

    The room is open from nine in the morning to noon, and from two in the
    afternoon to six, unless a notice at the door says otherwise for a day.

    """

  @Test func joinsBrokenLinesWhereThePaneIsNarrower() {
    var session = Session(wrapped, columns: 50, rows: 40)
    session.press("<Tab>")
    #expect(
      session.screen.contains(
        """
          This notice sets out how the reading room is
          kept, and who may use it on the days when the
          library itself is closed, which are the Sundays
          and the feasts of the town.

             o  A reader who comes on such a day rings at
                the side door, and is let in by the
                volunteer, who writes the name into the
                book that lies there.
        """))
  }

  @Test func leavesLinesThatFitAsTheyAre() {
    var session = Session(wrapped, columns: 120, rows: 40)
    session.press("t")
    #expect(session.screen.contains("how the reading room is kept, and who may use it\n"))
    #expect(session.screen.contains("     |  hour  |  door  | person |  hour  |  door  | person |  hour  |"))
  }

  @Test func joinedRowsStandForTheBytesOfTheDocument() throws {
    var session = Session(wrapped, columns: 50, rows: 24)
    session.press("<Tab>/it on the days<Enter>")
    #expect(session.cells(.currentMatch) == "it on the days")
    let layout = session.state.layout
    let row = layout.row(holding: session.state.text.anchor)
    #expect(session.state.document.source.string(row.bytes).contains("use it\non the days"))
  }

  @Test func walksDownAndUpTheSameJoinedRows() {
    let document = Document(source: Source(wrapped))
    let layout = TextLayout(document: document, width: 33, paragraphs: Paragraphs(document.source))
    var down = [layout.row(holding: 0)]
    while let next = layout.row(after: down[down.count - 1]) { down.append(next) }
    var up = [layout.row(holding: document.source.bytes.count)]
    while let previous = layout.row(before: up[up.count - 1]) { up.append(previous) }
    #expect(down == up.reversed())
    #expect(down.contains { $0.bytes.contains(100) })
  }

  @Test func partsAParagraphWithoutEndAtRoundLines() {
    let line = "every line of this paragraph is as long as the others, and no blank line\n"
    let source = Source(String(repeating: line, count: 2000))
    let document = Document(source: source)
    let paragraphs = Paragraphs(source)
    for number in [1, 255, 256, 257, 700, 1999] {
      let lines = paragraphs.lines(around: number, in: document)
      #expect(lines.count <= 512)
      for other in [lines.lowerBound, lines.upperBound] {
        #expect(paragraphs.lines(around: other, in: document) == lines)
      }
    }
  }

  @Test(arguments: [
    ("Scope ..................................... 12", "Scope .......... 12"),
    ("  Scope . . . . . . . . . . . . . . . . . . 12", "  Scope . . . . .  12"),
    ("总则………………………………………………………… 12", "总则…………… 12"),
  ]) func keepsAnEntryOfTheContentsOnOneRow(line: String, shown: String) throws {
    let bytes = TextBytes(line)
    let rows = LineBreaker(width: 20).rows(of: 0..<bytes.count, in: bytes)
    #expect(rows.count == 1)
    let row = try #require(rows.first)
    #expect(row.bytes == 0..<bytes.count)
    let text = String(decoding: row.printed(bytes), as: UTF8.self)
    #expect(DisplayWidth.columns(of: text) <= 20 && text.hasSuffix("12") && text.hasPrefix(String(shown.prefix(6))))
  }

  @Test func breaksWhatOnlyEndsInDots() {
    let bytes = TextBytes("one two three four five six ..........")
    #expect(LineBreaker(width: 20).rows(of: 0..<bytes.count, in: bytes).count > 1)
  }
}
