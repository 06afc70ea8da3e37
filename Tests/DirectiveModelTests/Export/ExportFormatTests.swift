import Foundation
import FoundationXML
import TestSupport
import Testing

@testable import DirectiveModel

private let notice = Document(
  source: Source(
    """
    Notice on the reading room

    The committee met
    in March.

    1. Opening

    Readers asked for it.

    (a) Open on Sundays. The doors open at nine.

    (b) Train volunteers

    2. Care & repair

    Comrades, read on.

    """))

@Suite struct ExportFormatTests {
  @Test func writesTheTextAsItStands() throws {
    #expect(try exported(notice, "text") == notice.source.string(0..<notice.source.bytes.count))
    #expect(
      try exported(notice, "text", points: [2, 4]) == """
        (a) Open on Sundays. The doors open at nine.

        2. Care & repair

        """)
  }

  @Test func writesMarkdown() throws {
    #expect(
      try exported(notice, "markdown") == """
        # Notice on the reading room

        The committee met

        in March.

        ## 1. Opening

        Readers asked for it.

        ### (a) Open on Sundays.

        The doors open at nine.

        ### (b) Train volunteers

        ## 2. Care & repair

        Comrades, read on.

        """)
  }

  @Test func saysInMarkdownWhereAPointStands() throws {
    let text = try exported(notice, "markdown", points: [3])
    #expect(text == "# Notice on the reading room\n\n> 1 Opening › 1.2\n\n## (b) Train volunteers\n")
  }

  @Test func keepsTheTextOfLevelsLeftOut() throws {
    let text = try exported(notice, "markdown", levels: 1)
    #expect(text.contains("## 1. Opening\n\nReaders asked for it.\n\n\\(a) Open on Sundays. The doors open at nine.\n"))
  }

  @Test func writesAPageWithItsAddressesAsAnchors() throws {
    let page = try exported(notice, "html")
    for part in [
      "<html lang=\"en\">",
      "<section id=\"1.1\">\n<p dir=\"auto\"><a class=\"address\" href=\"#1.1\">1.1</a> (a) Open on Sundays.",
      "<h2 dir=\"auto\"><a class=\"address\" href=\"#1\">1</a> 1. Opening</h2>", "<section id=\"closing\">",
      "<li><details open><summary><a href=\"#1\">", "Care &amp; repair", "@media print", "prefers-color-scheme: dark",
    ] { #expect(page.contains(part), "\(part)") }
    #expect(!page.contains("<script"))
  }

  @Test func writesActionsAndDocumentsForBulkIndexing() throws {
    var options = ExportOptions()
    options.index = "notices"
    let lines = try exported(notice, "jsonl", options: options).split(separator: "\n")
    #expect(lines.count == 12)
    #expect(lines[4] == #"{"index":{"_index":"notices","_id":"notice.txt#1.1"}}"#)
    #expect(
      lines[5]
        == #"{"document":"notice.txt","title":"Notice on the reading room","language":"en","kind":"point","#
        + #""address":"1.1","depth":2,"line":10,"lastLine":10,"marker":"(a)","heading":"Open on Sundays","within":["1"],"#
        + #""path":["1. Opening"],"text":"(a) Open on Sundays. The doors open at nine."}"#)
    #expect(try exported(notice, "jsonl").hasPrefix(#"{"index":{"_id":"notice.txt#preamble"}}"#))
  }

  @Test func tellsOfEachPointInBulkWhereItStands() throws {
    let lines = try exported(
      Document(source: Source("1. One\n(a) in\n(b) in\n2. Two\n(a) in\n3. Three\n")), "jsonl", points: [2, 4, 5]
    )
    .split(separator: "\n").filter { !$0.hasPrefix("{\"index\"") }
    let within = lines.map { $0.components(separatedBy: "\"within\":")[1].components(separatedBy: ",\"path\"")[0] }
    #expect(within == ["[\"1\"]", "[\"2\"]", "[]"])
  }

  @Test func keepsIdentifiersOfBulkIndexingShort() throws {
    let text = try exported(notice, "jsonl", name: String(repeating: "档", count: 300) + ".txt")
    for line in text.split(separator: "\n") where line.hasPrefix("{\"index\"") {
      let action = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: [String: String]]
      let identifier = try #require(action?["index"]?["_id"])
      #expect(identifier.utf8.count <= 512)
      #expect(identifier.contains("档.txt#"))
    }
  }

  @Test func leavesDatesAsTheyAre() {
    #expect(MarkdownText.paragraph("2024年1月1日") == "2024年1月1日")
    #expect(MarkdownText.paragraph("第一章　总则") == "&#31532;一章　总则")
  }

  /// It took the number of points times that of the blanks.
  @Test func writesMarkdownOfWhatEndsInBlanks() throws {
    let points = (1...9_000).map { "第\($0)条 甲\n" }.joined()
    let text = try exported(Document(source: Source(points + String(repeating: " ", count: 1_000_000))), "markdown")
    #expect(text.hasSuffix("## 第9000条 甲\n"))
  }

  @Test func writesATable() throws {
    let text = try exported(Document(source: Source("1. =1+1 \"x\", y\n\n2. Two\n")), "csv")
    #expect(
      text == "address,depth,line,marker,heading,text\r\n"
        + "1,1,1,\"1.\",\"'=1+1 \"\"x\"\", y\",\"1. =1+1 \"\"x\"\", y\"\r\n2,1,3,\"2.\",\"Two\",\"2. Two\"\r\n")
    var options = ExportOptions()
    options.byteOrderMark = true
    #expect(try exported(notice, "csv", options: options).utf8.starts(with: [0xEF, 0xBB, 0xBF]))
  }

  @Test func writesOPML() throws {
    let text = try exported(notice, "opml")
    #expect(text.contains("<outline text=\"1. Opening\" _address=\"1\" _note=\"Readers asked for it.\">"))
    #expect(
      text.contains("      <outline text=\"(a) Open on Sundays.\" _address=\"1.1\" _note=\"The doors open at nine.\"/>")
    )
  }

  @Test func writesAGraph() throws {
    let text = try exported(Document(source: Source("1. a \"b\" \\N &amp;\n\n2. Two\n")), "dot")
    #expect(text.contains(#""1" [label="1  1. a \"b\" \\N &amp;amp;"];"#))
    #expect(text.contains("  document -> \"2\";\n"))
  }

  @Test(arguments: ExportFormat.all.map(\.name)) func givesTheSameBytesEachTime(format: String) throws {
    #expect(try exported(notice, format) == exported(notice, format))
    #expect(try exported(notice, format, name: "/tmp/a/notice.txt") == exported(notice, format))
  }

  @Test(arguments: ExportFormat.all.map(\.name)) func exportsWhatHasNoPoints(format: String) throws {
    #expect(try exported("word", format).contains("word"))
  }

  @Test func saysInAkomaNtosoWhoIssuedADocumentAndWhen() throws {
    let order = "国务院关于图书的通知\n\n国发〔2024〕1号\n\n2024年3月5日\n\n一、开放\n\n二、爱护\n"
    let akoma = try exported(order, "akn")
    #expect(akoma.contains("<FRBRdate date=\"2024-03-05\" name=\"document\"/>"))
    #expect(akoma.contains("/akn/cn/doc/2024-03-05/"))
    #expect(akoma.contains("<TLCOrganization eId=\"author\"") && akoma.contains("showAs=\"国务院\""))
    #expect(try exported("1. One\n2. Two\n", "akn").contains("<FRBRdate date=\"0001-01-01\" name=\"unknown\"/>"))
  }

  @Test(arguments: [
    ("中華民國刑法\n\n第一條　行為之處罰，以法律明文規定者為限。\n\n第二條　行為後法律有變更者，適用行為時之法律。\n", "tw"),
    ("第一条　读者应当爱护图书。\n\n第二条　本条例自公布之日起施行。\n", "cn"), ("第一条　この法律は、図書館に関する。\n\n第二条　図書館は、公開とする。\n", "jp"),
    ("Bibliotheksordnung\n\n§ 1 Die Leser sind frei\n\n§ 2 Die Bücher und die Karten\n", "de"),
    ("Code\n\nArticle 1\n\nLa loi est la même pour tous.\n\nArticle 2\n\nLes lecteurs\n", "fr"),
    ("Regulation (EU) 2024/1 of the European Parliament\n\nArticle 1\n\nScope\n\nArticle 2\n", "eu"),
    ("1. The one\n\n2. The other\n", "xx"), ("第一條　讀者應當愛護圖書。\n\n第二條　讀者應當歸還。\n", "xx"),
  ])
  func saysInAkomaNtosoOfWhichCountryADocumentIs(text: String, country: String) throws {
    #expect(try exported(text, "akn").contains("<FRBRcountry value=\"\(country)\"/>"))
  }

  /// Whatever the format, no character is lost on the way but what it cannot hold.
  @Test func losesNothing() throws {
    let text = notice.source.string(0..<notice.source.bytes.count).solid
    #expect(try text == exported(notice, "markdown").replacingOccurrences(of: "#", with: "").solid)
    let akoma = try XML(exported(notice, "akn"))
    #expect(akoma.text.solid == text)
    let page = try exported(notice, "html")
    let main = try #require(page.range(of: "<main>"))
    let addresses = "1 1.1 1.2 2".split(separator: " ")
    var written = try XML("<x>" + page[main.upperBound...].components(separatedBy: "</main>")[0] + "</x>").text.solid
    for address in addresses {
      let at = try #require(written.range(of: address))
      written.removeSubrange(at)
    }
    #expect(text == "Noticeonthereadingroom" + written)
  }
}

extension ExportFormatTests {
  @Test func keepsWhatStandsBeforeAMarker() throws {
    let bold = "**1. First** point here.\n\n**2. Second** point.\n"
    #expect(try exported(bold, "opml").contains("<outline text=\"**1. First** point here.\""))
    #expect(try exported(bold, "markdown").hasPrefix("## **1. First** point here.\n"))
    let articles = "**第一条** 甲乙。\n\n**第二条** 丙丁。\n"
    #expect(try XML(exported(articles, "akn")).text.solid == articles.solid)
    #expect(try exported("**1. One**\n\nText.\n\n**2. Two**\n\nText.\n", "html").contains("**1. One**</h2>"))
    #expect(try exported("## 1. One\n\nText.\n\n## 2. Two\n\nText.\n", "html").contains("1. One</h2>"))
  }

  @Test(
    .enabled(if: Corpus.isPresent, "the reference documents are not beside the project"),
    arguments: ["text", "markdown", "html", "jsonl", "opml", "akn"])
  func losesNothingOfDocuments(format: String) throws {
    let paths = try Corpus.documents().enumerated().filter { $0 % 30 == 0 || $1.contains("md-doc/0") }.map(\.element)
    #expect(paths.count > 5)
    for path in paths {
      let document = Document(source: try Decoder.source(from: TextBytes(Corpus.bytes(of: path))))
      let all = 0..<document.source.bytes.count
      let belowTitle = TextBlocks(document, leavingOutTitle: true).withoutTitle(all)
      let expected =
        switch format {
        case "jsonl": document.source.string(all)
        case "text", "opml": PageLines(document).string(all, of: document.source)
        default: (document.title ?? (format == "html" ? "notice.txt" : "")) + belowTitle
        }
      let written = try Self.text(in: exported(document, format), format)
      if format == "markdown" {  // there are signs of Markdown between
        #expect(Self.firstLost(of: expected.bare, in: written.bare) == nil, "\(path)")
      } else {
        let lost = Self.firstLost(of: expected.bare, in: written.bare)
        #expect(lost == nil && written.bare.unicodeScalars.count == expected.bare.unicodeScalars.count, "\(path)")
      }
    }
  }

  @Test(.enabled(if: Corpus.isPresent, "the reference documents are not beside the project"))
  func readsMarkdownBackAsItWas() throws {
    let paths = try Corpus.documents().enumerated().filter { $0.offset % 30 == 0 }.map(\.element)
    #expect(paths.count > 3)
    for path in paths {
      let document = Document(source: try Decoder.source(from: TextBytes(Corpus.bytes(of: path))))
      let again = Document(source: Source(try exported(document, "markdown")))
      let addresses = [document, again].map { read in
        read.outline.points.indices.compactMap { read.outline.address(of: $0)?.description }
      }
      #expect(addresses[0] == addresses[1], "\(path)")
    }
  }

  /// What stands where the first character of a text is that is not written in its order; nil where all are.
  private static func firstLost(of text: String, in written: String) -> String? {
    let (text, written) = (Array(text.unicodeScalars), Array(written.unicodeScalars))
    var next = 0
    for (index, scalar) in text.enumerated() {
      while next < written.count, written[next] != scalar { next += 1 }
      guard next < written.count else {
        return text[max(0, index - 40)..<min(text.count, index + 40)].map(String.init).joined()
      }
      next += 1
    }
    return nil
  }

  /// The text that an export holds.
  private static func text(in exported: String, _ format: String) throws -> String {
    switch format {
    case "html":
      let (head, main) = (exported.components(separatedBy: "<header>"), exported.components(separatedBy: "</nav>"))
      let text = main[1].replacing(/<a class="address"[^>]*>[^<]*<\/a>/, with: "")
      return try XML(
        "<x>" + head[1].components(separatedBy: "</header>")[0] + text.replacing("</body>\n</html>", with: "</x>")
      ).text
    case "opml":
      let outlines = exported.matches(of: #/ text="([^"]*)" _address="([^"]*)"(?: _note="([^"]*)")?/#)
      let texts = outlines.map { ($0.1 == $0.2 ? "" : $0.1) + ($0.3 ?? "") }
      return try XML("<x>" + texts.joined() + "</x>").text
    case "akn": return try XML(exported).text
    case "jsonl":
      return try exported.split(separator: "\n").map { line in
        let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        return object?["text"] as? String ?? ""
      }.joined()
    default:
      return exported.replacing(/&#([0-9]+);/) { match in
        UInt32(match.1).flatMap(Unicode.Scalar.init).map { String($0) } ?? ""
      }
    }
  }
}

extension String {
  /// What is left without blanks and the marks of headings, which formats write otherwise.
  fileprivate var bare: String { solid.replacing("#", with: "") }
}

/// What a parser that is not ours makes of XML: all texts, and all attributes of a name.
final class XML: NSObject, XMLParserDelegate {
  private(set) var text = ""
  private(set) var attributes: [(name: String, value: String)] = []
  private(set) var elements: [String] = []

  struct Malformed: Error {}

  init(_ document: String) throws {
    super.init()
    let parser = XMLParser(data: Data(document.utf8))
    parser.delegate = self
    guard parser.parse() else { throw Malformed() }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    elements.append(element)
    for (name, value) in attributes { self.attributes.append((name, value)) }
  }
}
