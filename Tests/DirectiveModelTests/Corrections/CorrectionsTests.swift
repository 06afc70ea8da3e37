import TestSupport
import Testing

@testable import DirectiveModel

/// What readers put right about an outline, and how it is found again.
@Suite struct CorrectionsTests {
  private static let text = SampleText.rules

  private func outline(_ text: String, _ corrections: String) -> [String] {
    let source = Source(text)
    let options = OutlineOptions(corrections: Corrections(corrections).resolved(in: source).lines)
    let document = Document(source: source, options: options)
    return document.outline.points.indices.filter { document.outline.points[$0].kind == .numbered }.map { id in
      "\(document.outline.address(of: id)?.description ?? "") \(document.heading(of: id))"
    }
  }

  @Test(arguments: [
    ("", ["1 Oil", "2 Water", "2.1 cold", "2.2 warm", "3 Wood"]),
    ("reject 2. Water", ["1 Oil", "1.1 cold", "1.2 warm", "2 Wood"]),
    ("point 2 Background", ["1 Oil", "1.1 Background", "2 Water", "2.1 cold", "2.2 warm", "3 Wood"]),
    ("level 2 2. Water", ["1 Oil", "1.1 Water", "1.1.1 cold", "1.1.2 warm", "2 Wood"]),
    ("level 1 (b) warm", ["1 Oil", "2 Water", "2.1 cold", "3 warm", "4 Wood"]),
    ("# a comment\n\nreject (a)\nreject (b)", ["1 Oil", "2 Water", "3 Wood"]),
    ("reject 1. Oil\nreject 2. Water", ["1 cold", "2 warm", "3 Wood"]),
    ("level 3 1. Oil", ["1 Oil", "2 Water", "2.1 cold", "2.2 warm", "3 Wood"]),
    ("reject 9. Nothing", ["1 Oil", "2 Water", "2.1 cold", "2.2 warm", "3 Wood"]),
  ])
  func corrects(corrections: String, outline expected: [String]) {
    #expect(outline(Self.text, corrections) == expected)
  }

  @Test func losesNoTextByCorrections() {
    let source = Source(Self.text)
    let lines = Corrections("point 1 It is old\nreject 1. Oil\nlevel 3 2. Water").resolved(in: source).lines
    let document = Document(source: source, options: OutlineOptions(corrections: lines))
    let texts = document.outline.points.indices.map { source.string(document.ownText(of: $0)) }
    #expect(texts.joined() == Self.text)
  }

  @Test func findsALineAgainAfterEditsAboveItAndOfItsBlanks() throws {
    var corrections = Corrections()
    corrections.set(.reject, line: 9, of: Source(Self.text))
    let edited = Source("Other rules\n\nA new paragraph.\n\n" + Self.text.replacing("2. Water", with: "  2.  Water"))
    #expect(Corrections(corrections.text).resolved(in: edited).lines == [13: .reject])
  }

  @Test func findsALineOfWhichTheEndWasEdited() {
    let source = Source("1. Oil the wheels of the mill every single day of the year\n2. Water")
    var corrections = Corrections()
    corrections.set(.reject, line: 1, of: source)
    let edited = Source("1. Oil the wheels of the mill every single week\n2. Water")
    #expect(corrections.resolved(in: edited).lines == [1: .reject])
  }

  @Test func tellsEqualLinesApart() {
    let source = Source("1. Oil\n\n1. Oil\n\n1. Oil\n")
    #expect(LineAnchor(line: 3, of: source).occurrence == 2)
    var corrections = Corrections()
    corrections.set(.level(2), line: 3, of: source)
    #expect(Corrections(corrections.text).resolved(in: source).lines == [3: .level(2)])
  }

  @Test func findsALineWithDamagedBytes() {
    let source = Source(utf8: Array("1. Oil\n2. Wa".utf8) + [0xE4, 0xB8, 0x20, 0xFF] + Array("ter\n3. Wood\n".utf8))
    var corrections = Corrections()
    corrections.set(.level(2), line: 2, of: source)
    #expect(Corrections(corrections.text).resolved(in: source).lines == [2: .level(2)])
  }

  /// A combining mark makes one character with the blank before it.
  @Test(arguments: ["\u{FE0F}water", "\u{301}water"]) func findsALineThatBeginsWithACombiningMark(line: String) {
    let source = Source("1. Oil\n\(line)\n3. Wood\n")
    var corrections = Corrections()
    corrections.set(.level(2), line: 2, of: source)
    #expect(Corrections(corrections.text).resolved(in: source).lines == [2: .level(2)])
  }

  @Test(arguments: ["\n", "\r\n", "\r"]) func readsAFileWithLineEndsOfAnyKind(end: String) {
    let corrections = Corrections("# mine\(end)reject 1. Oil\(end)\(end)level 2 2. Water\(end)")
    #expect(corrections.all.map(\.change) == [.reject, .level(2)])
    #expect(corrections.text == "# mine\nreject 1. Oil\n\nlevel 2 2. Water\n")
  }

  @Test func saysWhatItCannotRead() {
    let corrections = Corrections("reject 1. Oil\nrejct 2. Water\npoint Background\nlevel 2\nreject Nowhere\n")
    #expect(corrections.problems.map(\.line) == [2, 3, 4])
    #expect(corrections.problems.map(\.problem) == [.unknownWord("rejct"), .noLevel, .noWords])
    let (lines, unmatched) = corrections.resolved(in: Source(Self.text))
    #expect(lines == [3: .reject])
    #expect(unmatched.map(\.line) == [5])
  }

  @Test func keepsCommentsAndReplacesWhatWasSaidOfALine() {
    let source = Source(Self.text)
    let water = LineAnchor(line: 9, of: source).name
    var corrections = Corrections("# mine\nnonsense\nlevel 2 \(water) 2. Water\n")
    corrections.set(.level(3), line: 9, of: source)
    #expect(corrections.text == "# mine\nnonsense\nlevel 3 \(water) 2. Water\n")
    corrections.set(nil, line: 9, of: source)
    #expect(corrections.text == "# mine\nnonsense\n")
  }

  @Test(arguments: ["reject 2. Water", "reject 8d01aa77 2. Water", "reject #1 2. Wat", "level 2 2. W\nreject 2."])
  func takesBackWhatWasSaidByHandOrOfALineAsItWas(said: String) {
    var corrections = Corrections("# mine\n\(said)\nreject 1. Oil\n")
    corrections.set(nil, line: 9, of: Source(Self.text))
    #expect(corrections.text == "# mine\nreject 1. Oil\n")
  }

  @Test(arguments: ["#-1", "#0", "#+0", "#-9223372036854775808", "8d01aa77#-1"])
  func countsEqualLinesFromOne(name: String) {
    #expect(Corrections("reject \(name) 2. Water").resolved(in: Source(Self.text)).lines.isEmpty)
  }

  @Test func takesADateThatALineBeginsWithForNoHash() {
    let source = Source("20240101 report\n20240102 report on wheels\n20240103 report on wheels\n")
    let lines = Corrections("point 1 20240102 report on wheels\npoint 2 20240103 report").resolved(in: source).lines
    #expect(lines == [2: .point(1), 3: .point(2)])
  }

  /// Half of the corrections name every line.
  @Test func holdsManyCorrectionsOfManyLines() {
    let source = Source((1...3000).map { "\($0). Oil\n" }.joined())
    let corrections = Corrections((1...3000).map { "reject 1\nlevel \(1 + $0 % 2) \($0). O\n" }.joined())
    let (lines, unmatched) = corrections.resolved(in: source)
    #expect(unmatched.count == 3000)
    #expect(lines.count == 3000)
    let outline = Document(source: source, options: OutlineOptions(corrections: lines)).outline
    #expect(outline.points.count { $0.depth == 2 } == 1499)
  }

  @Test func explainsCorrections() {
    let source = Source(Self.text)
    let lines = Corrections("reject 2. Water\npoint 1 Background").resolved(in: source).lines
    let explanations = OutlineReader.explainedOutline(of: source, options: OutlineOptions(corrections: lines))
      .explanations
    #expect(explanations.filter { $0.rule == .rejected }.map(\.line) == [9])
    #expect(explanations.filter { $0.rule == .added }.map(\.line) == [5])
    #expect(explanations.compactMap(\.point).count == 5)
  }
}
