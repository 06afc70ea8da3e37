import Foundation
import TestSupport
import Testing

@testable import DirectiveModel

/// What the JSON says, read by a parser that is not ours.
private struct Outlined: Decodable {
  struct Point: Decodable, Equatable {
    let address: String
    let depth: Int
    let line: Int
    let marker: String
    let heading: String
    let text: String?
  }
  let title: String?
  let preamble: String?
  let points: [Point]
  let closing: String?

  init(_ document: Document, levels: Int = .max, includesText: Bool = false) throws {
    var bytes: [UInt8] = []
    OutlineJSON(document, levels: levels, includesText: includesText).write { bytes += $0 }
    self = try JSONDecoder().decode(Outlined.self, from: Data(bytes))
  }
}

@Suite struct OutlineJSONTests {
  private let document = Document(
    source: Source("A title\n\nHello.\n\n1. One \"quoted\"\n\n(a) inner\t\u{1} \\ one\n\n(b) inner two\n\n2. Two\n"))

  @Test func writesPointsInReadingOrder() throws {
    let outline = try Outlined(document)
    #expect(outline.title == "A title")
    #expect(outline.points.map(\.address) == ["1", "1.1", "1.2", "2"])
    #expect(outline.points.map(\.depth) == [1, 2, 2, 1])
    #expect(outline.points.map(\.line) == [5, 7, 9, 11])
    #expect(outline.points.map(\.marker) == ["1.", "(a)", "(b)", "2."])
    #expect(outline.points.map(\.heading) == ["One \"quoted\"", "inner \u{1} \\ one", "inner two", "Two"])
    #expect(outline.points.allSatisfy { $0.text == nil })
    #expect(outline.preamble == nil)
    #expect(outline.closing == nil)
  }

  @Test func givesEachPointItsOwnText() throws {
    let outline = try Outlined(document, includesText: true)
    #expect(outline.preamble == "A title\n\nHello.")
    #expect(outline.points[0].text == "1. One \"quoted\"")
    #expect(outline.points[1].text == "(a) inner\t\u{1} \\ one")
    #expect(outline.closing == "")
  }

  @Test func writesWhatIsSelectedHoweverDeepItStands() throws {
    let deep = Document(source: Source("1. One\n(a) in one\n(i) deep\n(ii) deeper\n(b) and two\n2. Two\n"))
    let json = try exported(deep, "json", points: [1], levels: 1)
    #expect(
      json.contains(
        "{\"address\": \"1.1\", \"depth\": 2, \"line\": 2, \"marker\": \"(a)\", \"heading\": \"in one\", \"text\": \"(a) in one\\n(i) deep\\n(ii) deeper\"}"
      ))
    #expect(try JSONDecoder().decode(Outlined.self, from: Data(json.utf8)).points.map(\.address) == ["1.1"])
  }

  @Test func writesAPointInsideAParagraphThatIsSelected() throws {
    let inline = Document(
      source: Source("1. Intro: (1) first thing; (2) second thing; and (3) a third thing.\n\n2. Two\n"))
    try #require(inline.outline.points[2].isInline)
    let points = try JSONDecoder().decode(Outlined.self, from: Data(exported(inline, "json", points: [2]).utf8)).points
    #expect(points.map(\.address) == ["1.2"])
    #expect(points.first?.text == "(2) second thing; and")
  }

  @Test func keepsTheTextOfLevelsLeftOut() throws {
    let outline = try Outlined(document, levels: 1, includesText: true)
    #expect(outline.points.map(\.address) == ["1", "2"])
    #expect(outline.points[0].text?.hasSuffix("(b) inner two") == true)
  }

  @Test func writesADocumentWithoutNumbering() throws {
    let outline = try Outlined(Document(source: Source("word")), includesText: true)
    #expect(outline.points.isEmpty)
    #expect(outline.preamble == "word")
  }

  @Test func writesBytesThatAreNoUTF8AsReplacements() throws {
    let document = Document(source: Source(utf8: Array("1. a".utf8) + [0xFF] + Array("b\n2. c\n".utf8)))
    #expect(try Outlined(document, includesText: true).points[0].text == "1. a\u{FFFD}b")
  }
}

@Suite(.enabled(if: Speech.isPresent, Comment(rawValue: Speech.absence))) struct SpeechTests {
  @Test func hasFiveThemesWithSeventeenPoints() throws {
    let outline = try Outlined(Document(source: Decoder.source(from: Speech.bytes())))
    #expect(
      outline.title
        == "Wang Dongming's Speech at the Fifth Executive Committee Meeting of the 17th CPC National Congress")
    let themes = outline.points.filter { $0.depth == 1 }
    #expect(themes.map(\.line) == [13, 29, 39, 49, 59])
    #expect(themes.map(\.marker) == ["1、", "2、", "3、", "4、", "5、"])
    #expect(themes.map(\.address) == ["1", "2", "3", "4", "5"])
    let points = outline.points.filter { $0.depth == 2 }
    #expect(points.count == 17)
    #expect((1...5).map { theme in points.count { $0.address.hasPrefix("\(theme).") } } == [4, 3, 3, 3, 4])
    let ordinals = ["First,", "Second,", "Third,", "Fourth,"]
    #expect(points.map(\.marker) == [4, 3, 3, 3, 4].flatMap { ordinals.prefix($0) })
    #expect(outline.points.last?.address == "5.4")
    #expect(outline.points.allSatisfy { !$0.heading.isEmpty && !$0.heading.hasPrefix($0.marker) })
  }

  @Test func holdsEveryCharacterOnceInOrder() throws {
    let source = try Decoder.source(from: Speech.bytes())
    let outline = try Outlined(Document(source: source), includesText: true)
    let preamble = try #require(outline.preamble)
    let closing = try #require(outline.closing)
    let lines = source.string(0..<source.bytes.count).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(closing.hasPrefix(lines[70].prefix(20)))
    #expect(preamble.hasPrefix(lines[0].prefix(20)))
    let whole = ([preamble] + outline.points.compactMap(\.text) + [closing]).joined()
    #expect(whole.filter { !$0.isWhitespace } == lines.joined().filter { !$0.isWhitespace })
  }
}
